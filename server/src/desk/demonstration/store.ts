import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { readSetting, writeSetting, type Database, type Tables } from '../../ground/database/database.ts'
import { listTables } from '../../ground/database/list-tables.ts'

/** The code of the demonstration college, while it is there; marks it on every page. */
const MARK = 'demonstration'
/** How far it has come. It stays `removed`, so that a database emptied on purpose is not filled again. */
const PROGRESS = 'demonstration-progress'
const EPOCH = 'epoch'

type Progress = 'loading' | 'loaded' | 'removed'

export async function readProgress({ quick }: Database): Promise<Progress | null> {
  return (await readSetting(quick, PROGRESS)) as Progress | null
}

export async function isPresent({ quick }: Database, institution: string): Promise<boolean> {
  return (await readSetting(quick, MARK)) === institution
}

/** Takes out what an earlier load left, and marks the college before the first of its records, so that not one is ever there unmarked. */
export async function beginLoading(database: Database, institution: string): Promise<void> {
  await database.write(async (db) => {
    await deleteAllOf(database.kind, db, institution)
    await writeSetting(db, MARK, institution)
    await writeSetting(db, PROGRESS, 'loading')
  })
}

export async function endLoading(database: Database): Promise<void> {
  await database.write((db) => writeSetting(db, PROGRESS, 'loaded'))
}

export async function takeOut(database: Database, institution: string): Promise<void> {
  await database.write(async (db) => {
    await deleteAllOf(database.kind, db, institution)
    await db.deleteFrom('setting').where('name', '=', MARK).execute()
    await writeSetting(db, PROGRESS, 'removed')
  })
}

/**
 * Rows of every table that has a column `institution`, closed versions and kept figures too, and the batches that touched no other.
 * The revision starts anew with it, so the epoch changes, or an answer given before could pass for one given after.
 */
async function deleteAllOf(kind: Database['kind'], db: Kysely<Tables>, institution: string): Promise<void> {
  const own = await db.selectFrom('batch_institution').select('batch').where('institution', '=', institution).execute()
  for (const { name, columns } of await listTables(kind, db)) {
    if (columns.includes('institution'))
      await db
        .deleteFrom(name as 'institution_state')
        .where('institution', '=', institution)
        .execute()
  }
  const batches = own.map(({ batch }) => batch)
  if (batches.length > 0) {
    await db
      .deleteFrom('batch')
      .where('id', 'in', batches)
      .where('id', 'not in', db.selectFrom('batch_institution').select('batch'))
      .execute()
  }
  await writeSetting(db, EPOCH, randomUUID())
}
