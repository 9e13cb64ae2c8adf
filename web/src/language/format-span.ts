import type { Locale } from '@causeway/shared/words/words'
import { formatDay } from './format-date.ts'

/** From a day on, or up to another: since 1 September 2016; 2015年9月1日至2022年8月31日. */
export function formatSpan({ from, to }: { from: string; to: string | null }, locale: Locale): string {
  const first = formatDay(from, locale)
  if (to === null) return locale === 'ZH' ? `${first}起` : `since ${first}`
  return `${first}${locale === 'ZH' ? '至' : ' to '}${formatDay(to, locale)}`
}
