import type { Viewer } from '../../access/viewer.ts'
import type { Answer, Asked, StreamedAnswer } from './answer.ts'
import type { KnownAnswer } from './known-answers.ts'
import { CROSS_ORIGIN_HEADERS } from './security-headers.ts'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'

/** Longest that one answer may take. */
export const MOST_MILLISECONDS = 30_000

/** When the asker has left or waited too long. */
export function endOf({ signal }: Request): AbortSignal {
  const left = new AbortController()
  // The reason that Hono's server gives is a text, which nobody could tell from a failure.
  if (signal.aborted) left.abort()
  else signal.addEventListener('abort', () => left.abort(), { once: true })
  return AbortSignal.any([left.signal, AbortSignal.timeout(MOST_MILLISECONDS)])
}

/** What was made, or the reason why nobody waits for it any longer. */
export function orEnd<T>(made: Promise<T>, end: AbortSignal): Promise<T> {
  const ended = new Promise<never>((_resolve, reject) => {
    const fail = () => reject(end.reason as Error)
    if (end.aborted) fail()
    else end.addEventListener('abort', fail, { once: true })
  })
  return Promise.race([made, ended])
}

/** Who asks, as far as it can alter an answer. */
export function keyOf({ role, institution }: Viewer): string[] {
  return [role ?? '', institution ?? '*']
}

/** Always asked again, with the tag; what somebody with a token saw is kept by no cache between. */
export function cachingHeaders(viewer: Viewer): Record<string, string> {
  return {
    ...CROSS_ORIGIN_HEADERS,
    'cache-control': `${viewer.role === null ? 'public' : 'private'}, no-cache`,
    vary: 'Accept, Authorization, Cookie',
  }
}

export function withHeaders<T extends Answer | KnownAnswer>(made: T, headers: Record<string, string>): T {
  if (!('answer' in made)) return { ...made, headers: { ...headers, ...(made as Answer).headers } }
  const { answer } = made as KnownAnswer
  return { ...made, answer: { ...answer, headers: { ...headers, ...answer.headers } } }
}

export function uncached(answer: Answer): Answer {
  return withHeaders(answer, { 'cache-control': 'no-store' })
}

/** The response to an answer: 304 where the asker has it already, compressed where the asker takes that. */
export async function finishAnswer(asked: Asked, made: Answer | KnownAnswer | StreamedAnswer): Promise<Response> {
  const { request } = asked
  if ('stream' in made) return new Response(made.stream, { status: made.status, headers: made.headers })
  const known = 'answer' in made ? made : null
  const answer = 'answer' in made ? made.answer : made
  const headers = { ...answer.headers }
  const encoding = chooseEncoding(request.headers.get('accept-encoding'), answer)
  headers['vary'] = [headers['vary'], 'Accept-Encoding'].filter(Boolean).join(', ')
  const etag = known?.etag ?? null
  if (etag !== null) {
    // Other bytes of the same answer have no tag that says that they are the same bytes.
    headers['etag'] = encoding ? `W/${etag}` : etag
    const { reads, stamp } = known!
    asked.sent = { body: answer.body, reads, stamp }
    if (isHeld(request.headers.get('if-none-match'), etag)) {
      delete headers['content-type']
      return new Response(null, { status: 304, headers })
    }
  }
  let body = answer.body
  if (encoding) {
    const before = known?.compressed.get(encoding)
    body = before ?? (await compress(body, encoding, headers['cache-control']?.includes('immutable') ?? false))
    if (!before) known?.compressed.set(encoding, body)
    headers['content-encoding'] = encoding
    if (asked.sent) asked.sent.body = body
  }
  headers['content-length'] = String(Buffer.byteLength(body))
  return new Response(request.method === 'HEAD' || body.length === 0 ? null : (body as BodyInit), {
    status: answer.status,
    headers,
  })
}

/** Compared weakly: what is compressed is still the same answer. */
function isHeld(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((held) => held.trim().replace(/^W\//, '') === etag)
}

/** Below this many bytes compression saves nothing. */
const LEAST_BYTES = 1_000

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)

type Encoding = 'br' | 'gzip'

/** The encoding to send an answer in; null: as it is. */
function chooseEncoding(acceptEncoding: string | null, answer: Answer): Encoding | null {
  if (answer.body.length < LEAST_BYTES || answer.headers['content-encoding']) return null
  if (
    !/^(text\/|image\/svg|application\/(json|graphql|javascript|manifest|xml))/.test(
      answer.headers['content-type'] ?? '',
    )
  )
    return null
  const accepted = acceptEncoding ?? ''
  for (const encoding of ['br', 'gzip'] as const) {
    const match = new RegExp(`(?:^|[,\\s])${encoding}(?:\\s*;\\s*q=([\\d.]+))?(?:\\s*,|\\s*$)`, 'i').exec(accepted)
    if (match && match[1] !== '0' && Number(match[1] ?? 1) > 0) return encoding
  }
  return null
}

/** Up to here it takes less than to have another thread do it. */
const MOST_BYTES_HERE = 32_768

/** `often`: it is made once and sent many times, so that the smaller form is worth its time. */
async function compress(body: string | Uint8Array, encoding: Encoding, often: boolean): Promise<Uint8Array> {
  const isHere = !often && body.length <= MOST_BYTES_HERE
  if (encoding === 'gzip') {
    const options = { level: often ? 9 : 6 }
    return fitted(isHere ? gzipSync(body, options) : await toGzip(body, options))
  }
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_SIZE_HINT: size } = constants
  const options = { params: { [quality]: often ? 9 : 4, [size]: body.length } }
  return fitted(isHere ? brotliCompressSync(body, options) : await toBrotli(body, options))
}

/** What is made is in 64 KB, however short it is, and would keep all of them. */
const fitted = (made: Buffer) => new Uint8Array(made)
