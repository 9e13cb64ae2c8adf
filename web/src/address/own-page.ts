import type { Theme } from '@causeway/shared/series'

const OWN_PAGES: Partial<Record<Theme, 'standards' | 'platforms' | 'skills'>> = {
  STANDARDS: 'standards',
  PLATFORMS: 'platforms',
  SKILLS: 'skills',
}

/** The page that a theme has beside that of all its indicators; null: it has none. */
export function ownPageOf(theme: Theme) {
  return OWN_PAGES[theme] ?? null
}
