import { expect, test } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { answerByTheBook } from '../support/by-the-book/answer.ts'
import { BY_THE_BOOK } from '../support/by-the-book/book.ts'
import { openBook } from '../support/by-the-book/row.ts'
import { forEachDatabase } from '../support/databases.ts'
import { makeBatches, type Place } from '../support/oracle/nasty-records.ts'
import { buildWorld } from '../support/oracle/world.ts'
import { putRecords } from '../support/put-records.ts'

const YEARS = { from: 2016, to: 2025 }
const ALONE = { from: 2022, to: 2022 }
/**
 * Seeds whose records tell almost every change of a declaration that was tried; the second database, which is slower, asks the first
 * alone. `BOOK_SEEDS=7,8,9` tries these on both.
 */
const SEEDS = process.env['BOOK_SEEDS']?.split(',') ?? ['3', '4', '11']
const SEEDS_OF = { sqlite: SEEDS, postgres: process.env['BOOK_SEEDS'] ? SEEDS : SEEDS.slice(0, 1) }
const PLACES: Place[] = [
  { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15', size: 1 },
  { institution: 'Y', country: 'VN', schoolYearStart: '08-01', dataDate: '2024-08-10', size: 0.4 },
  { institution: 'Z', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-08-31', size: 1, hasNoGroups: true },
  { institution: 'W', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-01-01', size: 0.1, hasNoGroups: true },
  { institution: 'V', country: 'CN', schoolYearStart: '09-01', dataDate: '2023-12-31', size: 0.2 },
]
/** Of each indicator so many figures of a seed at least are neither 0 nor a gap, else agreeing would say little. */
const TELLING = 8
const SHOWN = 60

/** Those of the specification; what is added beyond them is for the oracle alone. */
const INDICATORS = CATALOGUE.filter(({ code }) => code in BY_THE_BOOK)

test('every indicator of the specification is written from it', () => {
  expect(INDICATORS).toHaveLength(108)
  expect(Object.keys(BY_THE_BOOK).toSorted()).toEqual(INDICATORS.map(({ code }) => code).toSorted())
  for (const { code, bases, scope } of INDICATORS) {
    const entry = BY_THE_BOOK[code]!
    expect(bases, code).toEqual(entry.bases)
    expect(scope?.default, code).toBe(entry.scope)
  }
})

forEachDatabase((name, open) => {
  test('every declaration gives the figures that the specification asks for, over random records', async () => {
    const database = await open()
    const causeway = { database, indicators: CATALOGUE, publicReading: true }
    const differences: string[] = []
    const telling = new Map<string, number>(INDICATORS.map(({ code }) => [code, 0]))
    for (const { seed, place } of SEEDS_OF[name].flatMap((each) => PLACES.map((it) => ({ seed: each, place: it })))) {
      const institution = `${place.institution}${seed}`
      const batches = makeBatches(seed, { ...place, institution })
      for (const { type, rows, dataDate } of batches)
        await putRecords(database, type, type === 'institution' ? null : institution, rows, { dataDate })
      const world = buildWorld(institution, batches)
      const opened = openBook(world)
      for (const { id, code, bases, scope: hasScope } of INDICATORS) {
        const scopes = hasScope ? ([undefined, 'ABROAD', 'BORDER'] as const) : [undefined]
        for (const { basis, scope } of bases.flatMap((it) => scopes.map((each) => ({ basis: it, scope: each })))) {
          const request = { indicator: id, institution, basis, scope, by: null }
          const { figures } = await readSeries(causeway, OPERATOR, { ...request, ...YEARS })
          // A year asked alone reads what came before it all the same.
          if (place === PLACES[0])
            figures.push(...(await readSeries(causeway, OPERATOR, { ...request, ...ALONE })).figures)
          for (const { period, value, gap, coverage, lost } of figures) {
            const question = { basis, year: period.year, scope }
            const book = answerByTheBook(world, opened, code, BY_THE_BOOK[code]!, question)
            if (typeof book.value === 'number' && book.value !== 0) telling.set(code, telling.get(code)! + 1)
            const declared = { value: value ?? gap, coverage, lost }
            for (const [field, expected] of Object.entries(book)) {
              if (field !== 'value' && typeof book.value !== 'number') continue
              const found = declared[field as keyof typeof declared]
              if (isAlike(expected, found)) continue
              const where = `${institution} ${code} ${basis} ${scope ?? ''} ${period.year} ${field}`
              differences.push(`${where}: book ${expected}, declared ${found}`)
            }
          }
        }
      }
    }
    expect([`${differences.length} differences`, ...differences.slice(0, SHOWN)]).toEqual(['0 differences'])
    expect([...telling].filter(([, count]) => count < TELLING * SEEDS_OF[name].length)).toEqual([])
  })
})

function isAlike(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}
