import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@causeway/server/ground/database/database'
import { openDatabase } from '@causeway/server/ground/database/open'
import { migrate } from '@causeway/server/records/migrate'

/** Works in a folder that goes afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Works with an empty database, `bench.db` of such a folder. */
export function withDatabase<T>(work: (database: Database, folder: string) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const database = await openDatabase(`file:${join(folder, 'bench.db')}`, { threaded: true })
    try {
      await migrate(database)
      return await work(database, folder)
    } finally {
      await database.close()
    }
  })
}

/** Milliseconds of the clock. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
