import { expect, it } from 'vitest'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import type { Causeway } from '@causeway/server/figures/causeway'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { scopesOf } from '@causeway/server/figures/indicators/definition'
import { toRate } from '@causeway/server/figures/indicators/observe/interval'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { readSeries } from '@causeway/server/figures/read-series'
import { readWholes } from '@causeway/server/figures/read-wholes'
import { verifySets } from '@causeway/server/figures/verify-sets'
import { countSets, type WholeQuestion } from '@causeway/server/figures/count-wholes'
import { sharedReads } from '@causeway/server/figures/indicators/evaluate-shared'
import { AskedTogether } from '@causeway/server/figures/indicators/evaluate-together'
import { readStandings } from '@causeway/server/figures/store'
import { countStatements } from '../support/count-statements.ts'
import { forEachDatabase } from '../support/databases.ts'
import { makeBatches, type Place } from '../support/oracle/nasty-records.ts'
import { putInstitution, putRecords } from '../support/put-records.ts'
import { createRandom } from '../support/random.ts'

/** `RANKING_SEEDS=3-5` tries these. */
const [FIRST, LAST = FIRST] = (process.env['RANKING_SEEDS'] ?? '1').split('-')
/** They differ in country, school year and data date; one decides that things are one; of one nothing is known but its name. */
const PLACES: Place[] = [
  { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-03-15', size: 0.5 },
  { institution: 'Y', country: 'VN', schoolYearStart: '08-01', dataDate: '2024-08-10', size: 0.2, decides: true },
  { institution: 'Z', country: 'FR', schoolYearStart: '10-01', dataDate: '2025-01-31', size: 0.4, hasNoGroups: true },
  { institution: 'W', country: 'CN', schoolYearStart: '09-01', dataDate: '2023-12-31', size: 0.1 },
]
const CODES = [...PLACES.map(({ institution }) => institution), 'EMPTY']

async function readEach(
  causeway: Causeway,
  { declaration, year, profile, ...asked }: WholeQuestion,
  codes: readonly string[] = CODES,
) {
  const request = { ...asked, indicator: declaration.id, from: year, to: year }
  const viewer = profile === 'EXACT' ? OPERATOR : ANONYMOUS
  const found = []
  for (const institution of codes) {
    const { figures, revision } = await readSeries(causeway, viewer, { ...request, institution })
    const { value, gap } = figures[0]!
    found.push([institution, { revision, value, gap, rate: toRate(figures[0]!) }])
  }
  return Object.fromEntries(found) as Record<string, unknown>
}

function toObject(wholes: Awaited<ReturnType<typeof readWholes>>, codes: readonly string[] = CODES) {
  return Object.fromEntries(
    codes.map((code) => {
      const { epoch: _epoch, ...whole } = wholes.get(code)!
      return [code, whole]
    }),
  )
}

forEachDatabase((name, open) => {
  it.each(Array.from({ length: Number(LAST) - Number(FIRST) + 1 }, (_, at) => Number(FIRST) + at))(
    'many institutions at once have the figures that each has by itself, hidden alike, with the records of seed %s',
    async (seed) => {
      const database = await open()
      await putInstitution(database, 'EMPTY')
      for (const place of PLACES)
        for (const { type, institution, rows, dataDate } of makeBatches(String(seed), place))
          await putRecords(database, type, type === 'institution' ? null : institution, rows, { dataDate })
      const causeway = { database, indicators: CATALOGUE, publicReading: true }
      const random = createRandom(`ranking ${seed}`)
      const seen = { numbers: 0, hidden: 0, rates: 0 }
      // Some of them, fewer on the slower database: other seeds ask others.
      const asked = CATALOGUE.filter(() => random.chance(name === 'sqlite' ? 0.7 : 0.15))
      for (const declaration of asked)
        for (const profile of ['EXACT', 'PUBLIC'] as const) {
          const bases = profile === 'EXACT' ? declaration.bases : [random.pick(declaration.bases)]
          for (const basis of bases) {
            const scope = random.pick(scopesOf(declaration))
            const question = { declaration, basis, scope, year: random.whole(2010, 2026), profile }
            if (random.chance(0.8)) question.year = random.whole(2021, 2024)
            // The year that a data date is in, as the day itself has it or the school year that begins or ends in it.
            if (random.chance(0.3))
              question.year = Number(random.pick(PLACES).dataDate.slice(0, 4)) - random.whole(0, 1)
            const wholes = await readWholes(causeway, question, CODES)
            // What the public sees of one institution takes long to read by itself.
            const some = profile === 'EXACT' ? CODES : [random.pick(CODES), random.pick(CODES)]
            const each = await readEach(causeway, question, some)
            const said = `${declaration.code} ${basis} ${scope} ${question.year} ${profile}`
            expect(toObject(wholes, Object.keys(each)), said).toEqual(each)
            for (const { value, gap, rate } of Object.values(each) as {
              value: unknown
              gap: unknown
              rate: unknown
            }[]) {
              if (value !== null) seen.numbers++
              if (gap === 'SUPPRESSED') seen.hidden++
              if (rate !== null) seen.rates++
            }
          }
        }
      expect(Math.min(seen.numbers / 10, seen.hidden, seen.rates)).toBeGreaterThan(name === 'sqlite' ? 4 : 1)
    },
  )

  it('one institution that is asked about several bases at once gives each its rows', async () => {
    const database = await open()
    const [place] = PLACES
    for (const { type, institution, rows, dataDate } of makeBatches('bases', place!))
      await putRecords(database, type, type === 'institution' ? null : institution, rows, { dataDate })
    await database.snapshot(async (db) => {
      const standing = (await readStandings(db, [place!.institution]))[0]!
      const types = standing.changedAt
      const keys = CATALOGUE.flatMap((declaration) =>
        declaration.bases.map((basis) => ({ declaration, basis, scope: scopesOf(declaration)[0]!, by: null })),
      )
      const together = new AskedTogether(db, database.kind, new Map())
      const atOnce = await countSets(db, sharedReads(null, { together, types }), standing, keys, 2022, 2023)
      let numbers = 0
      for (const [at, key] of keys.entries()) {
        const { answers } = await countSets(db, sharedReads(null, { types }), standing, [key], 2022, 2023)
        expect(atOnce.answers[at], `${key.declaration.code} ${key.basis}`).toEqual(answers[0])
        numbers += answers[0]!.filter(({ cells, whole, absent }) => (cells[0] ?? whole ?? absent).value).length
      }
      expect(numbers).toBeGreaterThan(100)
    })
  })

  it('what changed alone is counted again, and never is an old figure given', async () => {
    const database = await open()
    for (const code of CODES) await putInstitution(database, code, '2024-08-31')
    const causeway = { database, indicators: CATALOGUE, publicReading: true }
    const random = createRandom('changes')
    const declaration = CATALOGUE.find(({ code }) => code === 'EX02')!
    let persons = 0
    const enrol = (institution: string, count: number) => {
      const rows = Array.from({ length: count }, () => ({
        ...{ person: `h${persons++}`, full_time: 1, kind: 'degree', nationality: random.pick(['VN', 'LA']) },
        ...{ start: `${random.whole(2020, 2023)}-09-01`, end: null },
      }))
      return putRecords(database, 'enrolment', institution, rows)
    }
    const changes = [
      (code: string) => enrol(code, random.whole(1, 6)),
      (code: string) =>
        putRecords(database, 'enrolment', code, [], { dataDate: random.pick(['2023-03-31', '2025-01-31']) }),
      (code: string) => putRecords(database, 'partner', code, [{ code: `P${persons++}`, name_en: 'P', country: 'VN' }]),
    ]
    for (const code of CODES) await enrol(code, 6)
    for (let step = 0; step < 12; step++) {
      const changed = random.pick(CODES)
      await random.pick(changes)(changed)
      const profile = random.pick(['EXACT', 'PUBLIC'] as const)
      const question = { declaration, basis: 'SCHOOL_YEAR', scope: 'ABROAD', year: 2022, profile } as const
      expect(toObject(await readWholes(causeway, question, CODES))).toEqual(await readEach(causeway, question))
      await settleKeeping(database)
      const anew = countStatements(database)
      const found = await readWholes({ ...causeway, database: anew.database }, question, CODES)
      expect(toObject(found)).toEqual(await readEach(causeway, question))
      // What is kept, where all are now, and what changed in those that did.
      expect(anew.count()).toBeLessThanOrEqual(3)
    }
    expect((await verifySets(causeway)).differences).toEqual([])
    const [kept] = await database.quick
      .selectFrom('ranked_figures')
      .selectAll()
      .where('profile', '=', 'EXACT')
      .execute()
    const altered = JSON.parse(kept!.figures).map(([code, epoch, revision, ...of]: unknown[]) => [
      code,
      epoch,
      revision,
      77,
      null,
      ...of.slice(2),
    ])
    const figures = JSON.stringify(altered)
    await database.write((db) =>
      db.updateTable('ranked_figures').set({ figures }).where('profile', '=', 'EXACT').execute(),
    )
    const { differences } = await verifySets(causeway)
    expect(differences.map((one) => [one.indicator, one.kept?.value])).toContainEqual([kept!.indicator, 77])
    expect(differences.every(({ recounted }) => recounted?.value !== 77)).toBe(true)
  })
})
