import type { Figure } from '@causeway/shared/figure'
import type { Series } from '@causeway/shared/series'
import { UNKNOWN } from '@causeway/shared/unknown'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeries } from '../../figures/read-series.ts'
import { readLabels } from '../../figures/series-facts.ts'
import type { DimensionId } from '../../figures/indicators/definition.ts'
import type { ChangePart, ChangeReason, UnexplainedChange } from './change.ts'

/** What a change is said by, the most telling first. */
const TOLD_BY: DimensionId[] = ['country', 'partner', 'programme', 'platform', 'department', 'site', 'type', 'purpose']
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
  for (const dimension of TOLD_BY.filter((id) => id in declaration.dimensions)) {
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
  const parts = moved.map((it) => ({ ...it, label: labels.get(it.key) ?? { zh: it.key, en: it.key } }))
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
