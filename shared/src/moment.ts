import { dayWords } from './day.ts'
import type { Locale } from './words/words.ts'

/** As CAUSEWAY_TIME_ZONE is by default. */
export const USUAL_ZONE = 'Asia/Shanghai'

const MINUTE_MS = 60_000
/** The whole of China keeps this time, 北京时间, and calls it so. */
const BEIJING_MINUTES = 480

/**
 * An instant to the minute with the zone of the clock: `20 November 2024, 16:32 UTC+8`, `北京时间 2024-11-20 16:32`.
 * @param minutesAhead minutes that the clock is ahead of UTC then
 */
export function momentWords(iso: string, locale: Locale, minutesAhead: number): string {
  const shown = new Date(Date.parse(iso) + minutesAhead * MINUTE_MS).toISOString()
  const [day, time] = [shown.slice(0, 10), shown.slice(11, 16)]
  const zone = zoneWords(minutesAhead, locale)
  if (locale === 'EN') return `${dayWords(day, locale)}, ${time} ${zone}`
  return minutesAhead === BEIJING_MINUTES ? `${zone} ${day} ${time}` : `${day} ${time} ${zone}`
}

/** `UTC+8`, `UTC-3:30`, `UTC`; in Chinese 北京时间 for the first. */
export function zoneWords(minutesAhead: number, locale: Locale): string {
  if (minutesAhead === 0) return 'UTC'
  if (minutesAhead === BEIJING_MINUTES && locale === 'ZH') return '北京时间'
  const [hours, minutes] = [Math.floor(Math.abs(minutesAhead) / 60), Math.round(Math.abs(minutesAhead) % 60)]
  return `UTC${minutesAhead < 0 ? '-' : '+'}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`
}

/** Minutes that the clock of a zone is ahead of UTC at a time, in milliseconds since 1970. */
export function minutesAheadIn(timeZone: string, time: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(new Date(time))
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign, hours, minutes, seconds = '0'] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? []
  if (!sign) return 0
  const ahead = Number(hours) * 60 + Number(minutes) + Number(seconds) / 60
  return sign === '-' ? -ahead : ahead
}
