import { BASES, type Basis } from '@causeway/shared/period'
import { PROFILES, SCOPES, type DimensionFilter, type Profile, type Scope } from '@causeway/shared/series'
import type { Locale } from '@causeway/shared/words/words'
import type { SeriesRequest } from '../../figures/request.ts'
import {
  badParameter,
  checkParameters,
  missingParameter,
  readEnum,
  readHeads,
  readLanguage,
  readYear,
} from './address-parameters.ts'

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
  checkParameters(parameters, [...PARAMETERS, ...more], ['filter'])
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
    locale: readLanguage(parameters),
  }
}

function readVersion(text: string | null): number | null {
  if (text === null) return null
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw badParameter('definitionVersion', { zh: '须是正整数', en: 'is a whole number from 1 on' })
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
  if (colon < 1 || keys.length === 0)
    throw badParameter('filter', { zh: '写作 country:VN,LA', en: 'is written country:VN,LA' })
  return { dimension: text.slice(0, colon).trim(), in: keys }
}
