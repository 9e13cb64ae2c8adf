import { inLocale, type Locale } from '@causeway/shared/words/words'
import { refusal } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { AnswerReads } from '../graph/context.ts'
import type { AskedView, NamedView } from '../pictures/named-view.ts'
import { findNamedView } from '../pictures/named-views.ts'
import { readSeriesView, type SeriesView } from '../pictures/series-view.ts'
import { plainName, readNamedView, seriesFileName } from '../pictures/shown-view.ts'
import { readLook, readViewQuery } from '../pictures/view-query.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { readHeads } from '../address/address-parameters.ts'
import { jsonAnswer, refusedAnswer, type Answer } from './answer.ts'
import { contentDisposition } from './content-disposition.ts'
import type { MadeAnswer } from './known-answers.ts'
import { seriesToCsv } from './series-to-csv.ts'
import { seriesToJson } from './series-to-json.ts'
import { seriesToXlsx } from './series-to-xlsx.ts'
import { checkViewParameters } from '../pictures/named-query.ts'
import { pageAddress } from '../pictures/view-parameters.ts'
import { viewToCsv, viewToJson } from './view-to-rows.ts'
import { viewToXlsx } from './view-to-xlsx.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type ViewFormat = 'xlsx' | 'csv' | 'json'

/**
 * One series as a workbook, as `/i/{indicator}.xlsx` gives it; of a view that has a name its rows, or the series that it shows, as a
 * workbook, as rows, or as a list. `origin`: of this server, for the link back to the page.
 */
export async function answerViewFile(
  causeway: Causeway,
  viewer: Viewer,
  name: string,
  format: ViewFormat,
  parameters: URLSearchParams,
  origin: string,
): Promise<MadeAnswer> {
  const reads = new AnswerReads()
  try {
    if (!causeway.publicReading && viewer.role === null) throw refusal(viewer)
    const named = findNamedView(name)
    const asked = { causeway, viewer, parameters, reads }
    const answer =
      named && !named.seriesOf
        ? await writeNamed(named, format, asked, origin)
        : await writeSeries(name, named, format, asked, origin)
    return { answer, reads, keep: true }
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error
    return { answer: refusedAnswer(error), reads, keep: false }
  }
}

async function writeNamed(named: NamedView, format: ViewFormat, asked: AskedView, origin: string): Promise<Answer> {
  const { causeway, viewer, parameters, reads } = asked
  const view = await readNamedView(causeway, viewer, named, parameters, reads)
  const { locale } = readLook(parameters)
  if (format === 'json') return jsonAnswer(viewToJson(named, view, locale))
  const body =
    format === 'csv'
      ? viewToCsv(view, locale)
      : await viewToXlsx(
          view,
          addressOf(origin, view.page.path, view.institution.code, locale, view.page.query),
          locale,
          causeway,
        )
  return fileAnswer(body, format, {
    name: inLocale(view.spec.title, locale),
    plain: plainName([named.name, view.institution.code, view.of], locale),
  })
}

async function writeSeries(
  name: string,
  named: NamedView | null,
  format: ViewFormat,
  { causeway, viewer, parameters, reads }: AskedView,
  origin: string,
): Promise<Answer> {
  if (named) checkViewParameters(parameters, [...named.parameters, 'heads'])
  const question = readViewQuery(name, parameters)
  const { locale } = question
  const views: SeriesView[] = []
  for (const indicator of named?.seriesOf ?? [name])
    views.push(
      await readSeriesView(causeway, viewer, { ...question, request: { ...question.request, indicator } }, reads),
    )
  if (format === 'json') {
    const series = []
    for (const view of views) series.push(await seriesToJson(causeway, view, locale))
    return jsonAnswer({ series })
  }
  const [first] = views as [SeriesView]
  const shown = new URLSearchParams(parameters)
  shown.set('lang', locale.toLowerCase())
  const pages = views.map(
    (view) =>
      origin + pageAddress(`/indicator/${encodeURIComponent(view.declaration.code)}`, view.institution.code, shown),
  )
  const body =
    format === 'csv'
      ? seriesToCsv(
          views.map((view) => ({ ...view, unit: view.declaration.unit })),
          locale,
          readHeads(parameters),
        )
      : await seriesToXlsx(views, pages, locale, causeway)
  const file = named
    ? {
        name: views.map(({ declaration }) => inLocale(declaration.name, locale)).join(locale === 'ZH' ? '与' : ' and '),
        plain: plainName([named.name, first.institution.code], locale),
      }
    : seriesFileName(first, locale)
  return fileAnswer(body, format, file)
}

function fileAnswer(
  body: string | Buffer,
  format: 'csv' | 'xlsx',
  { name, plain }: { name: string; plain: string },
): Answer {
  return {
    status: 200,
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : WORKBOOK,
      'content-disposition': contentDisposition('attachment', `${name}.${format}`, `${plain}.${format}`),
    },
    body,
  }
}

function addressOf(
  origin: string,
  path: string,
  institution: string,
  locale: Locale,
  query: Record<string, string | null>,
): string {
  const page = new URL(path, origin)
  page.searchParams.set('institution', institution)
  page.searchParams.set('lang', locale.toLowerCase())
  for (const [name, value] of Object.entries(query)) if (value !== null) page.searchParams.set(name, value)
  return page.href
}
