import { refusal } from '../access/refuse.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from '../causeway.ts'
import { AnswerReads } from '../graph/context.ts'
import { readSeriesView } from '../pictures/series-view.ts'
import { nameFile } from '../pictures/shown-view.ts'
import { readViewQuery } from '../pictures/view-query.ts'
import { QuestionError } from '../question-error.ts'
import { refusedAnswer } from './answer.ts'
import type { MadeAnswer } from './known-answers.ts'
import { seriesToXlsx } from './series-to-xlsx.ts'

/** One series as a workbook, as `/i/{indicator}.xlsx` gives it. `origin`: of this server, for the link back to the page. */
export async function answerWorkbook(
  causeway: Causeway,
  viewer: Viewer,
  name: string,
  parameters: URLSearchParams,
  origin: string,
): Promise<MadeAnswer> {
  const reads = new AnswerReads()
  try {
    if (!causeway.publicReading && viewer.role === null) throw refusal(viewer)
    const question = readViewQuery(name, parameters)
    const { locale } = question
    const view = await readSeriesView(causeway, viewer, question, reads)
    const { declaration, institution, series } = view
    const page = new URL(`/indicator/${encodeURIComponent(declaration.code)}`, origin)
    page.searchParams.set('institution', institution.code)
    page.searchParams.set('lang', locale.toLowerCase())
    const file = nameFile([declaration.code, institution.code, series.dimension, series.across], locale)
    const headers = {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${file}.xlsx"`,
    }
    return { answer: { status: 200, headers, body: await seriesToXlsx(view, page.href, locale) }, reads, keep: true }
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error
    return { answer: refusedAnswer(error), reads, keep: false }
  }
}
