import { join } from 'node:path'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import { compareReleases } from '@causeway/server/answers/change/compare-releases'
import { explainChange } from '@causeway/server/answers/change/explain-change'
import { loadDemonstration } from '@causeway/server/desk/demonstration/load-demonstration'
import { createRelease } from '@causeway/server/desk/releases/make-release'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { readSeries } from '@causeway/server/figures/read-series'
import type { Database } from '@causeway/server/ground/database/database'
import { openSecret } from '@causeway/server/records/secret'
import { once, rowOf, timed, withDatabase, type Row } from './frame.ts'
import { putMixed } from './many-colleges.ts'

const RECORDS = 20_000
const YEAR = 2023
/** Rows of a page of a comparison. */
const PAGE = 50

const causewayOf = (database: Database) => ({ database, indicators: CATALOGUE, publicReading: true })
const release = (database: Database, institution: string, name: string, year = YEAR) =>
  createRelease(causewayOf(database), OPERATOR, { institution, name, year })

const measured = once(() =>
  withDatabase(async (database, folder) => {
    await loadDemonstration(database, await openSecret(database, join(folder, 'key')))
    const causeway = causewayOf(database)
    const { indicators } = causeway
    const institution = 'demo'
    const reading = await timed(async () => {
      for (const { id } of indicators)
        await readSeries(causeway, OPERATOR, { indicator: id, institution, from: YEAR - 1, to: YEAR })
    })
    const asking = await timed(async () => {
      const ends = { from: { year: YEAR - 1 }, to: { year: YEAR } }
      for (const { id } of indicators) await explainChange(causeway, OPERATOR, { indicator: id, institution, ...ends })
    })
    const publicly = await timed(async () => {
      for (const { id } of indicators)
        await readSeries(causeway, ANONYMOUS, { indicator: id, institution, from: 2015, to: 2024 })
      await settleKeeping(database)
    })
    const first = await timed(() => release(database, institution, 'first', YEAR - 1))
    await release(database, institution, 'second')
    const compared = await timed(async () => {
      const { compare } = await compareReleases(causeway, OPERATOR, { institution, from: 'first', to: 'second' })
      const { changes, explain } = await compare(null)
      await explain(changes.slice(0, PAGE))
    })
    const beside = (part: number, whole: number, of: string) => ({
      value: part / whole,
      note: `${(part / 1000).toFixed(2)} s beside ${(whole / 1000).toFixed(2)} s; ${indicators.length} ${of}`,
    })
    return {
      release: { value: first / 1000 },
      beside: beside(first, publicly, 'indicators'),
      compared: { value: compared / 1000, note: `the first ${PAGE} explained` },
      change: beside(asking, reading, 'questions'),
    }
  }),
)

const ofMany = once(() =>
  withDatabase(async (database) => {
    await putMixed(database, 'M', RECORDS)
    return { many: { value: (await timed(() => release(database, 'M', 'first'))) / 1000 } }
  }),
)

export const releaseRows: Row[] = [
  rowOf('release of the demonstration', '≤ 5 s', measured, 'release'),
  rowOf('release of the demonstration beside a first public reading of all indicators', '≤ 3', measured, 'beside'),
  // Of few records it says what that of the demonstration does.
  { ...rowOf('release of 20,000 records', '≤ 15 s', ofMany, 'many'), isLarge: true },
  rowOf('two releases compared', '≤ 1 s', measured, 'compared'),
  rowOf('why all indicators changed beside their first reading', '≤ 2', measured, 'change'),
]
