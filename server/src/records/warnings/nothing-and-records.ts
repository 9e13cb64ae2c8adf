import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { tableOf, type RecordType } from '../record-type.ts'
import { findRecordType, recordTypeOf } from '../record-types.ts'
import type { RecordWarning, Touched, Warning } from '../warning.ts'

/** A statement that there was nothing beside records of it, whichever of them the batch brought. */
export const NOTHING_AND_RECORDS: Warning<'NOTHING_AND_RECORDS'> = {
  codes: {
    NOTHING_AND_RECORDS: {
      zh: '零报告与已有记录矛盾',
      en: 'a statement that there was nothing is beside records of it',
    },
  },
  of: () => true,
  async find(db, touched, type) {
    if (type.name !== 'nothing-to-report')
      return (await listContradicted(db, touched, type, 'record')).map((found) => toWarning(found, null))
    const warnings: RecordWarning<'NOTHING_AND_RECORDS'>[] = []
    for (const name of await listReportedTypes(db, touched)) {
      const reported = findRecordType(name)
      if (!reported) continue
      for (const found of await listContradicted(db, touched, reported, 'report'))
        warnings.push(toWarning(found, 'record_type'))
    }
    return warnings
  },
}

function toWarning(
  { row, record_type, from, to, unit, signer, records }: ContradictedReport,
  field: string | null,
): RecordWarning<'NOTHING_AND_RECORDS'> {
  const { label, key, fields } = recordTypeOf(record_type)
  const whose = unit === null ? { zh: '', en: '' } : { zh: `（${unit}）`, en: ` (${unit})` }
  return {
    code: 'NOTHING_AND_RECORDS',
    row,
    field: field ?? key[0]?.split('|')[0] ?? fields[0]!.name,
    value: record_type,
    message: {
      zh: `${signer}声明“${label.zh}”${whose.zh}在 ${from} 至 ${to} 没有业务，而该时段已有 ${records} 条记录。请核对，撤除有误的一方。`,
      en: `${signer} signed that there was nothing of "${label.en}"${whose.en} from ${from} to ${to}, and the records of it are ${records}: check both, and take the wrong one away.`,
    },
  }
}

/** A statement that there was nothing, beside records that say there was something. */
interface ContradictedReport {
  /** Row of the file: of the report, or of the first record beside it. */
  row: number | null
  record_type: string
  from: string
  to: string
  unit: string | null
  signer: string
  records: number
}

const MOST_REPORTS = 100

/** Zero reports of a type that records of it contradict; the batch brought the report (`brought`), or one of the records. */
async function listContradicted(
  db: Connection,
  { institution, batch }: Touched,
  { name, span, inParts }: RecordType,
  brought: 'report' | 'record',
): Promise<ContradictedReport[]> {
  const year = (column: string) => sql`cast(substr(${sql.ref(column)}, 1, 4) as integer)`
  const within =
    'class' in span
      ? sql`${sql.ref(`x.${span.class}`)} <= ${year('z.to')}
          and (${sql.ref(`x.${span.class}`)} > ${year('z.from')} or ${year('z.from')} = ${year('z.to')})`
      : sql`x.first_day <= z.to_day and (x.last_day is null or x.last_day >= z.from_day)`
  const parts = inParts
    ? sql`and (z.direction is null or z.direction = x.direction) and (z.audience is null or z.audience = x.audience)`
    : sql``
  const row = brought === 'report' ? sql`min(z.row)` : sql`min(case when x.batch = ${batch} then x.row end)`
  const ours = brought === 'report' ? sql`z.batch = ${batch}` : sql`z.batch <> ${batch}`
  const having = brought === 'report' ? sql`` : sql`having sum(case when x.batch = ${batch} then 1 else 0 end) > 0`
  const { rows } = await sql<ContradictedReport>`
    select ${row} as row, z.record_type as record_type, min(z."from") as "from", min(z."to") as "to", min(z.unit) as unit,
      min(z.signer) as signer, count(*) as records
    from record_nothing_to_report as z cross join ${sql.table(tableOf(name))} as x
    where z.institution = ${institution} and z.until is null and z.record_type = ${name} and ${ours}
      and x.institution = ${institution} and x.until is null and (z.unit is null or z.unit = x.unit) and ${within} ${parts}
    group by z.key, z.record_type ${having} order by 1 limit ${MOST_REPORTS}`.execute(db)
  return rows
}

/** The types that zero reports of a batch are of. */
async function listReportedTypes(db: Connection, { institution, batch }: Touched): Promise<string[]> {
  const { rows } = await sql<{ record_type: string }>`
    select distinct record_type from record_nothing_to_report
    where institution = ${institution} and until is null and batch = ${batch} order by 1`.execute(db)
  return rows.map((row) => row.record_type)
}
