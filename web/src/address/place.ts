import { THEMES, type Theme } from '@causeway/shared/series'

/** Which page an address shows. */
export type Place =
  | { page: 'overview' }
  | { page: 'theme'; theme: Theme }
  | { page: 'indicator'; id: string }
  | { page: 'institutions' }
  | { page: 'sign-in' }
  | { page: 'not-found' }

export function parsePlace(path: string): Place {
  const [first = '', second, ...rest] = path.split('/').filter(Boolean)
  if (first === '') return { page: 'overview' }
  if (rest.length > 0) return { page: 'not-found' }
  if (first === 'theme' && second) {
    const theme = THEMES.find((name) => name.toLowerCase() === second)
    return theme ? { page: 'theme', theme } : { page: 'not-found' }
  }
  if (first === 'indicator' && second) return { page: 'indicator', id: decode(second) }
  if (first === 'institutions' && !second) return { page: 'institutions' }
  if (first === 'sign-in' && !second) return { page: 'sign-in' }
  return { page: 'not-found' }
}

export function pathOf(place: Place): string {
  switch (place.page) {
    case 'theme':
      return `/theme/${place.theme.toLowerCase()}`
    case 'indicator':
      return `/indicator/${encodeURIComponent(place.id)}`
    case 'institutions':
      return '/institutions'
    case 'sign-in':
      return '/sign-in'
    default:
      return '/'
  }
}

/** A stray percent sign is no reason to fail: no indicator has it in its id. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
