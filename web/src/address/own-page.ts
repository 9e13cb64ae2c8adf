import type { Theme } from '@causeway/shared/series'

const OWN_PAGES: Partial<Record<Theme, 'standards' | 'platforms' | 'skills'>> = {
  STANDARDS: 'standards',
  PLATFORMS: 'platforms',
  SKILLS: 'skills',
}

/** Where the page of a theme opens that has more than its indicators, which are its second tab; null: it has no more. */
export function ownPageOf(theme: Theme) {
  return OWN_PAGES[theme] ?? null
}
