import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { OPERATOR } from '@causeway/server/access/viewer'
import { assemble } from '@causeway/server/figures/assemble'
import { changedYears, EVERY_YEAR, isAmong } from '@causeway/server/figures/changed-years'
import { checkRequest } from '@causeway/server/figures/check-request'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { scopesOf, type DimensionId } from '@causeway/server/figures/indicators/definition'
import { evaluate } from '@causeway/server/figures/indicators/evaluate'
import type { PeriodAnswer } from '@causeway/server/figures/indicators/observe/rows'
import { readsOf } from '@causeway/server/figures/indicators/reads'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { readSeries } from '@causeway/server/figures/read-series'
import { readStanding } from '@causeway/server/figures/store'
import { verifySets } from '@causeway/server/figures/verify-sets'
import type { Database } from '@causeway/server/ground/database/database'
import type { Basis } from '@causeway/shared/period'
import { countStatements } from '../support/count-statements.ts'
import { forEachDatabase, onOneDatabase } from '../support/databases.ts'
import { SHAPES } from '../support/oracle/shape.ts'
import { putInstitution, putRecords, type Values } from '../support/put-records.ts'
import { createRandom, type Random } from '../support/random.ts'
import { openHistory } from '../support/random-history.ts'

const REACHED = parse(readFileSync(join(import.meta.dirname, 'changed-years.yaml'), 'utf8')) as Reached[]
const DECLARATIONS = [...CATALOGUE, ...SHAPES]
const YEARS = { from: 2016, to: 2025 }
interface Reached {
  code: string
  basis: Basis
  type: string
  record: Values
  /** The first year and the last. */
  years: [number, number]
}

const STEPS = Number(process.env['STEPS'] ?? 20)
/** `HISTORIES=7,8` tries others. */
const SEEDS = (process.env['HISTORIES'] ?? '1').split(',')

/** Each indicator on each basis, cut somehow. */
const questionsOf = (random: Random) =>
  DECLARATIONS.flatMap((declaration) =>
    declaration.bases.map((basis) => ({
      ...{ declaration, basis, scope: random.pick(scopesOf(declaration)), ...YEARS },
      by: random.pick([null, ...(Object.keys(declaration.dimensions) as DimensionId[])]),
    })),
  )

forEachDatabase((_name, open) => {
  it.each(SEEDS)('what is kept is what is counted anew, after any change of a random history, %s', async (seed) => {
    const database = await open()
    const random = createRandom(`kept ${seed}`)
    const change = await openHistory(database, seed, random, 0.2)
    const causeway = { database, indicators: DECLARATIONS, publicReading: true }
    const requests = questionsOf(random).map(({ declaration, ...asked }) => ({
      ...{ declaration, asked: { indicator: declaration.id, institution: 'X', ...asked } },
    }))
    for (const { asked } of requests) await readSeries(causeway, OPERATOR, asked)
    let same = 0
    for (let step = 0; step < 20; step++) {
      const type = await change()
      const touched = requests.filter(({ declaration }) => readsOf(declaration).includes(type))
      // By one who has read it before, and by one who finds what was kept.
      const now = step % 2 === 0 ? causeway : { ...causeway, database: countStatements(database).database }
      for (let left = 8; left > 0 && touched.length > 0; left--) {
        const { asked } = random.take(touched)
        const { figures } = await readSeries(now, OPERATOR, asked)
        const question = checkRequest(causeway, OPERATOR, asked)
        const anew = await database.snapshot(async (db) => {
          const standing = (await readStanding(db, 'X'))!
          return assemble(question, standing, await evaluate(db, { ...question, home: standing }))
        })
        expect(figures, `${step} ${type} ${JSON.stringify(asked)}`).toEqual(anew)
        same++
      }
      await settleKeeping(now.database)
    }
    expect(same).toBeGreaterThan(70)
  })

  it('years that a change does not reach stay as they were kept, and verify looks at them', async () => {
    const database = await open()
    await putInstitution(database, 'X')
    const stay = (person: string, year: number) => ({
      ...{ person, direction: 'out', audience: 'staff', purpose: 'guide', country: 'TH' },
      ...{ start: `${year}-10-01`, end: `${year}-10-10` },
    })
    await putRecords(database, 'mobility', 'X', [stay('a', 2021), stay('b', 2021), stay('a', 2022)])
    const read = async (of: Database) => {
      const causeway = { database: of, indicators: CATALOGUE, publicReading: true }
      const request = { indicator: 'EX11', institution: 'X', from: 2021, to: 2023 }
      const { figures } = await readSeries(causeway, OPERATOR, request)
      await settleKeeping(of)
      return figures.map(({ value, gap }) => gap ?? value)
    }
    expect(await read(database)).toEqual([20, 10, 'NO_RECORDS'])
    const wrong = sql<string>`replace(figures, '"value":20', '"value":21')`
    await database.write((db) => db.updateTable('figure_set').set({ figures: wrong }).execute())
    await putRecords(database, 'mobility', 'X', [stay('c', 2023)], { dataDate: null })
    const { database: elsewhere } = countStatements(database)
    expect(await read(elsewhere)).toEqual([21, 10, 10])
    const { differences } = await verifySets({ database: elsewhere, indicators: CATALOGUE, publicReading: true })
    expect(differences.map(({ year, recounted }) => [year, recounted?.value])).toEqual([[2021, 20]])
  })
})

// What a change reaches is said by the declarations alone.
onOneDatabase((_name, open) => {
  it.each(REACHED)('of $code by $basis a change of $type $record reaches the years $years', async (one) => {
    const { code, basis, type, record, years } = one
    const database = await open()
    await putInstitution(database, 'X', '2024-08-31')
    await putRecords(database, type, 'X', [record], { dataDate: null })
    const declaration = DECLARATIONS.find((one) => one.code === code)!
    const standing = (await readStanding(database.quick, 'X'))!
    const changed = await changedYears(database, standing, { declaration, basis }, standing.revision - 1)
    expect([changed!.first, changed!.last]).toEqual(years)
    expect(await changedYears(database, standing, { declaration, basis }, standing.revision)).toBeNull()
  })

  it.each(SEEDS.flatMap((seed) => [0.02, 0.1].map((size) => ({ seed, size }))))(
    'a change alters no year that it does not reach, in a random history, %o',
    async ({ seed, size }) => {
      const database = await open()
      const random = createRandom(`reach ${seed} ${size}`)
      const change = await openHistory(database, `${seed} ${size}`, random, size)
      const questions = questionsOf(random)
      let [kept, before] = [0, (await readStanding(database.quick, 'X'))!]
      for (let step = 0; step < STEPS; step++) {
        const type = await change()
        const standing = (await readStanding(database.quick, 'X'))!
        const { revision } = before
        for (const question of questions.filter(({ declaration }) => readsOf(declaration).includes(type))) {
          const years = await changedYears(database, standing, question, revision)
          if (years === EVERY_YEAR) continue
          const [was, is] = await database.snapshot(async (db) => [
            await evaluate(db, { ...question, home: before, revision }),
            await evaluate(db, { ...question, home: standing }),
          ])
          const stays = ({ year }: PeriodAnswer) => !isAmong(years, year)
          const { declaration, ...asked } = question
          const name = `${step} ${type} ${declaration.code} ${JSON.stringify(asked)}`
          expect(is!.filter(stays), name).toEqual(was!.filter(stays))
          kept += is!.filter(stays).length
        }
        before = standing
      }
      expect(kept).toBeGreaterThan(STEPS * 5)
    },
  )
})
