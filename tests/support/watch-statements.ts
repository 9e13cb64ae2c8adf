import BetterSqlite from 'better-sqlite3'
import pg from 'pg'

export interface Statement {
  text: string
  values: unknown[]
  /** Name of the database; its file for SQLite. */
  database: string
  /** A number of the transaction that only reads which it is part of; null: of none. */
  snapshot: number | null
}

type Query = (
  this: { database: string },
  asked: string | { text?: string; values?: unknown[] },
  values?: unknown,
) => unknown

/** Notes every statement that this process sends to a database, from here until `end`. */
export function watchStatements(): { statements: Statement[]; end(): void } {
  const statements: Statement[] = []
  const { query } = pg.Client.prototype as unknown as { query: Query }
  const { prepare } = BetterSqlite.prototype as BetterSqlite.Database
  const under = new WeakMap<object, number>()
  let snapshots = 0
  const noteQuery: Query = function (asked, values) {
    const text = typeof asked === 'string' ? asked : (asked.text ?? '')
    if (text.startsWith('start transaction isolation level repeatable read')) under.set(this, ++snapshots)
    if (/^(commit|rollback)$/.test(text)) under.delete(this)
    const { database } = this
    statements.push({ text, values: Array.isArray(values) ? values : [], database, snapshot: under.get(this) ?? null })
    return Reflect.apply(query, this, arguments)
  }
  const notePrepared = function (this: BetterSqlite.Database, text: string) {
    const values = Array.from(text.matchAll(/\?/g), () => null)
    statements.push({ text, values, database: this.name, snapshot: null })
    return Reflect.apply(prepare, this, [text])
  }
  Object.assign(pg.Client.prototype, { query: noteQuery })
  Object.assign(BetterSqlite.prototype, { prepare: notePrepared })
  return {
    statements,
    end() {
      Object.assign(pg.Client.prototype, { query })
      Object.assign(BetterSqlite.prototype, { prepare })
    },
  }
}
