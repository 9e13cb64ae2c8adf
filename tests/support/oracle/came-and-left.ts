import type { Figure } from '@causeway/shared/figure'
import { branchesOf } from '@causeway/server/figures/indicators/find-field'
import { askOracle, askOracleRecords, type Asking } from './oracle.ts'
import { headsOf, isGroup, recordsOf, type Rec, type World } from './world.ts'

export interface CameAndLeft {
  came: number
  left: number
  stayed: number
}

/**
 * How many are in the second figure alone and in the first alone, by a plain loop over the records of both: persons and group rows,
 * or records. Null: neither is counted.
 */
export function countCameAndLeft(world: World, asking: Asking, before: Figure, after: Figure): CameAndLeft | null {
  const { measure, set } = asking.declaration
  const isOfPersons = 'distinct' in measure && measure.distinct === 'persons'
  const isOfRecords = 'count' in measure && set && !('onePer' in set && set.onePer)
  if (!isOfPersons && !isOfRecords) return null
  const records = new Map(
    branchesOf(set!).flatMap(({ of }) => recordsOf(world, of).map((rec): [string, Rec] => [`${of} ${rec.key}`, rec])),
  )
  const sizeOf = (rec: Rec) => ('count' in measure && measure.count === 'records' ? 1 : headsOf(rec))
  const namesIn = (figure: Figure) => {
    const names = new Map<string, number>()
    for (const name of askOracleRecords(world, asking, figure, 'numerator')) {
      const rec = records.get(name)!
      const person = rec.values['person']
      if (isOfPersons && !isGroup(rec) && person == null) continue
      names.set(isOfPersons && !isGroup(rec) ? String(person) : name, sizeOf(rec))
    }
    return names
  }
  const [was, is] = [namesIn(before), namesIn(after)]
  const sum = (names: Map<string, number>, keep: (name: string) => boolean) =>
    [...names].reduce((total, [name, size]) => total + (keep(name) ? size : 0), 0)
  return {
    came: sum(is, (name) => !was.has(name)),
    left: sum(was, (name) => !is.has(name)),
    stayed: sum(was, (name) => is.has(name)),
  }
}

/**
 * Of a mean, a median or a gain: what it would be of those alone who are in both figures, with their old values and with their new
 * ones, asked of an institution that has the records of nobody else. Null: it is no such figure, or has no value then.
 */
export function askOfStayed(
  world: World,
  asking: Asking,
  before: Figure,
  after: Figure,
): [old: number, now: number] | null {
  const { measure, set } = asking.declaration
  if (!['mean', 'median', 'pairs', 'weighted'].some((name) => name in measure)) return null
  const types = branchesOf(set!).map(({ of }) => of)
  const ownerOf = (rec: Rec) => (isGroup(rec) ? null : rec.values['person']) ?? `${rec.type} ${rec.key}`
  const all = types.flatMap((type) => recordsOf(world, type))
  const ownersIn = (figure: Figure) => {
    const counted = new Set(
      (['numerator', 'denominator'] as const).flatMap((part) => askOracleRecords(world, asking, figure, part)),
    )
    return new Set(all.filter((rec) => counted.has(`${rec.type} ${rec.key}`)).map(ownerOf))
  }
  const [was, is] = [ownersIn(before), ownersIn(after)]
  const isStaying = (rec: Rec) => was.has(ownerOf(rec)) && is.has(ownerOf(rec))
  const records = new Map(
    [...world.records].map(([type, list]) => [type, types.includes(type) ? list.filter(isStaying) : list]),
  )
  const [old, now] = [before, after].map(({ period: { year } }) => {
    const [figure] = askOracle({ ...world, records }, { ...asking, by: null, from: year, to: year })
    return figure!.value
  })
  return old == null || now == null ? null : [old, now]
}
