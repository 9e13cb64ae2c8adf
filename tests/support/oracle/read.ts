import { toDay, yearOf, type Day } from '@causeway/shared/day'
import type { Branch, DateOf, Key, PlainSet, Value } from '@causeway/server/figures/indicators/definition'
import { recordTypeOf } from '@causeway/server/records/record-types'
import { periodDays, toPeriod, type Basis, type Period } from '@causeway/shared/period'
import { fieldOf, headsOf, recordOfCode, recordsOf, type Rec, type World } from './world.ts'

export type Scalar = string | number | null

/** A record in a set: what its names mean depends on the branch it came through. */
export interface Row {
  record: Rec
  names: Pick<Branch, 'as'> & Pick<PlainSet, 'joins'>
}

/** The stretch a question is about. */
export interface Window {
  first: Day
  last: Day
  /** The last day, or the data date while the period is not over. */
  day: Day
}

export function plainRow(record: Rec): Row {
  return { record, names: {} }
}

/** A field in the unit a person writes it in; null: empty. */
function own(record: Rec, name: string): Scalar {
  const stored = record.values[name]
  if (stored === undefined || stored === null || stored === '') return null
  const factor = fieldOf(record.type, name)?.factor
  return factor === undefined ? stored : Number(stored) / factor
}

/** The record that a path's head leads to: a join, or the record that a reference names by its code. */
function follow(world: World, row: Row, head: string): Rec | undefined {
  const join = row.names.joins?.[head]
  if (join) {
    const wanted = Object.entries(join.on).map(([their, our]) => [their, readPath(world, row, our)] as const)
    const found = recordsOf(world, join.to).filter((it) => wanted.every(([their, value]) => own(it, their) === value))
    // Records with a source_id may share the fields of a natural key: the least key represents them.
    return found.toSorted((a, b) => (a.key < b.key ? -1 : 1))[0]
  }
  const renamed = row.names.as?.[head]
  const name = typeof renamed === 'string' ? renamed : head
  const to = fieldOf(row.record.type, name)?.to
  const code = own(row.record, name)
  return to === undefined || code === null ? undefined : recordOfCode(world, to, code)
}

export function readPath(world: World, row: Row, path: string): Scalar {
  if (path === '#key') return row.record.key
  if (path === '#type') return row.record.type
  const [head, tail] = path.split('.') as [string, string?]
  if (tail !== undefined) {
    const target = follow(world, row, head)
    return target ? own(target, tail) : null
  }
  const renamed = row.names.as?.[head]
  if (renamed === undefined) return own(row.record, head)
  if (renamed === 'persons') return own(row.record, 'person')
  if (Array.isArray(renamed))
    return renamed.map((part) => readValue(world, plainRow(row.record), part, null) ?? '').join('/')
  return readValue(world, plainRow(row.record), renamed, null)
}

function dayOf(world: World, row: Row, path: string): Day | null {
  const value = readPath(world, row, path)
  return value === null ? null : toDay(String(value))
}

/** Infinity: before every day. Null: never. */
export function startOf(world: World, row: Row, path: string): Day | null {
  const day = dayOf(world, row, path)
  if (day !== null) return day
  return path.split('.').at(-1) === 'from' ? Number.NEGATIVE_INFINITY : null
}

/** An open end is the data date, or the start if later; of an event, its one day. */
export function endOf(world: World, row: Row, path: string, start: Day): Day {
  const open = row.record.type === 'event' ? start : Math.max(start, world.dataDay)
  return dayOf(world, row, path) ?? open
}

export function stageDay(record: Rec, stage: string): Day | null {
  const stages = Object.entries(recordTypeOf(record.type).stages!)
  const from = stages.findIndex(([name]) => name === stage)
  const days = stages
    .slice(from)
    .flatMap(([, field]) => (own(record, field) === null ? [] : [toDay(String(own(record, field)))]))
  return days.length === 0 ? null : Math.min(...days)
}

export function dateDay(world: World, row: Row, date: DateOf): Day | null {
  if (typeof date === 'string') return dayOf(world, row, date)
  if ('stage' in date) return stageDay(row.record, date.stage)
  const [startPath, daysPath, endPath] = date.due
  const start = dayOf(world, row, startPath)
  const days = readPath(world, row, daysPath)
  if (start !== null && days !== null) return start + Number(days) - 1
  return dayOf(world, row, endPath)
}

/** Null: the record has no such value. `window` is needed for days inside it only. */
export function readValue(world: World, row: Row, value: Value, window: Window | null): Scalar {
  if (typeof value === 'string') return readPath(world, row, value)
  if ('else' in value) return value.else.map((path) => readPath(world, row, path)).find((it) => it !== null) ?? null
  if ('stage' in value) return stageDay(row.record, value.stage)
  if ('points' in value) {
    const of = readPath(world, row, value.points)
    return of === null ? null : (value.map[String(of)] ?? null)
  }
  if ('days' in value) {
    const given = value.given === undefined ? null : readPath(world, row, value.given)
    if (given !== null) return given
    const start = dayOf(world, row, value.days[0])
    return start === null ? null : endOf(world, row, value.days[1], start) - start + 1
  }
  const [from, to] = 'over' in value ? value.over : value.clippedDays
  const start = startOf(world, row, from)
  if (start === null) return null
  const end = endOf(world, row, to, start)
  if ('clippedDays' in value) {
    let inside = 0
    for (let day = Math.max(start, window!.first); day <= end; day++)
      if (day >= window!.first && day <= window!.last) inside++
    return inside * headsOf(row.record)
  }
  const number = readPath(world, row, value.sharedDays)
  if (number === null) return null
  const given = (upTo: Day) => {
    let soFar = 0
    for (let day = start; day <= end; day++) if (day <= upTo) soFar++
    return roundUpToHalf(Number(number), soFar, end - start + 1)
  }
  return (given(window!.last) - given(window!.first - 1)) * headsOf(row.record)
}

/** number x part / whole, rounded up to a half. The number is itself of halves or hundredths: whole numbers decide. */
function roundUpToHalf(number: number, part: number, whole: number): number {
  const halves = Math.round(number * 100) * 2 * part
  const by = 100 * whole
  return ((halves - (halves % by)) / by + (halves % by > 0 ? 1 : 0)) / 2
}

const isOfCountry = (path: string) => /(^|\.)(country|nationality|prior_education|place)$/.test(path)

/** Parts of a key as one text that no other key has. Persons: null for a group row. */
export function readKey(world: World, row: Row, key: Key, window: Window | null): string | null {
  if (key === 'persons') {
    const person = readPath(world, row, 'person')
    return person === null ? null : String(person)
  }
  if (Array.isArray(key)) return JSON.stringify(key.map((part) => readValue(world, row, part, window)))
  const value = readValue(world, row, key, window)
  const isSomewhere = typeof key === 'string' && isOfCountry(key) && value === 'foreign'
  return value === null || value === 'unknown' || isSomewhere ? null : String(value)
}

export interface Stretch {
  period: Period
  /** Of the period itself. */
  first: Day
  /** From the beginning of the first period, where it is cumulative. */
  window: Window
}

export function stretchOf(
  world: World,
  basis: Basis,
  year: number,
  at: string,
  cumulativeFrom: number | null,
): Stretch {
  const [first, last] = periodDays(basis, year, world.schoolYearStart, at)
  const begin = cumulativeFrom === null ? first : periodDays(basis, cumulativeFrom, world.schoolYearStart, at)[0]
  const period = toPeriod(basis, year, { schoolYearStart: world.schoolYearStart, dataDay: world.dataDay }, at)
  return { period, first, window: { first: begin, last, day: Math.min(last, world.dataDay) } }
}

/** The class that graduates in the school year of a day: the year of that school year's last day. */
export function classOf(world: World, day: Day): number {
  const year = yearOf(day)
  for (const it of [year - 1, year, year + 1]) {
    const [, last] = periodDays('SCHOOL_YEAR', it, world.schoolYearStart)
    if (last >= day) return yearOf(last)
  }
  throw new Error('a day is in some school year')
}

/** First day of the school year of a class. */
export function firstDayOfClass(world: World, of: number): Day {
  for (const year of [of, of - 1]) {
    const [first, last] = periodDays('SCHOOL_YEAR', year, world.schoolYearStart)
    if (yearOf(last) === of) return first
  }
  throw new Error('a class has a school year')
}
