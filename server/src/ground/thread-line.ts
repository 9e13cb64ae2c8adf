import type { Worker } from 'node:worker_threads'
import type { Words } from '@causeway/shared/words/words'
import { QuestionError } from './question-error.ts'
import { workUnderWay, type Work } from './under-way.ts'

/** What a thread is sent, and what it answers to that: how far it is, and then what it made or why not. */
export interface ThreadOrder<Order> {
  id: number
  order: Order
}
export type ThreadAnswer<Made> = { id: number } & (
  | { share: number }
  | { made: Made }
  | { refused: Words & { code: string; facts: Record<string, unknown> } }
  | { error: string }
)

/** That it is to end once all is done. */
export const END = 'end'

interface LineSettings {
  /** Starts the thread, which answers by `answerOrders`. */
  open: () => Worker
  mostWaiting: number
  /** One that takes so long is taken for stuck. */
  mostMilliseconds: number
  /** How long a thread stays that has nothing to do; omitted: for good. */
  idleMilliseconds?: number
  tooBusy: () => QuestionError
  /** Of the one that was stuck, or for which the memory of the thread was too small; omitted: as `tooBusy`. */
  tooMuch?: () => QuestionError
}

export interface InLine<Made> {
  made: Promise<Made>
  /** When its turn comes. */
  begun: Promise<void>
  /** How many come before it; 0: its turn is now. */
  before: () => number
}

interface Waiting<Order> extends ThreadOrder<Order> {
  work: Work | undefined
  note: ((share: number) => void) | undefined
  begin: () => void
  resolve: (made: never) => void
  reject: (error: Error) => void
}

export type ThreadLine<Order, Made> = ReturnType<typeof threadLine<Order, Made>>

/**
 * Has orders done in their own thread, one after the other, so that none holds up an answer. The thread starts with the first order,
 * holds up no end of the process, and is replaced when it is lost: that costs the order it was at, and no other.
 */
export function threadLine<Order, Made>(settings: LineSettings) {
  const { mostWaiting, mostMilliseconds, idleMilliseconds, tooBusy, tooMuch = tooBusy } = settings
  /** The first is being done. */
  const waiting = new Map<number, Waiting<Order>>()
  let timer: NodeJS.Timeout | null = null
  let worker: Worker | null = null
  /** Threads that are on their way out. */
  const ending = new Set<Promise<unknown>>()
  let next = 1
  let begun = 0
  let closed = false
  return {
    /** Throws what `tooBusy` says where too many wait already. @param note hears how far it is, 0 to 1 */
    ask(order: Order, note?: (share: number) => void): InLine<Made> {
      if (closed || waiting.size >= mostWaiting) throw tooBusy()
      const id = next++
      const turn = Promise.withResolvers<void>()
      const done = Promise.withResolvers<Made>()
      turn.promise.catch(() => undefined)
      const { resolve, reject } = done
      waiting.set(id, { id, order, note, work: workUnderWay(), begin: turn.resolve, resolve, reject })
      done.promise.catch(turn.reject)
      if (waiting.size === 1) begin()
      return { made: done.promise, begun: turn.promise, before: () => Math.max(0, [...waiting.keys()].indexOf(id)) }
    },

    /** Loads the program before the first who asks has to wait for it. */
    warm(): void {
      if (!closed) worker ??= open()
    },

    async close(): Promise<void> {
      closed = true
      await (idleMilliseconds === undefined || waiting.size > 0 ? worker?.terminate() : letGo())
      await Promise.all(ending)
    },
  }

  function open(): Worker {
    const opened = settings.open()
    opened.unref()
    opened.on('message', (answer: ThreadAnswer<Made>) => {
      if ('share' in answer) return waiting.get(answer.id)?.note?.(answer.share)
      const one = take(answer.id)
      if ('made' in answer) one?.resolve(answer.made as never)
      else if ('refused' in answer) one?.reject(new QuestionError(answer.refused.code, answer.refused))
      else one?.reject(new Error(`a thread could not do it: ${answer.error}`))
    })
    opened.on('error', (error) => lose(opened, isOutOfMemory(error) ? tooMuch() : (error as Error)))
    opened.on('exit', () => lose(opened, new Error('the thread has ended')))
    return opened
  }

  /** The order that was being done is lost with its thread; another does those that wait. */
  function lose(lost: Worker, error: Error): void {
    if (worker !== lost) return
    worker = null
    const [first, ...others] = waiting.keys()
    if (first !== undefined) take(first)!.reject(error)
    if (closed) for (const id of others) take(id)!.reject(error)
  }

  function take(id: number): Waiting<Order> | undefined {
    const one = waiting.get(id)
    if (!one) return undefined
    const [first] = waiting.keys()
    waiting.delete(id)
    if (id !== first) return one
    one.work?.spend(performance.now() - begun)
    begin()
    return one
  }

  /** Hands on the order whose turn it is, and gives it its time. Those of askers who left are not done. */
  function begin(): void {
    if (timer) clearTimeout(timer)
    timer = null
    if (closed) return
    for (const [id, { work, reject }] of waiting) {
      if (!work?.signal.aborted) break
      waiting.delete(id)
      reject(work.signal.reason as Error)
    }
    const [first] = waiting.values()
    if (first === undefined) {
      if (idleMilliseconds !== undefined) timer = setTimeout(letGo, idleMilliseconds).unref()
      return
    }
    begun = performance.now()
    worker ??= open()
    worker.postMessage({ id: first.id, order: first.order } satisfies ThreadOrder<Order>)
    first.begin()
    timer = setTimeout(() => {
      const stuck = worker
      if (!stuck) return
      lose(stuck, tooMuch())
      void stuck.terminate()
    }, mostMilliseconds).unref()
  }

  /** It ends by itself, once what it keeps is written. */
  async function letGo(): Promise<void> {
    const idle = worker
    if (!idle) return
    worker = null
    const ended = new Promise((resolve) => idle.once('exit', resolve))
    ending.add(ended)
    idle.postMessage(END)
    await ended
    ending.delete(ended)
  }
}

const isOutOfMemory = (error: unknown) => (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
