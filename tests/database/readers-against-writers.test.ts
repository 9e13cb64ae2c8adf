import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Series } from '@causeway/shared/series'
import { OPERATOR } from '@causeway/server/access/viewer'
import { migrate } from '@causeway/server/records/migrate'
import type { Database } from '@causeway/server/ground/database/database'
import { openDatabase } from '@causeway/server/ground/database/open'
import { assemble } from '@causeway/server/figures/assemble'
import { checkRequest } from '@causeway/server/figures/check-request'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { readSeries } from '@causeway/server/figures/read-series'
import { readStanding } from '@causeway/server/figures/store'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { evaluate } from '@causeway/server/figures/indicators/evaluate'
import { forEachDatabase } from '../support/databases.ts'
import { putInstitution, putRecords } from '../support/put-records.ts'
import { createRandom, type Random } from '../support/random.ts'

const COMMITS = 25
const asks: Omit<SeriesRequest, 'institution' | 'from' | 'to'>[] = [
  { indicator: 'EX11' },
  { indicator: 'EX11', by: 'country' },
  { indicator: 'DN02', by: 'purpose' },
  { indicator: 'IN13', by: 'department', basis: 'CALENDAR_YEAR' },
  { indicator: 'PF05', by: 'bloc' },
]

forEachDatabase((_name, open, newUrl) => {
  test('every answer given while others write is what its revision holds, never older and never newer', async () => {
    const url = await newUrl()
    const database = await openDatabase(url, { threaded: true })
    const writer = await openDatabase(url, { threaded: true })
    try {
      await migrate(database)
      await putInstitution(writer, 'X')
      await putRecords(writer, 'programme', 'X', [{ code: 'PA', name_zh: '甲', department: 'D0', kind: 'ordinary' }])
      const causeway = { database, indicators: CATALOGUE, publicReading: true }
      const answers: { request: SeriesRequest; series: Series }[] = []
      let writing = true
      const read = async (seed: number) => {
        const random = createRandom(`reader ${seed}`)
        while (writing) {
          // A reader in this thread would never let the others speak: small reads answer without leaving it.
          await nextTurn()
          const request = { ...random.pick(asks), institution: 'X', from: 2018, to: 2025 }
          answers.push({ request, series: await readSeries(causeway, OPERATOR, request) })
        }
      }
      const readers = [1, 2, 3].map(read)
      const random = createRandom('writer')
      for (let commit = 0; commit < COMMITS; commit++) {
        await change(writer, random, commit)
        // Somebody reads before the next: writers that are quick alone would leave nothing to compare.
        const seen = answers.length
        while (answers.length === seen) await nextTurn()
      }
      writing = false
      await Promise.all(readers)
      await settleKeeping(database)

      expect(new Set(answers.map(({ series }) => series.revision)).size).toBeGreaterThan(5)
      const distinct = new Map(answers.map((it) => [JSON.stringify(it), it]))
      for (const { request, series } of distinct.values()) {
        const question = checkRequest(causeway, OPERATOR, request)
        const figures = await database.snapshot(async (db) => {
          const standing = (await readStanding(db, 'X'))!
          const recount = await evaluate(db, { ...question, home: standing, revision: series.revision })
          return assemble(question, standing, recount)
        })
        expect(series.figures, `${JSON.stringify(request)} at ${series.revision}`).toEqual(figures)
      }
    } finally {
      await writer.close()
      await database.close()
    }
  })

  test('a reader that is overtaken between its revision and its figures never gives the newer ones under the older', async () => {
    const database = await open()
    await putInstitution(database, 'X')
    await putRecords(database, 'mobility', 'X', [guidance('p1')])
    const { slow, reached, letOn } = holdFirstRead(database)
    const request = { indicator: 'EX11', institution: 'X', from: 2023, to: 2023 }
    const overtaken = readSeries({ database: slow, indicators: CATALOGUE, publicReading: true }, OPERATOR, request)
    await reached
    await putRecords(database, 'mobility', 'X', [guidance('p2')])
    const newer = await readSeries({ database, indicators: CATALOGUE, publicReading: true }, OPERATOR, request)
    await settleKeeping(database)
    letOn()
    const daysAt = new Map([
      [newer.revision - 1, 10],
      [newer.revision, 20],
    ])
    const series = await overtaken
    await settleKeeping(slow)
    expect(newer.figures[0]!.value).toBe(20)
    expect(series.figures[0]!.value).toBe(daysAt.get(series.revision))
  })
})

/** Ten days in 2023/24. */
function guidance(person: string) {
  const stay = { direction: 'out', audience: 'staff', purpose: 'guide', country: 'TH' }
  return { person, ...stay, start: '2023-10-01', end: '2023-10-10' }
}

/** The same database, whose first small read is answered and then held back until `letOn`. */
function holdFirstRead(database: Database): { slow: Database; reached: Promise<void>; letOn: () => void } {
  const answered = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const quick = database.quick.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      answered.resolve()
      await held.promise
      return result
    },
  })
  const slow: Database = {
    ...{ kind: database.kind, quick, state: () => database.state(), snapshot: (read) => database.snapshot(read) },
    ...{ write: (work, options) => database.write(work, options), close: () => database.close() },
  }
  return { slow, reached: answered.promise, letOn: () => held.resolve() }
}

/** Adds and changes stays; now and then the programme's department, or a partner: what some figures read and others do not. */
async function change(writer: Database, random: Random, commit: number): Promise<void> {
  if (commit % 5 === 3) {
    await putRecords(writer, 'programme', 'X', [
      { code: 'PA', name_zh: '甲', department: `D${commit}`, kind: 'ordinary' },
    ])
  } else if (commit % 5 === 4) {
    const country = random.pick(['TH', 'RU', 'VN'])
    await putRecords(writer, 'partner', 'X', [{ code: `P${commit}`, name_zh: '伙伴', country, from: '2019-01-01' }])
  } else {
    const stays = Array.from({ length: 20 }, () => ({
      ...{ person: `p${random.whole(0, 29)}`, direction: 'out', audience: 'staff' },
      purpose: random.pick(['train', 'study', 'guide']),
      ...{ country: random.pick(['TH', 'RU', 'LA', 'HK']), programme: 'PA' },
      start: `${random.whole(2018, 2024)}-0${random.whole(1, 9)}-10`,
      end: `2025-01-${random.whole(10, 28)}`,
    }))
    const byKey = new Map(stays.map((stay) => [`${stay.person}/${stay.start}/${stay.country}`, stay]))
    await putRecords(writer, 'mobility', 'X', [...byKey.values()])
  }
}
