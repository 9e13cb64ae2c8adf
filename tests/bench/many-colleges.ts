import { sql } from 'kysely'
import type { Database } from '@causeway/server/ground/database/database'
import { putInstitution, putRecords, type Values } from '../support/put-records.ts'
import { makeBatches } from '../support/oracle/nasty-records.ts'
import { createRandom } from '../support/random.ts'

const DATA_DATE = '2025-07-31'
const COUNTRIES = ['CN', 'CN', 'CN', 'RU', 'TH', 'VN', 'LA', 'KH', 'HK', 'BY', 'TZ', 'KZ']
/** Of rows that are made of all types: the others do not hold, or say again what another says. */
const ACCEPTED = 0.74

/** A college of about so many records of all types. */
export async function putMixed(database: Database, institution: string, records: number): Promise<void> {
  const place = { institution, country: 'CN', schoolYearStart: '09-01', dataDate: DATA_DATE }
  const whole = makeBatches('bench', { ...place, size: 1 }).reduce((sum, { rows }) => sum + rows.length, 0)
  for (const { type, rows, dataDate } of makeBatches('bench', { ...place, size: records / whole / ACCEPTED }))
    await putRecords(database, type, type === 'institution' ? null : institution, rows, { dataDate })
}

/** A college of so many enrolments. */
export async function putEnrolments(database: Database, institution: string, records: number): Promise<void> {
  await putInstitution(database, institution, DATA_DATE)
  const programmes = Array.from({ length: 20 }, (_, i) => ({
    ...{ code: `P${i}`, name_zh: `专业${i}`, kind: 'ordinary', department: `D${i % 6}` },
  }))
  await putRecords(database, 'programme', institution, programmes, { dataDate: DATA_DATE })
  const rows = Array.from({ length: records }, (_, at) => enrolment(`${institution} ${at}`))
  await putRecords(database, 'enrolment', institution, rows, { dataDate: DATA_DATE })
}

/** A change to a college. */
export const putOne = (database: Database, institution: string, seed: string) =>
  putRecords(database, 'enrolment', institution, [enrolment(seed)], { dataDate: DATA_DATE })

function enrolment(seed: string): Values {
  const random = createRandom(seed)
  const year = random.whole(2014, 2024)
  return {
    person: `${seed}-${random.whole(0, 1_000_000_000).toString(36)}`,
    programme: `P${random.whole(0, 19)}`,
    kind: random.pick(['degree', 'non-degree', 'domestic', 'domestic']),
    full_time: 1,
    nationality: random.pick(COUNTRIES),
    sex: random.pick(['female', 'male']),
    level: 'higher',
    start: `${year}-09-01`,
    end: `${year + random.whole(1, 3)}-07-0${random.whole(1, 9)}`,
  }
}

/** Gives other institutions all records of one but its own, by bare SQL. SQLite. */
export async function copyRecords(database: Database, from: string, to: readonly string[]): Promise<void> {
  for (const institution of to) await putInstitution(database, institution, DATA_DATE)
  const { rows } = await sql<{
    name: string
    columns: string
  }>`select m.name, group_concat('"' || c.name || '"') as columns
    from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and m.name glob 'record_*'
    and m.name not in ('record_institution', 'record_revision') and c.name <> 'institution' group by m.name`.execute(
    database.quick,
  )
  for (const institution of to)
    await database.write(async (db) => {
      for (const { name, columns } of rows)
        await sql`insert into ${sql.table(name)} (institution, ${sql.raw(columns)})
          select ${institution}, ${sql.raw(columns)} from ${sql.table(name)} where institution = ${from}`.execute(db)
      // What never changed has no records: nothing of it would be counted.
      await sql`insert or replace into record_revision select ${institution}, record_type, revision
        from record_revision where institution = ${from}`.execute(db)
      await sql`update institution_state set revision = (select revision from institution_state where institution = ${from})
        where institution = ${institution}`.execute(db)
    })
}
