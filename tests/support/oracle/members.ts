import type { Declaration, FieldRef, OnePer, SetOf, Side } from '@causeway/server/figures/indicators/definition'
import { allHold, compare, isInScope, timeHolds, type Moment } from './holds.ts'
import { endOf, readPath, readValue, startOf, type Row } from './read.ts'
import { fieldsOf, recordTypeOf } from '@causeway/server/records/record-types'
import { isGroup, recordsOf, type Rec } from './world.ts'

export type Part = 'numerator' | 'denominator'

export function refOf(side: Side, part: Part): FieldRef | undefined {
  return typeof side === 'string' || Array.isArray(side) ? side : side[part]
}

/** The rows of a set in a period: where, then scope, then one per key and the time rule. Without `scoped` no scope acts. */
export function membersOf(moment: Moment, declaration: Declaration, set: SetOf, scoped: Part | null): Row[] {
  return select(moment, declaration, set, scoped, true)
}

/** The same of all history, where the time rule holds or not. */
export function everMembersOf(moment: Moment, declaration: Declaration, set: SetOf, scoped: Part | null): Row[] {
  return select(moment, declaration, set, scoped, false)
}

function select(moment: Moment, declaration: Declaration, set: SetOf, scoped: Part | null, timed: boolean): Row[] {
  const { world, scope } = moment
  const place = scoped && declaration.scope && refOf(declaration.scope, scoped)
  const inScope = (row: Row) =>
    !place || scope === null || isInScope(world, scope, readPath(world, row, place as string))
  if ('union' in set) {
    return set.union.flatMap((branch) =>
      recordsOf(world, branch.of)
        .filter((record) => allHold(moment, { record, names: {} }, branch.where))
        .filter((record) => !timed || timeHolds(moment, { record, names: {} }, branch.time))
        .map((record) => ({ record, names: { as: branch.as } }))
        .filter((row) => allHold(moment, row, set.where) && inScope(row)),
    )
  }
  const rows = recordsOf(world, set.of)
    .map((record): Row => ({ record, names: { joins: set.joins } }))
    .filter((row) => allHold(moment, row, set.where) && inScope(row))
  const isTimely = (row: Row) => !timed || timeHolds(moment, row, set.time)
  if (!set.onePer) return rows.filter(isTimely)
  if (set.onePer.pick === 'first') return pick(moment, rows, set.onePer).filter(isTimely)
  return pick(moment, rows.filter(isTimely), set.onePer)
}

/** One row of each key; a group row is never taken for another. */
function pick(moment: Moment, rows: Row[], onePer: OnePer): Row[] {
  const { world, window } = moment
  const best = new Map<string, Row>()
  for (const row of rows) {
    if (typeof onePer.by === 'object' && 'stage' in onePer.by && readValue(world, row, onePer.by, window) === null)
      continue
    const parts = Array.isArray(onePer.key) ? onePer.key : [onePer.key]
    const ofPerson = parts.some((part) => part === 'persons' || part === 'person')
    const key =
      ofPerson && isGroup(row.record)
        ? `group ${row.record.key}`
        : JSON.stringify(
            parts.map((part) =>
              part === 'persons' ? readPath(world, row, 'person') : readValue(world, row, part, window),
            ),
          )
    const rival = best.get(key)
    if (!rival || isBefore(moment, row, rival, onePer)) best.set(key, row)
  }
  return [...best.values()]
}

/** `first`: the least. `latest`, `best`: the greatest. Ties: the earlier day (latest: the later), the lower attempt (latest: the higher), the key. */
function isBefore({ world, window }: Moment, a: Row, b: Row, onePer: OnePer): boolean {
  const { pick: how, by, best } = onePer
  const order = (row: Row) => ({
    best: best === undefined ? null : readValue(world, row, best, window),
    by: readValue(world, row, by, window),
    day: how === 'latest' ? lastDayOf(world, row) : firstDayOf(world, row),
    attempt: readPath(world, row, 'attempt'),
    key: row.record.key,
  })
  const [ours, theirs] = [order(a), order(b)]
  const least = how === 'first' ? 1 : -1
  const later = how === 'latest' ? -1 : 1
  return (
    (-compare(ours.best, theirs.best) ||
      least * compare(ours.by, theirs.by) ||
      later * compare(ours.day, theirs.day) ||
      later * compare(ours.attempt, theirs.attempt) ||
      (mayBeOfSeveral(world, a, onePer) ? compareSayings(a, b) : 0) ||
      compare(ours.key, theirs.key)) < 0
  )
}

/** A keyed hash must not decide between rows of several persons, or of one that has several hashes. */
function mayBeOfSeveral(world: Moment['world'], { record }: Row, { key }: OnePer): boolean {
  if (!fieldsOf(recordTypeOf(record.type)).some(({ name }) => name === 'person')) return false
  const isOfPerson = [key].flat().some((part) => part === 'person' || part === 'persons')
  return !isOfPerson || recordsOf(world, 'same-as').some(({ values }) => values['record_type'] === 'person')
}

/** By source ids, none being the least; then by all that they say but for whom, the fields of the key first. */
function compareSayings({ record: a }: Row, { record: b }: Row): number {
  const idOf = ({ key, values }: Rec) => (values['source_id'] ? key : '')
  const type = recordTypeOf(a.type)
  const names = fieldsOf(type).map(({ name }) => name)
  const ofKey = names.filter((name) => type.key.includes(name))
  const inOrder = [...ofKey, ...names.filter((name) => !ofKey.includes(name))].filter((name) => name !== 'person')
  const steps = inOrder.map((name) => compare(a.values[name] ?? null, b.values[name] ?? null))
  return [compare(idOf(a), idOf(b)), ...steps].find((step) => step !== 0) ?? 0
}

function firstDayOf(world: Moment['world'], row: Row): number | null {
  const { span } = recordTypeOf(row.record.type)
  if (!('starts' in span)) return null
  const days = span.starts.flatMap((name) => startOf(world, row, name) ?? [])
  return days.length > 0 ? Math.min(...days) : null
}

function lastDayOf(world: Moment['world'], row: Row): number | null {
  const { span } = recordTypeOf(row.record.type)
  const first = firstDayOf(world, row)
  if (!('starts' in span) || span.ends === undefined || first === null) return first
  return endOf(world, row, span.ends, first)
}
