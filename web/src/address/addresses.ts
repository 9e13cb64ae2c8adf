import { createContext } from 'react'
import { shownAs, formatView, type View } from './view.ts'
import { pathOf, type Place } from '@causeway/shared/pages'

/** Where the page finds out what it shows, and how it writes a link. */
export interface Addresses {
  subscribe: (tell: () => void) => () => void
  /** The address now, as `/theme/skills?lang=zh#rates`. */
  read: () => string
  /** The address of a place and what it shows, for a link. */
  write: (place: Place, view: Partial<View>) => string
  /** The address now in a language, for a link. */
  inLanguage: (lang: 'zh' | 'en') => string
}

/** What represents the address of a page that is not there, in a folder that has only some. */
export const NOWHERE = '#'

export const MOVED = 'causeway:moved'
/** Somebody is about to leave the page in sight: what it has yet to note in its address it notes now. */
export const LEAVING = 'causeway:leaving'

function hereInBrowser(): string {
  return location.pathname + location.search + location.hash
}

/** The browser's own. A folder of files has others. */
const OF_THE_BROWSER: Addresses = {
  subscribe(tell) {
    addEventListener('popstate', tell)
    addEventListener(MOVED, tell)
    return () => {
      removeEventListener('popstate', tell)
      removeEventListener(MOVED, tell)
    }
  },
  read: hereInBrowser,
  // A wrong address stays as it is written while its language is switched.
  write: (place, view) => (place.page === 'not-found' ? location.pathname : pathOf(place)) + formatView(view),
  inLanguage: (lang) => shownAs(hereInBrowser(), { lang }),
}

export const AddressesContext = createContext<Addresses>(OF_THE_BROWSER)
