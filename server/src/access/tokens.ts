import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Database } from '../ground/database/database.ts'
import { addToken, findToken, markRevoked, type StoredToken } from './store.ts'
import type { Role } from '@causeway/shared/rights'
import type { Viewer } from './viewer.ts'

export type { StoredToken }

interface NewToken {
  role: Role
  /** Null: every institution. */
  institution: string | null
  /** YYYY-MM-DD, the last day it is good for (UTC); null: until it is revoked. */
  expires: string | null
  /** Who bears it, in the words of who gives it. */
  name?: string | null
}

/** Makes a token. The text of it is said here once and kept nowhere: only its hash is stored. */
export async function createToken(
  database: Database,
  { role, institution, expires, name }: NewToken,
): Promise<{ id: string; token: string }> {
  const { stored, text } = newToken('cw', 32, { role, institution, expires, name })
  await addToken(database, stored)
  return { id: stored.id, token: text }
}

/** A token of so many random bytes, not stored yet, and the text that opens it. */
export function newToken(
  prefix: string,
  bytes: number,
  { role, institution, expires, name = null }: NewToken,
  now = new Date(),
): { stored: StoredToken; text: string } {
  const id = randomBytes(6).toString('hex')
  const text = `${prefix}_${id}_${randomBytes(bytes).toString('base64url')}`
  const stored = { id, hash: hashOf(text), role, institution, name, expires_on: expires, created_at: now.toISOString() }
  return { stored: { ...stored, revoked_at: null, once_until: null }, text }
}

/** What is known of a token but for its secret; null: there is none. */
export async function describeToken(database: Database, id: string): Promise<TokenFacts | null> {
  const stored = await findToken(database, id)
  return stored && toFacts(stored)
}

export interface TokenFacts {
  id: string
  name: string | null
  role: Role
  institution: string | null
  /** YYYY-MM-DD */
  expires: string | null
  /** ISO date-time */
  createdAt: string
  revokedAt: string | null
  /** Of a one-time sign-in: until when it may be taken up, ISO date-time; null: it is a token. */
  onceUntil: string | null
}

export function toFacts({ id, name, role, institution, ...stored }: StoredToken): TokenFacts {
  const { expires_on, created_at, revoked_at, once_until } = stored
  return {
    ...{ id, name, role: role as Role, institution },
    ...{ expires: expires_on, createdAt: created_at, revokedAt: revoked_at, onceUntil: once_until },
  }
}

/** False where there is no such token. To revoke twice changes nothing. */
export function revokeToken(database: Database, id: string): Promise<boolean> {
  return markRevoked(database, id, new Date().toISOString())
}

/** Who bears the token; null: it is unknown, revoked or past its last day. */
export async function findViewer(database: Database, bearer: string, now = new Date()): Promise<Viewer | null> {
  const found = await findGoodToken(database, bearer, now)
  return found && viewerOf(found)
}

/** The stored token, if the text is that of one that is good now. */
export async function findGoodToken(database: Database, text: string, now = new Date()): Promise<StoredToken | null> {
  const id = /^cw_([0-9a-f]{12})_[\w-]{43}$/.exec(text)?.[1]
  if (!id) return null
  const stored = await findToken(database, id)
  return stored && isTextOf(text, stored) && isGood(stored, now) ? stored : null
}

export function isTextOf(text: string, { hash }: StoredToken): boolean {
  return timingSafeEqual(Buffer.from(hash), Buffer.from(hashOf(text)))
}

/** Not revoked, and not past its last day. */
export function isGood({ revoked_at, expires_on }: StoredToken, now: Date): boolean {
  return revoked_at === null && (expires_on === null || now.toISOString().slice(0, 10) <= expires_on)
}

export function viewerOf({ id, role, institution }: StoredToken): Viewer {
  return { role: role as Role, institution, token: id }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
