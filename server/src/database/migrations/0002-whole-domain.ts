import type { Kysely } from 'kysely'
import { tableOf } from '../../records/record-type.ts'
import { RECORD_TYPES } from '../../records/record-types.ts'
import type { Tables } from '../database.ts'
import { tellPlanner } from '../planner-statistics.ts'
import { bringRecordTable, type Kind } from '../record-table.ts'

/** The record types of the whole domain, and what they add to those that were there. Rows stay as they are. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  for (const type of RECORD_TYPES) await bringRecordTable(db, kind, type)
  if (kind === 'sqlite') {
    await tellPlanner(
      db,
      RECORD_TYPES.map(({ name }) => tableOf(name)),
    )
  }
}
