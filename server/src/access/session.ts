import { createHash, randomBytes } from 'node:crypto'
import { DatabaseBusy, type Database } from '../ground/database/database.ts'
import { describeError, logToConsole } from '../ground/log.ts'
import { addSession, findSession, findToken, removeSession, type StoredSession, type StoredToken } from './store.ts'
import { isGood, viewerOf } from './tokens.ts'
import type { Viewer } from './viewer.ts'

const COOKIE = 'causeway_session'
const SESSION_HOURS = 12
/** Who signs in or out waits no longer for another writer; it is written down when that one is done. */
const WAIT_MS = 1_000

/** What this process did while another held the lock, until it is written down. */
interface Unwritten {
  opened: Map<string, StoredSession>
  ended: Set<string>
}

const unwritten = new WeakMap<Database, Unwritten>()

/**
 * Signs in. A session is a random number, of which the database keeps the hash: it says nothing of the token, ends with it, by its
 * time, or when its holder signs out.
 * @returns the text of the cookie, and when the session ends
 */
export async function openSession(
  database: Database,
  token: StoredToken,
  secure: boolean,
  now = new Date(),
): Promise<{ cookie: string; expires: Date }> {
  const tokenEnd = token.expires_on === null ? Infinity : Date.parse(`${token.expires_on}T23:59:59Z`)
  const expires = new Date(Math.min(now.getTime() + SESSION_HOURS * 3_600_000, tokenEnd))
  const id = randomBytes(32).toString('base64url')
  const session: StoredSession = { hash: hashOf(id), token: token.id, expires_at: expires.toISOString() }
  const { opened } = unwrittenOf(database)
  opened.set(session.hash, session)
  await write(
    (waitMs) => addSession(database, session, now.toISOString(), waitMs),
    () => opened.delete(session.hash),
  )
  return { cookie: cookieText(id, expires, secure), expires }
}

/** Whose session the `Cookie` header names; null: none, ended, or of a token that is not good any longer. */
export async function findSessionViewer(
  database: Database,
  cookieHeader: string | null,
  now = new Date(),
): Promise<{ viewer: Viewer; expires: Date } | null> {
  const id = readId(cookieHeader)
  if (id === null) return null
  const hash = hashOf(id)
  const { opened, ended } = unwrittenOf(database)
  if (ended.has(hash)) return null
  const session = opened.get(hash) ?? (await findSession(database, hash))
  if (!session || session.expires_at <= now.toISOString()) return null
  const token = await findToken(database, session.token)
  return token && isGood(token, now) ? { viewer: viewerOf(token), expires: new Date(session.expires_at) } : null
}

/** Signs out: from here on the cookie is nobody's, even with a copy of it. */
export async function endSession(database: Database, cookieHeader: string | null): Promise<void> {
  const id = readId(cookieHeader)
  if (id === null) return
  const hash = hashOf(id)
  const { opened, ended } = unwrittenOf(database)
  if (!opened.has(hash) && !(await findSession(database, hash))) return
  ended.add(hash)
  await write(
    (waitMs) => removeSession(database, hash, waitMs),
    () => ended.delete(hash),
  )
}

/** The cookie that takes the place of one that is over. */
export function endedSessionCookie(secure: boolean): string {
  return cookieText('', new Date(0), secure)
}

/** Now, or, where a long import holds the lock, as soon as it is done. */
async function write(work: (waitMs?: number) => Promise<void>, done: () => void): Promise<void> {
  try {
    await work(WAIT_MS)
    done()
  } catch (error) {
    if (!(error instanceof DatabaseBusy)) {
      done()
      throw error
    }
    void writeLater(work, done)
  }
}

/** What cannot be written then either stays in the memory of this process. */
async function writeLater(work: () => Promise<void>, done: () => void): Promise<void> {
  try {
    await work()
    done()
  } catch (error) {
    logToConsole({ level: 'warn', message: 'a session was not written down', ...describeError(error) })
  }
}

function unwrittenOf(database: Database): Unwritten {
  const found = unwritten.get(database) ?? { opened: new Map<string, StoredSession>(), ended: new Set<string>() }
  unwritten.set(database, found)
  return found
}

function readId(cookieHeader: string | null): string | null {
  const value = cookieHeader
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1)
  return value && /^[\w-]{43}$/.test(value) ? value : null
}

function cookieText(value: string, expires: Date, secure: boolean): string {
  return `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict; Expires=${expires.toUTCString()}${secure ? '; Secure' : ''}`
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}
