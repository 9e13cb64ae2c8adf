import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { listIndexes, listTables } from '@causeway/server/ground/database/list-tables'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { columnsOf, recordColumns } from '@causeway/server/records/record-table'
import { listRecords } from '@causeway/server/records/list-records'
import { tableOf } from '@causeway/server/records/record-type'
import { RECORD_TYPES, recordTypeOf } from '@causeway/server/records/record-types'
import { forEachDatabase } from '../support/databases.ts'
import { putInstitution, putRecords, type Values } from '../support/put-records.ts'

/** The types of the main job, and the fields that the whole domain adds to them. */
const BEFORE: Record<string, string[]> = {
  institution: [],
  partner: [],
  programme: ['site', 'language'],
  enrolment: ['site', 'funding', 'language'],
  mobility: ['platform', 'virtual'],
  'training-session': ['site', 'assessed', 'hours'],
  standard: [],
  adoption: ['resource', 'platform'],
  'adoption-use': ['resource'],
  platform: [],
  'competition-result': [],
  'assessment-result': ['site', 'standard', 'standard_version', 'standard_unit', 'competent', 'nationality'],
  'graduate-outcome': ['nationality'],
  'nothing-to-report': [],
}

const ROWS: [type: string, row: Values][] = [
  ['programme', { code: 'P1', name_zh: '园艺' }],
  ['standard', { code: 'S1', title_zh: '标准', type: 'course', direction: 'own' }],
  ['adoption', { standard: 'S1', country: 'VN', adopter: 'V', adopted_on: '2023-03-01' }],
  [
    'assessment-result',
    { person: 'h', instrument: 'I', phase: 'final', date: '2023-11-18', raw: 90, max: 100, passed: 1 },
  ],
  ['enrolment', { headcount: 9, kind: 'degree', nationality: 'VN', start: '2023-09-01', end: '2024-06-30' }],
]

/** Takes from a migrated database what came after its first migration, and an index. */
async function takeBack(database: Database): Promise<void> {
  await database.write(async (db) => {
    for (const type of RECORD_TYPES) {
      const added = BEFORE[type.name]
      if (!added) {
        await db.schema.dropTable(tableOf(type.name)).execute()
        continue
      }
      const columns = type.fields.filter(({ name }) => added.includes(name)).flatMap(columnsOf)
      for (const { name } of columns) await db.schema.alterTable(tableOf(type.name)).dropColumn(name).execute()
    }
    await sql`drop index record_partner_code`.execute(db)
    await sql`delete from kysely_migration where name > '0001-first-tables'`.execute(db)
  })
}

async function rowsOf(database: Database, type: string) {
  const { records } = await listRecords(database, { type, institution: 'A', first: 10 })
  return records.map(({ key, values, batch }) => ({ key, values, batch }))
}

it('every type that the whole domain adds to is named with fields that it has', () => {
  for (const [type, added] of Object.entries(BEFORE)) {
    const names = recordTypeOf(type).fields.map(({ name }) => name)
    expect(names, type).toEqual(expect.arrayContaining(added))
  }
})

forEachDatabase((kind, _open, newUrl) => {
  it('a database of the main job gets the tables, columns and indexes of the whole domain, and keeps its rows', async () => {
    const url = await newUrl()
    const old = await openDatabase(url)
    await migrate(old)
    await putInstitution(old, 'A')
    for (const [type, row] of ROWS) await putRecords(old, type, 'A', [row])
    const kept = await Promise.all(ROWS.map(([type]) => rowsOf(old, type)))
    await takeBack(old)
    const without = await old.snapshot((db) => listTables(old.kind, db))
    expect(without.find(({ name }) => name === 'record_adoption')!.columns).not.toContain('resource')
    expect(without.map(({ name }) => name)).not.toContain('record_unit')
    await old.close()

    const database = await openDatabase(url)
    try {
      await migrate(database)
      const tables = new Map(
        (await database.snapshot((db) => listTables(database.kind, db))).map(({ name, columns }) => [name, columns]),
      )
      for (const type of RECORD_TYPES) {
        const columns = recordColumns(type).map(({ name }) => name)
        expect([...(tables.get(tableOf(type.name)) ?? [])].sort(), type.name).toEqual(columns.sort())
      }
      expect(await database.snapshot((db) => listIndexes(database.kind, db))).toEqual(
        expect.arrayContaining(['record_partner_code', 'record_unit_code', 'record_evidence_record']),
      )
      expect(await Promise.all(ROWS.map(([type]) => rowsOf(database, type)))).toEqual(kept)
      for (const [type, row] of ROWS) {
        expect((await putRecords(database, type, 'A', [row])).outcomes, type).toEqual(['unchanged'])
      }
      await putRecords(database, 'unit', 'A', [{ code: 'U1', name_zh: '农学院' }])
      expect((await rowsOf(database, 'unit')).map(({ key }) => key)).toEqual(['U1'])
      if (kind === 'sqlite') expect(await countStatistics(database)).toBe(2)
    } finally {
      await database.close()
    }
  })
})

/** What SQLite's planner is said of a table that the migration made: of its key and of its codes. */
async function countStatistics(database: Database): Promise<number> {
  const { rows } = await database.snapshot((db) =>
    sql<{ count: number }>`select count(*) as count from sqlite_stat1 where tbl = 'record_unit'`.execute(db),
  )
  return rows[0]!.count
}
