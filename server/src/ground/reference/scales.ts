import { toDay, type Day } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import { readShipped, type Confidence } from '../shipped-yaml.ts'

interface LanguageLevel {
  /** Its place on the scale; what is stored. */
  rank: number
  name: Words
  /** Other ways people write it. */
  also: string[]
}

export interface ScaleVersion {
  version: string
  also: string[]
  /** First day in force. */
  from: Day
  /** From the lowest. */
  levels: LanguageLevel[]
  confidence: Confidence
  source: string
}

export interface LanguageScale {
  /** `hsk`, `occupational-chinese`, `cefr`. */
  id: string
  name: Words
  also: string[]
  /** From the oldest. */
  versions: ScaleVersion[]
}

type LevelText = { name: Words; also?: string[] }
type VersionText = {
  also?: string[]
  from: string
  rank: string
  levels: LevelText[]
  confidence: Confidence
  source: string
}
type ScalesFile = Record<string, { name: Words; also?: string[]; versions: Record<string, VersionText> }>

/** In the order they are shown. */
export const LANGUAGE_SCALES: readonly LanguageScale[] = Object.entries(
  readShipped<ScalesFile>(import.meta.dirname, 'data/language-scales.yaml').data,
).map(([id, { name, also = [], versions }]) => ({
  id,
  name,
  also,
  versions: Object.entries(versions).map(([version, text]) => toVersion(version, text)),
}))

function toVersion(version: string, { also = [], from, rank, levels, confidence, source }: VersionText): ScaleVersion {
  return {
    version,
    also,
    from: toDay(from),
    levels: levels.map((level, i) => ({ rank: Number(rank) + i, name: level.name, also: level.also ?? [] })),
    confidence,
    source,
  }
}

export function findLanguageScale(id: string): LanguageScale | undefined {
  return LANGUAGE_SCALES.find((scale) => scale.id === id)
}

/** A version by its name or another spelling of it. */
export function findScaleVersion(scale: LanguageScale, text: string): ScaleVersion | undefined {
  const folded = fold(text)
  return scale.versions.find(({ version, also }) => [version, ...also].some((name) => fold(name) === folded))
}

/** The rank of a level by its number or its name, with or without the name of its scale: `4`, `四级`, `HSK 4`, `B1`. */
export function findLevel(scale: LanguageScale, { levels }: ScaleVersion, text: string): number | undefined {
  const spellings = new Set([fold(text), fold(withoutScale(scale, text))])
  const named = levels.find(({ name, also }) =>
    [name.zh, name.en, ...also].some((spelling) => spellings.has(fold(spelling))),
  )
  if (named) return named.rank
  const number = /^(?:level|lv\.?)?(\d{1,2})$/.exec(fold(withoutScale(scale, text)))
  return number ? levels.find(({ rank }) => rank === Number(number[1]))?.rank : undefined
}

/** How a stored rank reads. */
export function levelName(scaleId: string, version: string, rank: number): Words {
  const scale = findLanguageScale(scaleId)
  const found = scale?.versions.find((one) => one.version === version)?.levels.find((level) => level.rank === rank)
  return found?.name ?? { zh: `${rank}级`, en: `level ${rank}` }
}

function withoutScale({ id, name, also }: LanguageScale, text: string): string {
  const folded = fold(text)
  const prefixes = [id, name.zh, name.en, ...also].map(fold).sort((a, b) => b.length - a.length)
  const prefix = prefixes.find((one) => folded.startsWith(one) && folded.length > one.length)
  return prefix === undefined ? folded : folded.slice(prefix.length)
}

/** As people write it, without case, blanks and brackets. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s()\-_·“”"]+/g, '')
}

interface CompetitionScale {
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
  readShipped<Record<string, Record<string, ScaleText>>>(import.meta.dirname, 'data/competition-scales.yaml').data,
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
