import type { Series } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import { refusal } from '../access/refuse.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from '../causeway.ts'
import { findIndicator } from '../figures/find-indicator.ts'
import { readSeries } from '../figures/read-series.ts'
import { AnswerReads } from '../graph/context.ts'
import type { Declaration } from '../indicators/definition.ts'
import { QuestionError } from '../question-error.ts'
import { jsonAnswer, refusedAnswer, type Answer } from './answer.ts'
import type { MadeAnswer } from './known-answers.ts'
import { readSeriesQuery } from './series-query.ts'
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
    const { request, locale } = readSeriesQuery(name, parameters)
    reads.institutions.add(request.institution)
    const declaration = findIndicator(causeway, name, request.definitionVersion)
    const series = await readSeries(causeway, viewer, request)
    const answer =
      format === 'csv'
        ? toCsv(series, declaration, locale)
        : jsonAnswer(await seriesToJson(causeway, series, declaration, locale))
    return { answer, reads, keep: true }
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error
    return { answer: refusedAnswer(error), reads, keep: false }
  }
}

function toCsv(series: Series, { unit, code }: Declaration, locale: Locale): Answer {
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${code}-${series.institution.replace(/[^\w.-]/g, '_')}.csv"`,
    },
    body: seriesToCsv(series, unit, locale),
  }
}
