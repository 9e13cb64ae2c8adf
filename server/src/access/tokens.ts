import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Database } from '../ground/database/database.ts'
import { addToken, findToken, markRevoked, type StoredToken } from './store.ts'
import type { Role, Viewer } from './viewer.ts'

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
  { role, institution, expires, name = null }: NewToken,
): Promise<{ id: string; token: string }> {
  const id = randomBytes(6).toString('hex')
  const token = `cw_${id}_${randomBytes(32).toString('base64url')}`
  await addToken(database, {
    id,
    hash: hashOf(token),
    role,
    institution,
    expires_on: expires,
    created_at: new Date().toISOString(),
    revoked_at: null,
    name,
  })
  return { id, token }
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
}

export function toFacts({ id, name, role, institution, expires_on, created_at, revoked_at }: StoredToken): TokenFacts {
  return {
    ...{ id, name, role: role as Role, institution },
    ...{ expires: expires_on, createdAt: created_at, revokedAt: revoked_at },
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
  if (!stored || !timingSafeEqual(Buffer.from(stored.hash), Buffer.from(hashOf(text)))) return null
  return isGood(stored, now) ? stored : null
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
