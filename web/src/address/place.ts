import { THEMES, type Theme } from '@causeway/shared/series'

/** Pages whose address is their name alone. */
const SINGLE = [
  'standards',
  'platforms',
  'skills',
  'forms',
  'data',
  'catalogue',
  'developers',
  'about',
  'institutions',
  'sign-in',
] as const
/** Pages about one thing, named by its code in their address. */
const ABOUT_ONE = [
  'indicator',
  'answer',
  'standard',
  'platform',
  'programme',
  'partner',
  'country',
  'form',
  'record',
] as const

type SinglePage = (typeof SINGLE)[number]
type PageAboutOne = (typeof ABOUT_ONE)[number]

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
    const page = SINGLE.find((name) => name === first)
    return page ? { page } : { page: 'not-found' }
  }
  if (parts.length === 3 && first === 'crosswalk') return { page: first, from: decode(second!), to: decode(parts[2]!) }
  if (parts.length > 2) return { page: 'not-found' }
  if (first === 'theme') {
    const theme = THEMES.find((name) => name.toLowerCase() === second)
    return theme ? { page: 'theme', theme } : { page: 'not-found' }
  }
  const page = ABOUT_ONE.find((name) => name === first)
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
