import { THEMES, type Theme } from '@causeway/shared/series'
import { themeWords } from '@causeway/shared/words/themes'
import type { Words } from '@causeway/shared/words/words'
import { ownPageOf } from '../address/own-page.ts'
import type { PageName, Place } from '../address/place.ts'
import { NAV_WORDS } from './nav-words.ts'
import { SHELL_WORDS } from './words.ts'

interface NavEntry {
  place: Place
  words: Words
  /** The reader is on it; on a page that belongs under it; elsewhere. */
  current: 'page' | 'true' | undefined
}

/** Pages that belong under one of the menu. */
const UNDER: Partial<Record<PageName, PageName>> = {
  standard: 'standards',
  crosswalk: 'standards',
  platform: 'platforms',
  form: 'forms',
  record: 'data',
  partner: 'platforms',
  // Of one of them all themes tell something, as the overview does of the college.
  programme: 'overview',
  country: 'overview',
}

/** The pages of the menu, and which of them the reader is on or under. `theme`: of the indicator that is shown. */
export function listNavEntries(at: Place, theme: Theme | null, hasData: boolean): NavEntry[] {
  const under = UNDER[at.page]
  const currentOf = (page: PageName) => (at.page === page ? 'page' : under === page ? 'true' : undefined)
  const single = (page: 'overview' | 'forms' | 'data' | 'catalogue', words: Words): NavEntry => ({
    place: { page },
    words,
    current: currentOf(page),
  })
  return [
    single('overview', SHELL_WORDS.overview),
    ...THEMES.map(themeEntry),
    single('forms', NAV_WORDS.forms),
    ...(hasData ? [single('data', NAV_WORDS.data)] : []),
    single('catalogue', NAV_WORDS.catalogue),
  ]
  function themeEntry(of: Theme): NavEntry {
    const own = ownPageOf(of)
    const place: Place = own ? { page: own } : { page: 'theme', theme: of }
    const isTheme = at.page === 'theme' && at.theme === of
    const isOfTheme = (at.page === 'indicator' || at.page === 'answer') && theme === of
    // Of a theme that has a page of its own, the page of all its indicators is another.
    const current = isTheme ? (own ? 'true' : 'page') : isOfTheme ? 'true' : own ? currentOf(own) : undefined
    return { place, words: themeWords[of], current }
  }
}
