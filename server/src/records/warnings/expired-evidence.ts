import { toDay, toIso } from '@causeway/shared/day'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { tableOf } from '../record-type.ts'
import { recordTypeOf } from '../record-types.ts'
import { MOST_DOUBTS, ofTypes, type RecordWarning, type Touched, type Warning } from '../warning.ts'

/** Evidence that expires while what it proves still runs. */
export const EXPIRED_EVIDENCE: Warning<'EXPIRED_EVIDENCE'> = {
  codes: {
    EXPIRED_EVIDENCE: { zh: '佐证材料在所证事项结束前到期', en: 'evidence expires before what it proves ends' },
  },
  of: ofTypes('evidence'),
  async find(db, touched) {
    const dataDay = await readDataDay(db, touched.institution)
    const warnings: RecordWarning<'EXPIRED_EVIDENCE'>[] = []
    for (const recordType of await listTypesWithExpiringEvidence(db, touched)) {
      const { label } = recordTypeOf(recordType)
      const asked = { recordType, table: tableOf(recordType), dataDay }
      for (const { row, expired, last } of await listExpiredEvidence(db, touched, asked)) {
        const message = {
          zh: `佐证材料有效期至 ${toIso(expired)}，而所证“${label.zh}”记录到 ${toIso(last)} 仍在进行。请补充续期后的材料。`,
          en: `The evidence expired on ${toIso(expired)}, and the ${label.en.toLowerCase()} it proves runs to ${toIso(last)}. Add what it was renewed with.`,
        }
        warnings.push({ code: 'EXPIRED_EVIDENCE', row, field: 'expires_on', value: toIso(expired), message })
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

/** The types that evidence of the batch is about, and that expires at all. */
async function listTypesWithExpiringEvidence(db: Connection, { institution, batch }: Touched): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    select distinct record_type as type from record_evidence
    where institution = ${institution} and until is null and batch = ${batch} and expires_on_day is not null
    order by 1`.execute(db)
  return rows.map(({ type }) => type)
}

interface ExpiredEvidence {
  row: number | null
  expired: number
  /** The last day of what it proves; the data date where that still runs. */
  last: number
}

/** Evidence of the batch that expires before what it proves ends; what is still open runs to the data date. */
async function listExpiredEvidence(
  db: Connection,
  { institution, batch }: Touched,
  { recordType, table, dataDay }: { recordType: string; table: string; dataDay: number | null },
): Promise<ExpiredEvidence[]> {
  const last = dataDay === null ? sql`r.last_day` : sql`coalesce(r.last_day, ${sql.lit(dataDay)})`
  const { rows } = await sql<ExpiredEvidence>`
    select e.row as row, e.expires_on_day as expired, ${last} as last
    from record_evidence e
    join ${sql.table(table)} r on r.institution = e.institution and r.key = e.record and r.until is null
    where e.institution = ${institution} and e.until is null and e.batch = ${batch} and e.record_type = ${recordType}
      and r.first_day is not null and e.expires_on_day < ${last}
    order by e.row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}
