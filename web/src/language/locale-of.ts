import type { Locale } from '@causeway/shared/words/words'

/** What the address says, else what the browser prefers. */
export function localeOf(lang: 'zh' | 'en' | null): Locale {
  return (lang ?? navigator.language.slice(0, 2).toLowerCase()) === 'zh' ? 'ZH' : 'EN'
}
