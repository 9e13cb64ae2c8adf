import { fill } from '@causeway/shared/words/words'
import { asOffers, daysOfMonth, parseDate, toDate, toPlain, type DateOrder } from './parse-date.ts'
import { CellProblem } from '../ground/row-problem.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** A day, a month or a year: as much of it as a text says. */
export interface PartialDate {
  year: string
  month?: string
  day?: string
}

/** `open`: it has not ended. */
export type DateSaid = PartialDate | 'open' | CellProblem

/** Which day of a month or of a year is meant; absent: nobody said. */
export interface DayChosen {
  month?: 'first' | 'last'
  year?: 'first' | 'last'
}

export interface DateStyle {
  order?: DateOrder
  /** The cell holds a number in a workbook. */
  isNumber?: boolean
  /** A year of two digits is of this century up to this one, else of the last. */
  lastOfCentury?: number
}

const OPEN = /^(?:至?今日?|现在|目前|尚未结束|present|now|to date|todate|ongoing)$/iu
const LASTING =
  /^(?:长期(?:有效|合作)?|持续有效|无固定期限|无期限|不限期|永久(?:有效)?|permanent|indefinite(?:ly)?|open[- ]ended|no end date)$/iu
/** Nobody keeps records from before 1970 by a year of two digits. */
const LAST_OF_CENTURY = 69
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAME = String.raw`(${MONTHS.join('|')})[a-z]*`
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th)?[\s.-]*${MONTH_NAME}[\s.,-]*(\d{4})$`, 'iu')
const MONTH_FIRST = new RegExp(String.raw`^${MONTH_NAME}[\s.-]*(\d{1,2})(?:st|nd|rd|th)?\s*,\s*(\d{4})$`, 'iu')
const MONTH_ALONE = new RegExp(String.raw`^${MONTH_NAME}[\s.,-]*(\d{4})$`, 'iu')

/** Whether a text says that something has no end, as 长期 does of an agreement. */
export function isLasting(text: string): boolean {
  return LASTING.test(text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim())
}

/** What a text says of a date: besides whole dates, months, years, years of two digits, and 至今. */
export function readPartialDate(raw: string, style: DateStyle = {}): DateSaid {
  const points = raw.replaceAll('。', '.')
  const whole = parseDate(points, style.order, style.isNumber)
  if (typeof whole === 'string') return { year: whole.slice(0, 4), month: whole.slice(5, 7), day: whole.slice(8) }
  if (whole.code !== 'BAD_DATE') return whole
  const text = toPlain(points).replaceAll(/\s+/gu, ' ')
  if (OPEN.test(text)) return 'open'
  return readShort(text, style) ?? readNamed(text) ?? readShortYear(text, style) ?? whole
}

function readShort(text: string, { isNumber }: DateStyle): DateSaid | null {
  // Excel drops the last nought of 2023.10.
  let match = isNumber ? /^(\d{4})\.1$/.exec(text) : null
  if (match) return monthOrTenth(match[1]!)
  match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:月份?)?$/.exec(text)
  if (match) return month(match[1]!, match[2]!)
  // 2012 and 12: in 201212 either may be the year. Of no later year, and of none before 2000, is that so.
  match = /^(19\d\d|20(?:1[3-9]|[2-9]\d))(0[1-9]|1[0-2])$/.exec(text)
  if (match) return month(match[1]!, match[2]!)
  match = /^(\d{4})\s*年?$/.exec(text)
  if (match && typeof toDate(match[1]!, '1', '1') === 'string') return { year: match[1]! }
  match = /^(\d{4})年度?\s*[（(:,，]?\s*(\d{1,2})月(\d{1,2})[日号][）)]?$/.exec(text)
  return match ? day(match[1]!, match[2]!, match[3]!) : null
}

function readNamed(text: string): DateSaid | null {
  const numberOf = (name: string) => String(MONTHS.indexOf(name.toLowerCase()) + 1)
  let match = DAY_FIRST.exec(text)
  if (match) return day(match[3]!, numberOf(match[2]!), match[1]!)
  match = MONTH_FIRST.exec(text)
  if (match) return day(match[3]!, numberOf(match[1]!), match[2]!)
  match = MONTH_ALONE.exec(text)
  return match ? month(match[2]!, numberOf(match[1]!)) : null
}

function readShortYear(text: string, { order, isNumber, lastOfCentury = LAST_OF_CENTURY }: DateStyle): DateSaid | null {
  const yearOf = (digits: string) => `${Number(digits) > lastOfCentury ? 19 : 20}${digits.padStart(2, '0')}`
  if (isNumber && /^\d{2}\.1$/.test(text)) return monthOrTenth(yearOf(text.slice(0, 2)))
  let match = /^(\d{2})年(\d{1,2})(?:月份?)?$/.exec(text) ?? /^(1[3-9]|[2-9]\d)\.(\d{1,2})$/.exec(text)
  if (match) return month(yearOf(match[1]!), match[2]!)
  match = /^['’]?(\d{2})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(text)
  if (match) return day(yearOf(match[1]!), match[2]!, match[3]!)
  match = /^['’]?(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)
  if (!match) return null
  const [, a, by, b, c] = match as unknown as [string, string, string, string, string]
  const readings = {
    YMD: () => (a.length === 2 ? day(yearOf(a), b, c) : null),
    DMY: () => (c.length === 2 ? day(yearOf(c), b, a) : null),
    MDY: () => (c.length === 2 ? day(yearOf(c), a, b) : null),
  }
  if (order) return readings[order]()
  // With points the year comes first, as in 23.5.10; 05.09.23 may be written in the manner of other countries.
  if (by === '.' && !a.startsWith('0')) return readings.YMD()
  return onlyOne([readings.YMD(), readings.DMY(), ...(by === '.' ? [] : [readings.MDY()])])
}

function onlyOne(said: (DateSaid | null)[]): DateSaid | null {
  const days = said.flatMap((one) => (one === null || one === 'open' || one instanceof CellProblem ? [] : [isoOf(one)]))
  const different = [...new Set(days)]
  if (different.length < 2) return said.find((one) => one !== null && !(one instanceof CellProblem)) ?? null
  return new CellProblem('AMBIGUOUS_DATE', {
    ...fill(REFUSALS.SHORT_YEAR, { days: different.join(' / '), first: different[0]! }),
    nearest: asOffers(different),
  })
}

function day(year: string, month: string, date: string): PartialDate | CellProblem {
  const iso = toDate(year, month, date)
  if (typeof iso !== 'string') return iso
  return { year, month: iso.slice(5, 7), day: iso.slice(8) }
}

function month(year: string, number: string): PartialDate | CellProblem {
  const first = toDate(year, number, '1')
  return typeof first === 'string' ? { year, month: first.slice(5, 7) } : first
}

function monthOrTenth(year: string): CellProblem {
  return new CellProblem('AMBIGUOUS_DATE', {
    ...fill(REFUSALS.MONTH_OR_TENTH, { year }),
    nearest: asOffers([`${year}-01-01`, `${year}-10-01`]),
  })
}

function isoOf({ year, month: number, day: date }: PartialDate): string {
  return [year, number, date].filter((part) => part !== undefined).join('-')
}

/** The day that is meant; a problem where a month or a year may be any day of it. */
export function chooseDay(said: PartialDate, chosen: DayChosen): string | CellProblem {
  const { year, month: number, day: date } = said
  if (number !== undefined && date !== undefined) return `${year}-${number}-${date}`
  const days = number === undefined ? [`${year}-01-01`, `${year}-12-31`] : daysOfMonth(year, number)
  if (days instanceof CellProblem) return days
  const which = number === undefined ? chosen.year : chosen.month
  if (which) return which === 'first' ? days[0]! : days[1]!
  const code = number === undefined ? 'YEAR_ONLY' : 'MONTH_ONLY'
  return new CellProblem(code, { ...REFUSALS[code], nearest: asOffers(days) })
}

/** As much of the date as was said: 1998-05 of a month. */
export const partialText = isoOf
