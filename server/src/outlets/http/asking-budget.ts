import { fill } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { goOn, workFor } from '../../ground/under-way.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** Processor time that may be had at once, and what of it grows back, in milliseconds. */
interface Limit {
  most: number
  perSecond: number
}

/** Of those who did not sign in: of one address, and of all. */
export interface Limits {
  ofOne: Limit
  ofAll: Limit
}

/** What is spent comes back within a minute. */
export function limitsOf(seconds: number): Limits {
  const limit = (most: number) => ({ most, perSecond: most / 60 })
  return { ofOne: limit(seconds * 1000), ofAll: limit(seconds * 2000) }
}

const USUAL_SECONDS = 30
/** Questions of one address that are worked at at once; others of it wait, up to so many, and of all addresses together. */
const AT_ONCE = 4
const MOST_WAITING_OF_ONE = 128
const MOST_WAITING = 512
/** Addresses remembered at most: what is kept stays small however many ask. */
const MOST_ADDRESSES = 10_000

export interface AskedFor {
  viewer: Viewer
  /** Of the client. */
  address: string
  /** When nobody waits any longer. */
  signal: AbortSignal
}

type Allowance = ReturnType<typeof allow>

/** What is left of a time that grows back. */
function allow({ most, perSecond }: Limit, begun: number) {
  let left = most
  let at = begun
  const leftAt = (now: number): number => {
    left = Math.min(most, left + ((now - at) / 1000) * perSecond)
    at = now
    return left
  }
  return {
    spend(milliseconds: number, now: number): void {
      left = leftAt(now) - milliseconds
    },
    /** Until something is left; 0: there is. */
    secondsToWait: (now: number): number => Math.max(0, Math.ceil(-leftAt(now) / perSecond)),
    isWhole: (now: number): boolean => leftAt(now) === most,
  }
}

interface Asker {
  allowance: Allowance
  atOnce: number
  waiting: (() => void)[]
}

export type AskingBudget = ReturnType<typeof askingBudget>

/**
 * What answering may cost. One who did not sign in has a budget of processor time, by address and all together; who used it up has to wait
 * when to ask again. What is known already is answered before anybody comes here. `now`: in milliseconds.
 */
export function askingBudget(limits = limitsOf(USUAL_SECONDS), now: () => number = () => performance.now()) {
  const all = allow(limits.ofAll, now())
  const askers = new Map<string, Asker>()
  /** Those whose work this thread does in turn; null: one who signed in. */
  const atWork = new Set<{ asker: Asker | null }>()
  let waiting = 0
  let threadTime = process.threadCpuUsage()
  return { spend }

  /** Does the work, or throws `TOO_MUCH_ASKED` with the seconds to wait. */
  async function spend<T>({ viewer, address, signal }: AskedFor, work: () => Promise<T>): Promise<T> {
    if (viewer.role !== null)
      return workFor({ signal, isPublic: false, spend: () => {} }, () => timed({ asker: null }, work))
    const asker = findAsker(address)
    refuseBeyond(asker)
    await takeTurn(asker, signal)
    try {
      // What was spent while it waited counts too.
      refuseBeyond(asker)
      const own = { signal, isPublic: true, spend: (milliseconds: number) => note(asker, milliseconds) }
      return await workFor(own, () => timed({ asker }, work))
    } finally {
      leaveTurn(address, asker)
    }
  }

  function refuseBeyond(asker: Asker): void {
    const moment = now()
    const own = asker.allowance.secondsToWait(moment)
    const seconds = Math.max(own, all.secondsToWait(moment))
    if (seconds > 0) throw own > 0 ? askedTooMuch(seconds) : allAskedTooMuch(seconds)
  }

  async function takeTurn(asker: Asker, signal: AbortSignal): Promise<void> {
    if (asker.atOnce < AT_ONCE) {
      asker.atOnce++
      return
    }
    if (asker.waiting.length >= MOST_WAITING_OF_ONE) throw askedTooMuch(SECONDS_OF_A_QUEUE)
    if (waiting >= MOST_WAITING) throw allAskedTooMuch(SECONDS_OF_A_QUEUE)
    waiting++
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const leave = () => {
      const at = asker.waiting.indexOf(resolve)
      if (at === -1) return // its turn has just come
      asker.waiting.splice(at, 1)
      reject(signal.reason as Error)
    }
    asker.waiting.push(resolve)
    signal.addEventListener('abort', leave, { once: true })
    try {
      await promise // of one who leaves: the turn is handed to the next
    } finally {
      signal.removeEventListener('abort', leave)
      waiting--
    }
  }

  function leaveTurn(address: string, asker: Asker): void {
    const next = asker.waiting.shift()
    if (next) return next()
    asker.atOnce--
    if (asker.atOnce === 0 && asker.allowance.isWhole(now())) askers.delete(address)
  }

  /** What this thread spends while several are at work is shared among them. */
  async function timed<T>(one: { asker: Asker | null }, work: () => Promise<T>): Promise<T> {
    share()
    atWork.add(one)
    try {
      goOn()
      return await work()
    } finally {
      share()
      atWork.delete(one)
    }
  }

  function share(): void {
    const { user, system } = process.threadCpuUsage(threadTime)
    threadTime = process.threadCpuUsage()
    const part = (user + system) / 1000 / atWork.size
    for (const { asker } of atWork) if (asker) note(asker, part)
  }

  function note({ allowance }: Asker, milliseconds: number): void {
    const moment = now()
    allowance.spend(milliseconds, moment)
    all.spend(milliseconds, moment)
  }

  function findAsker(address: string): Asker {
    const asker = askers.get(address) ?? {
      allowance: allow(limits.ofOne, now()),
      atOnce: 0,
      waiting: [],
    }
    // Last asked, last to go.
    askers.delete(address)
    askers.set(address, asker)
    if (askers.size > MOST_ADDRESSES) askers.delete(askers.keys().next().value!)
    return asker
  }
}

const SECONDS_OF_A_QUEUE = 5

function askedTooMuch(seconds: number): QuestionError {
  return new QuestionError('TOO_MUCH_ASKED', { ...fill(REFUSALS.TOO_MUCH_ASKED, { seconds }), facts: { seconds } })
}

function allAskedTooMuch(seconds: number): QuestionError {
  return new QuestionError('TOO_MUCH_ASKED', { ...fill(REFUSALS.ALL_ASKED_TOO_MUCH, { seconds }), facts: { seconds } })
}

/**
 * Where a request came from, for limits: one address is one asker. Behind `proxies` proxies, each of which adds to `x-forwarded-for`
 * whom it heard from, it is what the outermost of them wrote; anything further to the left the asker may have written.
 */
export function clientAddress(connected: string, headers: Headers, proxies: number): string {
  const said = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  return askerOf((proxies > 0 && said.at(-Math.min(proxies, said.length))) || connected)
}

/** Some proxies write `198.51.100.1:5678` and `[2001:db8::1]:443`: each connection has its own port. */
function withoutPort(address: string): string {
  return address.replace(/^\[([^\]]*)\](:\d*)?$/, '$1').replace(/^([^:]+):\d*$/, '$1')
}

/** Anyone who has one IPv6 address has the 2^64 of its network; IPv4 is written in one way. */
function askerOf(address: string): string {
  const plain = withoutPort(address)
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
  if (!plain.includes(':') || !URL.canParse(`http://[${plain}]`)) return plain
  const [left, right] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::')
  const groups = left ? left.split(':') : []
  const after = right ? right.split(':') : []
  const zeros = right === undefined ? 0 : 8 - groups.length - after.length
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4).join(':')
}
