import type { Locale } from './words/words.ts'

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

/**
 * `2024-08-31` as people write it: 31 August 2024, 2024年8月31日. Written by hand: a phone needs a tenth of a second to get
 * `Intl.DateTimeFormat` ready.
 */
export function dayWords(iso: string, locale: Locale): string {
  const [year, month, day] = iso.split('-').map(Number)
  return locale === 'ZH' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month! - 1]} ${year}`
}

/** Where there is little room: 31 Aug 2024, 2024年8月31日. */
export function shortDayWords(iso: string, locale: Locale): string {
  if (locale === 'ZH') return dayWords(iso, locale)
  const [year, month, day] = iso.split('-').map(Number)
  return `${day} ${MONTHS[month! - 1]!.slice(0, 3)} ${year}`
}
