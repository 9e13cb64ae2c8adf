import { PAGES_ABOUT_ONE, SINGLE_PAGES } from '@causeway/shared/page-names'
import { THEMES, type Theme } from '@causeway/shared/series'

type SinglePage = (typeof SINGLE_PAGES)[number]
type PageAboutOne = (typeof PAGES_ABOUT_ONE)[number]

/** Which page an address shows. */
export type Place =
  | { page: 'overview' }
  | { page: SinglePage }
  | { [Name in PageAboutOne]: { page: Name; id: string } }[PageAboutOne]
  | { page: 'theme'; theme: Theme }
  /** How the units of one standard stand in another. */
  | { page: 'crosswalk'; from: string; to: string }
  | { page: 'not-found' }

export type PageName = Place['page']

export function parsePlace(path: string): Place {
  const parts = path.split('/').filter(Boolean)
  const [first, second] = parts
  if (first === undefined) return { page: 'overview' }
  if (parts.length === 1) {
    const page = SINGLE_PAGES.find((name) => name === first)
    return page ? { page } : { page: 'not-found' }
  }
  if (parts.length === 3 && first === 'crosswalk') return { page: first, from: decode(second!), to: decode(parts[2]!) }
  if (parts.length > 2) return { page: 'not-found' }
  if (first === 'theme') {
    const theme = THEMES.find((name) => name.toLowerCase() === second)
    return theme ? { page: 'theme', theme } : { page: 'not-found' }
  }
  const page = PAGES_ABOUT_ONE.find((name) => name === first)
  return page ? { page, id: decode(second!) } : { page: 'not-found' }
}

export function pathOf(place: Place): string {
  switch (place.page) {
    case 'overview':
    case 'not-found':
      return '/'
    case 'theme':
      return `/theme/${place.theme.toLowerCase()}`
    case 'crosswalk':
      return `/crosswalk/${encodeURIComponent(place.from)}/${encodeURIComponent(place.to)}`
    default:
      return 'id' in place ? `/${place.page}/${encodeURIComponent(place.id)}` : `/${place.page}`
  }
}

/** A stray percent sign is no reason to fail: no code has it. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
