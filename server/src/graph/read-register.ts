import { requireExact } from '../access/refuse.ts'
import { listRecords } from '../records/list-records.ts'
import { readPage, toConnection } from './connection.ts'
import type { GraphContext } from './context.ts'

/** A page of the records of a register of an institution, for one who may read them. */
export async function readRegister(
  type: 'platform' | 'standard',
  { institution, ...args }: { institution: string; first?: number | null; after?: string | null },
  { causeway, viewer, reads }: GraphContext,
) {
  requireExact(viewer, institution)
  reads.institutions.add(institution)
  const page = await listRecords(causeway.database, { type, institution, ...readPage(args) })
  return toConnection(page.records, (it) => it.cursor, page.hasNext, page.totalCount)
}
