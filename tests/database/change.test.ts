import { expect, test } from 'vitest'
import type { Causeway } from '@causeway/server/figures/causeway'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { scopesOf, type Declaration, type DimensionId } from '@causeway/server/figures/indicators/definition'
import type { Database } from '@causeway/server/ground/database/database'
import { revertBatch } from '@causeway/server/records/revert'
import { checkChange, checkComparison, checkRevisions, type Seen, type Then } from '../support/check-change.ts'
import { forEachDatabase } from '../support/databases.ts'
import { makeBatches, type Place } from '../support/oracle/nasty-records.ts'
import { SHAPES } from '../support/oracle/shape.ts'
import { makeEvents, recordsAfter, type Event } from '../support/oracle/revisions.ts'
import { buildWorld } from '../support/oracle/world.ts'
import { putRecords } from '../support/put-records.ts'
import { createRandom, type Random } from '../support/random.ts'

const DECLARATIONS = [...CATALOGUE, ...SHAPES]
const X: Place = { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15', size: 1 }
const Y: Place = { ...X, institution: 'Y', country: 'VN', schoolYearStart: '08-01', size: 0.5, decides: true }
/** `CHANGE_SEEDS=7` asks every basis and scope of every indicator over the records of seeds 1 to 7 besides. */
const MORE = Number(process.env['CHANGE_SEEDS'] ?? 0)
const SEEDS = ['2', ...Array.from({ length: MORE }, (_, at) => String(at + 1))]
const SHOWN = 20

forEachDatabase((name, open) => {
  test.each(SEEDS)(
    'the parts of a change between years add up to it, and name who came and left, over random records of seed %s',
    async (seed) => {
      const database = await open()
      const place = Number(seed) % 2 ? Y : X
      const batches = makeBatches(seed, place)
      for (const { type, institution, rows, dataDate } of batches)
        await putRecords(database, type, type === 'institution' ? null : institution, rows, { dataDate })
      const world = buildWorld(place.institution, batches)
      const causeway: Causeway = { database, indicators: DECLARATIONS, publicReading: true }
      const random = createRandom(`changes ${seed}`)
      const seen: Seen = { explained: 0, counted: 0, levels: 0, parts: new Map() }
      const wrong: string[] = []
      // A statement takes a server longer to plan than to run.
      const part = MORE > 0 ? 1 : name === 'sqlite' ? 0.12 : 0.05
      for (const asking of DECLARATIONS.flatMap((one) => questionsOf(random, one)))
        if (random.chance(part)) wrong.push(...(await checkChange(causeway, world, asking, seen)))
      expect(wrong.length === 0 ? [] : [`${wrong.length} wrong`, ...wrong.slice(0, SHOWN)]).toEqual([])
      if (MORE > 0) console.info(name, seed, seen)
      for (const cause of ['CAME', 'LEFT', 'CHANGED', 'NUMERATOR', 'DENOMINATOR'])
        expect(seen.parts.get(cause) ?? 0, cause).toBeGreaterThan(0)
      expect(seen.counted).toBeGreaterThan(5)
      expect(seen.levels).toBeGreaterThan(0)
    },
    MORE > 0 ? 900_000 : undefined,
  )

  test.each(SEEDS)(
    'the parts of a change between revisions add up to it, each the difference that its step makes, over the random history %s',
    async (seed) => {
      const database = await open()
      const place = Number(seed) % 2 ? Y : X
      const moments = await putHistory(database, place, makeEvents(seed, place))
      const causeway: Causeway = { database, indicators: DECLARATIONS, publicReading: true }
      const random = createRandom(`revisions ${seed}`)
      const seen: Seen = { explained: 0, counted: 0, levels: 0, parts: new Map() }
      const wrong: string[] = []
      const part = MORE > 0 ? 1 : name === 'sqlite' ? 0.12 : 0.05
      for (const asking of DECLARATIONS.flatMap((one) => questionsOf(random, one))) {
        if (!random.chance(part)) continue
        const ends: [Then, Then] = [random.pick(moments), random.pick(moments)]
        const last = random.chance(0.2) ? asking.to : asking.from
        wrong.push(...(await checkRevisions(causeway, place.institution, { ...asking, to: last }, ends, seen)))
      }
      // What both databases make of statements is compared elsewhere.
      if (name === 'sqlite') {
        const some = { ...causeway, indicators: DECLARATIONS.filter((_, at) => MORE > 0 || at % 8 === 0) }
        const compared = await checkComparison(some, place.institution, 2022, [moments[0]!, moments[2]!])
        wrong.push(...compared.wrong)
        expect(compared.changed).toBeGreaterThan(0)
      }
      expect(wrong.length === 0 ? [] : [`${wrong.length} wrong`, ...wrong.slice(0, SHOWN)]).toEqual([])
      if (MORE > 0) console.info(name, seed, seen)
      for (const cause of ['LATE', 'CORRECTED', 'WITHDRAWN', 'IDENTITY', 'SETTING'])
        expect(seen.parts.get(cause) ?? 0, cause).toBeGreaterThan(0)
      expect(seen.counted).toBeGreaterThan(5)
    },
    MORE > 0 ? 900_000 : undefined,
  )
})

/** Puts a history into a database. @returns the time and the records after each event */
async function putHistory(database: Database, { institution }: Place, events: readonly Event[]): Promise<Then[]> {
  const made = new Map<string, string[]>()
  const moments: Then[] = []
  for (const [at, event] of events.entries()) {
    if ('takesBack' in event) {
      for (const batch of made.get(event.takesBack)!.toReversed()) await revertBatch(database, batch)
    } else {
      const ids: string[] = []
      for (const { type, rows, dataDate } of event.batches) {
        const { batch } = await putRecords(database, type, type === 'institution' ? null : institution, rows, {
          dataDate,
        })
        if (batch) ids.push(batch)
      }
      made.set(event.name, ids)
    }
    const revisions = database.quick.selectFrom('revision').select('at').where('institution', '=', institution)
    const { at: asOf } = await revisions.orderBy('revision', 'desc').limit(1).executeTakeFirstOrThrow()
    moments.push({ asOf, records: recordsAfter(institution, events.slice(0, at + 1)) })
  }
  return moments
}

/** Every basis and scope, whole and by a dimension, each between two years next to each other. */
function questionsOf(random: Random, declaration: Declaration) {
  const dimensions = Object.keys(declaration.dimensions) as DimensionId[]
  return declaration.bases.flatMap((basis) =>
    scopesOf(declaration).flatMap((scope) =>
      [null, random.pick(dimensions)].map((by) => {
        const from = random.whole(2018, 2022)
        return { declaration, basis, scope, by, from, to: from + 1 }
      }),
    ),
  )
}
