import type { Viewer } from '../../access/viewer.ts'
import type { Answer } from './answer.ts'
import type { KnownAnswer } from './known-answers.ts'
import { CROSS_ORIGIN_HEADERS } from './security-headers.ts'

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
