import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Basis } from '@causeway/shared/period'
import { OPERATOR } from '@causeway/server/access/viewer'
import { DatabaseBusy } from '@causeway/server/ground/database/database'
import type { FormDefinition } from '@causeway/server/figures/forms/form-definition'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { cutsOf } from '@causeway/server/figures/public-family'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { readSeries } from '@causeway/server/figures/read-series'
import { verifySets } from '@causeway/server/figures/verify-sets'
import { revertBatch } from '@causeway/server/records/revert'
import { countStatements } from '../support/count-statements.ts'
import { forEachDatabase, test as it } from '../support/databases.ts'
import { openDemonstration } from '../support/demonstration.ts'
import { putRecords, type Values } from '../support/put-records.ts'
import { createRandom } from '../support/random.ts'
import { openSameAsCollege } from '../support/same-as-college.ts'

/** Those that have learners and trainees, and hide in the tables of each other. */
const CODES = ['DN01', 'EX01', 'EX02', 'EX04', 'EX05', 'EX07', 'EX09', 'EX18', 'EX19', 'IN03']
const INDICATORS = CATALOGUE.filter(({ code }) => CODES.includes(code))
const PROGRAMMES = ['PA', 'PB', 'PC', 'PD']
const STEPS = 14
/** It asks for nothing, but what is hidden is another's once a form is another. */
const NO_FORM: FormDefinition = { id: 'none', editions: [] } as unknown as FormDefinition

forEachDatabase(() => {
  it('what is hidden is kept, and as it would be settled anew, whatever changed and was asked before', async (database) => {
    const { causeway, decide, undo } = await openSameAsCollege(database)
    const random = createRandom('kept hidden cells')
    const batches: string[] = []
    const put = async (type: string, rows: Values[], dataDate = '2024-08-31') => {
      const { batch } = await putRecords(database, type, 'X', rows, { dataDate })
      if (batch) batches.push(batch)
    }
    const programme = (code: string) =>
      put('programme', [{ code, name_en: code, kind: 'ordinary', department: random.pick(['D1', 'D2']) }])
    let persons = 0
    const learners = (count: number) =>
      put(
        'enrolment',
        Array.from({ length: count }, () => ({
          ...{ person: `h${persons++}`, full_time: 1, kind: random.pick(['degree', 'non-degree']) },
          ...{
            programme: random.pick(PROGRAMMES),
            nationality: random.pick(['VN', 'VN', 'VN', 'LA', 'HK', 'TH', 'KZ', 'MN', 'LK']),
          },
          ...{ start: `${random.whole(2021, 2023)}-09-01`, end: null },
        })),
      )
    const changes: (() => Promise<unknown>)[] = [
      () => learners(random.whole(1, 4)),
      () => programme(random.pick(PROGRAMMES)),
      () => put('training-session', [session(random.whole(1, 90), random.pick(['VN', 'LA']))]),
      () => put('form-publication', [published(random.pick(['2019', '2022']), random.whole(2021, 2023))]),
      () => put('enrolment', [], random.pick(['2023-12-31', '2024-08-31', '2025-01-31'])),
      () => decide('programme', 'PB', 'PA').catch(() => undo('programme', 'PB')),
      () => (batches.length > 8 ? revertBatch(database, batches.pop()!) : learners(3)),
    ]
    for (const code of PROGRAMMES) await programme(code)
    await learners(60)
    let hidden = 0
    for (let step = 0; step < STEPS; step++) {
      await changes[step % changes.length]!()
      const elsewhere = { ...causeway, database: countStatements(database).database }
      const keepsNothing = { ...countStatements(database).database, write: () => Promise.reject(new DatabaseBusy()) }
      const alone = { ...causeway, database: keepsNothing, ownForms: [NO_FORM] }
      for (const declaration of Array.from({ length: 2 }, () => random.pick(INDICATORS))) {
        const basis = random.pick([declaration.bases[0]!, declaration.bases[0]!, ...declaration.bases])
        const cut = random.pick(cutsOf({ declaration, basis }))
        const request = {
          ...{ indicator: declaration.id, institution: 'X', from: 2021, to: 2023, profile: 'PUBLIC' as const },
          ...{ basis, ...cut },
        }
        const first = await readSeries(causeway, OPERATOR, request)
        await settleKeeping(database)
        const kept = await readSeries(elsewhere, OPERATOR, request)
        const anew = await readSeries(alone, OPERATOR, request)
        const name = `${step} ${JSON.stringify(request)}`
        expect(first.figures, name).toEqual(anew.figures)
        expect(kept.figures, name).toEqual(anew.figures)
        hidden += anew.figures.filter(({ gap }) => gap === 'SUPPRESSED').length
      }
    }
    expect(hidden).toBeGreaterThan(10)
  })

  it('who starts anew finds what is hidden and settles nothing', async (database) => {
    const { causeway } = await openSameAsCollege(database)
    const learner = (n: number) => ({ ...LEARNER, person: `h${n}`, nationality: n < 12 ? 'VN' : 'LA' })
    await putRecords(
      database,
      'enrolment',
      'X',
      Array.from({ length: 14 }, (_, n) => learner(n)),
    )
    const request = {
      indicator: 'EX04',
      institution: 'X',
      from: 2020,
      to: 2024,
      by: 'country',
      profile: 'PUBLIC' as const,
    }
    const { figures } = await readSeries(causeway, OPERATOR, request)
    expect(figures.some(({ gap }) => gap === 'SUPPRESSED')).toBe(true)
    await settleKeeping(database)
    const elsewhere = countStatements(database)
    expect((await readSeries({ ...causeway, database: elsewhere.database }, OPERATOR, request)).figures).toEqual(
      figures,
    )
    // Where the institution is, three times, what is hidden, and the breakdown that was asked for.
    expect(elsewhere.count()).toBeLessThanOrEqual(5)

    expect((await verifySets(causeway)).differences).toEqual([])
    const shown = sql<string>`replace(hidden, '1', '0')`
    await database.write((db) => db.updateTable('hidden_cells').set({ hidden: shown }).execute())
    const { differences } = await verifySets(causeway)
    const few = differences.filter(({ year, category }) => year === 2022 && category === 'LA')
    expect(few.map(({ kept, recounted }) => [kept?.value, recounted?.gap])).toContainEqual([2, 'SUPPRESSED'])
  })
})

it('the same is hidden whichever of those that hide by each other is asked for', async () => {
  const { database } = await openDemonstration()
  const hiddenAsking = async (code: string, basis: Basis) => {
    await database.write((db) => db.deleteFrom('hidden_cells').execute())
    const causeway = { database: countStatements(database).database, indicators: CATALOGUE, publicReading: true }
    const request = { indicator: code, basis, institution: 'demo', from: 2021, to: 2023, profile: 'PUBLIC' as const }
    await readSeries(causeway, OPERATOR, request)
    await settleKeeping(causeway.database)
    const rows = await database.quick.selectFrom('hidden_cells').selectAll().execute()
    return new Map(rows.map((one) => [`${one.indicator} ${one.basis} ${one.year}`, one.hidden]))
  }
  const asked = [
    await hiddenAsking('EX02', 'SCHOOL_YEAR'),
    await hiddenAsking('DN01', 'SCHOOL_YEAR'),
    await hiddenAsking('DN01', 'POINT_IN_TIME'),
  ]
  let compared = 0
  for (const [at, one] of asked.entries())
    for (const other of asked.slice(0, at))
      for (const [name, hidden] of one) {
        if (!other.has(name)) continue
        expect(other.get(name), name).toBe(hidden)
        compared++
      }
  expect(compared).toBeGreaterThan(50)
  // Who asks for school years has read nothing of the other bases by which this is hidden.
  const ofOthers = asked.slice(0, 2).flatMap((one) => [...one.keys()].filter((name) => name.startsWith('joint-')))
  expect(ofOthers).toEqual([])
  await database.close()
})

const LEARNER = { full_time: 1, kind: 'degree', programme: null, start: '2022-09-01', end: null }

const session = (headcount: number, country: string): Values => ({
  ...{ session: `T${headcount}`, country, headcount, training_days: 20, start: '2022-10-01', end: '2022-10-10' },
})

const published = (edition: string, year: number): Values => ({
  ...{ form: 'international-influence', edition, year, published_on: '2023-12-30' },
})
