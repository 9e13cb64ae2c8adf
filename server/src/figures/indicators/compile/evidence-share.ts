import { sql } from 'kysely'
import type { Declaration, PartName } from '../definition.ts'
import { Compilation, type Asked } from './compilation.ts'
import type { Sql } from './sql.ts'
import { compileCountedRecords, type CountedPage } from './counted-records.ts'
import type { Cut } from './members.ts'
import { periodTable } from './statement.ts'

const ALL = 2_147_483_647

/**
 * How many records one figure was counted from, both its parts together, and how many of them have evidence that is valid on the
 * day on which the figure's period is read.
 */
export function compileEvidenceShare(
  declaration: Declaration,
  asked: Asked,
  cut: Omit<Cut, 'scope'>,
  parts: readonly PartName[],
  address: Pick<CountedPage, 'category' | 'across'>,
): Sql {
  const page = { ...address, after: null, most: ALL }
  const counted = parts.map(
    (part) => sql`select * from (${compileCountedRecords(declaration, asked, cut, part, page)}) as ${sql.ref(part)}`,
  )
  const compilation = new Compilation(asked)
  const day = sql.lit(asked.periods[0]!.day)
  // Joined, not asked for each record: of thousands of records and thousands of documents neither is read twice.
  return sql`${periodTable(declaration, asked)}, proved as materialized (
    select distinct e.record_type, e.record from ${compilation.table(compilation.type('evidence'), 'e')}
    where ${compilation.holds('e')} and e.issued_on_day <= ${day} and (e.expires_on_day is null or e.expires_on_day >= ${day}))
    select count(*) as total, count(p.record) as proved
    from (${sql.join(counted, sql` union `)}) as c
    left join proved as p on p.record_type = c.record_type and p.record = c.record_key`
}
