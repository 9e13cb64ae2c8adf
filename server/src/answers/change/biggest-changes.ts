import { isReported } from '@causeway/shared/reported-years'
import type { Theme } from '@causeway/shared/series'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { readReported } from '../unreported/reported-years.ts'
import { changeOf, type YearChange } from './year-change.ts'

/** Of one theme no more than these on either side, so that what hangs together does not crowd out everything else. */
const MOST_OF_A_THEME = 2
/** A variant, as what is new in the period, is said only where it moved far more than what it is a variant of. */
const OF_VARIANT = 0.5
/** A size that every change is held against beside its own: two awards after one are no news. */
const SMALL = 10

/**
 * The largest changes of a year against the year before: first those for the better, then those for the worse, each side the largest
 * first and at most half of `most`. Made from figures that the viewer may see: what is
 * hidden of either year is no change, and what chance alone could make is neither better nor worse. Changes are compared by how much
 * of the figure they are, small figures weighing less; of an indicator and its variants the larger one counts for all.
 */
export async function listBiggestChanges(
  causeway: Causeway,
  viewer: Viewer,
  institution: string,
  year: number,
  most: number,
): Promise<YearChange[]> {
  // What is not reported has neither risen nor fallen.
  for (const one of [year - 1, year])
    if (!isReported(await readReported(causeway.database, institution, one))) return []
  const found: YearChange[] = []
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
  return [...ofSide('better', Math.ceil(most / 2)), ...ofSide('worse', Math.floor(most / 2))]
}

function weightOf({ declaration, before, after, difference }: YearChange): number {
  const share = Math.abs(difference) / (Math.max(Math.abs(before.value!), Math.abs(after.value!)) + SMALL)
  return declaration.code.includes('.') ? OF_VARIANT * share : share
}

function choose(found: YearChange[], most: number): YearChange[] {
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
