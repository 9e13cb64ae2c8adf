import { createHmac, timingSafeEqual } from 'node:crypto'

const COOKIE = 'causeway_session'
const SESSION_HOURS = 12

/**
 * The cookie of one who signed in on the page: the token and when the session ends, sealed with the token itself, so that a
 * session needs no row of its own, ends with its token, and cannot be made longer by one who does not hold the token.
 */
export function sessionCookie(
  token: string,
  tokenExpires: string | null,
  secure: boolean,
  now = new Date(),
): { cookie: string; expires: Date } {
  const tokenEnd = tokenExpires === null ? Infinity : Date.parse(`${tokenExpires}T23:59:59Z`)
  const expires = new Date(Math.min(now.getTime() + SESSION_HOURS * 3_600_000, tokenEnd))
  const seconds = Math.floor(expires.getTime() / 1000)
  return { cookie: cookieText(`${token}.${seconds}.${sealOf(token, seconds)}`, expires, secure), expires }
}

/** The cookie that ends a session. */
export function endedSessionCookie(secure: boolean): string {
  return cookieText('', new Date(0), secure)
}

/** The token of a session that has not ended, from the `Cookie` header; null: none, ended or not sealed by us. */
export function readSession(cookieHeader: string | null, now = new Date()): { token: string; expires: Date } | null {
  const value = cookieHeader
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1)
  const [token, seconds, seal] = value?.split('.') ?? []
  if (!token || !seconds || !seal || !/^\d{1,12}$/.test(seconds)) return null
  const right = Buffer.from(sealOf(token, Number(seconds)))
  const given = Buffer.from(seal)
  if (right.length !== given.length || !timingSafeEqual(right, given)) return null
  const expires = new Date(Number(seconds) * 1000)
  return expires > now ? { token, expires } : null
}

function cookieText(value: string, expires: Date, secure: boolean): string {
  return `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict; Expires=${expires.toUTCString()}${secure ? '; Secure' : ''}`
}

function sealOf(token: string, seconds: number): string {
  return createHmac('sha256', token).update(`session ${seconds}`).digest('base64url')
}
