import { dayWords } from '@causeway/shared/day-words'
import type { Locale } from '@causeway/shared/words/words'

/** `2024-08-31` as people write it: 31 August 2024, 2024年8月31日. */
export function formatDay(iso: string, locale: Locale): string {
  return dayWords(iso, locale)
}

/** An instant by the reader's clock, to the minute: 20 November 2024, 16:32; 2024-11-20 16:32. */
export function formatMoment(iso: string, locale: Locale): string {
  const at = new Date(iso)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`
  return locale === 'ZH' ? `${day} ${time}` : `${formatDay(day, locale)}, ${time}`
}
