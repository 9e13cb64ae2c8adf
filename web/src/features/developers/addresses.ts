import { argumentOf, SERIES_ARGUMENT_NAMES } from '@causeway/shared/series-arguments'
import type { Words } from '@causeway/shared/words/words'
import ADDRESS_WORDS from './address-words.json' with { type: 'json' }
import views from './served-views.json' with { type: 'json' }

/** What the address of a series takes. */
export const PARAMETERS = [
  ...SERIES_ARGUMENT_NAMES.map((name) => (name === 'filter' ? `filter=${argumentOf(name).example}` : name)),
  'lang',
]

export type AddressPattern = keyof typeof ADDRESS_WORDS

/** What can be fetched without GraphQL: of each address one that works, of this college. */
export function addressesOf(institution: string, indicator: string, year: number): Record<AddressPattern, string> {
  const asked = new URLSearchParams({ institution, from: String(year - 4), to: String(year) })
  const series = (format: string) => `/i/${encodeURIComponent(indicator)}.${format}?${asked}`
  return {
    '/i/{indicator}.csv .json .xlsx': series('csv'),
    '/i/{indicator}.png .svg': series('svg'),
    '/i/{view}.csv .json .xlsx .png .svg': `/i/who-learns-from-whom.svg?${asked}`,
    '/embed/{indicator} /embed/{view}': `/embed/${encodeURIComponent(indicator)}?${asked}`,
    '/forms/{form}/{edition}/{year}.xlsx .csv': `/forms/international-influence/2022/${year}.xlsx?${new URLSearchParams({ institution })}`,
    '/graphql': '/graphql',
    '/schema.graphql': '/schema.graphql',
    '/healthz /readyz /metrics': '/healthz',
  }
}

interface ServedView {
  /** Its name in `/i/…` and `/embed/…`. */
  name: string
  words: Words
  /** What it takes beside institution, lang, mode and size. */
  parameters: string
  /** Of its CSV and JSON. */
  columns: string
  /** It answers those alone who may read the college. */
  closed: boolean
}

/** Views that have a name of their own, and what is in their files. A column keeps its name. */
export const SERVED_VIEWS: readonly ServedView[] = views
