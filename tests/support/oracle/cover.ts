import { monthsBefore, toDay, type Day } from '@causeway/shared/day'
import type { Base, Cond, Declaration, Reported } from '@causeway/server/figures/indicators/definition'
import { recordTypeOf } from '@causeway/server/records/record-types'
import { allHold } from './holds.ts'
import { firstDayOfClass, plainRow, type Stretch } from './read.ts'
import { recordsOf, type Rec, type World } from './world.ts'

export interface Cover {
  /** Of anything at all. */
  some: boolean
  /** Enough for a number. */
  number: boolean
  /** Enough for a zero. */
  zero: boolean
}

/** What the records and the zero reports of a declaration's base types speak for. `units`: those the answer is filtered to. */
export function coverOf(
  world: World,
  declaration: Declaration,
  stretch: Stretch,
  cumulative: boolean,
  units: string[] | null,
): Cover {
  if (stretch.first > world.dataDay) return { some: false, number: false, zero: false }
  const covered = declaration.base.map((base) => isCovered(world, base, stretch, cumulative, units))
  const zero = covered.every(Boolean)
  const isUnion = declaration.set !== undefined && 'union' in declaration.set
  const some = covered.some(Boolean)
  return { some, zero, number: isUnion ? some : zero }
}

function isCovered(world: World, base: Base, stretch: Stretch, cumulative: boolean, units: string[] | null): boolean {
  const [of, where] = typeof base === 'string' ? [base, []] : [base.of, base.where]
  const { window } = stretch
  const moment = { world, window, scope: null }
  const sinceTheFirst = cumulative || recordTypeOf(of).register === true
  const byRecord = recordsOf(world, of)
    .filter((record) => allHold(moment, plainRow(record), where))
    .some((record) => isOfPeriod(world, record, stretch, sinceTheFirst))
  return byRecord || hasZeroReport(world, of, where, window, units)
}

/** Any of its days is one of the period; since the first: it had begun by then. */
export function isOfPeriod(world: World, record: Rec, { window, period }: Stretch, sinceTheFirst: boolean): boolean {
  const span = spanOf(world, record, period.basis === 'COHORT')
  if (span === null || span.first > window.last) return false
  return sinceTheFirst || span.last >= window.first
}

/** The days a record speaks for; null: none. Asked by cohort, one with a class speaks for the school year of that class. */
function spanOf(world: World, { type, values }: Rec, byCohort: boolean): { first: Day; last: Day } | null {
  const { span } = recordTypeOf(type)
  if ('always' in span) return { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY }
  const ofClass = 'class' in span ? span.class : byCohort ? 'class' : null
  if (ofClass !== null && values[ofClass]) {
    const of = Number(values[ofClass])
    return { first: firstDayOfClass(world, of), last: firstDayOfClass(world, of + 1) - 1 }
  }
  if ('class' in span) return null
  const days = span.starts.flatMap((name) => (values[name] ? [toDay(String(values[name]))] : []))
  const first = days.length > 0 ? Math.min(...days) : span.starts.includes('from') ? Number.NEGATIVE_INFINITY : null
  if (first === null) return null
  if (span.ends === undefined) return { first, last: first }
  const end = values[span.ends]
  const open = type === 'event' ? first : Math.max(first, world.dataDay)
  return { first, last: end ? toDay(String(end)) : open }
}

/** A record of the type has begun by the day, or a zero report; of the last months some day of it is one of those. */
export function isReported(
  world: World,
  { of, where = [], trailing }: Extract<Reported, { of: unknown }>,
  day: Day,
  units: string[],
): boolean {
  const since = trailing === undefined ? Number.NEGATIVE_INFINITY : monthsBefore(day, trailing) + 1
  const moment = { world, window: { first: since, last: day, day }, scope: null }
  const meets = (first: Day, last: Day) => first <= day && last >= since
  const byRecord = recordsOf(world, of).some((record) => {
    const span = spanOf(world, record, false)
    return span !== null && allHold(moment, plainRow(record), where) && meets(span.first, span.last)
  })
  const reports = recordsOf(world, 'nothing-to-report').filter(
    ({ values }) =>
      values['record_type'] === of &&
      meets(toDay(String(values['from'])), toDay(String(values['to']))) &&
      (!values['unit'] || (units.length === 1 && values['unit'] === units[0])) &&
      ['direction', 'audience'].every((name) => !values[name] || saysExactly(where, name, String(values[name]))),
  )
  return byRecord || reports.length > 0
}

/** 零报告: the whole period within one, by the institution, or by the one unit that the answer is filtered to. */
function hasZeroReport(
  world: World,
  of: string,
  where: Cond[],
  { first, last }: { first: Day; last: Day },
  units: string[] | null,
): boolean {
  const reports = recordsOf(world, 'nothing-to-report').filter(
    ({ values }) =>
      values['record_type'] === of &&
      toDay(String(values['from'])) <= first &&
      toDay(String(values['to'])) >= last &&
      ['direction', 'audience'].every((name) => !values[name] || saysExactly(where, name, String(values[name]))),
  )
  if (reports.some(({ values }) => !values['unit'])) return true
  return units?.length === 1 && reports.some(({ values }) => values['unit'] === units[0])
}

function saysExactly(where: Cond[], name: string, value: string): boolean {
  return where.some((it) => 'in' in it && it.field === name && it.in.length === 1 && it.in[0] === value)
}
