import type { Database } from '../../ground/database/database.ts'
import { FIGURE_FACTOR } from '../../records/common-fields.ts'
import type { StoredTarget } from './plan-line.ts'
import { selectTargets } from './store.ts'

/** Every row of every plan of an institution. */
export async function listTargets({ quick }: Database, institution: string): Promise<StoredTarget[]> {
  return (await selectTargets(quick, institution)).map(({ value, cumulative, base, ...row }) => ({
    ...row,
    value: value / FIGURE_FACTOR,
    cumulative: cumulative === 1,
    isBase: base === 1,
  }))
}
