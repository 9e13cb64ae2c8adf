import { THEMES, type Theme } from '@causeway/shared/series'
import { themeWords } from '@causeway/shared/words/themes'
import type { Words } from '@causeway/shared/words/words'
import type { PageName, Place } from '../address/place.ts'
import { PAGES } from '../pages.ts'
import { NAV_WORDS } from './nav-words.ts'
import { SHELL_WORDS } from './words.ts'

interface NavEntry {
  place: Place
  words: Words
  isCurrent: boolean
}

/** Themes with a page of their own beside that of all their indicators. */
const OWN_PAGES = { STANDARDS: 'standards', PLATFORMS: 'platforms', SKILLS: 'skills' } as const
/** Pages that belong under one of the menu. */
const UNDER: Partial<Record<PageName, PageName>> = {
  standard: 'standards',
  crosswalk: 'standards',
  platform: 'platforms',
  form: 'forms',
  record: 'data',
}

/** The pages of the menu, and which of them the reader is on or under. */
export function listNavEntries(at: Place, hasData: boolean): NavEntry[] {
  const current = UNDER[at.page] ?? at.page
  const single = (page: 'overview' | 'forms' | 'data' | 'catalogue', words: Words): NavEntry[] =>
    PAGES[page] ? [{ place: { page }, words, isCurrent: current === page }] : []
  return [
    ...single('overview', SHELL_WORDS.overview),
    ...THEMES.map((theme) => themeEntry(theme, at, current)),
    ...single('forms', NAV_WORDS.forms),
    ...(hasData ? single('data', NAV_WORDS.data) : []),
    ...single('catalogue', NAV_WORDS.catalogue),
  ]
}

function themeEntry(theme: Theme, at: Place, current: PageName): NavEntry {
  const own = theme in OWN_PAGES ? OWN_PAGES[theme as keyof typeof OWN_PAGES] : null
  const isTheme = at.page === 'theme' && at.theme === theme
  const place: Place = own && PAGES[own] ? { page: own } : { page: 'theme', theme }
  return { place, words: themeWords[theme], isCurrent: isTheme || (own !== null && current === own) }
}
