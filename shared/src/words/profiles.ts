import type { Profile } from '../series.ts'
import type { Words } from './words.ts'

/** How much of a figure is shown. */
export const profileWords: Record<Profile, Words> = {
  EXACT: { zh: '校内精确版', en: 'exact, for the institution' },
  PUBLIC: { zh: '对外公开版', en: 'public' },
}
