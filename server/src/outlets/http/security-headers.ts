import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import { except } from 'hono/combine'
import { secureHeaders } from 'hono/secure-headers'
import type { Env } from './answer.ts'

/** No outside host, no script that is not a file of ours, in no frame. */
export function contentSecurityPolicy(scripts: string[] = [], styles: string[] = []): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    `style-src ${["'self'", ...styles].join(' ')}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Scripts and styles that are in the page itself are let through by their hashes. */
export function policyOf(html: string): string {
  const hashesOf = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`)
  return contentSecurityPolicy(
    hashesOf(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g),
    hashesOf(/<style[^>]*>([\s\S]*?)<\/style>/g),
  )
}

const COMMON = {
  referrerPolicy: 'same-origin',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  // Of what an answer says itself nothing is overwritten.
  overwrite: false,
  crossOriginResourcePolicy: false,
  originAgentCluster: false,
  strictTransportSecurity: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  removePoweredBy: false,
}

/** On every answer; `framed`: of addresses that any site may frame. */
export function secureAnswers(app: Hono<Env>, framed: string): void {
  app.use(except(framed, secureHeaders({ ...COMMON, xFrameOptions: 'DENY' })))
  app.use(framed, secureHeaders({ ...COMMON, xFrameOptions: false }))
}

/** Where people come by https: a browser that was here once asks by nothing else for a year. */
export const HTTPS_FOR_A_YEAR = 'max-age=31536000'

/** Reading from other sites is open; what needs signing in is not: a cookie is never sent along to `*`. */
export const CROSS_ORIGIN_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, X-Request-Id, Retry-After',
  'cross-origin-resource-policy': 'cross-origin',
}

export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  ...CROSS_ORIGIN_HEADERS,
  'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
  'access-control-allow-headers': 'Authorization, Content-Type, If-None-Match, X-Request-Id',
  'access-control-max-age': '86400',
}
