import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { restoreBackup } from '@causeway/server/desk/backup/restore-backup'
import { writeBackup } from '@causeway/server/desk/backup/write-backup'
import type { Causeway } from '@causeway/server/figures/causeway'
import { announceDefinitions } from '@causeway/server/figures/definitions-in-force'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { scopesOf, type Declaration } from '@causeway/server/figures/indicators/definition'
import { listFigureRecords } from '@causeway/server/figures/figure-records'
import { readSeries } from '@causeway/server/figures/read-series'
import type { Database } from '@causeway/server/ground/database/database'
import { openSecret } from '@causeway/server/records/secret'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { forEachDatabase } from '../support/databases.ts'
import { folderOfEachTest } from '../support/folders.ts'
import { SHAPES } from '../support/oracle/shape.ts'
import { putRecords } from '../support/put-records.ts'
import { createRandom, type Random } from '../support/random.ts'
import { openHistory } from '../support/random-history.ts'

/** `AS_OF_SEED` tells another history, `AS_OF_COPIES` and `AS_OF_QUESTIONS` a longer one: 2,000 are asked by 20 and 100. */
const SEED = process.env['AS_OF_SEED'] ?? '1'
const COPIES = Number(process.env['AS_OF_COPIES'] ?? 3)
const QUESTIONS = Number(process.env['AS_OF_QUESTIONS'] ?? 20)

/** Own indicators that come, go and are declared otherwise: some with the body of another. */
function declareAnew(random: Random): Declaration[] {
  return SHAPES.filter(() => random.chance(0.8)).map((one) => {
    const other = random.pick(SHAPES)
    return random.chance(0.3) ? { ...other, id: one.id, code: one.code, version: random.whole(1, 3) } : one
  })
}

function askAnything(random: Random, declarations: readonly Declaration[]): SeriesRequest {
  const declaration = random.pick(declarations)
  const dimensions = Object.keys(declaration.dimensions)
  const basis = random.pick(declaration.bases)
  const from = random.whole(2016, 2024)
  const by = dimensions.length > 0 && random.chance(0.6) ? random.pick(dimensions) : null
  const others = dimensions.filter((one) => one !== by)
  const filtered = dimensions.filter((one) => one === 'country' || one === 'bloc' || one === 'continent')
  return {
    ...{ indicator: declaration.id, institution: 'X', basis, scope: random.pick(scopesOf(declaration)) },
    ...{ from, to: random.whole(from, 2025), by },
    at: basis === 'POINT_IN_TIME' && random.chance(0.5) ? random.pick(['12-31', '03-01']) : null,
    across: by && others.length > 0 && random.chance(0.3) ? random.pick(others) : null,
    cumulativeFrom: declaration.kind === 'FLOW' && random.chance(0.2) ? 2016 : null,
    filter:
      filtered.length > 0 && random.chance(0.3)
        ? [{ dimension: random.pick(filtered), in: ['VN', 'TH', 'asean', 'belt-and-road', 'asia', 'unknown'] }]
        : [],
  }
}

const at = folderOfEachTest()

/** What is answered, with the records of the last figure, or the code of the refusal. */
async function answer(causeway: Causeway, request: SeriesRequest): Promise<unknown> {
  try {
    const { figures, revision } = await readSeries(causeway, OPERATOR, request)
    const last = figures.at(-1)!
    const place = { year: last.period.year, category: last.category, across: last.across }
    const { records } = await listFigureRecords(causeway, OPERATOR, request, place, 'NUMERATOR', { first: 20 })
    return { figures, revision, records: records.map(({ id, values }) => ({ id, values })) }
  } catch (error) {
    return (error as { code?: string }).code ?? error
  }
}

forEachDatabase((_name, open) => {
  it(`questions as of a time are answered as copies of then answer them, over the random history ${SEED}`, async () => {
    const database = await open()
    const random = createRandom(`as of ${SEED}`)
    const secretFile = at('secret')
    await openSecret(database, secretFile)
    let causeway: Causeway = { database, indicators: [...CATALOGUE, ...SHAPES], publicReading: true }
    await announceDefinitions(causeway)
    const change = await openHistory(database, SEED, random, 0.1)
    const copies: { asOf: string; copy: Causeway }[] = []
    const copyNow = async () => {
      await sleep(3)
      const asOf = new Date().toISOString()
      const file = at(`copy-${copies.length}`)
      await writeBackup(database, secretFile, file, at('evidence'))
      const copy: Database = await open('sqlite')
      await restoreBackup(copy, at(`secret-${copies.length}`), file, at('evidence'))
      copies.push({ asOf, copy: { ...causeway, database: copy } })
      await sleep(3)
    }
    for (let turn = 0; turn < COPIES; turn++) {
      for (let step = random.whole(2, 8); step > 0; step--) await change()
      if (random.chance(0.5))
        await putRecords(database, 'institution', null, [
          {
            code: 'X',
            name_zh: '学院',
            country: random.pick(['CN', 'VN']),
            school_year_start: random.pick(['09-01', '03-01']),
          },
        ])
      if (random.chance(0.7)) {
        // A start with other definitions: what was made by those before is no longer there.
        causeway = { ...causeway, indicators: [...CATALOGUE, ...declareAnew(random)] }
        await announceDefinitions(causeway)
      }
      await copyNow()
      // Half of the questions are of what somebody has asked while it was live.
      for (let n = 0; n < QUESTIONS / 4; n++) await answer(causeway, askAnything(random, causeway.indicators))
    }
    for (let step = 0; step < 4; step++) await change()
    let [same, numbers] = [0, 0]
    for (const { asOf, copy } of copies)
      for (let n = 0; n < QUESTIONS; n++) {
        const request = askAnything(random, copy.indicators)
        const then = await answer(copy, request)
        expect(await answer(causeway, { ...request, asOf }), `${asOf} ${JSON.stringify(request)}`).toEqual(then)
        same++
        if (JSON.stringify(then).includes('"value":')) numbers++
      }
    console.log(`as of: ${same} answered as copies answered, ${numbers} of them with figures`)
    expect(numbers).toBeGreaterThan(same * 0.7)
  })
})
