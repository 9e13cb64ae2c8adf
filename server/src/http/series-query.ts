import { BASES, type Basis } from '@causeway/shared/period'
import { PROFILES, SCOPES, type Profile, type Scope } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import type { DimensionFilter, SeriesRequest } from '../figures/request.ts'
import { findNearest } from '../nearest.ts'
import { QuestionError } from '../question-error.ts'

const PARAMETERS = [
  'institution',
  'basis',
  'at',
  'scope',
  'from',
  'to',
  'by',
  'across',
  'filter',
  'cumulativeFrom',
  'definitionVersion',
  'profile',
  'lang',
] as const

/** A question whose college and years may be left to whoever answers. */
export interface OpenSeriesRequest extends Omit<SeriesRequest, 'institution' | 'from' | 'to'> {
  institution: string | null
  from: number | null
  to: number | null
}

/** The parameters of `/i/{indicator}.csv` and its like: as `series` takes them, enum values in either case, and `lang`. */
export function readSeriesQuery(
  indicator: string,
  parameters: URLSearchParams,
): { request: SeriesRequest; locale: Locale } {
  const { request, locale } = readOpenSeriesQuery(indicator, parameters)
  const { institution, from, to } = request
  if (institution === null) throw bad('institution', { zh: '必须给出', en: 'must be given' })
  return { request: { ...request, institution, from: from ?? missing('from'), to: to ?? missing('to') }, locale }
}

/** The same where college and years may be left out, with `more` parameters that the caller reads. */
export function readOpenSeriesQuery(
  indicator: string,
  parameters: URLSearchParams,
  more: readonly string[] = [],
): { request: OpenSeriesRequest; locale: Locale } {
  const known = [...PARAMETERS, ...more]
  for (const [name, value] of parameters) {
    if (!known.includes(name))
      throw new QuestionError(
        'UNKNOWN_PARAMETER',
        { zh: `没有名为“${name}”的参数。`, en: `There is no parameter "${name}".` },
        { parameter: name, nearest: findNearest(name, known), parameters: known },
      )
    if (value.includes('\0') || value.length > 1_000)
      throw bad(name, { zh: '含有空字节或过长', en: 'holds a NUL byte or is too long' })
    if (name !== 'filter' && parameters.getAll(name).length > 1)
      throw bad(name, { zh: '只能出现一次', en: 'may stand once only' })
  }
  const text = (name: (typeof PARAMETERS)[number]) => parameters.get(name) || null
  return {
    request: {
      indicator,
      institution: text('institution'),
      basis: readEnum<Basis>('basis', text('basis'), BASES),
      at: text('at'),
      scope: readEnum<Scope>('scope', text('scope'), SCOPES),
      from: readYear('from', text('from')),
      to: readYear('to', text('to')),
      by: text('by'),
      across: text('across'),
      filter: parameters.getAll('filter').map(readFilter),
      cumulativeFrom: readYear('cumulativeFrom', text('cumulativeFrom')),
      definitionVersion: readVersion(text('definitionVersion')),
      profile: readEnum<Profile>('profile', text('profile'), PROFILES),
    },
    locale: readEnum<Locale>('lang', text('lang'), ['EN', 'ZH']) ?? 'EN',
  }
}

/** `SCHOOL_YEAR`, `school_year` and `school-year` alike. */
export function readEnum<T extends string>(name: string, text: string | null, values: readonly T[]): T | null {
  if (text === null) return null
  const value = values.find((it) => it === text.toUpperCase().replaceAll('-', '_'))
  if (!value)
    throw new QuestionError(
      'BAD_PARAMETER',
      { zh: `${name} 只能是 ${values.join('、')}。`, en: `${name} is one of ${values.join(', ')}.` },
      { parameter: name, value: text, values },
    )
  return value
}

export function readYear(name: string, text: string | null): number | null {
  if (text === null) return null
  if (!/^\d{1,5}$/.test(text)) throw bad(name, { zh: '须是四位年份', en: 'is a year of four digits' })
  return Number(text)
}

function readVersion(text: string | null): number | null {
  if (text === null) return null
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw bad('definitionVersion', { zh: '须是正整数', en: 'is a whole number from 1 on' })
  return Number(text)
}

/** `country:VN,LA` */
function readFilter(text: string): DimensionFilter {
  const colon = text.indexOf(':')
  const keys = text
    .slice(colon + 1)
    .split(',')
    .map((key) => key.trim())
    .filter(Boolean)
  if (colon < 1 || keys.length === 0) throw bad('filter', { zh: '写作 country:VN,LA', en: 'is written country:VN,LA' })
  return { dimension: text.slice(0, colon).trim(), in: keys }
}

function missing(name: string): never {
  throw bad(name, { zh: '必须给出', en: 'must be given' })
}

export function bad(name: string, words: { zh: string; en: string }): QuestionError {
  return new QuestionError(
    'BAD_PARAMETER',
    { zh: `参数 ${name} ${words.zh}。`, en: `The parameter ${name} ${words.en}.` },
    { parameter: name },
  )
}
