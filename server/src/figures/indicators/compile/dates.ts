import { sql } from 'kysely'
import type { DateOf, Path, Time } from '../definition.ts'
import { allOf, greatest, least, type Sql } from './compilation.ts'
import type { Source } from './source.ts'

const FAR = sql.lit(9_999_999)
const LONG_AGO = sql.lit(-9_999_999)

/** The period's columns; `p` is the alias of the period table in every query that joins it. */
export const P = {
  year: sql.ref('p.year'),
  first: sql.ref('p.first'),
  last: sql.ref('p.last'),
  day: sql.ref('p.day'),
  /** The year of its last day: the class of a cohort. */
  class: sql.ref('p.class'),
  /** The first class of a cumulative figure; else the same. */
  firstClass: sql.ref('p.first_class'),
}

/** The first day of the months that end on the day. */
export function trailingColumn(months: number): string {
  return `trailing_${months}`
}

/** The earliest filled date of a stage or a later one; empty where none is reached. */
export function stageDay(source: Source, stage: string): Sql {
  const stages = source.type.stages
  if (!stages?.[stage]) throw new Error(`${source.type.name} has no stage ${stage}`)
  const names = Object.keys(stages)
  const days = names.slice(names.indexOf(stage)).map((name) => source.column(stages[name]!).expression)
  const earliest = days.reduce<Sql>((least, day) => {
    const filled = sql`coalesce(${day}, ${FAR})`
    return sql`(case when ${least} <= ${filled} then ${least} else ${filled} end)`
  }, FAR)
  return sql`nullif(${earliest}, ${FAR})`
}

export function dayOf(source: Source, date: DateOf): Sql {
  if (typeof date === 'string') return source.column(date).expression
  if ('stage' in date) return stageDay(source, date.stage)
  const [start, days, end] = date.due.map((path) => source.column(path).expression) as [Sql, Sql, Sql]
  return sql`case when ${days} is null then ${end} else ${start} + ${days} - 1 end`
}

/** The last day of a stretch: an empty end is the data date, or the start if later; of an event, its one day. */
export function endOrOpen(source: Source, start: Sql, end: Sql): Sql {
  const oneDay = 'starts' in source.type.span && source.type.span.endless === 'one-day'
  const { own, dataDay } = source.compilation.asked
  const open = oneDay ? start : greatest(start, own ? own('data_day') : sql.lit(dataDay))
  return sql`coalesce(${end}, ${open})`
}

function overlaps(source: Source, [from, to]: [Path, Path], first: Sql, last: Sql): Sql {
  const start = source.column(from).expression
  const end = source.column(to).expression
  const open = isBeforeEveryDay(from) ? sql` or (${start} is null and ${end} is null)` : sql``
  return sql`${begunBy(source, from, last)} and (${endOrOpen(source, start, end)} >= ${first}${open})`
}

/** An empty `from` is before every day; any other empty date is not reached (contract.md, Periods, scopes, zero). */
function begunBy(source: Source, date: DateOf, day: Sql): Sql {
  const start = dayOf(source, date)
  return isBeforeEveryDay(date) ? sql`(${start} is null or ${start} <= ${day})` : sql`${start} <= ${day}`
}

/** Whether the date, where it is empty, is before every day. */
export const isBeforeEveryDay = (date: DateOf): boolean => typeof date === 'string' && /(^|\.)from$/.test(date)

/** The condition that a record is in the period. */
export function inTime(source: Source, time: Time): Sql {
  if ('always' in time) return allOf([])
  if ('fallsIn' in time) {
    if (typeof time.fallsIn === 'string' && source.column(time.fallsIn).field?.kind === 'year') {
      return sql`${source.column(time.fallsIn).expression} between ${P.firstClass} and ${P.class}`
    }
    return sql`${dayOf(source, time.fallsIn)} between ${P.first} and ${P.last}`
  }
  if ('trailing' in time) return overlaps(source, time.overlaps, sql.ref(`p.${trailingColumn(time.trailing)}`), P.day)
  if ('overlaps' in time) return overlaps(source, time.overlaps, P.first, P.last)
  if ('upTo' in time) return begunBy(source, time.upTo, P.day)
  return allOf(time.inForce.map(([from, to]) => inForce(source, from, to)))
}

function inForce(source: Source, from: DateOf, to: Path): Sql {
  const end = source.column(to).expression
  return sql`${begunBy(source, from, P.day)} and (${end} is null or ${end} >= ${P.day})`
}

/**
 * The days a time rule reads of a record: on which it begins, and on which it ends. Empty: no such day, as of a class. Of several
 * stretches that must all hold it is what they have in common.
 */
export function stretchOf(source: Source, time: Time): { begun: Sql; ended: Sql } {
  const none = sql`null`
  if ('always' in time) return { begun: none, ended: none }
  if ('upTo' in time) return { begun: dayOf(source, time.upTo), ended: none }
  if ('fallsIn' in time) {
    const isClass = typeof time.fallsIn === 'string' && source.column(time.fallsIn).field?.kind === 'year'
    return isClass ? { begun: none, ended: none } : { begun: dayOf(source, time.fallsIn), ended: none }
  }
  if ('overlaps' in time) {
    const [start, end] = time.overlaps.map((path) => source.column(path).expression) as [Sql, Sql]
    return { begun: start, ended: endOrOpen(source, start, end) }
  }
  const stretches = time.inForce.map(([from, to]) => ({
    begun: sql`coalesce(${dayOf(source, from)}, ${LONG_AGO})`,
    ended: sql`coalesce(${source.column(to).expression}, ${FAR})`,
  }))
  return {
    begun: sql`nullif(${stretches.map(({ begun }) => begun).reduce(greatest)}, ${LONG_AGO})`,
    ended: sql`nullif(${stretches.map(({ ended }) => ended).reduce(least)}, ${FAR})`,
  }
}
