import { factsOf, ownPageOf, PAGES, type PageName, type Place } from '@causeway/shared/pages'
import { THEMES, type Theme } from '@causeway/shared/series'
import { themeWords } from '@causeway/shared/words/terms'
import type { Words } from '@causeway/shared/words/words'

interface NavEntry {
  place: Place
  words: Words
  /** The reader is on it; on a page that belongs under it; elsewhere. */
  current: 'page' | 'true' | undefined
}

/** The pages of the menu, and which of them the reader is on or under. `theme`: of the indicator that is shown. */
export function listNavEntries(at: Place, theme: Theme | null, hasData: boolean): NavEntry[] {
  const { under } = factsOf(at.page)
  const currentOf = (page: PageName) => (at.page === page ? 'page' : under === page ? 'true' : undefined)
  const single = (page: 'overview' | 'forms' | 'data' | 'catalogue'): NavEntry => ({
    place: { page },
    words: PAGES[page].words,
    current: currentOf(page),
  })
  return [
    single('overview'),
    ...THEMES.map(themeEntry),
    single('forms'),
    ...(hasData ? [single('data')] : []),
    single('catalogue'),
  ]
  function themeEntry(of: Theme): NavEntry {
    const own = ownPageOf(of)
    const place: Place = own ? { page: own } : { page: 'theme', theme: of }
    const isTheme = at.page === 'theme' && at.theme === of
    const isOfTheme = (at.page === 'indicator' || at.page === 'answer') && theme === of
    // Of a theme that has its own page, the page of all its indicators is another.
    const current = isTheme ? (own ? 'true' : 'page') : isOfTheme ? 'true' : own ? currentOf(own) : undefined
    return { place, words: themeWords[of], current }
  }
}
