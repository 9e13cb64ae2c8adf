import { expect, test } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { readSeries } from '@causeway/server/figures/read-series'
import { CATALOGUE } from '@causeway/server/indicators/catalogue/catalogue'
import { answerByTheBook, type Said } from '../support/by-the-book/answer.ts'
import { BY_THE_BOOK } from '../support/by-the-book/book.ts'
import { openBook } from '../support/by-the-book/row.ts'
import { forEachDatabase } from '../support/databases.ts'
import { makeBatches, type Place } from '../support/oracle/nasty-records.ts'
import { buildWorld } from '../support/oracle/world.ts'
import { putRecords } from '../support/put-records.ts'

const YEARS = { from: 2016, to: 2025 }
/** `BOOK_SEEDS=20` tries seeds 1 to 20, `BOOK_SEEDS=7-9` these. */
const SEEDS = readSeeds(process.env['BOOK_SEEDS'] ?? '1-2')
const PLACES: Place[] = [
  { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15', size: 1 },
  { institution: 'Y', country: 'VN', schoolYearStart: '08-01', dataDate: '2024-08-10', size: 0.4 },
  { institution: 'Z', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-08-31', size: 1, hasNoGroups: true },
  { institution: 'W', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-01-01', size: 0.1, hasNoGroups: true },
]
const ALL_PLACES = SEEDS.flatMap((seed) =>
  PLACES.map((place) => ({ seed, place: { ...place, institution: `${place.institution}${seed}` } })),
)
/** Of each indicator so many figures at least are neither 0 nor a gap, else agreeing would say little. */
const TELLING = 20
const SHOWN = 60

test('every indicator is written from the specification', () => {
  expect(Object.keys(BY_THE_BOOK).toSorted()).toEqual(CATALOGUE.map(({ code }) => code).toSorted())
  for (const { code, bases, scope } of CATALOGUE) {
    const entry = BY_THE_BOOK[code]!
    expect(bases, code).toEqual(entry.bases)
    expect(scope?.default, code).toBe(entry.scope)
  }
})

forEachDatabase((_name, open) => {
  test('every declaration gives the figures that the specification asks for, over random records', async () => {
    const database = await open()
    const causeway = { database, indicators: CATALOGUE, publicReading: true }
    const differences: string[] = []
    const telling = new Map<string, number>(CATALOGUE.map(({ code }) => [code, 0]))
    for (const { seed, place } of ALL_PLACES) {
      const { institution } = place
      const batches = makeBatches(seed, place)
      for (const { type, rows, dataDate } of batches)
        await putRecords(database, type, type === 'institution' ? null : institution, rows, { dataDate })
      const world = buildWorld(institution, batches)
      const book = openBook(world)
      for (const { id, code, bases, scope: hasScope } of CATALOGUE) {
        const scopes = hasScope ? ([undefined, 'ABROAD', 'BORDER'] as const) : [undefined]
        for (const { basis, scope } of bases.flatMap((it) => scopes.map((each) => ({ basis: it, scope: each })))) {
          const request = { indicator: id, institution, basis, scope, by: null, ...YEARS }
          const { figures } = await readSeries(causeway, OPERATOR, request)
          for (const { period, value, gap } of figures) {
            const question = { basis, year: period.year, scope }
            const expected = answerByTheBook(world, book, BY_THE_BOOK[code]!, question)
            if (typeof expected === 'number' && expected !== 0) telling.set(code, telling.get(code)! + 1)
            if (!isAlike(expected, gap === null ? value! : (gap as Said)))
              differences.push(
                `${institution} ${code} ${basis} ${scope ?? ''} ${period.year}: book ${expected}, declared ${value ?? gap}`,
              )
          }
        }
      }
    }
    expect([`${differences.length} differences`, ...differences.slice(0, SHOWN)]).toEqual(['0 differences'])
    expect([...telling].filter(([, count]) => count < TELLING)).toEqual([])
  }, 240_000)
})

function isAlike(a: Said, b: Said): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}

function readSeeds(text: string): string[] {
  const [first, last] = text.includes('-') ? text.split('-').map(Number) : [1, Number(text)]
  return Array.from({ length: last! - first! + 1 }, (_, i) => String(first! + i))
}
