import { isIsoDate, toIso, type Day } from '@causeway/shared/day'
import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import { fill, type Words } from '@causeway/shared/words/words'
import type { FieldOption } from '../../field-options.ts'
import { CellProblem } from '../ground/row-problem.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Which comes first where a date is written with numbers alone: day, month, or year. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD'

const EXPECTED: Words = REFUSALS.REAL_DATE

const NO_SUCH_YEAR: Words = fill(REFUSALS.NO_SUCH_YEAR, { FIRST_YEAR, LAST_YEAR })

/**
 * A date as people write it, to ISO text. A date that could be two days is refused unless `order` says which. `isNumber`: the
 * cell holds a number in a workbook, so that 45170 is the serial that Excel stores for 2023-09-01.
 */
export function parseDate(raw: string, order?: DateOrder, isNumber = false, date1904 = false): string | CellProblem {
  const text = toPlain(raw)
  let match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(text)
  if (match) return toDate(match[1]!, match[2]!, match[3]!)
  match = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (match) return toDate(match[1]!, match[2]!, match[3]!)
  match = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text)
  if (match) return parseDayFirst(match[1]!, match[2]!, match[3]!, order)
  if (/^\d{5}$/.test(text)) return parseSerial(Number(text), isNumber, date1904)
  match = isNumber ? null : /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?(份)?$/.exec(text)
  if (match) return lacksDay(match[1]!, match[2]!)
  return new CellProblem('BAD_DATE', EXPECTED)
}

/** More is no date, and takes long to be found none. */
const LONGEST = 200

/** With its numerals as digits, and without a time of day: that says nothing more about the day. */
export function toPlain(raw: string): string {
  if (raw.length > LONGEST) return raw
  return raw
    .normalize('NFKC')
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z| ?[AP]M)?$/i, '')
    .trim()
    .replace(/[〇○零一二三四五六七八九十]+(?=[年月日号])/g, toDigits)
}

const NUMERALS = '零一二三四五六七八九'

/** 二〇二四 to 2024, 十 to 10, 二十一 to 21. */
function toDigits(numerals: string): string {
  const digits = [...numerals.replaceAll(/[〇○]/g, '零')].map((one) => (one === '十' ? one : NUMERALS.indexOf(one)))
  const ten = digits.indexOf('十')
  return ten < 0 ? digits.join('') : `${digits.slice(0, ten).join('') || 1}${digits.slice(ten + 1).join('') || 0}`
}

function parseDayFirst(a: string, b: string, year: string, order?: DateOrder): string | CellProblem {
  if (order === 'DMY') return toDate(year, b, a)
  if (order === 'MDY') return toDate(year, a, b)
  const dayFirst = toDate(year, b, a)
  const monthFirst = toDate(year, a, b)
  if (typeof dayFirst !== 'string') return monthFirst
  if (typeof monthFirst !== 'string' || monthFirst === dayFirst) return dayFirst
  return new CellProblem('AMBIGUOUS_DATE', {
    ...fill(REFUSALS.AMBIGUOUS_DATE, { dayFirst, monthFirst }),
    nearest: asOffers([dayFirst, monthFirst]),
  })
}

/** What begins in a month began on its first day or later, what ends in it by its last: which day it was nobody can say here. */
function lacksDay(year: string, month: string): CellProblem {
  const days = daysOfMonth(year, month)
  if (days instanceof CellProblem) return days
  return new CellProblem('BAD_DATE', { ...fill(REFUSALS.NO_DAY, { first: days[0] }), nearest: asOffers(days) })
}

/** The first day of a month, and the last. */
export function daysOfMonth(year: string, month: string): [first: string, last: string] | CellProblem {
  const first = toDate(year, month, '1')
  if (typeof first !== 'string') return first
  const days = ['31', '30', '29', '28'].map((day) => toDate(year, month, day))
  return [first, days.find((day): day is string => typeof day === 'string')!]
}

/** Days that may be meant, to choose from. */
export function asOffers(days: readonly string[]): FieldOption[] {
  return days.map((day) => ({ key: day, label: { zh: day, en: day } }))
}

function parseSerial(serial: number, isNumber: boolean, date1904: boolean): string | CellProblem {
  // Excel's day 60 is a 29 February 1900 that never was; every serial that a college meets is after it.
  const first: Day = date1904 ? -24_107 : -25_569
  const date = toIso(first + serial)
  if (isNumber && isIsoDate(date)) return date
  return new CellProblem(
    'BAD_DATE',
    fill(REFUSALS.DATE_AS_NUMBER, { EXPECTEDZh: EXPECTED.zh, date, EXPECTEDEn: EXPECTED.en }),
  )
}

export function toDate(year: string, month: string, day: string): string | CellProblem {
  const monthDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (isIsoDate(`${year}-${monthDay}`)) return `${year}-${monthDay}`
  // Other systems write 9999-12-31 or 0001-01-01 for a date that they do not have.
  const noSuchYear = Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR
  return new CellProblem('BAD_DATE', noSuchYear ? NO_SUCH_YEAR : EXPECTED)
}

/** `09-01`, `9/1`, `9月1日`, or a whole date of which Excel has made one, to `09-01`. */
export function parseMonthDay(raw: string): string | CellProblem {
  const text = raw.normalize('NFKC').trim()
  const match = /^(?:\d{4}\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text)
  const monthDay = match && `${match[1]!.padStart(2, '0')}-${match[2]!.padStart(2, '0')}`
  if (monthDay && isIsoDate(`2024-${monthDay}`)) return monthDay
  return new CellProblem('BAD_DATE', { zh: '应为 月-日，如 09-01', en: 'expected is a month and day, as 09-01' })
}
