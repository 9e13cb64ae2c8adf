import type { Viewer } from '../../access/viewer.ts'
import type { AnswerClock } from '../../ground/under-way.ts'
import type { Answer, Asked, StreamedAnswer } from './answer.ts'
import { chooseEncoding, encode } from './encoding.ts'
import type { KnownAnswer } from './known-answers.ts'
import { CROSS_ORIGIN_HEADERS } from './security-headers.ts'

/** Longest that one answer may take. */
export const MOST_MILLISECONDS = 30_000

interface End extends Disposable {
  signal: AbortSignal
  clock: AnswerClock
}

/** When the asker has left or waited too long. What is held for it is free once it is disposed of, and not when its time is over. */
export function endOf({ signal }: Request): End {
  const end = new AbortController()
  // The reason that Hono's server gives is a text, which nobody could tell from a failure.
  const leave = () => end.abort()
  if (signal.aborted) leave()
  else signal.addEventListener('abort', leave, { once: true })
  const clock = answerClock(() => end.abort(new DOMException(TOO_LATE, 'TimeoutError')))
  return { signal: end.signal, clock, [Symbol.dispose]: clock.stop }
}

/** Says when the time of an answer is over; it is stopped as often as it goes on. */
function answerClock(over: () => void): AnswerClock {
  let left = MOST_MILLISECONDS
  let since = 0
  let stops = 1
  let timer: NodeJS.Timeout | undefined
  const clock: AnswerClock = {
    stop() {
      if (stops++ > 0) return
      clearTimeout(timer)
      left -= performance.now() - since
    },
    goOn() {
      if (--stops > 0) return
      since = performance.now()
      timer = setTimeout(over, Math.max(0, left)).unref()
    },
  }
  clock.goOn()
  return clock
}

const TOO_LATE = 'The answer took too long'

/** What was made, or the reason why nobody waits for it any longer. */
export function orEnd<T>(made: Promise<T>, end: AbortSignal): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>()
  const fail = () => reject(end.reason as Error)
  if (end.aborted) fail()
  else end.addEventListener('abort', fail, { once: true })
  return Promise.race([made, ended]).finally(() => end.removeEventListener('abort', fail))
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
  const before = encoding === null ? undefined : known?.compressed.get(encoding)
  const body = before ?? (await encode(answer, encoding, headers['cache-control']?.includes('immutable') ?? false))
  if (encoding && !before) known?.compressed.set(encoding, body as Uint8Array)
  if (encoding) headers['content-encoding'] = encoding
  if (asked.sent) asked.sent.body = body
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
