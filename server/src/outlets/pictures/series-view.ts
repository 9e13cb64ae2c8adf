import { formsFor, partsAddUp, seriesToChartSpec } from '@causeway/shared/charts/series-chart'
import { formAsked } from '@causeway/shared/charts/asked-form'
import type { ChartFacts, ChartSpec } from '@causeway/shared/charts/spec'
import type { Figure } from '@causeway/shared/figure'
import type { Profile, Series } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { checkBasis, findIndicator } from '../../figures/check-request.ts'
import { findOpeningInstitution } from '../../figures/warm.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { readSeriesFacts, type FactsOfSeries } from '../../figures/series-facts.ts'
import { requireInstitution, type InstitutionFacts } from '../../records/institutions.ts'
import type { AnswerReads, AskedData } from '../graph/context.ts'
import { causewayAsked } from '../../figures/causeway-then.ts'
import type { AskedMoment } from '../../figures/moment.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { readYearTargets, type TargetsOfYear } from '../../answers/targets/figure-targets.ts'
import { nameFilters } from './name-filters.ts'
import type { ViewQuestion } from './view-query.ts'
import { openingYearShown, yearsShown } from './years-shown.ts'
import {
  dimensionName,
  hasSeveral,
  type ReadableFigure,
  type ReadableSeries,
  type SeriesFacts,
} from '@causeway/shared/series-facts'
import { placeAtEnd } from '@causeway/shared/unknown'

/** A chart, a table and a workbook of more are of no use, and would hold up everybody else. */
const MOST_FIGURES = 10_000
/** Limit of a picture. More could not be read on it, and each mark takes time to draw and bytes in the file. */
const MOST_DRAWN = 2_000
const MOST_YEARS_DRAWN = 60

/** Dimensions whose categories have no order of their own: their bars are by length. */
const UNORDERED = new Set(['country', 'programme', 'department', 'partner', 'platform', 'site', 'unit', 'instrument'])

/** A series with everything that is said with it. */
export interface SeriesView {
  request: SeriesRequest
  /** As of the time that is asked about. */
  causeway: Causeway
  series: Series
  declaration: Declaration
  institution: InstitutionFacts
  facts: FactsOfSeries
  spec: ChartSpec
  /** What of all is counted: one text for each filter. */
  narrowed: Words[]
  targetsOf: TargetsOfYear
}

type Asker = Pick<AskedData, 'causeway' | 'viewer' | 'reads'>

/**
 * Of the college that a question names, or that a page opens on; its figures as the viewer may see them. `drawn`: for a picture, which
 * holds less than a table.
 */
export async function readSeriesView(
  by: Asker,
  { request, chart, year }: Pick<ViewQuestion, 'request' | 'chart' | 'year'>,
  { drawn = false } = {},
): Promise<SeriesView> {
  const { viewer } = by
  const { causeway, institution } = await findCollege(by, request.institution, request)
  const declaration = findIndicator(causeway, request.indicator, request.definitionVersion)
  const basis = checkBasis(declaration, request.basis)
  const open = request.from === null && request.to === null
  const opening = request.by && open ? await openingYearShown(causeway.database, institution, basis) : null
  const one = request.by || open ? (year ?? opening) : null
  const years = one === null ? yearsShown(institution, basis, request) : { from: one, to: one }
  if (drawn) checkYearsDrawn(years)
  const asked = { ...request, ...years, institution: institution.code }
  const series = await readSeries(causeway, viewer, asked)
  checkSize(series, drawn ? MOST_DRAWN : MOST_FIGURES)
  const facts = await readSeriesFacts(causeway, series, declaration)
  const narrowed = await nameFilters(causeway, viewer, { request: asked, declaration, profile: series.profile })
  const addsUp = chart?.includes('stacked') ? await hasParts(causeway, viewer, asked, series) : false
  const targetsOf = await readYearTargets(causeway, viewer, { declaration, request: asked, series })
  const withTargets = (figure: Figure) => ({ ...figure, targets: targetsOf(figure.period.year) })
  const drafted = { ...series, figures: series.dimension === null ? series.figures.map(withTargets) : series.figures }
  const spec = draftChart(drafted, { ...facts, ...(year !== null && { year }) }, declaration, chart, addsUp)
  return { request: asked, causeway, series, declaration, institution, facts, spec, narrowed, targetsOf }
}

function checkSize({ figures }: Series, limit: number): void {
  if (figures.length <= limit) return
  throw new QuestionError('TOO_LARGE', {
    zh: `共有 ${figures.length} 个指标值，最多 ${limit} 个。请减少年份，或使用 .csv。`,
    en: `These are ${figures.length} figures, and may be ${limit}: ask for fewer years, or for .csv.`,
    facts: { figures: figures.length, limit },
  })
}

/** Refuses a picture of more years than can be read on it, before any of them is counted. */
export function checkYearsDrawn({ from, to }: { from: number; to: number }): void {
  const years = to - from + 1
  if (years <= MOST_YEARS_DRAWN) return
  throw new QuestionError('TOO_LARGE', {
    zh: `图片最多画 ${MOST_YEARS_DRAWN} 年，您要的是 ${years} 年。请减少年份，或使用 .csv。`,
    en: `A picture shows ${MOST_YEARS_DRAWN} years at most, and these are ${years}: ask for fewer years, or for .csv.`,
    facts: { years, limit: MOST_YEARS_DRAWN },
  })
}

/** A college, and what answers questions about it: as it is, or at the time that was asked for. */
export interface CollegeAsked {
  institution: InstitutionFacts
  causeway: Causeway
}

/** Throws `UNKNOWN_INSTITUTION`, `NOTHING_RELEASED`, and `NOT_FOUND` where there is none at all. */
export async function findCollege(
  { causeway: served, viewer, reads }: Asker,
  code: string | null,
  asked: AskedMoment & { profile?: Profile | null } = {},
): Promise<CollegeAsked> {
  const named = code ?? (await findOpening(served, viewer, reads))
  reads.institutions.add(named)
  try {
    const causeway = await causewayAsked(served, viewer, { ...asked, institution: named })
    return { causeway, institution: await requireInstitution(causeway.database, named) }
  } catch (error) {
    reads.everyInstitution = true
    throw error
  }
}

async function findOpening(causeway: Causeway, viewer: Viewer, reads: AnswerReads): Promise<string> {
  reads.everyInstitution = true
  const opening = await findOpeningInstitution(causeway, viewer)
  if (!opening) throw new QuestionError('NOT_FOUND', { zh: '还没有院校。', en: 'There is no college yet.' })
  return opening.code
}

/** Only then may its categories be stacked. */
async function hasParts(causeway: Causeway, viewer: Viewer, asked: SeriesRequest, parts: Series): Promise<boolean> {
  if (!asked.by || asked.across) return false
  const whole = await readSeries(causeway, viewer, { ...asked, by: null })
  return partsAddUp(parts.figures, whole.figures)
}

/**
 * The chart of a series in the form that the page takes for the same address: of several charts of a page the one of the years, or
 * of the categories. `addsUp`: its categories are the parts of its whole.
 */
function draftChart(
  series: ReadableSeries,
  facts: SeriesFacts,
  declaration: Pick<Declaration, 'theme' | 'kind' | 'name' | 'unit' | 'threshold'>,
  chart: string | null,
  addsUp: boolean,
): ChartSpec {
  const { theme, kind, name, unit, threshold } = declaration
  const whole = unit.en === '%' ? 100 : 1
  const limits = threshold && [{ value: (whole * threshold.atLeast[0]) / threshold.atLeast[1], words: threshold.words }]
  const chartFacts: ChartFacts = { ...facts, theme, kind, addsUp, ...(limits && { limits }) }
  const shown = inOrder(series)
  const form = formAsked(chart, series.dimension ? 'groups' : 'years', formsFor(shown, chartFacts))
  const spec = seriesToChartSpec(shown, chartFacts, form)
  if (!series.dimension) return spec
  const by = dimensionName(series.dimension)
  const across = series.across ? dimensionName(series.across) : null
  return {
    ...spec,
    title: {
      zh: `${name.zh}，按${by.zh}${across ? `和${across.zh}` : ''}`,
      en: `${name.en}, by ${by.en}${across ? ` and ${across.en}` : ''}`,
    },
  }
}

function inOrder(series: ReadableSeries): ReadableSeries {
  const { dimension, across, figures } = series
  if (!dimension || across || !UNORDERED.has(dimension) || hasSeveral(figures, 'period')) return series
  const last = (figure: ReadableFigure) => placeAtEnd(dimension, figure.category)
  return { ...series, figures: figures.toSorted((a, b) => last(a) - last(b) || sizeOf(b) - sizeOf(a)) }
}

function sizeOf({ value, gap }: ReadableFigure): number {
  return value ?? (gap === 'SUPPRESSED' ? -1 : -2)
}
