import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import type { Locale } from '@causeway/shared/words/words'
import { didYouMean, findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'

const LONGEST = 1_000

/** Throws where an address has a parameter that is not known, or one that is twice (but for those that may) or cannot be read. */
export function checkParameters(
  parameters: URLSearchParams,
  known: readonly string[],
  mayRepeat: readonly string[] = [],
): void {
  for (const [name, value] of parameters) {
    if (!known.includes(name)) throw unknownParameter(name, known)
    if (value.includes('\0') || value.length > LONGEST)
      throw badParameter(name, { zh: '含有空字节或过长', en: 'holds a NUL byte or is too long' })
    if (!mayRepeat.includes(name) && parameters.getAll(name).length > 1)
      throw badParameter(name, { zh: '只能出现一次', en: 'may be given once only' })
  }
}

/** What there is instead: the nearest names, else all of them. */
export function unknownParameter(name: string, known: readonly string[]): QuestionError {
  const nearest = findNearest(name, known)
  const hint = didYouMean(nearest)
  return new QuestionError('UNKNOWN_PARAMETER', {
    zh: `没有名为“${name}”的参数${hint.zh || `；可用：${known.join('、')}。`}`,
    en: `There is no parameter "${name}"${hint.en || `. There are ${known.join(', ')}.`}`,
    facts: { parameter: name, nearest, parameters: known },
  })
}

export function badParameter(name: string, words: { zh: string; en: string }): QuestionError {
  return new QuestionError('BAD_PARAMETER', {
    zh: `参数 ${name} ${words.zh}。`,
    en: `The parameter ${name} ${words.en}.`,
    facts: { parameter: name },
  })
}

export function missingParameter(name: string): QuestionError {
  return badParameter(name, { zh: '必须给出', en: 'must be given' })
}

/** `SCHOOL_YEAR`, `school_year` and `school-year` alike. */
export function readEnum<T extends string>(name: string, text: string | null, values: readonly T[]): T | null {
  if (text === null) return null
  const value = values.find((it) => it === text.toUpperCase().replaceAll('-', '_'))
  if (!value)
    throw new QuestionError('BAD_PARAMETER', {
      zh: `${name} 只能是 ${values.join('、')}。`,
      en: `${name} is one of ${values.join(', ')}.`,
      facts: { parameter: name, value: text, values },
    })
  return value
}

/** English, where `lang` is not given. */
export function readLanguage(parameters: URLSearchParams): Locale {
  return readEnum<Locale>('lang', parameters.get('lang') || null, ['EN', 'ZH']) ?? 'EN'
}

/** Of the heads of the columns alone, whatever `lang` is: the names that programs read where it is not given. */
export function readHeads(parameters: URLSearchParams): Locale {
  return readEnum<Locale>('heads', parameters.get('heads') || null, ['EN', 'ZH']) ?? 'EN'
}

export function readYear(name: string, text: string | null): number | null {
  if (text === null) return null
  const year = /^\d{4}$/.test(text) ? Number(text) : NaN
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year
  const words = {
    zh: `须是 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间的四位年份`,
    en: `is a year of four digits from ${FIRST_YEAR} to ${LAST_YEAR}`,
  }
  const bad = badParameter(name, words)
  // A number that is no year there can be is refused as the graph refuses it.
  throw /^\d+$/.test(text)
    ? new QuestionError('BAD_PERIOD', { ...bad.words, facts: { parameter: name, year: text } })
    : bad
}

/** A part of a path as it is meant. @throws QuestionError BAD_REQUEST where it is no text. */
export function decodePart(text: string): string {
  try {
    const decoded = decodeURIComponent(text)
    if (!decoded.includes('\0')) return decoded
  } catch {
    // Falls through to the refusal.
  }
  throw new QuestionError('BAD_REQUEST', {
    zh: '地址中有无法读取的字符。',
    en: 'The address holds characters that cannot be read.',
  })
}
