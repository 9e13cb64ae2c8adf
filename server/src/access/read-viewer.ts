import type { Database } from '../ground/database/database.ts'
import { QuestionError } from '../ground/question-error.ts'
import { findSessionViewer } from './session.ts'
import { findViewer } from './tokens.ts'
import { ANONYMOUS, type Viewer } from './viewer.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

export interface AskedBy {
  viewer: Viewer
  /** When the session ends; null: it is none. */
  sessionEnds: Date | null
}

/**
 * Nobody else can have made the asker's browser send this: it carries its own token, or comes from a page of ours and says so.
 * Only then may it change anything.
 */
export function isOwnRequest(request: Request, { sessionEnds }: AskedBy): boolean {
  if (sessionEnds === null) return true
  const { headers } = request
  return !isFromElsewhere(request) && (headers.get('sec-fetch-site') === 'same-origin' || headers.has('origin'))
}

/**
 * A request with files is one that a form of any page could send: it carries its own token, or a header that no form can set
 * and that a page of another site may not.
 */
export function isNoForm(request: Request, { sessionEnds }: AskedBy): boolean {
  return sessionEnds === null || request.headers.get('x-requested-with') === 'causeway'
}

/**
 * Who sent a request, by its bearer token or by the cookie of a session. A token that is not good is refused; a session that is
 * not good is nobody's, so that the page can still be read and signed in to. The cookie counts only for what our own pages send.
 */
export async function readViewer(database: Database, request: Request): Promise<AskedBy> {
  // Another scheme is somebody else's, as of a proxy that asks for its own password.
  const authorization = request.headers.get('authorization')?.trim() ?? ''
  if (/^Bearer\b/i.test(authorization)) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
    const viewer = token ? await findViewer(database, token) : null
    if (!viewer) throw new QuestionError('UNAUTHENTICATED', REFUSALS.UNKNOWN_TOKEN)
    return { viewer, sessionEnds: null }
  }
  const session = await readSession(database, request)
  return session ? { viewer: session.viewer, sessionEnds: session.expires } : { viewer: ANONYMOUS, sessionEnds: null }
}

/** Who is signed in on the page that sent a request; null: nobody. */
export async function readSession(database: Database, request: Request) {
  return isFromElsewhere(request) ? null : findSessionViewer(database, request.headers.get('cookie'))
}

/**
 * Sent by a page of another site, or of this one under another scheme: browsers say so. `SameSite=Strict` keeps the cookie from it
 * already; this is the second lock.
 */
export function isFromElsewhere(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return true
  const origin = request.headers.get('origin')
  return origin !== null && (!URL.canParse(origin) || new URL(origin).origin !== originOf(request))
}

/** Where this server is reached, for links that leave it and for what its own pages send. */
export function originOf(request: Request): string {
  return `${isSecure(request) ? 'https:' : 'http:'}//${new URL(request.url).host}`
}

/**
 * Asked by https, or behind a proxy that was. Of several proxies the first that is named is the outermost. One who says so without any
 * alters only what is answered to themselves.
 */
export function isSecure({ url, headers }: Request): boolean {
  const [outermost] = (headers.get('x-forwarded-proto') ?? '').split(',')
  return new URL(url).protocol === 'https:' || outermost!.trim().toLowerCase() === 'https'
}
