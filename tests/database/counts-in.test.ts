import { expect, test } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import type { Causeway } from '@causeway/server/figures/causeway'
import type { Database } from '@causeway/server/ground/database/database'
import { listCountsIn } from '@causeway/server/figures/counts-in'
import { listFigureRecords } from '@causeway/server/figures/figure-records'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { isDivided } from '@causeway/server/figures/indicators/evaluate'
import { listRecords, type StoredRecord } from '@causeway/server/records/list-records'
import { RECORD_TYPES } from '@causeway/server/records/record-types'
import { forEachDatabase } from '../support/databases.ts'
import { COUNTS_AND_SUMS } from '../support/oracle/counts-and-sums.ts'
import { makeBatches, type Place } from '../support/oracle/nasty-records.ts'
import { ODD_VALUES } from '../support/oracle/odd-values.ts'
import { RATES_AND_MEANS } from '../support/oracle/rates-and-means.ts'
import { putRecords } from '../support/put-records.ts'

const DECLARATIONS = [...CATALOGUE, ...RATES_AND_MEANS, ...COUNTS_AND_SUMS, ...ODD_VALUES]
const SEED = process.env['COUNTS_SEED'] ?? '2'
/** The second has decided that some of its codes, records and persons are one thing. */
const PLACES: Place[] = [
  { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15', size: 0.15 },
  { institution: 'Y', country: 'VN', schoolYearStart: '08-01', dataDate: '2024-08-10', size: 0.15, decides: true },
]
/** The slower database is asked fewer years. */
const YEARS = { sqlite: [2021, 2022, 2023], postgres: [2022] }

forEachDatabase((name, open) => {
  test('a record is counted in exactly those figures whose explanation lists it, by indicator, basis, period and side', async () => {
    const database = await open()
    const causeway = { database, indicators: DECLARATIONS, publicReading: true }
    for (const place of PLACES) await fill(database, place)
    const years = YEARS[name]
    for (const { institution } of name === 'sqlite' ? PLACES : PLACES.slice(1)) {
      const listed = await askFigures(causeway, institution, years)
      const said = await askRecords(causeway, institution, years)
      expect(listed.size).toBeGreaterThan(name === 'sqlite' ? 1_000 : 300)
      expect({
        listedOnly: [...listed].filter((one) => !said.has(one)).slice(0, 20),
        saidOnly: [...said].filter((one) => !listed.has(one)).slice(0, 20),
      }).toEqual({ listedOnly: [], saidOnly: [] })
    }
  })
})

async function fill(database: Database, place: Place): Promise<void> {
  for (const { type, institution, rows, dataDate } of makeBatches(SEED, place))
    await putRecords(database, type, type === 'institution' ? null : institution, rows, { dataDate })
}

const placeOf = (parts: (string | number)[]) => parts.join(' | ')

async function askFigures(causeway: Causeway, institution: string, years: number[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (const { id, bases, measure } of DECLARATIONS)
    for (const basis of bases)
      for (const part of isDivided(measure) ? (['NUMERATOR', 'DENOMINATOR'] as const) : (['NUMERATOR'] as const))
        for (const year of years) {
          const request = { indicator: id, institution, basis, from: year, to: year }
          const address = { year, category: null, across: null }
          const { records, totalCount } = await listFigureRecords(causeway, OPERATOR, request, address, part, {
            first: 5_000,
          })
          expect(records).toHaveLength(totalCount!)
          for (const record of records) found.add(placeOf([record.id, id, basis, year, part]))
        }
  return found
}

async function askRecords(causeway: Causeway, institution: string, years: number[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (const { name } of RECORD_TYPES)
    for (const record of await everyRecord(causeway.database, name, institution))
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
