import type { Viewer } from '../../access/viewer.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { goOn, workFor } from '../../ground/under-way.ts'

/** Processor time that may be had at once, and what of it grows back, in milliseconds. */
interface Limit {
  most: number
  perSecond: number
}

/** Of those who did not sign in: of one address, and of all. */
export const USUAL_LIMITS: { ofOne: Limit; ofAll: Limit } = {
  ofOne: { most: 30_000, perSecond: 500 },
  ofAll: { most: 60_000, perSecond: 1_000 },
}
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

/** What is left of a time that grows back. */
class Allowance {
  readonly #most: number
  readonly #perSecond: number
  #left: number
  #at: number

  constructor({ most, perSecond }: Limit, now: number) {
    this.#most = most
    this.#perSecond = perSecond
    this.#left = most
    this.#at = now
  }

  leftAt(now: number): number {
    this.#left = Math.min(this.#most, this.#left + ((now - this.#at) / 1000) * this.#perSecond)
    this.#at = now
    return this.#left
  }

  spend(milliseconds: number, now: number): void {
    this.#left = this.leftAt(now) - milliseconds
  }

  /** Until something is left; 0: there is. */
  secondsToWait(now: number): number {
    return Math.max(0, Math.ceil(-this.leftAt(now) / this.#perSecond))
  }

  isWhole(now: number): boolean {
    return this.leftAt(now) === this.#most
  }
}

interface Asker {
  allowance: Allowance
  atOnce: number
  waiting: (() => void)[]
}

/**
 * What answering may cost. One who did not sign in has a budget of processor time, by address and all together; who used it up has to wait
 * when to ask again. What is known already is answered before anybody comes here.
 */
export class AskingBudget {
  readonly #all: Allowance
  readonly #askers = new Map<string, Asker>()
  /** Those whose work this thread does in turn; null: one who signed in. */
  readonly #atWork = new Set<{ asker: Asker | null }>()
  readonly #limits: typeof USUAL_LIMITS
  readonly #now: () => number
  #waiting = 0
  #threadTime = process.threadCpuUsage()

  /** `now`: in milliseconds. */
  constructor(limits = USUAL_LIMITS, now: () => number = () => performance.now()) {
    this.#limits = limits
    this.#now = now
    this.#all = new Allowance(limits.ofAll, now())
  }

  /** Does the work, or throws `TOO_MUCH_ASKED` with the seconds to wait. */
  async spend<T>({ viewer, address, signal }: AskedFor, work: () => Promise<T>): Promise<T> {
    if (viewer.role !== null)
      return workFor({ signal, isPublic: false, spend: () => {} }, () => this.#timed({ asker: null }, work))
    const asker = this.#askerOf(address)
    this.#refuseBeyond(asker)
    await this.#takeTurn(asker, signal)
    try {
      // What was spent while it waited counts too.
      this.#refuseBeyond(asker)
      const own = { signal, isPublic: true, spend: (milliseconds: number) => this.#note(asker, milliseconds) }
      return await workFor(own, () => this.#timed({ asker }, work))
    } finally {
      this.#leaveTurn(address, asker)
    }
  }

  #refuseBeyond(asker: Asker): void {
    const now = this.#now()
    const own = asker.allowance.secondsToWait(now)
    const seconds = Math.max(own, this.#all.secondsToWait(now))
    if (seconds > 0) throw own > 0 ? askedTooMuch(seconds) : allAskedTooMuch(seconds)
  }

  async #takeTurn(asker: Asker, signal: AbortSignal): Promise<void> {
    if (asker.atOnce < AT_ONCE) {
      asker.atOnce++
      return
    }
    if (asker.waiting.length >= MOST_WAITING_OF_ONE) throw askedTooMuch(SECONDS_OF_A_QUEUE)
    if (this.#waiting >= MOST_WAITING) throw allAskedTooMuch(SECONDS_OF_A_QUEUE)
    this.#waiting++
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
      this.#waiting--
    }
  }

  #leaveTurn(address: string, asker: Asker): void {
    const next = asker.waiting.shift()
    if (next) return next()
    asker.atOnce--
    if (asker.atOnce === 0 && asker.allowance.isWhole(this.#now())) this.#askers.delete(address)
  }

  /** What this thread spends while several are at work is shared among them. */
  async #timed<T>(one: { asker: Asker | null }, work: () => Promise<T>): Promise<T> {
    this.#share()
    this.#atWork.add(one)
    try {
      goOn()
      return await work()
    } finally {
      this.#share()
      this.#atWork.delete(one)
    }
  }

  #share(): void {
    const { user, system } = process.threadCpuUsage(this.#threadTime)
    this.#threadTime = process.threadCpuUsage()
    const part = (user + system) / 1000 / this.#atWork.size
    for (const { asker } of this.#atWork) if (asker) this.#note(asker, part)
  }

  #note({ allowance }: Asker, milliseconds: number): void {
    const now = this.#now()
    allowance.spend(milliseconds, now)
    this.#all.spend(milliseconds, now)
  }

  #askerOf(address: string): Asker {
    const asker = this.#askers.get(address) ?? {
      allowance: new Allowance(this.#limits.ofOne, this.#now()),
      atOnce: 0,
      waiting: [],
    }
    // Last asked, last to go.
    this.#askers.delete(address)
    this.#askers.set(address, asker)
    if (this.#askers.size > MOST_ADDRESSES) this.#askers.delete(this.#askers.keys().next().value!)
    return asker
  }
}

const SECONDS_OF_A_QUEUE = 5

function askedTooMuch(seconds: number): QuestionError {
  return new QuestionError('TOO_MUCH_ASKED', {
    zh: `您所在的网络地址近期查询量过大，请在 ${seconds} 秒后再试；登录后不受此限。`,
    en: `Too much was asked from your address lately: try again in ${seconds} seconds. Signed in, you have no such limit.`,
    facts: { seconds },
  })
}

function allAskedTooMuch(seconds: number): QuestionError {
  return new QuestionError('TOO_MUCH_ASKED', {
    zh: `未登录访问者的查询目前过多，请在 ${seconds} 秒后再试；登录后不受此限。`,
    en: `Visitors who did not sign in are asking too much at the moment: try again in ${seconds} seconds. Signed in, you have no such limit.`,
    facts: { seconds },
  })
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
