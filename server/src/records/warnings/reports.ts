import { fill } from '@causeway/shared/words/words'
import { toDay, toIso } from '@causeway/shared/day'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { tableOf, type RecordType } from '../record-type.ts'
import { findRecordType, recordTypeOf } from '../record-types.ts'
import { MOST_DOUBTS, ofTypes, type RecordWarning, type Touched, type Warning } from '../warning.ts'
import { isBrought, isCurrent, warningOf } from './doubt.ts'
import WORDS from './words.json' with { type: 'json' }

/** A statement that there was nothing beside records of it, whichever of them the batch brought. */
export const NOTHING_AND_RECORDS: Warning = {
  of: () => true,
  beside: 'nothing-to-report',
  async find(db, touched, type) {
    if (type.name !== 'nothing-to-report') return listContradicted(db, touched, type, 'record')
    const warnings: RecordWarning[] = []
    for (const name of await listNamedTypes(db, touched, 'nothing-to-report')) {
      const reported = findRecordType(name)
      if (reported) warnings.push(...(await listContradicted(db, touched, reported, 'report')))
    }
    return warnings
  },
}

/** A statement that there was nothing, beside records that say there was something. */
interface ContradictedReport {
  /** Row of the file: of the report, or of the first record beside it. */
  row: number | null
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
  touched: Touched,
  { name, label, span, inParts, key, fields }: RecordType,
  brought: 'report' | 'record',
): Promise<RecordWarning[]> {
  const { batch } = touched
  const year = (column: string) => sql`cast(substr(${sql.ref(column)}, 1, 4) as integer)`
  const within =
    'class' in span
      ? sql`${sql.ref(`x.${span.class}`)} <= ${year('z.to')}
          and (${sql.ref(`x.${span.class}`)} > ${year('z.from')} or ${year('z.from')} = ${year('z.to')})`
      : sql`x.first_day <= z.to_day and (x.last_day is null or x.last_day >= z.from_day)`
  const parts = inParts
    ? sql`and (z.direction is null or z.direction = x.direction) and (z.audience is null or z.audience = x.audience)`
    : sql``
  const [row, ours, having] =
    brought === 'report'
      ? [sql`min(z.row)`, sql`z.batch = ${batch}`, sql``]
      : [
          sql`min(case when x.batch = ${batch} then x.row end)`,
          sql`z.batch <> ${batch}`,
          sql`having sum(case when x.batch = ${batch} then 1 else 0 end) > 0`,
        ]
  const { rows } = await sql<ContradictedReport>`
    select ${row} as row, min(z."from") as "from", min(z."to") as "to", min(z.unit) as unit, min(z.signer) as signer,
      count(*) as records
    from record_nothing_to_report as z cross join ${sql.table(tableOf(name))} as x
    where ${isCurrent(touched, 'z')} and z.record_type = ${name} and ${ours}
      and ${isCurrent(touched, 'x')} and (z.unit is null or z.unit = x.unit) and ${within} ${parts}
    group by z.key ${having} order by 1 limit ${MOST_REPORTS}`.execute(db)
  const field = brought === 'report' ? 'record_type' : (key[0]?.split('|')[0] ?? fields[0]!.name)
  return rows.map(({ row: at, from, to, unit, signer, records }) => {
    const whose = unit === null ? { zh: '', en: '' } : { zh: `（${unit}）`, en: ` (${unit})` }
    return warningOf(at, {
      ...{ code: 'NOTHING_AND_RECORDS', field, value: name },
      zh: `${signer}声明“${label.zh}”${whose.zh}在 ${from} 至 ${to} 没有业务，而该时段已有 ${records} 条记录。请核对，撤除有误的一方。`,
      en: `${signer} signed that there was nothing of "${label.en}"${whose.en} from ${from} to ${to}, and the records of it are ${records}: check both, and take the wrong one away.`,
    })
  })
}

/** The record types that records of the batch name. */
async function listNamedTypes(db: Connection, touched: Touched, by: string): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    select distinct record_type as type from ${sql.table(tableOf(by))} where ${isBrought(touched)} order by 1`.execute(
    db,
  )
  return rows.map(({ type }) => type)
}

/** Evidence that expires while what it proves still runs; what is still open runs to the data date. */
export const EXPIRED_EVIDENCE: Warning = {
  of: ofTypes('evidence'),
  async find(db, touched) {
    const dataDay = await readDataDay(db, touched.institution)
    const last = dataDay === null ? sql`r.last_day` : sql`coalesce(r.last_day, ${sql.lit(dataDay)})`
    const warnings: RecordWarning[] = []
    for (const name of await listNamedTypes(db, touched, 'evidence')) {
      const { label } = recordTypeOf(name)
      const { rows } = await sql<{ row: number | null; expired: number; last: number }>`
        select e.row as row, e.expires_on_day as expired, ${last} as last
        from record_evidence e
        join ${sql.table(tableOf(name))} r on r.institution = e.institution and r.key = e.record and r.until is null
        where ${isBrought(touched, 'e')} and e.record_type = ${name}
          and r.first_day is not null and e.expires_on_day < ${last}
        order by e.row limit ${MOST_DOUBTS}`.execute(db)
      for (const { row, ...days } of rows) {
        const [expired, end] = [toIso(days.expired), toIso(days.last)]
        const said = {
          ...{ code: 'EXPIRED_EVIDENCE' as const, field: 'expires_on', value: expired },
          ...fill(WORDS.EXPIRED, { expired, labelZh: label.zh, end, labelEn: label.en.toLowerCase() }),
        }
        warnings.push(warningOf(row, said))
      }
    }
    return warnings
  },
}

/** Up to which day the institution's records spoke before the batch; null: they did not. */
async function readDataDay(db: Connection, institution: string): Promise<number | null> {
  const state = await db
    .selectFrom('institution_state')
    .select('data_date')
    .where('institution', '=', institution)
    .executeTakeFirst()
  return state?.data_date ? toDay(state.data_date) : null
}
