import type { DimensionFilter } from '@causeway/shared/series'
import {
  argumentOf,
  parseFilter,
  SERIES_ARGUMENT_NAMES,
  type ArgumentKind,
  type ArgumentValue,
  type SeriesArgument,
  type SeriesRequest,
} from '@causeway/shared/series-arguments'
import type { Locale } from '@causeway/shared/words/words'
import {
  badParameter,
  checkParameters,
  missingParameter,
  readEnum,
  readHeads,
  readLanguage,
  readYear,
} from './address-parameters.ts'

/** A question whose college and years may be left to anyone who answers. */
export type OpenSeriesRequest = { indicator: string } & ReturnType<typeof readArguments<SeriesArgument>>

/** The parameters of `/i/{indicator}.csv` and its like: as `series` takes them, enum values in either case, and `lang`. */
export function readSeriesQuery(
  indicator: string,
  parameters: URLSearchParams,
): { request: SeriesRequest; locale: Locale; heads: Locale } {
  const { request, locale } = readOpenSeriesQuery(indicator, parameters, ['heads'])
  const { institution, from, to } = request
  if (institution === null) throw missingParameter('institution')
  if (from === null || to === null) throw missingParameter(from === null ? 'from' : 'to')
  return { request: { ...request, institution, from, to }, locale, heads: readHeads(parameters) }
}

/** The same where college and years may be left out, with `more` parameters that the caller reads. */
export function readOpenSeriesQuery(
  indicator: string,
  parameters: URLSearchParams,
  more: readonly string[] = [],
): { request: OpenSeriesRequest; locale: Locale } {
  checkParameters(parameters, [...SERIES_ARGUMENT_NAMES, 'lang', ...more], ['filter'])
  const request = { indicator, ...readArguments(parameters, SERIES_ARGUMENT_NAMES) }
  return { request, locale: readLanguage(parameters) }
}

/** Arguments as an address writes them; null: it is not given. */
export function readArguments<Name extends SeriesArgument>(
  parameters: URLSearchParams,
  names: readonly Name[],
): { [One in Name]: ArgumentValue<One> | null } {
  return Object.fromEntries(names.map((name) => [name, readArgument(parameters, name)])) as never
}

function readArgument(parameters: URLSearchParams, name: SeriesArgument): unknown {
  const { kind, values } = argumentOf(name)
  const text = parameters.get(name) || null
  const readAsText = () => text
  const readers: Record<ArgumentKind, () => unknown> = {
    code: readAsText,
    choice: () => readEnum(name, text, values!),
    day: readAsText,
    year: () => readYear(name, text),
    version: () => readVersion(name, text),
    release: readAsText,
    time: readAsText,
    dimension: readAsText,
    filter: () => parameters.getAll(name).map(readFilter),
  }
  return readers[kind]()
}

function readVersion(name: string, text: string | null): number | null {
  if (text === null) return null
  if (!/^[1-9]\d{0,5}$/.test(text)) throw badParameter(name, { zh: '须是正整数', en: 'is a whole number from 1 on' })
  return Number(text)
}

/** `country:VN,LA` */
function readFilter(text: string): DimensionFilter {
  const filter = parseFilter(text, ':')
  if (filter === null) throw badParameter('filter', { zh: '写作 country:VN,LA', en: 'is written country:VN,LA' })
  return filter
}
