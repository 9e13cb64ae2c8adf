import type { KyselyPlugin } from 'kysely'
import type { Database } from '@causeway/server/ground/database/database'

/** The same database, and how many statements over it were read. */
export function countStatements(database: Database): { database: Database; count(): number } {
  let count = 0
  let looks = 0
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count++
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  const counted: Database = {
    kind: database.kind,
    quick: database.quick.withPlugin(counter),
    // Never as it was: equal questions take equally many.
    state: () => String(looks++),
    snapshot: (read) => database.snapshot((db) => read(db.withPlugin(counter))),
    write: (work, options) => database.write(work, options),
    close: () => database.close(),
  }
  return { database: counted, count: () => count }
}
