import { fill, type Words } from '@causeway/shared/words/words'
import type { AskedBy } from '../../access/read-viewer.ts'
import type { QuestionError } from '../../ground/question-error.ts'
import type { AnswerReads } from '../graph/context.ts'
import type { Lettered } from './ready-key.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** One request. */
export interface Asked {
  request: Request
  url: URL
  requestId: string
  /** Of the client. */
  address: string
  /** Where the connection came from: the client, or a proxy. */
  connected: string
  /** Who asks, once that was looked at. */
  by?: AskedBy
  /** The answer, where it may be given again. */
  sent?: Sent
}

/** A whole answer that was made, and what it depends on. */
export interface Sent {
  body: string | Uint8Array
  reads: AnswerReads
  /** Null: nothing, as long as the process lives. */
  stamp: string | null
}

/** What Hono hands from one handler to the next. */
export interface Env {
  Bindings: { address: string; lettered?: Lettered | null }
  Variables: {
    asked: Asked
    /** For the metrics: a name out of a closed list, not the path. */
    route: string
  }
}

/** What is sent back, before compression: the body is whole, so that it can be kept, compared and compressed once. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array
  /** The body is in Brotli. */
  packed?: true
}

/** What goes on until one of both sides ends it: it is neither kept nor compressed. */
export interface StreamedAnswer {
  status: number
  headers: Record<string, string>
  stream: ReadableStream<Uint8Array>
}

export function textAnswer(body: string, contentType = 'text/plain; charset=utf-8', status = 200): Answer {
  return { status, headers: { 'content-type': contentType }, body }
}

export function jsonAnswer(value: unknown, status = 200): Answer {
  return textAnswer(`${JSON.stringify(value)}\n`, 'application/json; charset=utf-8', status)
}

const FILE_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A file to be kept: `name` as people read it, `plain` as every system takes it. */
export function fileAnswer(body: string | Buffer, format: 'csv' | 'xlsx', name: string, plain?: string): Answer {
  const named = contentDisposition('attachment', `${name}.${format}`, plain && `${plain}.${format}`)
  return { status: 200, headers: { 'content-type': FILE_TYPES[format], 'content-disposition': named }, body }
}

/**
 * How a file that is sent is named, by RFC 6266 and RFC 5987: the real name, in any letters, and one that every client can read.
 * `plain`: that one; left out it is made of the letters that the name has of it.
 */
export function contentDisposition(kind: 'attachment' | 'inline', name: string, plain = name): string {
  const encoded = encodeURIComponent(fileNameOf(name).toWellFormed()).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain.replaceAll(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${encoded}`
}

/** Without the signs that a system does not take in the name of a file. */
function fileNameOf(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-')
}

const NOT_FOUND = new Set([
  'UNKNOWN_INDICATOR',
  'UNKNOWN_INSTITUTION',
  'UNKNOWN_FORM',
  'UNKNOWN_EDITION',
  'UNKNOWN_STANDARD',
  'UNKNOWN_STANDARD_VERSION',
  'UNKNOWN_PLATFORM',
  'NOT_FOUND',
])

const TOO_MANY = new Set(['TOO_MANY_STREAMS', 'TOO_MANY_SIGN_INS', 'TOO_MUCH_ASKED'])

/** The status of HTTP that says what a refusal says. */
export function statusOf({ code }: QuestionError): number {
  if (code === 'UNAUTHENTICATED') return 401
  if (code === 'FORBIDDEN') return 403
  if (code === 'TOO_LARGE' || code === 'FILE_TOO_LARGE') return 413
  if (TOO_MANY.has(code)) return 429
  if (code === 'TOO_BUSY' || code === 'DATABASE_UNREACHABLE') return 503
  if (code === 'NOT_IMPLEMENTED') return 501
  return NOT_FOUND.has(code) ? 404 : 400
}

/** For `retry-after`; null: asking the same again is of no use. */
export function secondsToWait(error: QuestionError): string | null {
  const { seconds } = error.facts
  if (typeof seconds === 'number') return String(seconds)
  return statusOf(error) === 503 ? '2' : null
}

/** The refusal of an address: the code and the facts, in both languages. */
export function refusedAnswer(error: QuestionError): Answer {
  const status = statusOf(error)
  const answer = errorAnswer(status, error.code, error.words, error.facts)
  const wait = secondsToWait(error)
  if (wait !== null) answer.headers['retry-after'] = wait
  if (status === 401) answer.headers['www-authenticate'] = 'Bearer realm="causeway"'
  return answer
}

export function errorAnswer(
  status: number,
  code: string,
  messages: Words,
  facts: Record<string, unknown> = {},
): Answer {
  const answer = jsonAnswer({ error: { code, message: messages.en, messages, ...facts } }, status)
  answer.headers['cache-control'] = 'no-store'
  return answer
}

export function notFoundAnswer(): Answer {
  return errorAnswer(404, 'NOT_FOUND', { zh: '这个地址下没有内容。', en: 'There is nothing at this address.' })
}

export function methodNotAllowedAnswer(allow: string): Answer {
  const answer = errorAnswer(405, 'METHOD_NOT_ALLOWED', fill(REFUSALS.METHOD_NOT_ALLOWED, { allow }))
  answer.headers['allow'] = allow
  return answer
}
