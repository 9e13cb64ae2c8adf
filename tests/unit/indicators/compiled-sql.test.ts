import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Tables } from '@causeway/server/ground/database/database'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { compile } from '@causeway/server/figures/indicators/compile/statement'
import type { DimensionId } from '@causeway/server/figures/indicators/definition'
import { toAsked } from '@causeway/server/figures/indicators/evaluate'
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

test('the SQL that every indicator compiles to is the SQL that was read and approved', async () => {
  const statements = CATALOGUE.map((declaration) => {
    const [by] = Object.keys(declaration.dimensions) as DimensionId[]
    const scope = declaration.scope?.default ?? null
    const asked = toAsked({
      home,
      basis: declaration.bases[0]!,
      at: '09-01',
      from: 2023,
      to: 2023,
      scope,
      cumulativeFrom: null,
      revision: null,
    })
    const cut = { by: { dimension: by!, side: declaration.dimensions[by!]! }, across: null, filters: [] }
    const { sql } = compile(declaration, asked, cut).compile(db)
    return `-- ${declaration.code} ${declaration.name.en}, by ${by}\n${inLines(sql)};\n`
  })
  await expect(statements.join('\n')).toMatchFileSnapshot('./compiled.sql')
})

/** A clause a line, so that a change shows where it is. */
function inLines(sql: string): string {
  return sql
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=(from|where|left join|cross join|group by|union all|order by) )/g, '\n')
}
