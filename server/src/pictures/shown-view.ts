import type { ChartSpec } from '@causeway/shared/charts/spec'
import { seriesToTable, type Table } from '@causeway/shared/table'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from '../causeway.ts'
import type { AnswerReads } from '../graph/context.ts'
import type { InstitutionFacts } from '../records/institutions.ts'
import { checkViewParameters } from './named-query.ts'
import type { NamedView, ReadView } from './named-view.ts'
import { findNamedView } from './named-views.ts'
import { pictureNotes } from './picture-notes.ts'
import { readSeriesView } from './series-view.ts'
import { readLook, readViewQuery, type ViewLook } from './view-query.ts'

/** What a picture, an embedded chart and a preview show: a chart with its table and everything said beside it. */
export interface ShownView {
  look: ViewLook
  spec: ChartSpec
  table: Table
  institution: InstitutionFacts
  narrowed: string | null
  notes: string[]
  /** The page where it stands, and what its address says of the view. */
  page: ReadView['page']
  /** For the name of a file: `EX02-demo-country-zh`. */
  fileName: string
}

/** The view of an indicator, or one that has a name of its own. */
export async function readShownView(
  causeway: Causeway,
  viewer: Viewer,
  name: string,
  parameters: URLSearchParams,
  reads: AnswerReads,
): Promise<ShownView> {
  const named = findNamedView(name)
  if (named) return showNamed(named, await readNamedView(causeway, viewer, named, parameters, reads), parameters)
  const question = readViewQuery(name, parameters)
  const view = await readSeriesView(causeway, viewer, question, reads)
  const { spec, institution, series, declaration, facts } = view
  const { locale } = question
  return {
    look: question,
    ...narrow(spec, view.narrowed, locale),
    table: seriesToTable(series, facts),
    institution,
    notes: pictureNotes(spec, institution, series, { codes: [declaration.code] }, locale),
    page: { path: `/indicator/${encodeURIComponent(declaration.code)}`, query: {} },
    fileName: nameFile([declaration.code, institution.code, series.dimension, series.across], locale),
  }
}

/** Throws where a parameter is not one of the view's. */
export function readNamedView(
  causeway: Causeway,
  viewer: Viewer,
  view: NamedView,
  parameters: URLSearchParams,
  reads: AnswerReads,
): Promise<ReadView> {
  checkViewParameters(parameters, view.parameters)
  return view.read({ causeway, viewer, parameters, reads })
}

function showNamed({ name }: NamedView, view: ReadView, parameters: URLSearchParams): ShownView {
  const { spec, table, institution, page, of } = view
  const look = readLook(parameters)
  return {
    look,
    ...narrow(spec, view.narrowed ?? [], look.locale),
    ...{ table, institution, page },
    notes: pictureNotes(spec, institution, view, view, look.locale),
    fileName: nameFile([name, institution.code, of], look.locale),
  }
}

/** What of all is counted stands beside the chart, and in the sentence that is said instead of it. */
function narrow(spec: ChartSpec, narrowed: Words[], locale: Locale): Pick<ShownView, 'spec' | 'narrowed'> {
  if (narrowed.length === 0) return { spec, narrowed: null }
  const [zh, en] = [narrowed.map((one) => one.zh).join('，'), narrowed.map((one) => one.en).join(', ')]
  const { summary } = spec
  return {
    spec: { ...spec, summary: { zh: `${zh}。${summary.zh}`, en: `${en}. ${summary.en}` } },
    narrowed: inLocale({ zh, en }, locale),
  }
}

/** Of signs that every system takes. */
export function nameFile(parts: (string | null)[], locale: Locale): string {
  return [...parts, locale.toLowerCase()]
    .filter(Boolean)
    .join('-')
    .replace(/[^\w.-]/g, '_')
}
