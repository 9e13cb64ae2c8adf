import { expect } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { setDataDate } from '@causeway/server/desk/by-hand/set-data-date'
import { tellDataDates } from '@causeway/server/ground/database/migrations/0006-data-date'
import { today } from '@causeway/server/records/data-date'
import { findInstitution } from '@causeway/server/records/institutions'
import { revertBatch } from '@causeway/server/records/revert'
import type { Causeway } from '@causeway/server/figures/causeway'
import type { Database } from '@causeway/server/ground/database/database'
import { listCountsIn } from '@causeway/server/figures/counts-in'
import { listFigureRecords } from '@causeway/server/figures/figure-records'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { isDivided } from '@causeway/server/figures/indicators/evaluate-asked'
import { listRecords, type StoredRecord } from '@causeway/server/records/list-records'
import { RECORD_TYPES } from '@causeway/server/records/record-types'
import { openCollege } from '../support/college.ts'
import { openImportDesk } from '../support/import-desk.ts'
import { forEachDatabase, test } from '../support/databases.ts'
import { putRecords } from '../support/put-records.ts'
import { createRandom } from '../support/random.ts'
import { makeBatches, type Place } from '../support/oracle/nasty-records.ts'
import { SHAPES } from '../support/oracle/shape.ts'

const STAY = 'person,direction,audience,purpose,country,start,end'
const stay = (person: string, start: string, end: string) => `${person},out,student,study,TH,${start},${end}`
const COLLEGE = { code: 'A', name_zh: '甲学院', name_en: 'College A', country: 'CN' }
const target = (value: number) => ({ plan: '双高', indicator: 'EX02', basis: null, year: 2025, value })

const DECLARATIONS = [...CATALOGUE, ...SHAPES]
const SEED = process.env['COUNTS_SEED'] ?? '2'
/** The second has decided that some of its codes, records and persons are one thing. */
const PLACES: Place[] = [
  { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15', size: 0.15 },
  { institution: 'Y', country: 'VN', schoolYearStart: '08-01', dataDate: '2024-08-10', size: 0.15, decides: true },
]
/** The slower database is asked fewer years, and a third of the declarations: `COUNTS_SEED` chooses others. */
const YEARS = { sqlite: [2022, 2023], postgres: [2022] }

async function fill(database: Database, place: Place): Promise<void> {
  for (const { type, institution, rows, dataDate } of makeBatches(SEED, place))
    await putRecords(database, type, type === 'institution' ? null : institution, rows, { dataDate })
}

const placeOf = (parts: (string | number)[]) => parts.join(' | ')

async function askFigures(
  causeway: Causeway,
  institution: string,
  years: number[],
  chosen: ReadonlySet<string>,
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const { id, bases, measure } of causeway.indicators)
    for (const basis of bases)
      for (const part of isDivided(measure) ? (['NUMERATOR', 'DENOMINATOR'] as const) : (['NUMERATOR'] as const))
        for (const year of years) {
          const request = { indicator: id, institution, basis, from: year, to: year }
          const address = { year, category: null, across: null }
          const { records, totalCount } = await listFigureRecords(causeway, OPERATOR, request, address, part, {
            first: 5_000,
          })
          expect(records).toHaveLength(await totalCount())
          for (const record of records)
            if (chosen.has(record.id)) found.add(placeOf([record.id, id, basis, year, part]))
        }
  return found
}

/** A third of the records, which a seed chooses. */
async function chooseRecords({ database }: Causeway, institution: string): Promise<StoredRecord[]> {
  const random = createRandom(`counts in ${SEED}`)
  const all: StoredRecord[] = []
  for (const { name } of RECORD_TYPES) all.push(...(await everyRecord(database, name, institution)))
  return all.filter(() => random.chance(1 / 3))
}

async function askRecords(causeway: Causeway, records: StoredRecord[], years: number[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (const record of records)
    for (const { declaration, basis, periods } of (await listCountsIn(causeway, OPERATOR, record)) ?? [])
      for (const { period, parts } of periods)
        if (years.includes(period.year))
          for (const part of parts) found.add(placeOf([record.id, declaration.id, basis, period.year, part]))
  return found
}

async function everyRecord(database: Database, type: string, institution: string): Promise<StoredRecord[]> {
  const { records, hasNext } = await listRecords(database, { type, institution, first: 5_000, after: null })
  expect(hasNext).toBe(false)
  return records
}

forEachDatabase((_name, open) => {
  test('the first import sets the data date, by what it says or to the day of import', async () => {
    const college = await openCollege(await open())
    const dataDate = async (code: string) => (await findInstitution(college.causeway.database, code))!.dataDate
    await college.put('institution', ['code,name_zh,country', 'A,甲学院,CN'], undefined, '2025-08-31')
    await college.put('institution', ['code,name_zh,country', 'B,乙学院,CN'])
    expect(await dataDate('A')).toBe('2025-08-31')
    expect(await dataDate('B')).toBe(today())
  })

  test('a later import moves it forward only, and only where it says a day; an earlier day is a warning', async (database) => {
    const desk = await openImportDesk(database)
    const dataDate = async () => (await findInstitution(database, 'A'))!.dataDate
    await putRecords(database, 'institution', null, [COLLEGE], { dataDate: '2024-08-31' })
    const put = (line: string, day?: string) =>
      desk.bring('mobility', [STAY, line], { institution: 'A', dataDate: day })

    expect((await put(stay('P1', '2023-10-08', '2023-10-21'))).warnings).toEqual([])
    expect(await dataDate()).toBe('2024-08-31')
    const earlier = await put(stay('P2', '2023-10-08', '2023-10-21'), '2023-08-31')
    expect(earlier.warnings).toMatchObject([{ code: 'DATA_DATE_KEPT', row: null, value: '2023-08-31' }])
    expect(await dataDate()).toBe('2024-08-31')
    expect((await put(stay('P3', '2024-10-08', '2024-10-21'), '2025-08-31')).warnings).toEqual([])
    expect(await dataDate()).toBe('2025-08-31')
    const again = await put(stay('P3', '2024-10-08', '2024-10-21'), '2025-08-31')
    expect(again).toMatchObject({ batch: null, unchanged: 1, warnings: [] })
    // Records that were there already speak up to a later day: taken back, they do so no longer.
    const further = await put(stay('P3', '2024-10-08', '2024-10-21'), '2025-12-31')
    expect(further).toMatchObject({ unchanged: 1, warnings: [] })
    expect(await dataDate()).toBe('2025-12-31')
    await revertBatch(database, further.batch!)
    expect(await dataDate()).toBe('2025-08-31')
  })

  test('records that begin after it are a warning that offers the last day of the file', async (database) => {
    const desk = await openImportDesk(database)
    await putRecords(database, 'institution', null, [COLLEGE], { dataDate: '2025-08-31' })
    const put = (lines: string[], day?: string) => desk.bring('mobility', lines, { institution: 'A', dataDate: day })
    const file = [
      STAY,
      stay('P1', '2025-06-01', '2025-06-30'),
      stay('P2', '2025-10-08', '2025-10-21'),
      stay('P3', '2025-09-20', '2025-11-05'),
    ]
    const late = await put(file)
    expect(late.warnings).toMatchObject([{ code: 'AFTER_DATA_DATE', row: 3, column: 'start', value: '2025-11-05' }])
    expect(late.warnings[0]!.message.en).toContain('2 records begin after the data date 2025-08-31')
    // Moved there by the import itself, nothing is late.
    const moved = await put([STAY, stay('P4', '2025-12-01', '2025-12-02')], '2025-12-31')
    expect(moved.warnings).toEqual([])
    // What is yet to come is no day to move to.
    const planned = await put([STAY, stay('P5', '2190-10-08', '2190-10-21')])
    expect(planned.warnings).toMatchObject([{ code: 'AFTER_DATA_DATE', value: null }])
  })

  test('a decision moves it either way, raises the revision, and is what counts until it is taken back', async () => {
    const college = await openCollege(await open())
    const { causeway } = college
    const { database } = causeway
    const facts = async () => (await findInstitution(database, 'A'))!
    await putRecords(database, 'institution', null, [COLLEGE], { dataDate: '2024-08-31' })
    const forward = await putRecords(database, 'target', 'A', [target(1)], { dataDate: '2026-08-31' })
    expect(await facts()).toMatchObject({ dataDate: '2026-08-31', revision: 2 })

    const decide = (date: string, more = {}) =>
      setDataDate(causeway, OPERATOR, { institution: 'A', date, reason: '只报到这一天', ...more })
    await expect(decide('2025-08-31', { reason: ' ' })).rejects.toMatchObject({ code: 'REASON_MISSING' })
    const back = await decide('2025-08-31')
    expect(await facts()).toMatchObject({ dataDate: '2025-08-31', revision: 3 })
    expect((await decide('2025-08-31')).batch).toBeNull()
    // What stood before it can still be taken back, and moves nothing.
    await revertBatch(database, forward.batch!)
    expect(await facts()).toMatchObject({ dataDate: '2025-08-31', revision: 4 })
    await revertBatch(database, back.batch!)
    expect(await facts()).toMatchObject({ dataDate: '2024-08-31', revision: 5 })
  })

  test('a database of before keeps the data date of every institution, and takes it back as it did', async (database) => {
    const dataDate = async () => (await findInstitution(database, 'A'))!.dataDate
    await putRecords(database, 'institution', null, [COLLEGE], { dataDate: '2023-08-31' })
    const late = await putRecords(database, 'target', 'A', [target(1)], { dataDate: '2025-08-31' })
    const third = await putRecords(database, 'target', 'A', [target(2)], { dataDate: '2024-08-31' })
    await database.write(async (db) => {
      await db.updateTable('batch_institution').set({ data_date: null }).execute()
      await tellDataDates(db)
    })
    const steps = await database.quick.selectFrom('batch_institution').select('data_date').orderBy('revision').execute()
    expect(steps.map(({ data_date }) => data_date)).toEqual(['2023-08-31', '2025-08-31', null])
    expect(await dataDate()).toBe('2025-08-31')
    await revertBatch(database, third.batch!)
    await revertBatch(database, late.batch!)
    expect(await dataDate()).toBe('2023-08-31')
  })
})

forEachDatabase((name) => {
  test('a record is counted in exactly those figures whose explanation lists it, by indicator, basis, period and side', async (database) => {
    const random = createRandom(`declarations ${SEED}`)
    const indicators = DECLARATIONS.filter(() => name === 'sqlite' || random.chance(1 / 3))
    const causeway = { database, indicators, publicReading: true }
    for (const place of PLACES) await fill(database, place)
    const years = YEARS[name]
    for (const { institution } of name === 'sqlite' ? PLACES : PLACES.slice(1)) {
      const records = await chooseRecords(causeway, institution)
      const chosen = new Set(records.map(({ id }) => id))
      const listed = await askFigures(causeway, institution, years, chosen)
      const said = await askRecords(causeway, records, years)
      expect(listed.size).toBeGreaterThan(name === 'sqlite' ? 250 : 40)
      expect({
        listedOnly: [...listed].filter((one) => !said.has(one)).slice(0, 20),
        saidOnly: [...said].filter((one) => !listed.has(one)).slice(0, 20),
      }).toEqual({ listedOnly: [], saidOnly: [] })
    }
  })
})
