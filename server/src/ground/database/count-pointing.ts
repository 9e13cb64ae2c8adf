import { sql } from 'kysely'
import type { Connection } from './database.ts'

/** How many current records of an institution name each of these codes in `field`; `except`: keys of those that do not count. */
export async function countPointing(
  db: Connection,
  from: { table: string; field: string },
  { institution, codes, except }: { institution: string; codes: string[]; except: string[] },
): Promise<{ code: string; count: number }[]> {
  const named = sql.ref(from.field)
  const others = except.length === 0 ? sql`` : sql`and key not in (${sql.join(except)})`
  const { rows } = await sql<{ code: string; count: number }>`
    select ${named} as code, count(*) as count from ${sql.table(from.table)}
    where institution = ${institution} and until is null and ${named} in (${sql.join(codes)}) ${others}
    group by 1`.execute(db)
  return rows
}
