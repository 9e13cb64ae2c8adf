import type { Kysely } from 'kysely'
import { recordTypeOf } from '../../records/record-types.ts'
import type { Tables } from '../database.ts'
import { bringRecordTable, type Kind } from '../record-table.ts'

/** The record type of decisions that two codes mean one thing. */
export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  await bringRecordTable(db, kind, recordTypeOf('same-as'))
}
