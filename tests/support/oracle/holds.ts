import { monthsBefore } from '@causeway/shared/day'
import type { Scope } from '@causeway/shared/series'
import type { Cond, DateOf, Path, Time } from '@causeway/server/figures/indicators/definition'
import {
  classOf,
  dateDay,
  endOf,
  plainRow,
  readPath,
  readValue,
  stageDay,
  startOf,
  type Row,
  type Scalar,
  type Window,
} from './read.ts'
import { fieldOf, recordsOf, type World } from './world.ts'

/** What conditions are read against. */
export interface Moment {
  world: World
  window: Window
  /** The one asked, else the declaration's. */
  scope: Scope | null
}

export function timeHolds(moment: Moment, row: Row, time: Time): boolean {
  const { world, window } = moment
  if ('always' in time) return true
  if ('fallsIn' in time) {
    if (typeof time.fallsIn === 'string' && fieldOf(row.record.type, time.fallsIn)?.kind === 'year') {
      const year = readPath(world, row, time.fallsIn)
      return (
        year !== null && Number(year) >= classOf(world, window.first) && Number(year) <= classOf(world, window.last)
      )
    }
    const day = dateDay(world, row, time.fallsIn)
    return day !== null && day >= window.first && day <= window.last
  }
  if ('upTo' in time) {
    const day = beginning(world, row, time.upTo)
    return day !== null && day <= window.day
  }
  if ('inForce' in time) {
    return time.inForce.every(([from, to]) => {
      const start = beginning(world, row, from)
      const end = readPath(world, row, to)
      return start !== null && start <= window.day && (end === null || dateDay(world, row, to)! >= window.day)
    })
  }
  const [from, to] = time.overlaps
  const start = startOf(world, row, from)
  if (start === null) return false
  const end = endOf(world, row, to, start)
  const [first, last] =
    'trailing' in time ? [monthsBefore(window.day, time.trailing) + 1, window.day] : [window.first, window.last]
  return start <= last && end >= first
}

function beginning(world: World, row: Row, date: DateOf): number | null {
  if (typeof date === 'string') return startOf(world, row, date)
  return 'stage' in date ? stageDay(row.record, date.stage) : dateDay(world, row, date)
}

export function allHold(moment: Moment, row: Row, conditions: readonly Cond[] = []): boolean {
  return conditions.every((condition) => holds(moment, row, condition))
}

function holds(moment: Moment, row: Row, condition: Cond): boolean {
  const { world, window } = moment
  if ('any' in condition) return condition.any.some((list) => allHold(moment, row, list))
  if ('when' in condition) return timeHolds(moment, row, condition.when)
  if ('related' in condition) {
    const { of, on, where, time } = condition.related
    const found = recordsOf(world, of)
      .map(plainRow)
      .filter((theirs) =>
        Object.entries(on).every(([their, our]) => {
          const value = readPath(world, row, our)
          return value !== null && readPath(world, theirs, their) === value
        }),
      )
      .filter((theirs) => allHold(moment, theirs, where) && timeHolds(moment, theirs, time))
    if (!('sum' in condition)) return found.length >= condition.atLeast
    const sum = found.reduce((total, theirs) => total + Number(readValue(world, theirs, condition.sum, window) ?? 0), 0)
    return sum >= condition.atLeast
  }
  if ('inScope' in condition) {
    const scope = condition.inScope === 'SCOPE' ? moment.scope : condition.inScope
    return scope === null || isInScope(world, scope, readPath(world, row, condition.field as Path))
  }
  const value = readValue(world, row, condition.field, window)
  if ('notIn' in condition) return value === null || !condition.notIn.includes(value)
  if (value === null) return false
  if ('in' in condition) return condition.in.includes(value)
  if ('filled' in condition) return true
  if (typeof condition.atLeast === 'number') return Number(value) >= condition.atLeast
  const other = readValue(world, row, condition.atLeast.field, window)
  return other !== null && compare(value, other) >= 0
}

/** Outside the institution's country; for China without Hong Kong, Macao and Taiwan (国外) or with them (国（境）外). */
export function isInScope(world: World, scope: Scope, country: Scalar): boolean {
  if (country === null || country === 'unknown' || country === world.country) return false
  return !(scope === 'ABROAD' && world.country === 'CN' && ['HK', 'MO', 'TW'].includes(String(country)))
}

/** Numbers by size, text by code points; nothing is the least. */
export function compare(a: Scalar, b: Scalar): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}
