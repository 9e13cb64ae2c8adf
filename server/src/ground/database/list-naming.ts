import { sql } from 'kysely'
import type { Connection } from './database.ts'
import { isOfType, type PointingTable } from './revert-versions.ts'

/** Keys of the first current records whose `field` names a code or key, and how many there are. */
export async function listNaming(
  db: Connection,
  from: PointingTable,
  { institution, name, limit }: { institution: string; name: string; limit: number },
): Promise<{ keys: string[]; total: number }> {
  const naming = sql`from ${sql.table(from.table)} x where x.institution = ${institution} and x.until is null
    and ${sql.ref(`x.${from.field}`)} = ${name} and ${isOfType(from)}`
  const { rows } = await sql<{ key: string }>`select x.key ${naming} order by x.key limit ${sql.lit(limit)}`.execute(db)
  if (rows.length < limit) return { keys: rows.map(({ key }) => key), total: rows.length }
  const counted = await sql<{ count: number }>`select count(*) as count ${naming}`.execute(db)
  return { keys: rows.map(({ key }) => key), total: Number(counted.rows[0]!.count) }
}
