import { sql } from 'kysely'
import type { DateOf, Path, Time } from '../definition.ts'
import { allOf, greatest, type Sql } from './compilation.ts'
import type { Source } from './source.ts'

const FAR = sql.lit(9_999_999)

/** The period's columns; `p` is the alias of the period table in every query that joins it. */
export const P = {
  year: sql.ref('p.year'),
  first: sql.ref('p.first'),
  last: sql.ref('p.last'),
  day: sql.ref('p.day'),
  /** The year of its last day: the class of a cohort. */
  class: sql.ref('p.class'),
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
  const open = oneDay ? start : greatest(start, sql.lit(source.compilation.asked.dataDay))
  return sql`coalesce(${end}, ${open})`
}

/** An empty first date of a stretch that is not a stage is before every day. */
function overlaps(source: Source, [from, to]: [Path, Path], first: Sql, last: Sql): Sql {
  const start = source.column(from).expression
  const end = source.column(to).expression
  return sql`(${start} is null or ${start} <= ${last}) and (${endOrOpen(source, start, end)} >= ${first} or (${start} is null and ${end} is null))`
}

/** The condition that a record is in the period. */
export function inTime(source: Source, time: Time): Sql {
  if ('always' in time) return allOf([])
  if ('fallsIn' in time) {
    if (typeof time.fallsIn === 'string' && source.column(time.fallsIn).field?.kind === 'year') {
      return sql`${source.column(time.fallsIn).expression} = ${P.class}`
    }
    return sql`${dayOf(source, time.fallsIn)} between ${P.first} and ${P.last}`
  }
  if ('trailing' in time) return overlaps(source, time.overlaps, sql.ref(`p.${trailingColumn(time.trailing)}`), P.day)
  if ('overlaps' in time) return overlaps(source, time.overlaps, P.first, P.last)
  if ('upTo' in time) return sql`${dayOf(source, time.upTo)} <= ${P.day}`
  return allOf(time.inForce.map(([from, to]) => inForce(source, from, to)))
}

/** A stage must have been reached; any other empty date is always, or never over. */
function inForce(source: Source, from: DateOf, to: Path): Sql {
  const start = dayOf(source, from)
  const end = source.column(to).expression
  const begun = typeof from === 'string' ? sql`(${start} is null or ${start} <= ${P.day})` : sql`${start} <= ${P.day}`
  return sql`${begun} and (${end} is null or ${end} >= ${P.day})`
}
