import { expect } from 'vitest'
import { sql } from 'kysely'
import { describeRecords } from '@causeway/server/records/describe-record'
import { findRecord, listRecords } from '@causeway/server/records/list-records'
import { revertBatch } from '@causeway/server/records/revert'
import type { Database } from '@causeway/server/ground/database/database'
import { listIndexes, listTables } from '@causeway/server/ground/database/list-tables'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { columnsOf, recordColumns } from '@causeway/server/records/record-table'
import { tableOf } from '@causeway/server/records/record-type'
import { RECORD_TYPES, recordTypeOf } from '@causeway/server/records/record-types'
import { forEachDatabase } from '../support/databases.ts'
import { test } from '../support/import-desk.ts'
import { putInstitution, putRecords, type Values } from '../support/put-records.ts'
import DOMAIN_ROWS from './domain-rows.json' with { type: 'json' }

const ADOPTION = 'standard,resource,country,adopter,adopted_on,learners,learners_from,learners_to'

/** The types of the main job, and the fields that the whole domain adds to them. */
const BEFORE: Record<string, string[]> = {
  ...{ institution: [], partner: [], programme: ['site', 'language'] },
  ...{ enrolment: ['site', 'funding', 'language'], mobility: ['platform', 'virtual'] },
  ...{ 'training-session': ['site', 'assessed', 'hours'], standard: [], adoption: ['resource', 'platform'] },
  ...{ 'adoption-use': ['resource'], platform: [], 'competition-result': [] },
  'assessment-result': ['site', 'standard', 'standard_version', 'standard_unit', 'competent', 'nationality'],
  ...{ 'graduate-outcome': ['nationality'], 'nothing-to-report': [] },
}

const ROWS: [type: string, row: Values][] = DOMAIN_ROWS as [string, Values][]

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
    await db.schema.alterTable('institution_state').dropColumn('epoch').execute()
    // What came with them was found from batches, and would be twice.
    for (const table of ['revision', 'kept_text']) await db.schema.dropTable(table).execute()
    await sql`drop index record_partner_code`.execute(db)
    await sql`delete from kysely_migration where name > '0001-first-tables'`.execute(db)
  })
}

async function rowsOf(database: Database, type: string) {
  const { records } = await listRecords(database, { type, institution: 'A', first: 10 })
  return records.map(({ key, values, batch }) => ({ key, values, batch }))
}

test('every type that the whole domain adds to is named with fields that it has', () => {
  for (const [type, added] of Object.entries(BEFORE)) {
    const names = recordTypeOf(type).fields.map(({ name }) => name)
    expect(names, type).toEqual(expect.arrayContaining(added))
  }
})

/** What SQLite's planner is said of a table that the migration made: of its key and of its codes. */
async function countStatistics(database: Database): Promise<number> {
  const { rows } = await database.snapshot((db) =>
    sql<{ count: number }>`select count(*) as count from sqlite_stat1 where tbl = 'record_unit'`.execute(db),
  )
  return rows[0]!.count
}

forEachDatabase(() => {
  test('a resource is adopted like a standard, its learners too, and never both in one row', async (desk) => {
    await desk.put('standard', ['code,title_en,type,direction', 'S1,Standard,course,own'])
    await desk.put('resource', ['code,title_en,kind,origin', 'R1,Book,textbook,own'])
    await desk.put('adoption', [
      ADOPTION,
      'S1,,VN,Hanoi,2023-03-01,45,2023-09-01,2024-08-31',
      ',R1,VN,Hanoi,2023-03-01,20,2023-09-01,2024-08-31',
    ])
    expect(await desk.records('adoption')).toMatchObject([
      { standard: null, resource: 'R1' },
      { standard: 'S1', resource: null },
    ])
    expect(await desk.records('adoption-use')).toMatchObject([
      { resource: 'R1', learners: 20 },
      { standard: 'S1', learners: 45 },
    ])
    const report = await desk.bring('adoption', [
      ADOPTION,
      'S1,R1,LA,Vientiane,2023-03-01,,,',
      ',,LA,Vientiane,2023-03-01,,,',
    ])
    expect(report).toMatchObject({ accepted: 0 })
    expect(report.problems.map(({ row, code }) => `${row} ${code}`)).toEqual(['2 EXACTLY_ONE', '3 EXACTLY_ONE'])
  })

  test('a file that says a resource of an adoption of a standard by its source id is refused', async (desk) => {
    await desk.put('standard', ['code,title_en,type,direction', 'S1,Standard,course,own'])
    await desk.put('resource', ['code,title_en,kind,origin', 'R1,Book,textbook,own'])
    await desk.put('adoption', ['source_id,standard,country,adopter,adopted_on', '7,S1,VN,Hanoi,2023-03-01'])
    const report = await desk.bring('adoption', ['source_id,resource,country,adopter', '7,R1,VN,Hanoi'])
    expect(report).toMatchObject({ accepted: 0, problems: [{ row: 2, code: 'EXACTLY_ONE' }] })
  })

  test('one course code may be taught in two programmes, and one unit code be in two versions', async (desk) => {
    await desk.put('programme', ['code,name_en', 'P1,One', 'P2,Two'])
    await desk.put('course', ['code,programme,name_en,hours', 'C1,P1,English,64', 'C1,P2,English,48.5'])
    await desk.put('course', ['code,programme,name_en,hours', 'C1,P2,English,50'])
    expect((await desk.records('course')).map(({ programme, hours }) => `${programme} ${hours}`)).toEqual([
      'P1 6400',
      'P2 5000',
    ])
    await desk.put('standard', ['code,title_en,type,direction', 'S1,Standard,course,own'])
    const report = await desk.put('standard-unit', [
      'standard,version,code,title_en,weight',
      'S1,1.0,U1,Unit,0.5',
      'S1,2.0,U1,Unit,0.3333',
    ])
    expect(report).toMatchObject({ accepted: 2, rejected: 0 })
  })

  test('no more hours are given by the foreign party than there are, and no intake ends before it began', async (desk) => {
    await desk.put('partner', ['code,name_en,country', 'PT,Partner,RU'])
    await desk.put('programme', ['code,name_en,kind', 'P1,One,joint'])
    expect(
      (await desk.bring('course', ['code,programme,name_en,hours,foreign_party_hours', 'C1,P1,Soil,40,41.5'])).problems,
    ).toMatchObject([
      {
        row: 2,
        column: 'foreign_party_hours',
        code: 'ABOVE_WHOLE',
        message: { en: expect.stringContaining('41.5 is more than 40') },
      },
    ])
    expect(
      (
        await desk.bring('joint-programme', [
          'approval,category,partner,programme,from,first_intake,last_intake',
          'A1,project,PT,P1,2021-03-12,2021,2020',
        ])
      ).problems,
    ).toMatchObject([{ row: 2, column: 'last_intake', code: 'REVERSED_RANGE' }])
  })

  test('an agreement ends neither before it begins nor before it is signed', async (desk) => {
    await desk.put('partner', ['code,name_en,country', 'PT,Partner,RU'])
    const path = desk.file('agreement.csv', [
      'code,partner,signed_on,from,to',
      'A1,PT,2023-06-01,2023-07-01,2023-06-30',
      'A2,PT,2023-06-01,2023-05-01,2023-05-31',
      'A3,PT,2023-06-01,2023-05-01,',
    ])
    const report = await desk.import(path, 'agreement', { acceptValid: true })
    expect(report).toMatchObject({ accepted: 1 })
    expect(report.problems.map(({ row, code }) => `${row} ${code}`)).toEqual(['2 REVERSED_RANGE', '3 REVERSED_RANGE'])
  })

  test('a language is known by its code and its name in either language', async (desk) => {
    await desk.put('programme', [
      'code,name_en,language',
      'P1,One,中文',
      'P2,Two,French',
      'P3,Three,en',
      'P4,Four,中英双语',
    ])
    expect((await desk.records('programme')).map(({ language }) => language)).toEqual(['zh', 'fr', 'en', 'en'])
    expect((await desk.bring('programme', ['code,name_en,language', 'P5,Five,Klingon'])).problems).toMatchObject([
      { code: 'UNKNOWN_CHOICE' },
    ])
  })

  test('what records point to has to be there, is named in words, and stays while they do', async (desk) => {
    const { database } = desk
    expect((await desk.bring('programme', ['code,name_en,site', 'P1,One,OS1'])).problems).toMatchObject([
      { column: 'site', code: 'UNKNOWN_REFERENCE' },
    ])
    const sites = await desk.put('overseas-site', [
      'code,name_zh,name_en,type,country,opened_on',
      'OS1,乌兹别克斯坦工坊,Workshop Uzbekistan,workshop,UZ,2021-10-18',
    ])
    await desk.put('programme', ['code,name_en,site', 'P1,One,OS1'])
    const programme = (await findRecord(database, 'programme/X/P1'))!
    const [described] = await describeRecords(database, [programme])
    expect(described!.fields.find(({ name }) => name === 'site')!.text).toEqual({
      zh: '乌兹别克斯坦工坊（OS1）',
      en: 'Workshop Uzbekistan (OS1)',
    })
    await expect(revertBatch(database, sites.batch!)).rejects.toMatchObject({ code: 'REVERT_REFUSED' })
  })

  test('an event without an end is one day, and a recognition without one still is', async (desk) => {
    const { database } = desk
    await desk.put('event', ['code,title_en,kind,country,start', 'E1,Forum,forum,CN,2023-06-15'])
    await desk.put('recognition', [
      'title_en,kind,level,issuer,awarded_on',
      'Honour,honour,province,Government,2023-06-15',
    ])
    const spans = await database.snapshot(async (db) =>
      Promise.all(
        (['record_event', 'record_recognition'] as const).map((table) =>
          db
            .selectFrom(table as `record_${string}`)
            .select(['first_day', 'last_day'])
            .executeTakeFirstOrThrow(),
        ),
      ),
    )
    expect(spans).toEqual([
      { first_day: 19523, last_day: 19523 },
      { first_day: 19523, last_day: null },
    ])
  })
})

forEachDatabase((kind, _open, newUrl) => {
  test('a database of the main job gets the tables, columns and indexes of the whole domain, and keeps its rows', async () => {
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
