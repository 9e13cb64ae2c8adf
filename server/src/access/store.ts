import { ASKER_WAITS_MS, type Database } from '../ground/database/database.ts'
import type { SystemTables } from '../ground/database/tables.ts'

export type StoredToken = SystemTables['token']

export async function addToken(database: Database, token: StoredToken): Promise<void> {
  await database.write((db) => db.insertInto('token').values(token).execute(), { waitMs: ASKER_WAITS_MS })
}

export async function findToken(database: Database, id: string): Promise<StoredToken | null> {
  return (await database.quick.selectFrom('token').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** Keeps access for one sign-in, and forgets what nobody took up by that time. */
export async function addOneTime(database: Database, token: StoredToken, forgotten: string): Promise<void> {
  await database.write(
    async (db) => {
      await db.deleteFrom('token').where('once_until', '<=', forgotten).where('expires_on', 'is', null).execute()
      await db.insertInto('token').values(token).execute()
    },
    { waitMs: ASKER_WAITS_MS },
  )
}

/** False where another took it up, or it was taken back. */
export async function claimOneTime(database: Database, id: string, expires_on: string): Promise<boolean> {
  return database.write(
    async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('token')
        .set({ expires_on })
        .where('id', '=', id)
        .where('expires_on', 'is', null)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0
    },
    { waitMs: ASKER_WAITS_MS },
  )
}

export type StoredSession = SystemTables['session']

/** Keeps a session, and takes those away whose time is over. */
export async function addSession(
  database: Database,
  session: StoredSession,
  now: string,
  waitMs?: number,
): Promise<void> {
  await database.write(
    async (db) => {
      await db.deleteFrom('session').where('expires_at', '<=', now).execute()
      await db.insertInto('session').values(session).execute()
    },
    { waitMs },
  )
}

export async function findSession({ quick }: Database, hash: string): Promise<StoredSession | null> {
  return (await quick.selectFrom('session').selectAll().where('hash', '=', hash).executeTakeFirst()) ?? null
}

export async function removeSession(database: Database, hash: string, waitMs?: number): Promise<void> {
  await database.write((db) => db.deleteFrom('session').where('hash', '=', hash).execute(), { waitMs })
}

/** The newest first. `institution` null: of every one. */
export function selectTokens(database: Database, institution: string | null, most: number): Promise<StoredToken[]> {
  let query = database.quick.selectFrom('token').selectAll()
  if (institution !== null) query = query.where('institution', '=', institution)
  return query.orderBy('created_at', 'desc').orderBy('id').limit(most).execute()
}

export async function markRevoked(database: Database, id: string, at: string): Promise<boolean> {
  return database.write(
    async (db) => {
      const found = await db.selectFrom('token').select('id').where('id', '=', id).executeTakeFirst()
      await db
        .updateTable('token')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .execute()
      return found !== undefined
    },
    { waitMs: ASKER_WAITS_MS },
  )
}
