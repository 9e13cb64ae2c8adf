import type { CombinedError } from 'urql'

/** Why an answer did not come, in the terms the page can act on. */
export interface Fault {
  kind: 'unreachable' | 'sign-in' | 'question' | 'not-fetched' | 'broken'
  /** The stable code of a refused question. */
  code: string | null
  /** The server's sentence in the reader's language, where it gave one. */
  message: string | null
  /** What there is that is nearest to what there is not. */
  nearest?: string[]
  /** Names the request in the server's log. */
  requestId: string | null
}

const UNEXPECTED = 'INTERNAL'
/** Nothing that the asker does helps. */
/** The server's database does not answer: the same question may be answered in a while. */
export const DATABASE_LOST = 'DATABASE_UNREACHABLE'
const OF_THE_MACHINE = ['DISK_FULL', 'DATABASE_READ_ONLY', DATABASE_LOST]

export function toFault(error: CombinedError, zh: boolean): Fault {
  const first = error.graphQLErrors[0]
  const header = (error.response as Response | undefined)?.headers?.get('x-request-id') ?? null
  const facts = (first?.extensions ?? {}) as Record<string, unknown>
  const requestId = text(facts.requestId) ?? header
  if (!first) {
    const status = (error.response as Response | undefined)?.status
    const kind = status === 401 || status === 403 ? 'sign-in' : status === undefined ? 'unreachable' : 'broken'
    return { kind, code: null, message: null, requestId }
  }
  const code = text(facts.code)
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return { kind: 'sign-in', code, message: null, requestId }
  if (code === null || code === UNEXPECTED) return { kind: 'broken', code, message: null, requestId }
  const words = facts.messages as { zh?: unknown; en?: unknown } | undefined
  const nearest = facts.nearest as string[] | undefined
  const message = text(zh ? words?.zh : words?.en) ?? first.message
  return {
    kind: code !== null && OF_THE_MACHINE.includes(code) ? 'broken' : 'question',
    code,
    message,
    nearest,
    requestId,
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
