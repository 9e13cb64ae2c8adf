import type { Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { Book, Row } from './row.ts'

/** One period of one institution, and what it is asked for. */
export interface Asked {
  book: Book
  /** First and last day of the period. */
  first: number
  last: number
  /** On which states are read: the last day, or the data date while the period is not over. */
  day: number
  dataDay: number
  /** Year of the last day. */
  class: number
  /** Inside the scope asked for, else the default; every country where there is neither. */
  inScope: (country: string | null | undefined) => boolean
  /** 国外; 国（境）外: outside the institution's country, for China without or with the three regions. */
  isAbroad: (country: string | null | undefined) => boolean
  isOverBorder: (country: string | null | undefined) => boolean
}

/** A number; null: NOT_APPLICABLE, where it is covered. */
export type Answer = number | null

/** What is said beside it: `coverage` in percent; `lost`, the pre tests without a post. */
export interface Told {
  value: Answer
  coverage?: Answer
  lost?: number
}

export interface Entry {
  bases: readonly Basis[]
  /** Of whose records and zero reports it is covered; a mobility with the direction and audience that it counts. */
  covers: readonly Cover[]
  /** Cumulative figures are covered from the first record on. */
  cumulative?: true
  /** What it counts is of several types: one covered is enough for a number, all are needed for a 0. */
  union?: true
  /** Where it has a country: the scope that acts when none is asked for. */
  scope?: Scope | null
  answer: (asked: Asked) => Answer | Told
  /** Of a share: what must have been reported for 0 % to be a number. Absent: nothing besides. */
  zero?: (asked: Asked) => boolean
}

export type Cover = string | { direction?: 'in' | 'out'; audience?: 'student' | 'staff' }

export const FLOW = ['SCHOOL_YEAR', 'CALENDAR_YEAR'] as const
export const STATE = ['SCHOOL_YEAR', 'CALENDAR_YEAR', 'POINT_IN_TIME'] as const
export const ON_A_DAY = ['POINT_IN_TIME', 'SCHOOL_YEAR', 'CALENDAR_YEAR'] as const
export const COHORT = ['COHORT'] as const

/** On the day: an empty first day is before every day, an empty last one never comes. */
export function isInForce({ day }: Asked, from: number | null, to: number | null): boolean {
  return (from === null || from <= day) && (to === null || to >= day)
}

/** An open end is the data date, or the start if that is later. */
export function endOf({ dataDay }: Asked, { start, end }: Row): number {
  return end ?? Math.max(start!, dataDay)
}

export function isDuring(asked: Asked, row: Row): boolean {
  return row.start! <= asked.last && endOf(asked, row) >= asked.first
}

export function isWithin({ first, last }: Asked, day: number | null): boolean {
  return day !== null && day >= first && day <= last
}

export function heads(rows: Row[]): number {
  return rows.reduce((sum, { headcount }) => sum + (headcount ?? 1), 0)
}

/** Distinct persons, and the headcounts of group rows. */
export function persons(rows: Row[]): number {
  return distinct(rows.map(({ person }) => person)) + heads(rows.filter(({ headcount }) => headcount !== null))
}

/** Over several periods the persons of group rows cannot be told apart. */
export function personsEver(rows: Row[]): Answer {
  return rows.some(({ headcount }) => headcount !== null) ? null : persons(rows)
}

/** Nothing, and `unknown`, are no values. */
export function distinct(values: (string | null | undefined)[]): number {
  return new Set(values.filter((value) => value != null && value !== 'unknown' && value !== 'foreign')).size
}

export function tuple(...parts: (string | number | null)[]): string {
  return JSON.stringify(parts)
}

export function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

export function percent(part: number, whole: number): Answer {
  return whole === 0 ? null : (100 * part) / whole
}

export function percentOfRows(rows: Row[], meets: (row: Row) => boolean, count = (some: Row[]) => some.length): Answer {
  return percent(count(rows.filter(meets)), count(rows))
}

/** All days of it, both ends included. */
export function daysOf(asked: Asked, row: Row): number {
  return endOf(asked, row) - row.start! + 1
}

/** Its days inside the period, for each of its heads. */
export function personDays(asked: Asked, rows: Row[]): number {
  const { first, last } = asked
  return sum(
    rows.map((row) => {
      const days = Math.min(endOf(asked, row), last) - Math.max(row.start!, first) + 1
      return Math.max(0, days) * (row.headcount ?? 1)
    }),
  )
}

/** The register's record of that code. */
export function named(rows: Row[], code: string | null): Row | undefined {
  return code === null ? undefined : rows.find((row) => row.code === code)
}

/** Of the rows of each key the one that comes first in an order; the natural key decides between equals. */
export function onePer(rows: Row[], key: (row: Row) => string, order: (a: Row, b: Row) => number): Row[] {
  const found = new Map<string, Row>()
  for (const row of rows) {
    const other = found.get(key(row))
    if (!other || (order(row, other) || byText(row.key, other.key)) < 0) found.set(key(row), row)
  }
  return [...found.values()]
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The lower attempt, an empty one being the lowest; then the earlier day. */
export function byAttempt(a: Row, b: Row): number {
  return (a.attempt ?? -Infinity) === (b.attempt ?? -Infinity)
    ? a.date! - b.date!
    : (a.attempt ?? -Infinity) - (b.attempt ?? -Infinity)
}

/** The later day, then the higher attempt; the natural key decides between equals. */
export function latestPer(rows: Row[], key: (row: Row) => string): Row[] {
  const found = new Map<string, Row>()
  for (const row of rows) {
    const other = found.get(key(row))
    if (!other || isLater(row, other)) found.set(key(row), row)
  }
  return [...found.values()]
}

function isLater(a: Row, b: Row): boolean {
  if (a.date !== b.date) return a.date! > b.date!
  if ((a.attempt ?? -Infinity) !== (b.attempt ?? -Infinity)) return (a.attempt ?? -Infinity) > (b.attempt ?? -Infinity)
  return byText(a.key, b.key) < 0
}
