import { refusal } from '../access/refuse.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from '../causeway.ts'
import { AnswerReads } from '../graph/context.ts'
import { MIRRORED_CODES, WHO_LEARNS_FROM_WHOM } from '../pictures/mirrored-view.ts'
import { readSeriesView, type SeriesView } from '../pictures/series-view.ts'
import { nameFile } from '../pictures/shown-view.ts'
import { readViewQuery } from '../pictures/view-query.ts'
import { QuestionError } from '../question-error.ts'
import { jsonAnswer, refusedAnswer, type Answer } from './answer.ts'
import type { MadeAnswer } from './known-answers.ts'
import { seriesToCsv } from './series-to-csv.ts'
import { seriesToJson } from './series-to-json.ts'
import { seriesToXlsx } from './series-to-xlsx.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type ViewFormat = 'xlsx' | 'csv' | 'json'

/**
 * One series as a workbook, as `/i/{indicator}.xlsx` gives it; of the picture of the overview both of its series, as a workbook, as
 * rows under each other, or as a list. `origin`: of this server, for the link back to the page.
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
    const question = readViewQuery(name, parameters)
    const views: SeriesView[] = []
    for (const indicator of name === WHO_LEARNS_FROM_WHOM ? MIRRORED_CODES : [name])
      views.push(
        await readSeriesView(causeway, viewer, { ...question, request: { ...question.request, indicator } }, reads),
      )
    return { answer: await writeFile(causeway, views, name, format, question.locale, origin), reads, keep: true }
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error
    return { answer: refusedAnswer(error), reads, keep: false }
  }
}

async function writeFile(
  causeway: Causeway,
  views: SeriesView[],
  name: string,
  format: ViewFormat,
  locale: 'ZH' | 'EN',
  origin: string,
): Promise<Answer> {
  if (format === 'json') {
    const series = []
    for (const view of views) series.push(await seriesToJson(causeway, view.series, view.declaration, locale))
    return jsonAnswer({ series })
  }
  const [{ series, declaration, institution }] = views as [SeriesView]
  const named = views.length > 1 ? name : declaration.code
  const file = nameFile([named, institution.code, series.dimension, series.across], locale)
  const body =
    format === 'csv' ? toCsv(views, locale) : await seriesToXlsx(views, pagesOf(views, origin, locale), locale)
  return {
    status: 200,
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : WORKBOOK,
      'content-disposition': `attachment; filename="${file}.${format}"`,
    },
    body,
  }
}

/** The head once, then the rows of each. */
function toCsv(views: SeriesView[], locale: 'ZH' | 'EN'): string {
  const [first = '', ...more] = views.map(({ series, declaration }) => seriesToCsv(series, declaration.unit, locale))
  return first + more.map((csv) => csv.slice(csv.indexOf('\n') + 1)).join('')
}

function pagesOf(views: SeriesView[], origin: string, locale: 'ZH' | 'EN'): string[] {
  return views.map(({ declaration, institution }) => {
    const page = new URL(`/indicator/${encodeURIComponent(declaration.code)}`, origin)
    page.searchParams.set('institution', institution.code)
    page.searchParams.set('lang', locale.toLowerCase())
    return page.href
  })
}
