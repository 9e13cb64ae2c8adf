import { once } from '../ground/once.ts'
import { DatabaseBusy, type Database } from '../ground/database/database.ts'
import { describeError, logToConsole } from '../ground/log.ts'
import { keepAll, nameOfMade, type Made } from './store.ts'

/** Rows that one transaction keeps: a page makes hundreds at once, and no writer should wait for all of them. */
const MOST_AT_ONCE = 100
const GATHERING_MS = 50

const keeperOf = once((_database: Database) => ({
  waiting: new Map<string, Made>(),
  running: null as Promise<void> | null,
}))

/** Keeping never makes a reader wait, and gives way to anyone who writes. */
export function keepLater(database: Database, made: Made): void {
  const keeper = keeperOf(database)
  keeper.waiting.set(nameOfMade(made), made)
  keeper.running ??= keepWaiting(database)
}

/** Resolves when all that was so far is kept or given up; before a command closes the database. */
export async function settleKeeping(database: Database): Promise<void> {
  await keeperOf(database).running
}

async function keepWaiting(database: Database): Promise<void> {
  const keeper = keeperOf(database)
  const { waiting } = keeper
  while (waiting.size > 0) {
    // What is made in the same breath goes together: a transaction costs more than what it keeps.
    await new Promise((resolve) => setTimeout(resolve, GATHERING_MS))
    const made = [...waiting].slice(0, MOST_AT_ONCE)
    for (const [name] of made) waiting.delete(name)
    try {
      await database.write(
        (db) =>
          keepAll(
            db,
            made.map(([, one]) => one),
          ),
        { waitMs: 0 },
      )
    } catch (error) {
      // Not kept is not lost: the next reader that misses makes it again.
      if (!(error instanceof DatabaseBusy))
        logToConsole({ level: 'warn', message: `${made.length} things made were not kept`, ...describeError(error) })
    }
  }
  keeper.running = null
}
