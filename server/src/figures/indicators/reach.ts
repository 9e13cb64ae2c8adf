import { once } from '../../ground/once.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import type { RecordType } from '../../records/record-type.ts'
import { isBeforeEveryDay } from './compile/dates.ts'
import type { Branch, DateOf, Declaration, OnePer, PlainSet } from './definition.ts'
import { branchesOf, setsOf, zeroTypes } from './find-field.ts'
import { lookedUpIn, readsOf } from './reads.ts'

/** The periods that a record can alter, by columns of its table. */
export interface Reach {
  /** It begins on the earliest of them: days, or classes. Where none is filled it alters none. */
  from: readonly string[]
  /** Where one of these is empty it has no beginning. */
  always: boolean
  /** It ends on the latest of them; null: it has no end. */
  to: readonly string[] | null
  /** Where one of these is empty it has no end. */
  endless: boolean
  /** So many months go on after its end. */
  months: number
}

/**
 * By record type, what a change of one of its records can alter: the periods that the statements of a declaration compare its days
 * with. Null: all of them, since the record is read whatever the period, or decides which other records are counted.
 */
export const reachesOf = once((declaration: Declaration): ReadonlyMap<string, readonly Reach[] | null> => {
  const lookedUp = lookedUpIn(declaration)
  const sets = setsOf(declaration.set, declaration.measure).flatMap(({ set }) => branchesOf(set))
  return new Map(
    readsOf(declaration).map((name) => {
      const reaches = lookedUp.has(name) ? [null] : reachesOfType(declaration, sets, recordTypeOf(name))
      return [name, reaches.includes(null) ? null : (reaches as Reach[])]
    }),
  )
})

function reachesOfType(declaration: Declaration, sets: (PlainSet | Branch)[], type: RecordType): (Reach | null)[] {
  const { base, kind, measure } = declaration
  const isOne = (one: { of: string }) => one.of === type.name
  const bases = base.map((one) => (typeof one === 'string' ? { of: one } : one)).filter(isOne)
  const zeros = zeroTypes(declaration)
  const isZero = type.name === 'nothing-to-report'
  return [
    ...bases.flatMap(() => ofSpan(type, kind === 'CUMULATIVE' || type.register === true)),
    ...(isZero ? [between('from_day', 'to_day')] : []),
    ...zeros
      .filter((one) => isZero || isOne(one))
      .map(({ trailing }) => {
        const [from, to] = isZero ? ['from_day', 'to_day'] : ['first_day', 'last_day']
        return trailing === undefined ? since([from!]) : { ...between(from!, to!), months: trailing }
      }),
    ...sets.filter(isOne).flatMap((set) => {
      // Which pairs there are is asked of all history.
      if ('pairs' in measure) return [null]
      const onePer = 'onePer' in set ? set.onePer : undefined
      return [ofTime(type, set), ...(onePer?.pick === 'first' ? [ofFirst(type, set, onePer)] : [])]
    }),
  ]
}

const since = (from: readonly string[], always = false): Reach => ({ from, always, to: null, endless: true, months: 0 })
const between = (from: string, to: string): Reach => ({ ...since([from]), to: [to] })
const within = (columns: readonly string[]): Reach => ({ ...since(columns), to: columns, endless: false })

/** The stretch by which a record covers periods. */
function ofSpan(type: RecordType, forGood: boolean): (Reach | null)[] {
  const { span } = type
  if ('always' in span) return [null]
  const ofClass = type.fields.some(({ name }) => name === 'class') ? [within(['class'])] : []
  const byDays = 'class' in span ? [] : [between('first_day', 'last_day')]
  return [...ofClass, ...byDays].map((reach) => (forGood ? { ...reach, to: null } : reach))
}

function ofTime(type: RecordType, { time, ...set }: PlainSet | Branch): Reach | null {
  const columnsOf = (date: DateOf) => daysOf(type, date, 'as' in set ? set.as : undefined)
  if ('always' in time) return null
  if ('fallsIn' in time) {
    const columns = columnsOf(time.fallsIn)
    const isDue = typeof time.fallsIn === 'object' && 'due' in time.fallsIn
    return columns && (isDue ? since(columns) : within(columns))
  }
  if ('upTo' in time) {
    const columns = columnsOf(time.upTo)
    return columns && since(columns, isBeforeEveryDay(time.upTo))
  }
  // Of several stretches that must all hold any is long enough.
  for (const [start, end] of 'overlaps' in time ? [time.overlaps] : time.inForce) {
    const [from, to] = [columnsOf(start), columnsOf(end)]
    const months = 'trailing' in time ? time.trailing : 0
    if (from && to) return { ...since(from, isBeforeEveryDay(start)), to, months }
  }
  return null
}

/**
 * Of records that share a key the first is counted: where one comes or goes, another of a later day is counted no more, or again.
 * Null: what is first is not said by the day on which it is counted.
 */
function ofFirst(type: RecordType, { time, ...set }: PlainSet | Branch, { by, best }: OnePer): Reach | null {
  const isByDay = 'fallsIn' in time && JSON.stringify(time.fallsIn) === JSON.stringify(by) && best === undefined
  const columns = isByDay ? daysOf(type, by as DateOf, 'as' in set ? set.as : undefined) : null
  // A stage that is not reached is no first one; any other empty day is before all.
  return columns && since(columns, typeof by === 'string')
}

/** The columns that hold a date, or a class; null: another record has it. */
function daysOf(type: RecordType, date: DateOf, as: Branch['as'] = {}): string[] | null {
  if (typeof date !== 'string') {
    if ('due' in date) return date.due.flatMap((path) => daysOf(type, path, as) ?? [])
    const stages = Object.keys(type.stages!)
    return stages.slice(stages.indexOf(date.stage)).map((stage) => `${type.stages![stage]!}_day`)
  }
  const renamed = as[date]
  if (renamed !== undefined && renamed !== date) return typeof renamed === 'string' ? daysOf(type, renamed) : null
  const kind = type.fields.find(({ name }) => name === date)?.kind
  return kind === 'date' ? [`${date}_day`] : kind === 'year' ? [date] : null
}
