import { dayWords } from '@causeway/shared/day'
import { minutesAheadIn, momentWords } from '@causeway/shared/moment'
import type { Locale, Words } from '@causeway/shared/words/words'

/** What the address says, else what the browser prefers. */
export function localeOf(lang: 'zh' | 'en' | null): Locale {
  return (lang ?? navigator.language.slice(0, 2).toLowerCase()) === 'zh' ? 'ZH' : 'EN'
}

/** A text that the server already said in the reader's language, where both languages are wanted. */
export function spoken(text: string): Words {
  return { zh: text, en: text }
}

/** `2024-08-31` as people write it: 31 August 2024, 2024年8月31日. */
export function formatDay(iso: string, locale: Locale): string {
  return dayWords(iso, locale)
}

/** From a day on, or up to another: since 1 September 2016; 2015年9月1日至2022年8月31日. */
export function formatSpan({ from, to }: { from: string; to: string | null }, locale: Locale): string {
  const first = formatDay(from, locale)
  if (to === null) return locale === 'ZH' ? `${first}起` : `since ${first}`
  return `${first}${locale === 'ZH' ? '至' : ' to '}${formatDay(to, locale)}`
}

/** An instant to the minute with its zone, by the reader's clock or by that of a zone: 20 November 2024, 16:32 UTC+8. */
export function formatMoment(iso: string, locale: Locale, timeZone?: string): string {
  const at = new Date(iso)
  // A phone needs a tenth of a second to get `Intl.DateTimeFormat` ready: its own clock is asked without.
  const ahead = timeZone === undefined ? -at.getTimezoneOffset() : minutesAheadIn(timeZone, at.getTime())
  return momentWords(iso, locale, ahead)
}
