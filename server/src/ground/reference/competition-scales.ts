import { toDay, type Day } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import type { Confidence } from './confidence.ts'
import { readDataFile } from './read-data-file.ts'

export interface CompetitionScale {
  /** Of competitions as `competition-result.series` names them: `worldskills`. */
  series: string
  /** As `competition-result.scale` names it: `700`. */
  scale: string
  name: Words
  /** Where scores are centred. */
  centre: number
  /** First and last day of the competitions marked on it; null: still. */
  from: Day
  to: Day | null
  confidence: Confidence
  source: string
}

interface ScaleText extends Pick<CompetitionScale, 'name' | 'confidence' | 'source'> {
  centre: string
  from: string
  to?: string
}

/** From the oldest. */
export const COMPETITION_SCALES: readonly CompetitionScale[] = Object.entries(
  readDataFile<Record<string, Record<string, ScaleText>>>('competition-scales.yaml').data,
).flatMap(([series, scales]) =>
  Object.entries(scales).map(([scale, { centre, from, to, ...words }]) => ({
    series,
    scale,
    ...words,
    centre: Number(centre),
    from: toDay(from),
    to: to === undefined ? null : toDay(to),
  })),
)
