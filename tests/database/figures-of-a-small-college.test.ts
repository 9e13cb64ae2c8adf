import { expect } from 'vitest'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { DEFAULT_AT } from '@causeway/shared/period'
import { knownCategories } from '@causeway/server/figures/indicators/find-field'
import { readStanding } from '@causeway/server/figures/store'
import type { DimensionId } from '@causeway/server/figures/indicators/definition'
import { evaluate } from '@causeway/server/figures/indicators/evaluate'
import { NearCodes } from '@causeway/server/records/import/check/near-codes'
import { readUnitNames } from '@causeway/server/records/unit-names'
import { forEachDatabase, test } from '../support/databases.ts'
import { putInstitution, putRecords } from '../support/put-records.ts'
import { makeBatches } from '../support/oracle/nasty-records.ts'
import { createRandom, type Random } from '../support/random.ts'
import { countStatements } from '../support/count-statements.ts'
import { csv, openImportCollege } from '../support/import-college.ts'
import { openCollege } from '../support/college.ts'

const YEARS = { from: 2018, to: 2025 }
const PLACE = { institution: 'Y', country: 'VN', schoolYearStart: '08-01', dataDate: '2024-08-10', size: 0.5 }

const sorted = (cells: object[]) => cells.map((cell) => Object.entries(cell).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** On the slower database half of them: other seeds ask others. */
const someOf = <T>(random: Random, all: readonly T[], name: string): T[] =>
  all.filter(() => random.chance(name === 'sqlite' ? 0.25 : 0.12))

forEachDatabase((name, open) => {
  test('a stay over 31 August is cut there, both ends counted', async (database) => {
    await putInstitution(database, 'X')
    await putRecords(database, 'mobility', 'X', [
      {
        ...{ person: 'w1', direction: 'out', audience: 'staff', purpose: 'train', country: 'TH' },
        ...{ start: '2022-08-27', end: '2022-09-15' },
      },
    ])
    const causeway = { database, indicators: CATALOGUE, publicReading: true }
    const values = async (basis: 'SCHOOL_YEAR' | 'CALENDAR_YEAR') =>
      (
        await readSeries(causeway, OPERATOR, { indicator: 'EX11', institution: 'X', basis, from: 2020, to: 2023 })
      ).figures.map((it) => it.gap ?? it.value)
    expect(await values('SCHOOL_YEAR')).toEqual(['NO_RECORDS', 5, 15, 'NO_RECORDS'])
    expect(await values('CALENDAR_YEAR')).toEqual(['NO_RECORDS', 'NO_RECORDS', 20, 'NO_RECORDS'])
  })

  test('the department of one programme does not tell the public what is hidden of that programme', async (database) => {
    await putInstitution(database, 'X')
    const programmes = { A: ['fields', 2], B: ['stables', 8], C: ['fields', 20], D: ['trade', 30] } as const
    await putRecords(
      database,
      'programme',
      'X',
      Object.entries(programmes).map(([code, [department]]) => ({
        code,
        name_en: code,
        kind: 'ordinary',
        department,
      })),
    )
    await putRecords(
      database,
      'enrolment',
      'X',
      Object.entries(programmes).flatMap(([programme, [, persons]]) =>
        Array.from({ length: persons }, (_, at) => ({
          ...{ person: `${programme}${at}`, programme, kind: 'degree', nationality: 'VN' },
          ...{ start: '2022-09-01', end: '2023-07-01' },
        })),
      ),
    )
    const causeway = { database, indicators: CATALOGUE, publicReading: true }
    const shown = async (by: string) =>
      (
        await readSeries(causeway, ANONYMOUS, { indicator: 'EX02', institution: 'X', from: 2022, to: 2022, by })
      ).figures.map((it) => [it.category, it.gap ?? it.value])
    expect(await shown('department')).toEqual([
      ['fields', 'SUPPRESSED'],
      ['stables', 'SUPPRESSED'],
      ['trade', 30],
    ])
    expect(await shown('programme')).toEqual([
      ['A', 'SUPPRESSED'],
      ['B', 'SUPPRESSED'],
      // A and B come to 10: each can be any of nine numbers.
      ['C', 20],
      ['D', 30],
    ])
  })

  test('one category asked for alone is what counting it alone gives, also under a code that another represents', async (database) => {
    for (const { type, institution, rows, dataDate } of makeBatches('one category', { ...PLACE, decides: true }))
      await putRecords(database, type, type === 'institution' ? null : institution, rows, { dataDate })
    const causeway = { database, indicators: CATALOGUE, publicReading: true }
    const random = createRandom('one category')
    const differences: unknown[] = []
    let [asked, numbers] = [0, 0]
    for (const declaration of CATALOGUE)
      for (const dimension of someOf(random, Object.keys(declaration.dimensions) as DimensionId[], name)) {
        const request = { indicator: declaration.id, institution: 'Y', basis: random.pick(declaration.bases), ...YEARS }
        const breakdown = await readSeries(causeway, OPERATOR, { ...request, by: dimension })
        const occurring = [...new Set(breakdown.figures.flatMap(({ category }) => category ?? []))]
        const others = knownCategories(declaration, dimension) ?? ['U1', 'PR1', 'nowhere']
        for (const category of [random.pick([...occurring, 'unknown']), random.pick(others)]) {
          const filter = { dimension, in: [category] }
          const { figures } = await readSeries(causeway, OPERATOR, { ...request, filter: [filter] })
          const alone = await database.snapshot(async (db) =>
            evaluate(db, {
              ...request,
              ...{ declaration, home: (await readStanding(db, 'Y'))!, at: DEFAULT_AT },
              ...{ scope: declaration.scope?.default ?? null, by: null, across: null },
              ...{ filters: [{ ...filter, side: declaration.dimensions[dimension]! }], cumulativeFrom: null },
              revision: null,
            }),
          )
          const said = figures.map(({ period: _, ...cell }) => cell)
          const counted = alone.map(({ absent }) => absent)
          if (JSON.stringify(sorted(said)) !== JSON.stringify(sorted(counted)))
            differences.push({ indicator: declaration.code, basis: request.basis, filter, said, counted })
          asked++
          numbers += said.filter(({ value }) => value).length
        }
      }
    expect(asked).toBeGreaterThan(name === 'sqlite' ? 200 : 80)
    expect(numbers).toBeGreaterThan(name === 'sqlite' ? 100 : 40)
    expect(differences.slice(0, 3)).toEqual([])
  })

  test('the codes of a type are read once for an import, however many wrong ones are looked for among them', async (database) => {
    const { report } = await openImportCollege(database)
    const header = '合作机构编号,合作机构名称,英文名称,类型,国家（地区）'
    const rows = ['P-1,曼谷学院,Bangkok College,高校,泰国', 'P-2,河内学院,Hanoi College,高校,越南']
    expect(await report(csv('p.csv', header, ...rows), { type: 'partner' })).toMatchObject({ accepted: 2 })

    const counted = countStatements(database)
    const near = new NearCodes(counted.database.quick)
    const keys = async (text: string) => (await near.list('X', 'partner', text)).map(({ key }) => key)
    expect(await keys('P1')).toEqual(['P-1'])
    for (const text of ['曼谷学校', '曼谷学校', 'Bangkok Colege']) expect(await keys(text)).toEqual(['P-1'])
    expect(await keys('河内学校')).toEqual(['P-2'])
    expect(counted.count()).toBe(1)

    const [partner] = await near.list('X', 'partner', 'Hanoi Colege')
    expect(partner).toEqual({ key: 'P-2', label: { zh: '河内学院', en: 'Hanoi College' } })
    expect((await near.list('X', 'institution', 'x')).map(({ key }) => key)).toEqual(['X'])
    expect(await near.list('Y', 'partner', 'P1')).toEqual([])
    expect(counted.count(), 'another type and another institution are other codes').toBe(3)
  })

  test('only the first wrong codes of a file are looked for', async (database) => {
    await openImportCollege(database)
    const near = new NearCodes(database.quick)
    for (let asked = 0; asked < 200; asked++) expect(await near.list('X', 'institution', 'x')).toHaveLength(1)
    expect(await near.list('X', 'institution', 'x')).toEqual([])
  })

  test('a unit is said by its code and its name; where two standards have results of one code, by both names', async () => {
    const { causeway, put } = await openCollege(await open())
    await put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
    await put('standard', [
      'code,title_zh,title_en,type,direction',
      'S1,焊接,Welding,occupational,introduced',
      'S2,数控,CNC,occupational,introduced',
    ])
    await put('standard-version', ['standard,version,from', 'S1,1,2020-01-01', 'S2,1,2020-01-01'])
    await put('standard-unit', [
      'standard,version,code,title_zh,title_en',
      'S1,1,U1,平焊,Flat weld',
      'S2,1,U1,车削,Turning',
      'S1,1,U2,立焊,Upright weld',
      'S2,1,U2,铣削,Milling',
    ])
    const result = (person: string, standard: string, unit: string) =>
      `${person},osce,1,summative,2023-05-01,80,100,${standard},1,${unit},1`
    await put(
      'assessment-result',
      [
        'person,instrument,version,phase,date,raw,max,standard,standard_version,standard_unit,competent',
        result('a', 'S1', 'U1'),
        result('a', 'S2', 'U1'),
        result('a', 'S1', 'U2'),
      ],
      'X',
      '2023-12-31',
    )
    const names = await readUnitNames(causeway.database, 'X', ['U1', 'U2', 'U9'])
    expect(Object.fromEntries(names)).toEqual({
      U1: { zh: 'U1 平焊／车削', en: 'U1 Flat weld / Turning' },
      // Nobody was assessed on the other one.
      U2: { zh: 'U2 立焊', en: 'U2 Upright weld' },
    })
  })
})
