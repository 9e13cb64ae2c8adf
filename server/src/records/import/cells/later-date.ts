import { isIsoDate, toDay, toIso } from '@causeway/shared/day'
import { fill, type Words } from '@causeway/shared/words/words'
import { CellProblem } from '../ground/row-problem.ts'
import { findNumber } from './first-number.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

export const UNITS_OF_TIME = ['years', 'months', 'days'] as const
export type UnitOfTime = (typeof UNITS_OF_TIME)[number]

const WORDS: Record<UnitOfTime | 'weeks', Words> = {
  years: { zh: '年', en: 'years' },
  months: { zh: '月', en: 'months' },
  weeks: { zh: '周', en: 'weeks' },
  days: { zh: '天', en: 'days' },
}
/** What a cell says that it counts, right after its number. */
const NAMED: [RegExp, UnitOfTime | 'weeks'][] = [
  [/^\s*(?:个?学?年|years?|yrs?\b)/iu, 'years'],
  [/^\s*(?:个?月|months?)/iu, 'months'],
  [/^\s*(?:个?(?:周|星期)|weeks?)/iu, 'weeks'],
  [/^\s*(?:天|日|days?)/iu, 'days'],
]
/** 2026, or the beginning of 2019.9-2024.8. */
const YEAR = /^(?:19|20)\d\d(?:[.,]\d+)?$/
const MONTHS_A_YEAR = 12

/** How many years, months or days a cell says; null: it is empty. */
export function readAmount(text: string, unit: UnitOfTime, decimalComma = false): number | null | CellProblem {
  if (text === '') return null
  const words = WORDS[unit]
  const found = findNumber(text, decimalComma)
  if (!found) return new CellProblem('BAD_NUMBER', fill(REFUSALS.NO_AMOUNT, { unitZh: words.zh, unitEn: words.en }))
  if (YEAR.test(found.digits))
    return new CellProblem('BAD_NUMBER', fill(REFUSALS.AMOUNT_IS_DATE, { unitZh: words.zh, unitEn: words.en }))
  const named = NAMED.find(([pattern]) => pattern.test(found.after))?.[1] ?? unit
  if (named !== unit) {
    const other = WORDS[named]
    return new CellProblem(
      'BAD_NUMBER',
      fill(REFUSALS.OTHER_UNIT_OF_TIME, { unitZh: words.zh, foundZh: other.zh, unitEn: words.en, foundEn: other.en }),
    )
  }
  return Number(found.digits.replace(',', '.'))
}

/** The last day of a stretch of such length from `first`: from 2021-05-20 five years end on 2026-05-19. */
export function lastDayOf(first: string, unit: UnitOfTime, amount: number): string | CellProblem {
  const count = unit === 'years' ? amount * MONTHS_A_YEAR : amount
  if (!Number.isInteger(count) || count < 0) {
    const words = WORDS[unit]
    return new CellProblem('BAD_NUMBER', fill(REFUSALS.NOT_WHOLE, { unitZh: words.zh, unitEn: words.en }))
  }
  const last = unit === 'days' ? toIso(toDay(first) + Math.min(count, 100_000) - 1) : monthsLater(first, count)
  return isIsoDate(last) ? last : new CellProblem('BAD_DATE', REFUSALS.REAL_DATE)
}

/** The day before the same day of a later month; its last day where it has none, as of one month from 31 January. */
function monthsLater(first: string, months: number): string {
  const [year, month, date] = first.split('-').map(Number) as [number, number, number]
  const same = new Date(Date.UTC(year, month - 1 + Math.min(months, 12_000), date))
  const isThere = same.getUTCDate() === date
  same.setUTCDate(isThere ? date - 1 : 0)
  return same.toISOString().slice(0, 10)
}
