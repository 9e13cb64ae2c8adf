import { createHash, randomBytes } from 'node:crypto'
import { DatabaseBusy, type Database } from '../ground/database/database.ts'
import { describeError, logToConsole } from '../ground/log.ts'
import { once } from '../ground/once.ts'
import { addSession, findSession, findToken, removeSession, type StoredSession, type StoredToken } from './store.ts'
import { isGood, viewerOf } from './tokens.ts'
import type { Viewer } from './viewer.ts'

export const COOKIE = 'causeway_session'
export const SESSION_HOURS = 12
/** Who signs in or out waits no longer for another writer; it is written down when that one is done. */
const WAIT_MS = 1_000

/** What this process did while another held the lock, until it is written down. */
const unwrittenOf = once((_database: Database) => ({
  opened: new Map<string, StoredSession>(),
  ended: new Set<string>(),
  /** How often either was changed. */
  changes: 0,
}))

function note(database: Database, change: (unwritten: ReturnType<typeof unwrittenOf>) => void): void {
  const unwritten = unwrittenOf(database)
  change(unwritten)
  unwritten.changes++
}

/** A text that is another whenever somebody may be signed in or out who was not before, where the state of the database is the same. */
export function sessionsIn(state: string, database: Database): string {
  return `${state} ${unwrittenOf(database).changes}`
}

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
  note(database, ({ opened }) => opened.set(session.hash, session))
  await write(
    (waitMs) => addSession(database, session, now.toISOString(), waitMs),
    () => note(database, ({ opened }) => opened.delete(session.hash)),
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
  if (!unwrittenOf(database).opened.has(hash) && !(await findSession(database, hash))) return
  note(database, ({ ended }) => ended.add(hash))
  await write(
    (waitMs) => removeSession(database, hash, waitMs),
    () => note(database, ({ ended }) => ended.delete(hash)),
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

const MOST_FAILURES = 10
const WINDOW_MS = 60_000
/** Addresses remembered at most: what is kept stays small however many try. */
const MOST_ADDRESSES = 10_000

/**
 * Ten failed sign-ins a minute from one address, then it has to wait; a good token passes all the same. A token cannot be
 * guessed; the limit says that trying is seen. Kept in memory, so that nothing about who tried outlives the process.
 */
export class SignInLimit {
  readonly #failures = new Map<string, number[]>()

  /** Seconds to wait before the next try; 0: it may be made now. */
  secondsToWait(address: string, now = Date.now()): number {
    const recent = this.#recent(address, now)
    return recent.length < MOST_FAILURES ? 0 : Math.ceil((recent.at(-MOST_FAILURES)! + WINDOW_MS - now) / 1000)
  }

  failed(address: string, now = Date.now()): void {
    const recent = [...this.#recent(address, now), now]
    this.#failures.delete(address)
    this.#failures.set(address, recent)
    if (this.#failures.size > MOST_ADDRESSES) this.#failures.delete(this.#failures.keys().next().value!)
  }

  #recent(address: string, now: number): number[] {
    return (this.#failures.get(address) ?? []).filter((at) => at > now - WINDOW_MS)
  }
}
