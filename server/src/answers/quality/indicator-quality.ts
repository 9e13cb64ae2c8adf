import type { Figure, Gap } from '@causeway/shared/figure'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeries } from '../../figures/read-series.ts'
import { listUncoveredBases } from '../../figures/uncovered-bases.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { findOutlier, LEAST_COUNT, MOST_YEARS, type Outlier } from './outlier.ts'
import { toMissingRecords, type MissingRecords } from './missing-records.ts'
import type { SchoolYear } from './school-year.ts'

/** An indicator whose number of the year is far from the institution's own past. */
export interface IndicatorOutlier extends Outlier {
  declaration: Declaration
  figure: Figure
}

/** An indicator that has no number for the year, and what there would have to be. */
export interface Uncomputed {
  declaration: Declaration
  gap: Gap
  /** Records of which there is neither one nor a zero report; none: there are records, and nothing in them to compute it from. */
  missing: MissingRecords[]
}

export interface IndicatorQuality {
  outliers: IndicatorOutlier[]
  uncomputed: Uncomputed[]
}

/** Every indicator on its first basis, in its own scope. A year that is not over is compared with none. */
export async function readIndicatorQuality(
  causeway: Causeway,
  viewer: Viewer,
  { institution, year }: SchoolYear,
): Promise<IndicatorQuality> {
  const found: IndicatorQuality = { outliers: [], uncomputed: [] }
  for (const declaration of causeway.indicators) {
    const asked = { indicator: declaration.id, institution }
    const { figures } = await readSeries(causeway, viewer, { ...asked, from: year - MOST_YEARS, to: year })
    const figure = figures.at(-1)!
    if (figure.value === null) {
      const bases = figure.gap === 'NO_RECORDS' ? await listUncoveredBases(causeway, viewer, asked, year) : []
      found.uncomputed.push({ declaration, gap: figure.gap!, missing: bases.map(toMissingRecords) })
    } else if (!figure.period.partial) {
      const past = figures.slice(0, -1).flatMap(({ value }) => value ?? [])
      const outlier = findOutlier(figure.value, past, declaration.decimals === 0 ? LEAST_COUNT : 0)
      if (outlier) found.outliers.push({ declaration, figure, ...outlier })
    }
  }
  return found
}
