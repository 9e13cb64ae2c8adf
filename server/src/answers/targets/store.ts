import type { Basis } from '@causeway/shared/period'
import type { Connection } from '../../ground/database/database.ts'

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

/** Every target that an institution has, or had at a revision, in the order of their keys. */
export function selectTargets(db: Connection, institution: string, revision?: number): Promise<TargetRow[]> {
  const own = db
    .selectFrom('record_target')
    .select(['key', 'plan', 'indicator', 'basis', 'year', 'value', 'cumulative', 'base'])
    .where('institution', '=', institution)
  const held =
    revision === undefined
      ? own.where('until', 'is', null)
      : own.where('since', '<=', revision).where((e) => e.or([e('until', 'is', null), e('until', '>', revision)]))
  return held.orderBy('key').execute() as Promise<TargetRow[]>
}
