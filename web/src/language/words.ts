import { dayWords } from '@causeway/shared/day'
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

/** An instant by the reader's clock, to the minute: 20 November 2024, 16:32; 2024-11-20 16:32. */
export function formatMoment(iso: string, locale: Locale): string {
  const at = new Date(iso)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`
  return locale === 'ZH' ? `${day} ${time}` : `${formatDay(day, locale)}, ${time}`
}
