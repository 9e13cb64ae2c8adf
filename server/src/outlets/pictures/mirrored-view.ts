import type { ChartSpec } from '@causeway/shared/charts/spec'
import { mirroredChartSpec } from '@causeway/shared/charts/mirrored'
import type { Series } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import { findIndicator } from '../../figures/check-request.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { AskedData } from '../graph/context.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import { checkYearsDrawn, findCollege } from './series-view.ts'
import type { ViewQuestion } from './view-query.ts'
import { yearsShown } from './years-shown.ts'
import type { Causeway } from '../../figures/causeway.ts'

/** The name of the picture of the overview in an address, where an indicator would be. */
export const WHO_LEARNS_FROM_WHOM = 'who-learns-from-whom'

const TITLE: Words = { zh: '谁向谁学：引进来与走出去人数', en: 'Who learns from whom' }
/** 引进来人数 and 走出去人数. */
export const MIRRORED_CODES = ['DN02', 'DN03'] as const

export interface MirroredView {
  /** What was asked of either. */
  request: Omit<SeriesRequest, 'indicator'>
  spec: ChartSpec
  /** As of the time that is asked about. */
  causeway: Causeway
  institution: InstitutionFacts
  sides: [Side, Side]
}

interface Side {
  declaration: Declaration
  series: Series
}

/** Introduction to the left, export to the right, year under year: two declared indicators, never added up. */
export async function readMirroredView(
  asked: Pick<AskedData, 'causeway' | 'viewer' | 'reads'>,
  { request, year }: Pick<ViewQuestion, 'request' | 'year'>,
): Promise<MirroredView> {
  const { viewer } = asked
  const { causeway, institution } = await findCollege(asked, request.institution, request)
  const declarations = MIRRORED_CODES.map((code) => findIndicator(causeway, code)) as [Declaration, Declaration]
  const { unit, decimals, bases } = declarations[0]
  const years =
    year === null || request.from !== null || request.to !== null
      ? yearsShown(institution, request.basis ?? bases[0]!, request)
      : { from: year, to: year }
  checkYearsDrawn(years)
  const { basis, scope, filter, profile } = request
  const cut = { institution: institution.code, ...years, basis, scope, filter, profile }
  const sides: Side[] = []
  for (const declaration of declarations)
    sides.push({ declaration, series: await readSeries(causeway, viewer, { ...cut, indicator: declaration.id }) })
  const [into, out] = sides as [Side, Side]
  const named = ({ declaration, series }: Side) => ({ series, name: declaration.name })
  const facts = { title: TITLE, institution: institution.name, unit, decimals }
  return {
    spec: mirroredChartSpec(named(into), named(out), facts),
    causeway,
    institution,
    request: cut,
    sides: [into, out],
  }
}
