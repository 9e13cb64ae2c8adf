import { sql, type KyselyPlugin, type RawBuilder, type SqlBool } from 'kysely'
import type { Connection, Database } from './database.ts'

/** An institution at one of its revisions. */
export interface Then {
  institution: string
  revision: number
  /** ISO date-time: when it came to that revision. */
  at: string
  /** YYYY-MM-DD; null: nothing had been imported. */
  dataDate: string | null
  /** Id of the release that it is of; null: it is of none. */
  release: string | null
  /** What its institution calls that. */
  releaseName?: string
}

const thens = new WeakMap<Connection, Then>()
const lives = new WeakMap<Database, Database>()

/** By a plugin that does nothing the same connection is another thing. */
const NOTHING: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: ({ result }) => Promise.resolve(result),
}

/**
 * The same database, of which an institution is read as it was: whatever is given it, or a connection of it, reads the versions that held
 * at the revision. What is no record, as releases and tokens, is as it is.
 */
export function databaseThen(database: Database, then: Then): Database {
  const mark = (db: Connection): Connection => {
    const marked = db.withPlugin(NOTHING)
    thens.set(marked, then)
    return marked
  }
  const quick = mark(database.quick)
  const marked: Database = {
    kind: database.kind,
    quick,
    state: () => database.state(),
    snapshot: (read) => database.snapshot((db) => read(mark(db))),
    write: (work, options) => database.write(work, options),
    close: () => database.close(),
  }
  lives.set(marked, liveOf(database))
  return marked
}

/** As of when a connection reads; undefined: as it is. */
export const thenOf = (db: Connection): Then | undefined => thens.get(db)

/** The database as it is, of one that reads as of then. */
export const liveOf = (database: Database): Database => lives.get(database) ?? database

/** Which versions of a record table hold: the current ones or, where the connection reads as of then, those of then. */
export function holds(db: Connection, alias?: string): RawBuilder<SqlBool> {
  return holdsAt(thenOf(db)?.revision ?? null, alias)
}

/** The same at a revision; null: now. */
export function holdsAt(revision: number | null, alias?: string): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(alias === undefined ? name : `${alias}.${name}`)
  if (revision === null) return sql<SqlBool>`${column('until')} is null`
  const [since, until] = [column('since'), column('until')]
  return sql<SqlBool>`(${since} <= ${sql.lit(revision)} and (${until} is null or ${until} > ${sql.lit(revision)}))`
}
