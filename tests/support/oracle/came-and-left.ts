import type { Figure } from '@causeway/shared/figure'
import { branchesOf } from '@causeway/server/figures/indicators/find-field'
import { askOracleRecords, type Asking } from './oracle.ts'
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
