import { OPERATOR } from '@causeway/server/access/viewer'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { readSeries } from '@causeway/server/figures/read-series'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { putInstitution, putRecords } from '../support/put-records.ts'
import { median } from '../support/oracle/statistics.ts'
import { createRandom } from '../support/random.ts'
import { timed, withDatabase } from './frame.ts'

const COUNTRIES = ['CN', 'CN', 'CN', 'RU', 'TH', 'VN', 'LA', 'KH', 'HK', 'BY', 'TZ', 'KZ']
const ROUNDS = 7
const DATA_DATE = '2025-07-31'

/** The first reading after a change, and the next, at institutions of several sizes among a million records. */
export function benchFirstRead(total: number, sizes: number[]) {
  return withDatabase(async (database) => {
    const others = total - sizes.reduce((sum, size) => sum + size, 0)
    const each = 24_000
    const all = [...sizes, ...Array.from({ length: Math.ceil(others / each) }, () => each)]
    for (const [index, size] of all.entries()) await fill(database, `I${String(index).padStart(3, '0')}`, size)
    const causeway = { database, indicators: CATALOGUE, publicReading: true }
    const results: { records: number; indicator: string; by: string | null; firstMs: number; keptMs: number }[] = []
    for (const [index, records] of sizes.entries()) {
      for (const [indicator, by] of [
        ['EX02', null],
        ['EX02', 'country'],
        ['DN01', null],
        ['EX05', null],
        ['EX03', 'programme'],
      ] as const) {
        const first: number[] = []
        const kept: number[] = []
        for (let round = 0; round < ROUNDS; round++) {
          const institution = `I${String(index).padStart(3, '0')}`
          await putRecords(
            database,
            'enrolment',
            institution,
            [enrolment(createRandom(`${indicator} ${by} ${round}`), round)],
            { dataDate: DATA_DATE },
          )
          const read = () => readSeries(causeway, OPERATOR, { indicator, institution, by, from: 2015, to: 2024 })
          first.push(await timed(read))
          await settleKeeping(database)
          kept.push(await timed(read))
        }
        results.push({ records, indicator, by, firstMs: median(first), keptMs: median(kept) })
      }
    }
    return results
  })
}

async function fill(database: Parameters<typeof putRecords>[0], institution: string, size: number): Promise<void> {
  await putInstitution(database, institution, DATA_DATE)
  const programmes = Array.from({ length: 20 }, (_, i) => ({
    code: `P${i}`,
    name_zh: `专业${i}`,
    kind: 'ordinary',
    department: `D${i % 6}`,
  }))
  await putRecords(database, 'programme', institution, programmes, { dataDate: DATA_DATE })
  const random = createRandom(institution)
  await putRecords(
    database,
    'enrolment',
    institution,
    Array.from({ length: size }, (_, i) => enrolment(random, i)),
    { dataDate: DATA_DATE },
  )
}

function enrolment(random: ReturnType<typeof createRandom>, index: number) {
  const year = random.whole(2014, 2024)
  return {
    person: `${index}-${random.whole(0, 1_000_000_000).toString(36)}`,
    programme: `P${random.whole(0, 19)}`,
    kind: random.pick(['degree', 'non-degree', 'domestic', 'domestic']),
    full_time: 1,
    nationality: random.pick(COUNTRIES),
    sex: random.pick(['female', 'male']),
    level: 'higher',
    start: `${year}-09-01`,
    end: `${year + random.whole(1, 3)}-07-0${random.whole(1, 9)}`,
  }
}
