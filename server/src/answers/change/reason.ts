import { formatQuantity, formatValue } from '@causeway/shared/format-figure'
import { UNKNOWN } from '@causeway/shared/unknown'
import { dimensionWords } from '@causeway/shared/words/terms'
import { BETWEEN_SENTENCES, joinWords, type Words } from '@causeway/shared/words/words'
import type { Series } from '@causeway/shared/series'
import { maySeeExact, type Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Declaration, DimensionId } from '../../figures/indicators/definition.ts'
import { kept } from '../../ground/kept.ts'
import { once } from '../../ground/once.ts'
import { shapeOf } from './counted.ts'
import { explainChange, type Change } from './explain-change.ts'
import type { YearChange } from './year-change.ts'

/** Why a figure is another one than a year before, as the records say. */
export interface ChangeReason {
  words: Words
  /** With its parts, by the dimension that says most, or by none. */
  change: Change
}

/** What a change is said by, the most telling first. */
const SAID_BY: DimensionId[] = ['country', 'partner', 'programme', 'platform', 'department', 'site', 'type', 'purpose']
/** By another dimension only where it says clearly more. */
const CLEARLY_MORE = 1.25

/**
 * Of a sum the categories that moved most its way, by the dimension in which the fewest of them made the most of it; of anything else
 * its parts. Null: the records give none, or they are not for the asker to see.
 */
export async function findReason(causeway: Causeway, viewer: Viewer, moved: YearChange): Promise<ChangeReason | null> {
  const { request, series, after } = moved
  if (!maySeeExact(viewer, request.institution) || request.profile === 'PUBLIC') return null
  const [found, year] = [reasonsOf(series), String(after.period.year)]
  const reason = kept(found, year, () => readReason(causeway, viewer, moved))
  reason.catch(() => found.delete(year))
  return reason
}

/** By year: found once for a series, which is given again as long as its institution is where it was. */
const reasonsOf = once((_series: Series) => new Map<string, Promise<ChangeReason | null>>())

async function readReason(
  causeway: Causeway,
  viewer: Viewer,
  { declaration, request, before, after }: YearChange,
): Promise<ChangeReason | null> {
  const { release, asOf } = request
  const endOf = (year: number) => ({ year, release, asOf })
  const explain = (by: DimensionId | null) => {
    const ends = { from: endOf(before.period.year), to: endOf(after.period.year) }
    return explainChange(causeway, viewer, { ...request, ...ends, by })
  }
  if (shapeOf(declaration) !== 'SUM') {
    const change = await explain(null)
    const said = change.parts.map(({ sentence }) => sentence)
    return said.length === 0 ? null : { words: joinWords(said, BETWEEN_SENTENCES), change }
  }
  let best: { moves: Move[]; change: Change; share: number } | null = null
  for (const dimension of SAID_BY.filter((id) => id in declaration.dimensions)) {
    const change = await explain(dimension)
    const moves = movesOf(change)
    const share = moves.reduce((sum, { value }) => sum + value, 0) / change.difference!
    if (moves.length > 0 && (best === null || share > best.share * CLEARLY_MORE)) best = { moves, change, share }
  }
  return best && { words: movesWords(best.moves, declaration, best.change.dimension!), change: best.change }
}

/** One category's own change. */
export interface Move {
  label: Words
  /** It had nothing in the period before. */
  isNew: boolean
  value: number
}

/** A category that made less of the change than this is no reason of it. */
const LEAST_SHARE = 0.2
const MOST_MOVES = 2

function movesOf({ difference, parts }: Change): Move[] {
  const byCategory = Map.groupBy(
    parts.filter(({ category }) => category !== null),
    ({ category }) => category!,
  )
  return [...byCategory]
    .map(([key, own]) => ({
      ...{ key, label: own[0]!.label!, value: own.reduce((sum, part) => sum + part.value, 0) },
      isNew: own.every(({ cause, stayed }) => cause === 'CAME' && stayed === 0),
    }))
    .filter(({ key, value }) => key !== UNKNOWN && value > 0 === difference! > 0)
    .filter(({ value }) => Math.abs(value) >= LEAST_SHARE * Math.abs(difference!))
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, MOST_MOVES)
}

export function movesWords(moves: readonly Move[], { decimals, unit }: Declaration, dimension: DimensionId): Words {
  const said = moves.map(({ label, isNew, value }): Words => {
    const much = Math.abs(value)
    return {
      zh: `${label.zh}${isNew ? '新增' : value > 0 ? '增加' : '减少'}${formatQuantity(much, decimals, unit, 'ZH')}`,
      en: `${label.en} ${formatValue(much, decimals, 'EN')} ${isNew ? '(none before)' : value > 0 ? 'more' : 'fewer'}`,
    }
  })
  const { zh, en } = joinWords(said)
  return { zh: `其中${zh}`, en: `by ${dimensionWords[dimension].en}: ${en}` }
}
