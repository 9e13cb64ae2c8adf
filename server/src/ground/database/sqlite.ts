import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery, Kysely } from 'kysely'
import { goOn, workUnderWay } from '../under-way.ts'
import { attended, DatabaseBusy, LONGEST_WAIT_MS, type Database, type Tables } from './database.ts'
import { openInThread, openInWorker, openWhenAsked, sqliteDialect, type SqliteExecutor } from './sqlite-executor.ts'
import { BUSY_TIMEOUT_MS, KIBIBYTES_OF_CACHE } from './sqlite-handle.ts'

const FIRST_PAUSE_MS = 2
const LONGEST_PAUSE_MS = 50
/** Of the handle that reads by key. */
const KIBIBYTES_FOR_KEYS = 2_048
/** Of the writer, while it writes much. */
const KIBIBYTES_FOR_MUCH = 98_304

/**
 * Opens a SQLite file, made where it is missing. Threaded: a writer and two readers in worker threads, one of them for those who did not
 * sign in, and a read-only handle here for small reads. Not threaded: one of each in this thread.
 */
export async function openSqlite(file: string, { threaded }: { threaded: boolean }): Promise<Database> {
  const open = threaded ? openWhenAsked : openInThread
  const opened: SqliteExecutor[] = []
  const keep = (executor: SqliteExecutor) => {
    opened.push(executor)
    return new Kysely<Tables>({ dialect: sqliteDialect(executor) })
  }
  try {
    // The writer first: it makes the file and puts it in WAL, which a read-only handle cannot.
    const writer = keep(await (threaded ? openInWorker : openInThread)({ file, readonly: false }))
    const here = openInThread({ file, readonly: true, kibibytesOfCache: KIBIBYTES_FOR_KEYS })
    const quick = keep(here)
    const reader = keep(open({ file, readonly: true }))
    const publicReader = threaded ? keep(open({ file, readonly: true })) : reader
    return databaseOver({ quick, reader, publicReader, writer }, here.state, opened)
  } catch (error) {
    await closeAll(opened)
    throw error
  }
}

interface Handles {
  quick: Kysely<Tables>
  reader: Kysely<Tables>
  publicReader: Kysely<Tables>
  writer: Kysely<Tables>
}

function databaseOver(
  { quick, reader, publicReader, writer }: Handles,
  state: () => string,
  executors: SqliteExecutor[],
): Database {
  let writing = 0
  return {
    kind: 'sqlite',
    quick,
    state,
    snapshot(read) {
      const held = workUnderWay()?.isPublic ? publicReader : reader
      return held.connection().execute(async (db) => {
        goOn()
        await run(db, 'begin')
        try {
          return await read(attended(db, { timed: false }))
        } finally {
          await run(db, 'rollback')
        }
      })
    },
    async write(work, { waitMs = LONGEST_WAIT_MS, isMuch = false } = {}) {
      if (waitMs === 0 && writing > 0) throw new DatabaseBusy()
      const deadline = Date.now() + waitMs
      writing++
      try {
        return await inTurn(writer, waitMs, async (db) => {
          await beginImmediate(db, deadline)
          if (!isMuch) return await workOrRollBack(db, work)
          await run(db, `pragma cache_size = -${KIBIBYTES_FOR_MUCH}`)
          return await workOrRollBack(db, work).finally(async () => {
            await run(db, `pragma cache_size = -${KIBIBYTES_OF_CACHE}`)
            await run(db, 'pragma shrink_memory')
          })
        })
      } finally {
        writing--
      }
    },
    async close() {
      // A statement still running finishes first; the writer goes last and folds the log into the file.
      await Promise.all([reader, publicReader, quick].map((db) => db.connection().execute(async () => {})))
      await writer.connection().execute(async () => {})
      await closeAll(executors)
    },
  }
}

/**
 * With the one connection that writes, once the other writers of this process let it go, or not at all where that took longer than
 * `waitMs`. 0 sets no limit: who waits for nobody was refused already while another has it.
 */
function inTurn<T>(writer: Kysely<Tables>, waitMs: number, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLate = false
    const giveUp = () => {
      isLate = true
      reject(new DatabaseBusy())
    }
    const timer = waitMs === 0 ? undefined : setTimeout(giveUp, waitMs)
    writer
      .connection()
      .execute(async (db) => {
        clearTimeout(timer)
        if (isLate) throw new DatabaseBusy()
        return work(db)
      })
      .then(resolve, reject)
  })
}

async function workOrRollBack<T>(db: Kysely<Tables>, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  try {
    const result = await work(db)
    await run(db, 'commit')
    return result
  } catch (error) {
    // SQLite rolls back by itself where the disk is full; then there is nothing left to roll back.
    await run(db, 'rollback').catch(() => {})
    throw error
  }
}

/** Waits by sleeping, not inside SQLite: there the holder of the lock may need this very thread to release it. */
async function beginImmediate(db: Kysely<Tables>, deadline: number): Promise<void> {
  await run(db, 'pragma busy_timeout = 0')
  try {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await run(db, 'begin immediate')
      } catch (error) {
        if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
        if (Date.now() >= deadline) throw new DatabaseBusy()
      }
      await sleep(pause)
    }
  } finally {
    await run(db, `pragma busy_timeout = ${BUSY_TIMEOUT_MS}`)
  }
}

async function run(db: Kysely<Tables>, statement: string): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(statement))
}

async function closeAll(executors: SqliteExecutor[]): Promise<void> {
  for (const executor of executors.splice(0).reverse()) await executor.close()
}
