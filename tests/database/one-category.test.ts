import { expect, test } from 'vitest'
import { DEFAULT_AT } from '@causeway/shared/period'
import { OPERATOR } from '@causeway/server/access/viewer'
import { knownCategories } from '@causeway/server/figures/indicators/find-field'
import { readSeries } from '@causeway/server/figures/read-series'
import { readStanding } from '@causeway/server/figures/store'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { DimensionId } from '@causeway/server/figures/indicators/definition'
import { evaluate } from '@causeway/server/figures/indicators/evaluate'
import { forEachDatabase } from '../support/databases.ts'
import { makeBatches } from '../support/oracle/nasty-records.ts'
import { putRecords } from '../support/put-records.ts'
import { createRandom, type Random } from '../support/random.ts'

const YEARS = { from: 2018, to: 2025 }
const PLACE = { institution: 'Y', country: 'VN', schoolYearStart: '08-01', dataDate: '2024-08-10', size: 0.5 }

forEachDatabase((_name, open) => {
  test('one category asked for alone is what counting it alone gives, also under a code that another represents', async () => {
    const database = await open()
    for (const { type, institution, rows, dataDate } of makeBatches('one category', { ...PLACE, decides: true }))
      await putRecords(database, type, type === 'institution' ? null : institution, rows, { dataDate })
    const causeway = { database, indicators: CATALOGUE, publicReading: true }
    const random = createRandom('one category')
    const differences: unknown[] = []
    let [asked, numbers] = [0, 0]
    for (const declaration of CATALOGUE)
      for (const dimension of someOf(random, Object.keys(declaration.dimensions) as DimensionId[])) {
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
              declaration,
              home: (await readStanding(db, 'Y'))!,
              at: DEFAULT_AT,
              scope: declaration.scope?.default ?? null,
              by: null,
              across: null,
              filters: [{ ...filter, side: declaration.dimensions[dimension]! }],
              cumulativeFrom: null,
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
    expect(asked).toBeGreaterThan(200)
    expect(numbers).toBeGreaterThan(100)
    expect(differences.slice(0, 3)).toEqual([])
  })
})

const sorted = (cells: object[]) => cells.map((cell) => Object.entries(cell).toSorted(([a], [b]) => (a < b ? -1 : 1)))

const someOf = <T>(random: Random, all: readonly T[]): T[] => all.filter(() => random.chance(0.25))
