import { setImmediate as nextTurn } from 'node:timers/promises'
import { CompiledQuery, sql } from 'kysely'
import { kept } from '../../ground/kept.ts'
import type { Connection, Database } from '../../ground/database/database.ts'
import type { Asked, Sql } from './compile/compilation.ts'
import { periodValues } from './compile/statement.ts'
import type { Declaration } from './definition.ts'

type OwnValues = Record<string, string | number> & { institution: string }

interface Waiting {
  values: OwnValues
  resolve: (rows: unknown[]) => void
  reject: (error: unknown) => void
}

/** In the place of a value that each institution has for itself. */
class Own {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

interface Statement {
  query: CompiledQuery
  /** With what is each one's own as columns of `home`. */
  ofHome: Sql
}

/** Statements that were compiled before, by what they ask for, and by their text: what is asked under several names is one. */
export type Prepared = Map<string, Statement>

/**
 * Asks the same of many institutions at once: one who asks for one waits until all have said what they want, and gets its own rows,
 * which say by its place among them whose they are: one institution may be asked about several periods at once.
 * SQLite runs one prepared statement for each, PostgreSQL one statement over all; each reads one institution after the other by its key.
 * What is asked twice of one institution is read once.
 */
export class AskedTogether {
  readonly #db: Connection
  readonly #kind: Database['kind']
  readonly #prepared: Prepared
  readonly #waiting = new Map<Statement, Waiting[]>()
  readonly #answers = new Map<Statement, Map<string, Promise<unknown[]>>>()

  constructor(db: Connection, kind: Database['kind'], prepared: Prepared) {
    this.#db = db
    this.#kind = kind
    this.#prepared = prepared
  }

  /** @param what names the statement: two that have one name differ in `asked` alone */
  read<Row>(what: string, declaration: Declaration, asked: Asked, compile: (asked: Asked) => Sql): Promise<Row[]> {
    const name = [what, asked.country, asked.periods.length].join('|')
    const statement = kept(this.#prepared, name, () => this.#prepare(asked, compile))
    const values = ownValues(declaration, asked)
    const answers = kept(this.#answers, statement, () => new Map<string, Promise<unknown[]>>())
    const answer = kept(answers, Object.values(values).join(' '), () => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown[]>()
      if (this.#waiting.size === 0) void nextTurn().then(() => this.#askAll())
      kept(this.#waiting, statement, () => []).push({ values, resolve, reject })
      return promise
    })
    return answer as Promise<Row[]>
  }

  #prepare(asked: Asked, compile: (asked: Asked) => Sql): Statement {
    const own = (name: string) => sql`${new Own(name)}`
    const each = sql`select cast(${own('asker')} as integer) as asker, each.* from (${compile({ ...asked, own })}) as each`
    const query = each.compile(this.#db)
    const ofHome = compile({ ...asked, own: (name) => sql.ref(`home.${name}`) })
    return kept(this.#prepared, JSON.stringify([query.sql, query.parameters]), () => ({ query, ofHome }))
  }

  async #askAll(): Promise<void> {
    const all = [...this.#waiting]
    this.#waiting.clear()
    for (const [statement, waiting] of all) {
      try {
        const rows = Map.groupBy(await this.#ask(statement, waiting), (row) => row.asker)
        for (const [asker, { resolve }] of waiting.entries()) resolve(rows.get(asker) ?? [])
      } catch (error) {
        for (const { reject } of waiting) reject(error)
      }
    }
  }

  async #ask({ query, ofHome }: Statement, waiting: readonly Waiting[]): Promise<{ asker: number }[]> {
    const each = waiting.map(({ values }, asker): OwnValues => ({ ...values, asker }))
    if (this.#kind === 'postgres') {
      const rows = each.map(({ institution, ...numbers }) => {
        return sql`(cast(${institution} as text), ${sql.raw(Object.values(numbers).join(', '))})`
      })
      const names = Object.keys(each[0]!).map((name) => sql.ref(name))
      const all = sql<{ asker: number }>`select home.asker as asker, each.* from (values ${sql.join(rows)})
        as home (${sql.join(names)}) cross join lateral (${ofHome}) as each`
      return (await all.execute(this.#db)).rows
    }
    const bound = each.map((values) => query.parameters.map((it) => toBound(it instanceof Own ? values[it.name] : it)))
    return (await this.#db.executeQuery<{ asker: number }>(CompiledQuery.raw(query.sql, bound) as never)).rows
  }
}

/** A float would make floats of what is reckoned from it. */
const toBound = (value: unknown): unknown => (typeof value === 'number' ? BigInt(value) : value)

function ownValues(declaration: Declaration, asked: Asked): OwnValues {
  const periods = periodValues(declaration, asked).flatMap((row, at) =>
    row.map((value, column) => [`period_${at}_${column}`, value] as const),
  )
  return { institution: asked.institution, data_day: asked.dataDay, ...Object.fromEntries(periods) }
}
