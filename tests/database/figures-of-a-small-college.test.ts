import { expect, test } from 'vitest'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { forEachDatabase } from '../support/databases.ts'
import { putInstitution, putRecords } from '../support/put-records.ts'

forEachDatabase((_name, open) => {
  test('a stay over 31 August is cut there, both ends counted', async () => {
    const database = await open()
    await putInstitution(database, 'X')
    await putRecords(database, 'mobility', 'X', [
      {
        person: 'w1',
        direction: 'out',
        audience: 'staff',
        purpose: 'train',
        country: 'TH',
        start: '2022-08-27',
        end: '2022-09-15',
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

  test('the department of one programme does not tell the public what is hidden of that programme', async () => {
    const database = await open()
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
          person: `${programme}${at}`,
          programme,
          kind: 'degree',
          nationality: 'VN',
          start: '2022-09-01',
          end: '2023-07-01',
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
      ['C', 'SUPPRESSED'],
      ['D', 30],
    ])
  })
})
