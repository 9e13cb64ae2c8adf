import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Tables } from '@causeway/server/ground/database/database'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { compile } from '@causeway/server/figures/indicators/compile/statement'
import type { DimensionId } from '@causeway/server/figures/indicators/definition'
import { toAsked } from '@causeway/server/figures/indicators/asked-periods'
import { expect, test } from 'vitest'

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new SqliteIntrospector(of),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})
const home = { institution: 'X', country: 'CN', schoolYearStart: '09-01', dataDate: '2024-08-31' }

/** One of each shape. The oracle asks all of them for numbers; here is what the statements look like. */
const TELLING = {
  DN03: 'persons of several record types, each once',
  ...{ IN04: 'a share of what is in force on the last day', 'IN17.outbound': 'a ratio of two sets' },
  ...{ EX07: 'a sum of days within the period', 'EX20.new': 'the first of all history' },
  ST08: 'a share of records with evidence',
  ST10: 'a share of units of the version in force, joined by its key',
  PF03: 'records of other types in the twelve months before',
  ...{ PF09: 'a mean of what several record types produced', SK05: 'the first attempt of each person' },
  ...{ SK09: 'weights of units', SK11: 'pairs of scores before and after', 'SK18.median': 'a median' },
}

test('the SQL of each shape of indicator is the SQL that was read and approved', async () => {
  const declarations = CATALOGUE.filter(({ code }) => code in TELLING)
  expect(declarations).toHaveLength(Object.keys(TELLING).length)
  const statements = declarations.map((declaration) => {
    const [by] = Object.keys(declaration.dimensions) as DimensionId[]
    const scope = declaration.scope?.default ?? null
    const asked = toAsked({
      ...{ home, basis: declaration.bases[0]!, at: '09-01', from: 2023, to: 2023, scope },
      ...{ cumulativeFrom: null, revision: null },
    })
    const dimensionOf = (id: DimensionId) => ({ dimension: id, side: declaration.dimensions[id]! })
    const cut = { by: dimensionOf(by!), across: null, filters: [] }
    const say = (how: string, { sql } = compile(declaration, asked, cut).compile(db)) =>
      `-- ${declaration.code} ${declaration.name.en}, ${how}\n${inLines(sql)};\n`
    if (declaration.code !== 'DN03') return say(`by ${by}`)
    const each = [null, ...Object.keys(declaration.dimensions).map((id) => dimensionOf(id as DimensionId))]
    const inAll = compile(declaration, asked, { ...cut, by: null, each }).compile(db)
    return [say(`by ${by}`), say('as a whole and by each of its dimensions', inAll)].join('\n')
  })
  await expect(statements.join('\n')).toMatchFileSnapshot('./compiled.sql')
})

/** A clause a line, so that a change shows where it is. */
function inLines(sql: string): string {
  return sql
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\p{Cc}/gu, (sign) => `\\x${sign.codePointAt(0)!.toString(16)}`)
    .replaceAll(/ (?=(from|where|left join|cross join|group by|union all|order by) )/g, '\n')
}
