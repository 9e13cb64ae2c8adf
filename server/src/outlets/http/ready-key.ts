import { hash, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { COOKIE } from '../../access/session.ts'

/** Longest body that a question is known by. */
const MOST_BODY = 20_000
/** Names of headers remembered in the letters in which they come. */
const MOST_NAMES = 500

/** What an answer may depend on, of all that is read of a request's headers. `place`: who asks depends on it too. */
const PARTS = {
  ...{ accept: 'said', 'accept-encoding': 'said', 'accept-language': 'said', 'content-type': 'said' },
  ...{ 'if-none-match': 'said', host: 'place', origin: 'place', 'sec-fetch-site': 'place' },
  ...{ 'x-forwarded-proto': 'place', authorization: 'who', cookie: 'who', 'x-request-id': 'id' },
  ...{ 'content-length': 'length', 'transfer-encoding': 'coded' },
} as const
const NAMES = Object.keys(PARTS)
const KINDS = Object.values(PARTS)
const [TYPE, AUTHORIZATION] = ['content-type', 'authorization'].map((name) => NAMES.indexOf(name))

/** Read too, and nothing in an answer that is given again: for whom to wait how long, whom to limit, whose files to take. */
export const ALTERS_NOTHING = ['sec-fetch-mode', 'x-forwarded-for', 'x-requested-with']
export const READ_OF_REQUESTS: readonly string[] = [...NAMES, ...ALTERS_NOTHING]

/** A request by its letters. */
export interface Lettered {
  method: 'GET' | 'HEAD' | 'POST'
  /** All that its answer depends on but for who asks. */
  key: string
  /** Hash of what says who asks; null: nothing does. */
  who: string | null
  /** Bytes of its body. */
  length: number
  /** As its sender names it; empty: it has no name. */
  id: string
  /** In which state of the database and the sessions it was asked; absent: nobody looked. */
  state?: string
}

const indexes = new Map<string, number>()
function indexOf(name: string): number {
  let index = indexes.get(name)
  if (index === undefined) {
    index = NAMES.indexOf(name.toLowerCase())
    if (indexes.size < MOST_NAMES) indexes.set(name, index)
  }
  return index
}

/** Null: its answer is none that is known by letters. */
export function readLetters({ method, url, rawHeaders }: IncomingMessage): Lettered | null {
  const isPost = method === 'POST' && url!.startsWith('/graphql')
  let isLettered = method === 'GET' || method === 'HEAD'
  if (!isLettered && !isPost) return null
  let key = `${method} ${url}`
  let who = ''
  let place = ''
  let id = ''
  let length = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const index = indexOf(rawHeaders[at]!)
    if (index === -1) continue
    const value = rawHeaders[at + 1]!
    const part = KINDS[index]!
    if (part === 'said' || part === 'place') {
      const line = `\n${index} ${value}`
      key += line
      if (part === 'place') place += line
      else if (isPost && index === TYPE) isLettered = value.startsWith('application/json')
    } else if (part === 'who') {
      if (index === AUTHORIZATION || value.includes(COOKIE)) who += `\n${index} ${value}`
    } else if (part === 'id') id = id === '' ? value : ' '
    else if (part === 'length') length = Number(value)
    else return null
  }
  if (!isLettered || (isPost ? !(length > 0 && length <= MOST_BODY) : length !== 0)) return null
  return { method: method as Lettered['method'], key, who: who === '' ? null : hash('sha256', who + place), length, id }
}

/** What its sender names a request, where that is fit for a log; else a new name. */
export function idOf(given: string): string {
  return /^[\w.-]{1,64}$/.test(given) ? given : randomUUID()
}
