import type { Database } from '../database/database.ts'
import { recordTypeOf } from '../records/record-types.ts'
import type { StoredTarget } from './plan-line.ts'
import { selectTargets } from './store.ts'

/** By how much a stored value is to be divided. */
export function targetFactor(): number {
  return recordTypeOf('target').fields.find(({ name }) => name === 'value')?.factor ?? 1
}

/** Every row of every plan of an institution. */
export async function listTargets({ quick }: Database, institution: string): Promise<StoredTarget[]> {
  const factor = targetFactor()
  return (await selectTargets(quick, institution)).map(({ value, cumulative, base, ...row }) => ({
    ...row,
    value: value / factor,
    cumulative: cumulative === 1,
    isBase: base === 1,
  }))
}
