import type { Words } from '@causeway/shared/words/words'
import type { Config } from '../ground/config.ts'
import type { Database } from '../ground/database/database.ts'
import { QuestionError } from '../ground/question-error.ts'
import { SESSION_HOURS } from './session.ts'
import { addOneTime, claimOneTime, findToken, type StoredToken } from './store.ts'
import { isTextOf, newToken } from './tokens.ts'
import type { Role } from '@causeway/shared/rights'
import REFUSALS from './refusals.json' with { type: 'json' }

const MINUTES = 15
const MINUTE_MS = 60_000
/** Anyone who opens one later than it holds is said so for a day; then it is forgotten. */
const FORGOTTEN_AFTER_MS = 24 * 60 * MINUTE_MS

export const REFUSED_BEYOND_LOOPBACK: Words = REFUSALS.ONE_TIME_IS_FOR_LOOPBACK

/** Why nobody signs in to a server of these settings by a one-time address; null: they may. */
export function refusedByPlace({
  oneTimeSignIn,
  host,
  proxies,
  reachedAt,
}: Pick<Config, 'oneTimeSignIn' | 'host' | 'proxies' | 'reachedAt'>): Words | null {
  if (!oneTimeSignIn) return REFUSALS.ONE_TIME_IS_OFF
  const isHere = isLoopback(host) && proxies === 0 && (reachedAt === null || isLoopback(new URL(reachedAt).hostname))
  return isHere ? null : REFUSED_BEYOND_LOOPBACK
}

/** What a program before this server adds to what it passes on. */
const PASSED_ON = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

/**
 * Null where this machine sent a request to itself, under its loopback name: a page of a site that only leads to this address has another.
 */
export function refusedFromElsewhere({ url, headers }: Request, connected: string): Words | null {
  const isHere = isLoopback(connected) && isLoopback(new URL(url).hostname)
  return isHere && !PASSED_ON.some((name) => headers.has(name)) ? null : REFUSALS.ONE_TIME_FROM_ELSEWHERE
}

/** Makes access that is taken up once, within the time. The text of it is said here once; only its hash is stored. */
export async function makeOneTime(
  database: Database,
  role: Role,
  now = new Date(),
): Promise<{ once: string; until: Date }> {
  const until = new Date(now.getTime() + MINUTES * MINUTE_MS)
  const { stored, text } = newToken('once', 16, { role, institution: null, expires: null }, now)
  const forgotten = new Date(now.getTime() - FORGOTTEN_AFTER_MS).toISOString()
  await addOneTime(database, { ...stored, once_until: until.toISOString() }, forgotten)
  return { once: text, until }
}

/** Where the page takes it up. */
export function oneTimeAddress(origin: string, once: string): string {
  return `${origin}/sign-in?once=${once}`
}

/**
 * Takes the access up: it then is a token that no text opens, and holds as long as the session.
 * @throws QuestionError UNAUTHENTICATED where it is unknown, taken back, used or late
 */
export async function takeUpOneTime(database: Database, text: string, now = new Date()): Promise<StoredToken> {
  const id = /^once_([0-9a-f]{12})_[\w-]{22}$/.exec(text)?.[1]
  const stored = id === undefined ? null : await findToken(database, id)
  if (!stored || !isTextOf(text, stored)) throw refuse(REFUSALS.ONE_TIME_UNKNOWN)
  if (stored.revoked_at !== null) throw refuse(REFUSALS.ONE_TIME_TAKEN_BACK)
  if (stored.expires_on !== null) throw refuse(REFUSALS.ONE_TIME_USED)
  if (stored.once_until! <= now.toISOString()) throw refuse(REFUSALS.ONE_TIME_LATE)
  const expires_on = new Date(now.getTime() + SESSION_HOURS * 60 * MINUTE_MS).toISOString().slice(0, 10)
  // Of two who come together one has it.
  if (!(await claimOneTime(database, stored.id, expires_on))) throw refuse(REFUSALS.ONE_TIME_USED)
  return { ...stored, expires_on }
}

function refuse(words: Words): QuestionError {
  return new QuestionError('UNAUTHENTICATED', words)
}

function isLoopback(name: string): boolean {
  return /^(localhost|\[?::1\]?|(::ffff:)?127(\.\d{1,3}){3})$/i.test(name)
}
