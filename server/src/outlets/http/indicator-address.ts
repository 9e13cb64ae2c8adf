import { refusal } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { findIndicator } from '../../figures/find-indicator.ts'
import { readSeries } from '../../figures/read-series.ts'
import { AnswerReads } from '../graph/context.ts'
import { seriesFileName } from '../pictures/shown-view.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { readYearTargets } from '../../answers/targets/year-targets.ts'
import { jsonAnswer, refusedAnswer, type Answer } from './answer.ts'
import type { MadeAnswer } from './known-answers.ts'
import { contentDisposition } from './content-disposition.ts'
import { readSeriesQuery } from '../address/series-query.ts'
import { seriesToCsv } from './series-to-csv.ts'
import { seriesToJson } from './series-to-json.ts'

export type SeriesFormat = 'csv' | 'json'

/** One series, as `/i/{indicator}.csv` and `.json` give it. */
export async function answerIndicator(
  causeway: Causeway,
  viewer: Viewer,
  name: string,
  format: SeriesFormat,
  parameters: URLSearchParams,
): Promise<MadeAnswer> {
  const reads = new AnswerReads()
  try {
    if (!causeway.publicReading && viewer.role === null) throw refusal(viewer)
    const { request, locale, heads } = readSeriesQuery(name, parameters)
    reads.institutions.add(request.institution)
    const declaration = findIndicator(causeway, name, request.definitionVersion)
    const series = await readSeries(causeway, viewer, request)
    const targetsOf = await readYearTargets(causeway, viewer, { declaration, request, series })
    const { name: file, plain } = seriesFileName(
      { declaration, institution: { code: series.institution }, series },
      locale,
    )
    const answer =
      format === 'csv'
        ? csvAnswer(seriesToCsv([{ series, unit: declaration.unit, targetsOf }], locale, heads), file, plain)
        : jsonAnswer(await seriesToJson(causeway, { series, declaration, targetsOf }, locale))
    return { answer, reads, keep: true }
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error
    return { answer: refusedAnswer(error), reads, keep: false }
  }
}

/** `name`: of the file, as people read it; `plain`: as every system takes it. */
export function csvAnswer(body: string, name: string, plain: string): Answer {
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': contentDisposition('attachment', `${name}.csv`, `${plain}.csv`),
    },
    body,
  }
}
