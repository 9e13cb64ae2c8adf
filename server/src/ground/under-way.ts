import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Work that is done for somebody who waits for it. */
export interface Work {
  /** Nobody waits any longer. */
  signal: AbortSignal
  /** Of one who did not sign in: one who did is not to wait for it. */
  isPublic: boolean
  /** Notes processor time, in milliseconds, that was spent for it outside this thread. */
  spend(milliseconds: number): void
}

const works = new AsyncLocalStorage<Work>()

/** Does work for somebody; all that it calls may ask whose it is. */
export function workFor<T>(work: Work, make: () => Promise<T>): Promise<T> {
  return works.run(work, make)
}

/** Does what is done to its end, even where nobody waits for it: a change. */
export function onItsOwn<T>(make: () => T): T {
  return works.exit(make)
}

/** Undefined: it is nobody's but the server's own. */
export function workUnderWay(): Work | undefined {
  return works.getStore()
}

/** Throws the reason, an `AbortError` or a `TimeoutError`, where nobody waits for what is being done. */
export function goOn(): void {
  works.getStore()?.signal.throwIfAborted()
}

/** How long an answer may take still. */
export interface AnswerClock {
  stop(): void
  goOn(): void
}

const clocks = new AsyncLocalStorage<AnswerClock>()

/** Makes what is to be answered while this clock runs. */
export function againstClock<T>(clock: AnswerClock, make: () => T): T {
  return clocks.run(clock, make)
}

/** A wait for one's turn, which takes nothing of the time for the answer. */
export async function inTurn<T>(wait: Promise<T>): Promise<T> {
  const clock = clocks.getStore()
  clock?.stop()
  try {
    return await wait
  } finally {
    clock?.goOn()
  }
}

/** So long what came in may wait for who reckons: a turn for each part of a reckoning that is short would take longer than the part. */
const LONGEST_WITHOUT_TURN_MS = 2

let lastTurn: Promise<void> = Promise.resolve()
let turnedAt = 0

/** Between two parts of long reckoning in this thread: what came in meanwhile is answered first, and then one of those who give way. */
export async function giveWay(): Promise<void> {
  if (performance.now() - turnedAt > LONGEST_WITHOUT_TURN_MS) {
    lastTurn = lastTurn.then(takeTurn)
    await lastTurn
  }
  goOn()
}

async function takeTurn(): Promise<void> {
  await nextTurn()
  turnedAt = performance.now()
}

/** Does the works of one name one after the other, whatever becomes of those before. @param work whether it had to wait */
export async function oneAtATime<T>(
  underWay: Map<string, Promise<unknown>>,
  name: string,
  work: (waited: boolean) => Promise<T>,
): Promise<T> {
  const before = underWay.get(name)
  const own = before ? before.catch(() => {}).then(() => work(true)) : work(false)
  underWay.set(name, own)
  try {
    return await own
  } finally {
    if (underWay.get(name) === own) underWay.delete(name)
  }
}

/** Somebody left, or waited too long: what was not made for them is no failure. */
export function isGivenUp(error: unknown): error is DOMException {
  return error instanceof DOMException && (error.name === 'AbortError' || error.name === 'TimeoutError')
}

export const NO_TURN = new Error('no turn came in time')

/** Lets so many at once, and the others in the order they came: a wait for one's turn is not a wait that fails, but where it is limited. */
export class Turns {
  #free: number
  readonly #waiting = new Set<() => void>()

  constructor(most: number) {
    this.#free = most
  }

  /** @throws NO_TURN */
  async take<T>(work: () => Promise<T>, { withinMs }: { withinMs?: number } = {}): Promise<T> {
    if (this.#free > 0) this.#free--
    else await this.#wait(withinMs)
    try {
      return await work()
    } finally {
      const [next] = this.#waiting
      if (next) next()
      else this.#free++
    }
  }

  #wait(withinMs: number | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer)
        this.#waiting.delete(begin)
      }
      const begin = () => {
        leave()
        resolve()
      }
      const timer = withinMs === undefined ? undefined : setTimeout(() => (leave(), reject(NO_TURN)), withinMs)
      this.#waiting.add(begin)
    })
  }
}
