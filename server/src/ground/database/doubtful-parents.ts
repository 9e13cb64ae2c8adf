import { sql } from 'kysely'
import type { Connection } from './database.ts'
import type { BatchPlace } from './doubtful-records.ts'

export interface ParentLink {
  code: string
  parent: string
  /** Row of the file; null where it is not the batch's. */
  row: number | null
  isBrought: number
}

/** Every record of a table that names another of it in `field`. */
export async function listParentLinks(
  db: Connection,
  { institution, batch }: BatchPlace,
  { table, field }: { table: string; field: string },
): Promise<ParentLink[]> {
  const { rows } = await sql<ParentLink>`
    select code, ${sql.ref(field)} as parent, case when batch = ${batch} then row end as row,
      case when batch = ${batch} then 1 else 0 end as "isBrought"
    from ${sql.table(table)} where institution = ${institution} and until is null and ${sql.ref(field)} is not null
    order by code`.execute(db)
  return rows
}
