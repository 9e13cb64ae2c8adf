import { expect } from 'vitest'
import { FIRST_YEAR } from '@causeway/shared/period'
import { ANONYMOUS, OPERATOR } from '@causeway/server/access/viewer'
import { assemble } from '@causeway/server/figures/assemble'
import type { FormDefinition } from '@causeway/server/figures/forms/form-definition'
import { readPublicTables } from '@causeway/server/figures/public-series'
import { readSeries } from '@causeway/server/figures/read-series'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { readStandingNow } from '@causeway/server/figures/standing'
import { evaluate } from '@causeway/server/figures/indicators/evaluate'
import { scopesOf, type DimensionId } from '@causeway/server/figures/indicators/definition'
import { ENROLMENT_HEADER, openFilledCollege, type College } from '../support/college.ts'
import { countStatements } from '../support/count-statements.ts'
import { forEachDatabase, test as it } from '../support/databases.ts'

/** Far enough before the first record, and after the data date, for several years of each. */
const FROM = 1966
const TO = 2030

/** Learners from 2016 on; registers that are older, younger, and without a first day. */
async function fill(college: College): Promise<void> {
  const put = (type: string, ...lines: string[]) =>
    college.put(type, lines, type === 'institution' ? undefined : 'X', '2024-03-31')
  await put('institution', 'code,name_zh,country', 'X,甲学院,CN')
  await put(
    'partner',
    'code,name_en,type,country,going_out,from,to',
    'P1,One,university,IT,0,,',
    'P2,Two,enterprise,VN,1,1978-05-01,2019-06-30',
  )
  await put('programme', 'code,name_en,kind,from', 'A,Always,ordinary,', 'B,Later,joint,2018-09-01')
  await put(
    'course',
    'code,programme,name_en,core,introduced,hours,from',
    'C1,A,One,1,1,60,',
    'C2,B,Two,1,0,30,2019-09-01',
  )
  const learners = Array.from({ length: 40 }, (_, n) => {
    const year = 2016 + (n % 7)
    return `L${n},,${n % 2 ? 'A' : 'B'},${n % 3 ? 'degree' : 'non-degree'},1,${['VN', 'LA', 'IT', 'HK'][n % 4]},${year}-09-01,${n % 5 ? `${year + 1}-07-01` : ''},300`
  })
  await put('enrolment', ENROLMENT_HEADER, ...learners)
  await put(
    'mobility',
    'person,headcount,direction,audience,purpose,country,start,end',
    'M1,,out,student,study,TH,2019-10-08,2020-02-21',
    ',12,in,staff,guide,VN,2021-05-01,2021-05-20',
  )
  await put('standard', 'code,title_en,type,direction,country,localised_on', 'S1,One,occupational,own,,2017-03-01')
  await put('adoption', 'standard,country,adopter,proposed_on,adopted_on', 'S1,LA,School,2018-01-01,2019-04-01')
  await put('nothing-to-report', 'record_type,from,to,signer', 'training-session,2015-01-01,2016-12-31,W')
}

/** It asks for nothing. */
const NO_FORM = { id: 'none', editions: [] } as unknown as FormDefinition

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

forEachDatabase((name) => {
  it('a year without any record, before or after, says what it says when it is counted by itself', async (database) => {
    const college = await openFilledCollege(database, fill)
    // Another over the same records, which knows nothing of what the first has made: one form more, and what is hidden is settled anew.
    const whole = { ...college.causeway, database: countStatements(database).database, ownForms: [NO_FORM] }
    const standing = (await readStandingNow(database, 'X'))!
    let compared = 0
    for (const [at, declaration] of college.causeway.indicators.entries()) {
      // Years are distinguished outside SQL: the slower database is asked every fifth indicator.
      if (name === 'postgres' && at % 5 > 0) continue
      const scopes = scopesOf(declaration)
      const dimensions = Object.keys(declaration.dimensions) as DimensionId[]
      const cuts = [null, ...dimensions]
      for (const by of new Set([
        cuts[at % cuts.length]!,
        ...dimensions.filter((id) => id === 'bloc' && at % 5 === 0),
      ])) {
        const isWhole = by === null
        const basis = isWhole ? declaration.bases[at % declaration.bases.length]! : declaration.bases[0]!
        const scope = isWhole ? scopes[at % scopes.length]! : (declaration.scope?.default ?? null)
        const request = { indicator: declaration.id, institution: 'X', basis, scope, by, from: FROM, to: TO }
        const said = `${declaration.code} ${basis} ${scope} ${by}`
        const counted = await database.snapshot((db) =>
          evaluate(db, {
            ...{ declaration, home: standing, basis, at: '09-01', from: FROM, to: TO, scope, by },
            ...{ across: null, filters: [], cumulativeFrom: null, revision: null },
          }),
        )
        const exact = await readSeries(college.causeway, OPERATOR, request)
        expect(plain(exact.figures), said).toEqual(
          plain(assemble({ declaration, basis, at: '09-01', by, across: null }, standing, counted)),
        )
        const shown = await readSeries(college.causeway, OPERATOR, { ...request, profile: 'PUBLIC' })
        const before = await readSeries(college.causeway, OPERATOR, { ...request, to: FROM + 4, profile: 'PUBLIC' })
        const cut = { scope, by }
        const tables = (await readPublicTables(whole, {
          declaration,
          basis,
          institution: 'X',
          from: FROM,
          to: TO,
          floor: FIRST_YEAR,
          cut,
        }))!
        for (const figure of [...before.figures, ...shown.figures]) {
          const table = tables.tablesOf(figure.period.year).find((one) => one.scope === scope && one.dimension === by)!
          const cell = table.figures.find(({ category }) => category === figure.category)
          if (cell) expect(plain(figure), `${said} ${figure.period.year}`).toEqual(plain(cell))
          else expect(figure.value ?? 0, `${said} ${figure.period.year}`).toBe(0)
          compared++
        }
      }
    }
    expect(compared).toBeGreaterThan(name === 'sqlite' ? 8_000 : 1_500)
    await settleKeeping(whole.database)
  })

  it('only years that have records, with one before and one after, are counted and kept', async (database) => {
    const college = await openFilledCollege(database, fill)
    for (const [from, to] of [
      [1900, 2199],
      [2190, 2199],
      [1900, 1910],
      [1950, 2050],
    ] as const) {
      const { figures } = await readSeries(college.causeway, ANONYMOUS, {
        indicator: 'EX02',
        institution: 'X',
        from,
        to,
      })
      expect(figures.map(({ period }) => period.year)).toEqual(
        Array.from({ length: to - from + 1 }, (_, at) => from + at),
      )
    }
    await settleKeeping(database)
    const kept = await database.quick.selectFrom('figure_set').select(['from_year', 'to_year']).execute()
    expect(kept.length).toBeGreaterThan(0)
    for (const { from_year, to_year } of kept) {
      // What is hidden follows from partners, too: the first came in 1978.
      expect(from_year).toBeGreaterThanOrEqual(1978 - 3)
      expect(to_year).toBe(2025)
    }
  })

  it('the public asks of years before every record, and no other figure is counted to hide nothing', async (database) => {
    const college = await openFilledCollege(database, fill)
    const asked = { institution: 'X', indicator: 'EX02', from: 1950, to: 1959 }
    const { figures } = await readSeries(college.causeway, ANONYMOUS, asked)
    expect(new Set(figures.map(({ gap, value }) => gap ?? value)).size).toBe(1)
    await settleKeeping(database)
    const sets = await database.quick.selectFrom('figure_set').select(['indicator']).execute()
    expect(sets.map(({ indicator }) => indicator)).toEqual(['foreign-students@1'])
    expect(await database.quick.selectFrom('hidden_cells').select(['indicator']).execute()).toEqual([])
  })
})
