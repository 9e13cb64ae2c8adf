import { isIsoDate } from '@causeway/shared/day'
import type { Locale } from '@causeway/shared/words/words'
import { requireExact, refusal } from '../access/refuse.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from '../causeway.ts'
import { writeCrosswalk } from '../curriculum/write-crosswalk.ts'
import { readDayAsked } from '../figures/day-asked.ts'
import { AnswerReads } from '../graph/context.ts'
import { findNearest } from '../nearest.ts'
import { QuestionError } from '../question-error.ts'
import { refusedAnswer } from './answer.ts'
import type { MadeAnswer } from './known-answers.ts'

const PARAMETERS = ['institution', 'on', 'unmapped', 'lang'] as const

/** A crosswalk between two standards, as `/crosswalk/{from}/{to}.csv` gives it: a file that an import takes back. */
export async function answerCrosswalk(
  causeway: Causeway,
  viewer: Viewer,
  { from, to }: { from: string; to: string },
  parameters: URLSearchParams,
): Promise<MadeAnswer> {
  const reads = new AnswerReads()
  try {
    // Nothing of it is public, whatever is asked.
    if (viewer.role === null) throw refusal(viewer)
    const { institution, on, unmapped, locale } = readParameters(parameters)
    requireExact(viewer, institution)
    reads.institutions.add(institution)
    const day = await readDayAsked(causeway.database, institution, on)
    const request = { institution, from, to, on: day, withUnmapped: unmapped }
    const { csv } = await writeCrosswalk(causeway.database, request, locale)
    const name = `crosswalk-${from}-${to}`.replace(/[^\w.-]/g, '_')
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    }
    return { answer: { status: 200, headers, body: csv }, reads, keep: true }
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error
    return { answer: refusedAnswer(error), reads, keep: false }
  }
}

function readParameters(parameters: URLSearchParams): {
  institution: string
  on: string | null
  unmapped: boolean
  locale: Locale
} {
  for (const [name, value] of parameters) {
    if (!(PARAMETERS as readonly string[]).includes(name))
      throw new QuestionError(
        'UNKNOWN_PARAMETER',
        { zh: `没有名为“${name}”的参数。`, en: `There is no parameter "${name}".` },
        { parameter: name, nearest: findNearest(name, [...PARAMETERS]), parameters: PARAMETERS },
      )
    if (value.includes('\0') || value.length > 1_000 || parameters.getAll(name).length > 1)
      throw bad(name, {
        zh: '只能出现一次，且不含空字节、不过长',
        en: 'stands once only, without NUL bytes, and is short',
      })
  }
  const institution = parameters.get('institution')
  if (!institution) throw bad('institution', { zh: '必须给出', en: 'must be given' })
  const on = parameters.get('on') || null
  if (on !== null && !isIsoDate(on)) throw bad('on', { zh: '应为 YYYY-MM-DD', en: 'is written YYYY-MM-DD' })
  const unmapped = parameters.get('unmapped') || '0'
  if (unmapped !== '0' && unmapped !== '1') throw bad('unmapped', { zh: '可用：0、1', en: 'is 0 or 1' })
  const lang = parameters.get('lang')?.toUpperCase() || 'EN'
  if (lang !== 'ZH' && lang !== 'EN') throw bad('lang', { zh: '可用：zh、en', en: 'is zh or en' })
  return { institution, on, unmapped: unmapped === '1', locale: lang }
}

function bad(parameter: string, words: { zh: string; en: string }): QuestionError {
  return new QuestionError(
    'BAD_PARAMETER',
    { zh: `参数 ${parameter} ${words.zh}。`, en: `The parameter ${parameter} ${words.en}.` },
    { parameter },
  )
}
