import { asIs } from '@causeway/shared/words/words'
import { isReported } from '@causeway/shared/reported-years'
import type { Theme, Series } from '@causeway/shared/series'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { DimensionId } from '../../figures/indicators/definition.ts'
import { readReported } from '../unreported/reported-years.ts'
import { changeOf, type IndicatorChange, type UnexplainedChange, type ChangePart, type ChangeReason } from './change.ts'
import type { Figure } from '@causeway/shared/figure'
import { UNKNOWN } from '@causeway/shared/unknown'
import { readLabels } from '../../figures/series-facts.ts'

/** Of one theme no more than these on either side, so that what hangs together does not crowd out everything else. */
const MOST_OF_A_THEME = 2
/** A variant, as what is new in the period, is said only where it moved far more than what it is a variant of. */
const OF_VARIANT = 0.5
/** A size that every change is held against beside its own: two awards after one are no news. */
const SMALL = 10

/**
 * The largest changes of a year against the year before, each with what the records give as its reason: first those for the better,
 * then those for the worse, each side the largest first and at most half of `most`. Made from figures that the viewer may see: what is
 * hidden of either year is no change, and what chance alone could make is neither better nor worse. Changes are compared by how much
 * of the figure they are, small figures weighing less; of an indicator and its variants the larger one counts for all.
 */
export async function listBiggestChanges(
  causeway: Causeway,
  viewer: Viewer,
  institution: string,
  year: number,
  most: number,
): Promise<IndicatorChange[]> {
  // What is not reported has neither risen nor fallen.
  for (const one of [year - 1, year])
    if (!isReported(await readReported(causeway.database, institution, one))) return []
  const found: UnexplainedChange[] = []
  for (const declaration of causeway.indicators) {
    // People both ways are what the picture and its sentence are about; everybody enrolled is what others are measured by.
    if (declaration.code.startsWith('DN')) continue
    const request: SeriesRequest = { indicator: declaration.id, institution, from: year - 1, to: year }
    const change = changeOf(declaration, request, await readSeries(causeway, viewer, request), year)
    if (change) found.push(change)
  }
  const ofSide = (verdict: 'better' | 'worse', count: number) =>
    choose(
      found.filter((change) => change.verdict === verdict),
      count,
    )
  const said: IndicatorChange[] = []
  for (const change of [...ofSide('better', Math.ceil(most / 2)), ...ofSide('worse', Math.floor(most / 2))])
    said.push({ ...change, reason: await findReason(causeway, viewer, change) })
  return said
}

function weightOf({ declaration, before, after, difference }: UnexplainedChange): number {
  const share = Math.abs(difference) / (Math.max(Math.abs(before.value!), Math.abs(after.value!)) + SMALL)
  return declaration.code.includes('.') ? OF_VARIANT * share : share
}

function choose(found: UnexplainedChange[], most: number): UnexplainedChange[] {
  const families = new Set<string>()
  const themes = new Map<Theme, number>()
  return found
    .toSorted((a, b) => weightOf(b) - weightOf(a))
    .filter(({ declaration: { code, theme } }) => {
      const family = code.split('.')[0]!
      const ofTheme = themes.get(theme) ?? 0
      if (families.has(family) || ofTheme >= MOST_OF_A_THEME) return false
      families.add(family)
      themes.set(theme, ofTheme + 1)
      return true
    })
    .slice(0, most)
}

/** What a change is said by, the most telling first. */
const SAID_BY: DimensionId[] = ['country', 'partner', 'programme', 'platform', 'department', 'site', 'type', 'purpose']
/** A category that made less of the change than this is no reason of it. */
const LEAST_SHARE = 0.2
const MOST_PARTS = 2

/**
 * Of a count the categories that moved most its way, by the dimension in which the fewest of them made the most of it; of a rate
 * what is above and below the line. Only of figures that the viewer may see. How many records there were is no reason. Null: the
 * records give none.
 */
export async function findReason(
  causeway: Causeway,
  viewer: Viewer,
  change: UnexplainedChange,
): Promise<ChangeReason | null> {
  const { declaration, request, before, after } = change
  if (declaration.kind === 'RATIO') return sidesOf(before, after)
  if (declaration.kind === 'MEAN') return null
  let best: { reason: ChangeReason; share: number } | null = null
  let hidden = false
  for (const dimension of SAID_BY.filter((id) => id in declaration.dimensions)) {
    const series = await readSeries(causeway, viewer, {
      ...request,
      from: before.period.year,
      to: after.period.year,
      by: dimension,
    })
    hidden ||= series.figures.some(({ gap }) => gap === 'SUPPRESSED')
    const found = await partsOf(causeway, series, change, dimension)
    // By another dimension only where it says clearly more.
    if (found && (best === null || found.share > best.share * 1.25)) best = found
  }
  return best?.reason ?? (hidden ? { kind: 'hidden' } : null)
}

async function partsOf(causeway: Causeway, series: Series, change: UnexplainedChange, dimension: DimensionId) {
  const { declaration, difference } = change
  const categories = new Set(series.figures.map(({ category }) => category))
  // Where everything is of one kind, that kind is no reason.
  if (categories.size < 2) return null
  const moved = movesOf(series.figures, change)
    .filter(({ key, difference: own }) => key !== UNKNOWN && own !== 0 && own > 0 === difference > 0)
    .filter((it) => Math.abs(it.difference) >= LEAST_SHARE * Math.abs(difference))
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, MOST_PARTS)
  if (moved.length === 0) return null
  const labels = await readLabels(causeway, series, declaration, 'category')
  const parts = moved.map((it) => ({ ...it, label: labels.get(it.key) ?? asIs(it.key) }))
  const share = Math.abs(moved.reduce((sum, it) => sum + it.difference, 0) / difference)
  return { reason: { kind: 'categories' as const, dimension, parts }, share: Math.min(share, 1) }
}

function movesOf(figures: readonly Figure[], { after, before }: UnexplainedChange): Omit<ChangePart, 'label'>[] {
  const byKey = Map.groupBy(
    figures.filter(({ category }) => category !== null),
    ({ category }) => category!,
  )
  return [...byKey].flatMap(([key, own]) => {
    const then = own.find(({ period }) => period.year === before.period.year)?.value ?? null
    const now = own.find(({ period }) => period.year === after.period.year)?.value ?? null
    return then === null || now === null ? [] : [{ key, isNew: then === 0, difference: now - then }]
  })
}

function sidesOf(before: Figure, after: Figure): ChangeReason | null {
  const sides = ({ numerator, denominator }: Figure) => [numerator, denominator]
  const all = [...sides(before), ...sides(after)]
  if (!all.every((side) => side !== null && Number.isInteger(side) && side >= 0)) return null
  const [a, b, c, d] = all as [number, number, number, number]
  return { kind: 'sides', before: [a, b], after: [c, d] }
}
