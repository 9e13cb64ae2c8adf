import type { Basis } from '@causeway/shared/period'
import type { Connection } from '../../ground/database/database.ts'
import { holds } from '../../ground/database/database-then.ts'

export interface TargetRow {
  /** Natural key of the record. */
  key: string
  plan: string
  /** Id or code of an indicator, as it was given. */
  indicator: string
  /** Null: the indicator's first. */
  basis: Basis | null
  year: number
  /** As stored: times the field's factor. */
  value: number
  cumulative: number | null
  base: number | null
}

/** Every target that an institution has, in the order of their keys. */
export function selectTargets(db: Connection, institution: string): Promise<TargetRow[]> {
  return db
    .selectFrom('record_target')
    .select(['key', 'plan', 'indicator', 'basis', 'year', 'value', 'cumulative', 'base'])
    .where('institution', '=', institution)
    .where(holds(db))
    .orderBy('key')
    .execute() as Promise<TargetRow[]>
}
