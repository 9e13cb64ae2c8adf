import { remember } from '../../../ground/kept.ts'
import { fill } from '@causeway/shared/words/words'
import { didYouMean, findNearest } from '../../../ground/nearest.ts'
import { asOffers, type DateOrder } from './parse-date.ts'
import { CellProblem, type ParseCell } from '../ground/row-problem.ts'
import { readRange } from './date-range.ts'
import {
  chooseDay,
  readPartialDate,
  type DateSaid,
  type DateStyle,
  type DayChosen,
  type PartialDate,
} from './partial-date.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** What a mapping says of the dates of one field. */
export interface DateReading extends DayChosen {
  /** Nothing may come after it, so that 至今 leaves it empty. */
  isLast: boolean
  /** Of a cell that holds two dates. */
  range?: 'start' | 'end'
  /** Where it holds one: that day is both, or the end is open. */
  oneDate?: 'day' | 'open'
  ranges: Ranges
}

/** What the fields of a file have in common that read an end of a cell each. */
export interface Ranges {
  /** What words mean that are no dates, as `foldTerm` makes them. */
  terms: ReadonlyMap<string, readonly [first: string, last: string]>
  read(text: string): ReturnType<typeof readRange>
}

/** Two fields read one cell: it is taken apart once. */
export function makeRanges(terms: Record<string, [string, string]> = {}, order?: DateOrder): Ranges {
  return {
    terms: new Map(Object.entries(terms).map(([text, days]) => [foldTerm(text), days])),
    read: remember((text) => readRange(text, order ? { order } : {})),
  }
}

/** More that is like a term is no help. */
const MOST_OFFERED = 3
const LONGEST_LIST = 1_000

/** 2023年 秋季学期 is 2023年秋季学期. */
export function foldTerm(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/gu, '')
}

/** How the dates of one field are read where a mapping says more of them than a date does by itself. */
export function makeMappedDate(reading: DateReading, order: DateOrder | undefined): ParseCell {
  const style = order ? { order } : {}
  const toValue = (said: DateSaid): string | null | CellProblem => {
    if (said instanceof CellProblem) return said
    if (said === 'open') return reading.isLast ? null : new CellProblem('BAD_DATE', REFUSALS.REAL_DATE)
    return chooseDay(said, reading)
  }
  const { range, ranges, oneDate } = reading
  if (!range) {
    return (text, isNumber) => {
      const said = readPartialDate(text, { ...style, isNumber })
      const isWrong = said instanceof CellProblem && said.code === 'BAD_DATE'
      return (isWrong && moreThanOne(text, ranges)) || toValue(said)
    }
  }
  return (text) => {
    const term = ranges.terms.get(foldTerm(text))
    if (term) return range === 'start' ? term[0] : term[1]
    const both = ranges.read(text)
    if (both instanceof CellProblem) return both
    if (both) return toValue(both[range])
    const day = oneDate && readDay(text, style)
    if (day) return range === 'end' && oneDate === 'open' ? null : day
    return noRange(text, ranges.terms, oneDate !== 'day')
  }
}

/** The one day that a text is; null: it is none, or more or less than that. */
export function readDay(text: string, style: DateStyle = {}): string | null {
  const said = readPartialDate(text, style)
  if (said === 'open' || said instanceof CellProblem || said.day === undefined) return null
  return `${said.year}-${said.month}-${said.day}`
}

/** What is wrong with two dates, or several, where one is read; null: they are not dates. */
function moreThanOne(text: string, ranges: Ranges): CellProblem | null {
  const both = ranges.read(text)
  if (both !== null && !(both instanceof CellProblem)) return new CellProblem('BAD_DATE', REFUSALS.TWO_DATES)
  const parts = text.length > LONGEST_LIST ? [] : text.split(/[、，,；;/\n]/u).filter((part) => part.trim() !== '')
  const areDates = parts.length > 1 && parts.every((part) => !(readPartialDate(part) instanceof CellProblem))
  return areDates ? new CellProblem('SEVERAL_VALUES', fill(REFUSALS.SEVERAL_DATES, { count: parts.length })) : null
}

/** A month or a year alone: all of it may be meant, or that it began then, and nobody said so. */
function allOf(said: PartialDate, mayBeOpen: boolean): CellProblem {
  const [first, last] = (['first', 'last'] as const).map((which) => chooseDay(said, { month: which, year: which }))
  const days = `${String(first)}—${String(last)}`
  const offered = mayBeOpen ? [days, `${String(first)}至今`] : [days]
  return new CellProblem('BAD_DATE', { ...fill(REFUSALS.ONE_MONTH, { days }), nearest: asOffers(offered) })
}

function noRange(text: string, terms: Ranges['terms'], mayBeOpen: boolean): CellProblem {
  const said = readPartialDate(text)
  if (said !== 'open' && !(said instanceof CellProblem) && said.day === undefined) return allOf(said, mayBeOpen)
  if (!(said instanceof CellProblem) || said.code === 'AMBIGUOUS_DATE')
    return new CellProblem('BAD_DATE', REFUSALS.ONE_DATE)
  if (!/[\p{L}--[年月日号起至到止自从由]]/v.test(text)) return new CellProblem('BAD_DATE', REFUSALS.NO_RANGE)
  const nearest = findNearest(foldTerm(text), terms.keys(), MOST_OFFERED)
  const near = didYouMean(nearest)
  return new CellProblem('UNKNOWN_TERM', {
    ...fill(REFUSALS.UNKNOWN_TERM, { nearZh: near.zh, nearEn: near.en }),
    nearest: nearest.map((key) => ({ key, label: { zh: key, en: key } })),
  })
}
