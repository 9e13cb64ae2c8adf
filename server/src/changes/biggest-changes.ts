import { couldBeChance } from '@causeway/shared/could-be-chance'
import { formatValue } from '@causeway/shared/format-figure'
import type { Theme } from '@causeway/shared/series'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from '../causeway.ts'
import type { SeriesRequest } from '../figures/request.ts'
import { readSeries } from '../figures/read-series.ts'
import type { Declaration } from '../indicators/definition.ts'
import { findReason } from './change-reason.ts'
import type { IndicatorChange } from './change.ts'

/** Of one theme no more than these, so that what hangs together does not crowd out everything else. */
const MOST_OF_A_THEME = 2
/** A variant, as what is new in the period, is told only where it moved far more than what it is a variant of. */
const OF_VARIANT = 0.5
/** A size that every change is held against beside its own: two awards after one are no news. */
const SMALL = 10

/**
 * The largest changes of a year against the year before, each with what the records give as its reason. Told from figures that
 * the viewer may see: what is hidden of either year is no change. Changes are compared by how much of the figure they are, small
 * figures weighing less; of an indicator and its variants the larger one stands for all.
 */
export async function listBiggestChanges(
  causeway: Causeway,
  viewer: Viewer,
  institution: string,
  year: number,
  most: number,
): Promise<IndicatorChange[]> {
  const found: (Omit<IndicatorChange, 'reason'> & { weight: number })[] = []
  for (const declaration of causeway.indicators) {
    if (isPicture(declaration)) continue
    const request: SeriesRequest = { indicator: declaration.id, institution, from: year - 1, to: year }
    const series = await readSeries(causeway, viewer, request)
    const [before, after] = series.figures
    if (!before || !after || before.value === null || after.value === null || after.period.partial) continue
    const difference = after.value - before.value
    // A change that would read as from a number to the same one is none.
    if (formatValue(before.value, declaration.decimals, 'EN') === formatValue(after.value, declaration.decimals, 'EN'))
      continue
    const better =
      declaration.betterWhen === null || couldBeChance(after.interval, before.value)
        ? null
        : (declaration.betterWhen === 'HIGHER') === difference > 0
    const share = Math.abs(difference) / (Math.max(Math.abs(before.value), Math.abs(after.value)) + SMALL)
    const weight = declaration.code.includes('.') ? OF_VARIANT * share : share
    found.push({ declaration, request, series, before, after, difference, better, weight })
  }
  const chosen = choose(found, most)
  const told: IndicatorChange[] = []
  for (const { weight: _, ...change } of chosen)
    told.push({ ...change, reason: await findReason(causeway, viewer, change) })
  return told
}

/** People both ways are what the picture and its sentence are about; everybody enrolled is what others are measured by. */
function isPicture({ code }: Declaration): boolean {
  return code.startsWith('DN')
}

function choose<One extends { declaration: Declaration; weight: number }>(found: One[], most: number): One[] {
  const families = new Set<string>()
  const themes = new Map<Theme, number>()
  return found
    .toSorted((a, b) => b.weight - a.weight)
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
