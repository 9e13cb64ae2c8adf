import { once } from '../ground/once.ts'
import { DatabaseBusy, type Database } from '../ground/database/database.ts'
import { describeError, logToConsole } from '../ground/log.ts'
import { keepAll, type MadeSet } from './store.ts'

/** Sets that one transaction keeps: a page makes hundreds at once, and no writer should wait for all of them. */
const MOST_AT_ONCE = 100
const GATHERING_MS = 50

const keeperOf = once((_database: Database) => ({
  waiting: new Map<string, MadeSet>(),
  running: null as Promise<void> | null,
}))

/** Keeping never makes a reader wait, and gives way to anyone who writes. */
export function keepLater(database: Database, made: MadeSet): void {
  const keeper = keeperOf(database)
  keeper.waiting.set(JSON.stringify(made.key), made)
  keeper.running ??= keepWaiting(database)
}

/** Resolves when every set made so far is kept or given up; before a command closes the database. */
export async function settleKeeping(database: Database): Promise<void> {
  await keeperOf(database).running
}

async function keepWaiting(database: Database): Promise<void> {
  const keeper = keeperOf(database)
  const { waiting } = keeper
  while (waiting.size > 0) {
    // What is made in the same breath goes together: a transaction costs more than what it keeps.
    await new Promise((resolve) => setTimeout(resolve, GATHERING_MS))
    const sets = [...waiting].slice(0, MOST_AT_ONCE)
    for (const [name] of sets) waiting.delete(name)
    try {
      await database.write(
        (db) =>
          keepAll(
            db,
            sets.map(([, made]) => made),
          ),
        { waitMs: 0 },
      )
    } catch (error) {
      // Not kept is not lost: the next reader that misses makes it again.
      if (!(error instanceof DatabaseBusy))
        logToConsole({ level: 'warn', message: `${sets.length} figure sets were not kept`, ...describeError(error) })
    }
  }
  keeper.running = null
}
