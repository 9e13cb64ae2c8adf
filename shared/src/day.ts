import type { Locale } from './words/words.ts'

/** Whole days since 1970-01-01, as dates are stored for queries. */
export type Day = number

/** First day of a record that speaks for every day before its last. */
export const BEFORE_EVERY_DAY: Day = -1_000_000

const MS_PER_DAY = 86_400_000

/** `2023-09-01` to a day number. The text must be a real date (`isIsoDate`). */
export function toDay(iso: string): Day {
  return Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / MS_PER_DAY
}

/** A day number to `2023-09-01`. */
export function toIso(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** 2023, of any day of that year. */
export function yearOf(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear()
}

/** True for a date that exists, written YYYY-MM-DD, in the years 1900 to 2199. */
export function isIsoDate(text: string): boolean {
  const match = /^((?:19|20|21)\d\d)-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day `MM-DD` of a year; 29 February is the 28th where the year has none. */
export function dayInYear(year: number, monthDay: string): Day {
  const day = toDay(`${year}-${monthDay}`)
  return monthDay === '02-29' && toIso(day).slice(5) !== '02-29' ? day - 1 : day
}

/** True for a `MM-DD` that exists in a leap year. */
export function isMonthDay(text: string): boolean {
  return /^\d\d-\d\d$/.test(text) && isIsoDate(`2024-${text}`)
}

/** The same date `months` earlier; a day the month lacks is its last day. */
export function monthsBefore(day: Day, months: number): Day {
  const date = new Date(day * MS_PER_DAY)
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return first.getTime() / MS_PER_DAY + Math.min(date.getUTCDate(), last) - 1
}

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
