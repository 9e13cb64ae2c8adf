import { sql } from 'kysely'
import type { Connection } from './database.ts'
import type { BatchPlace } from './doubtful-records.ts'

/** A statement that there was nothing, beside records that say there was something. */
export interface ContradictedReport {
  /** Row of the file: of the report, or of the first record beside it. */
  row: number | null
  record_type: string
  from: string
  to: string
  unit: string | null
  signer: string
  records: number
}

/** What a type's records are told by. */
export interface ReportedTable {
  recordType: string
  table: string
  /** Null: it has days. */
  classField: string | null
}

const MOST_REPORTS = 100

/** Zero reports of a type that records of it contradict; the batch brought the report (`brought`), or one of the records. */
export async function listContradicted(
  db: Connection,
  { institution, batch }: BatchPlace,
  { recordType, table, classField }: ReportedTable,
  brought: 'report' | 'record',
): Promise<ContradictedReport[]> {
  const year = (column: string) => sql`cast(substr(${sql.ref(column)}, 1, 4) as integer)`
  const within =
    classField === null
      ? sql`x.first_day <= z.to_day and (x.last_day is null or x.last_day >= z.from_day)`
      : sql`${sql.ref(`x.${classField}`)} <= ${year('z.to')}
          and (${sql.ref(`x.${classField}`)} > ${year('z.from')} or ${year('z.from')} = ${year('z.to')})`
  const parts =
    recordType === 'mobility'
      ? sql`and (z.direction is null or z.direction = x.direction) and (z.audience is null or z.audience = x.audience)`
      : sql``
  const row = brought === 'report' ? sql`min(z.row)` : sql`min(case when x.batch = ${batch} then x.row end)`
  const ours = brought === 'report' ? sql`z.batch = ${batch}` : sql`z.batch <> ${batch}`
  const having = brought === 'report' ? sql`` : sql`having sum(case when x.batch = ${batch} then 1 else 0 end) > 0`
  const { rows } = await sql<ContradictedReport>`
    select ${row} as row, z.record_type as record_type, min(z."from") as "from", min(z."to") as "to", min(z.unit) as unit,
      min(z.signer) as signer, count(*) as records
    from record_nothing_to_report as z cross join ${sql.table(table)} as x
    where z.institution = ${institution} and z.until is null and z.record_type = ${recordType} and ${ours}
      and x.institution = ${institution} and x.until is null and (z.unit is null or z.unit = x.unit) and ${within} ${parts}
    group by z.key, z.record_type ${having} order by 1 limit ${MOST_REPORTS}`.execute(db)
  return rows
}

/** The types that zero reports of a batch are of. */
export async function listReportedTypes(db: Connection, { institution, batch }: BatchPlace): Promise<string[]> {
  const { rows } = await sql<{ record_type: string }>`
    select distinct record_type from record_nothing_to_report
    where institution = ${institution} and until is null and batch = ${batch} order by 1`.execute(db)
  return rows.map((row) => row.record_type)
}
