import { Worker } from 'node:worker_threads'
import { NO_BRAND, type Brand } from '../../ground/brand/brand.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { workUnderWay, type Work } from '../../ground/under-way.ts'
import type { Picture, PictureFormat } from './picture.ts'

/** How many pictures wait at most. */
const MOST_WAITING = 32
/**
 * Of the thread. What a picture leaves behind is collected after some pictures and not after hundreds, and with it what its
 * canvases hold outside: a thousand large pictures and more in a process of 350 MB, where they took 2.3 GB.
 */
const MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 }
/** A worker that draws one picture for so long is taken for stuck. */
const MOST_MILLISECONDS = 20_000

export interface DrawingOrder {
  id: number
  picture: Picture
  format: PictureFormat
}

export type DrawingAnswer = { id: number; body: Uint8Array } | { id: number; error: string }

interface Waiting {
  order: DrawingOrder
  work: Work | undefined
  resolve: (body: Uint8Array) => void
  reject: (error: Error) => void
}

/**
 * Has pictures drawn in its own thread, one after the other, so that no drawing holds up an answer. The thread starts with
 * the first order, holds up no end of the process, and is replaced when it is lost: that costs the picture it was at, and no other.
 */
export class DrawingDesk {
  /** The first is being drawn. */
  readonly #waiting = new Map<number, Waiting>()
  #timer: NodeJS.Timeout | null = null
  #worker: Worker | null = null
  #next = 1
  #begun = 0
  #closed = false
  readonly #brand: Brand
  readonly #mostMilliseconds: number

  constructor(brand: Brand = NO_BRAND, mostMilliseconds = MOST_MILLISECONDS) {
    this.#brand = brand
    this.#mostMilliseconds = mostMilliseconds
  }

  /** Throws `TOO_BUSY` when too many wait already. */
  draw(picture: Picture, format: PictureFormat): Promise<Uint8Array> {
    if (this.#closed || this.#waiting.size >= MOST_WAITING) return Promise.reject(tooBusy())
    const order: DrawingOrder = { id: this.#next++, picture, format }
    return new Promise((resolve, reject) => {
      this.#waiting.set(order.id, { order, work: workUnderWay(), resolve, reject })
      if (this.#waiting.size === 1) this.#begin()
    })
  }

  /** Reads the program and the fonts before the first who asks has to wait for them. */
  warm(): void {
    if (!this.#closed) this.#worker ??= this.#open()
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#worker?.terminate()
  }

  #open(): Worker {
    const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), {
      workerData: this.#brand,
      resourceLimits: MEMORY,
    })
    worker.unref()
    worker.on('message', (answer: DrawingAnswer) => {
      const one = this.#take(answer.id)
      if ('body' in answer) one?.resolve(answer.body)
      else one?.reject(new Error(`a picture could not be drawn: ${answer.error}`))
    })
    worker.on('error', (error) => this.#lose(worker, error))
    worker.on('exit', () => this.#lose(worker, new Error('the thread that draws has ended')))
    return worker
  }

  /** The picture that was being drawn is lost with its worker; another draws those that wait. */
  #lose(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = null
    const [first, ...others] = this.#waiting.keys()
    if (first !== undefined) this.#take(first)!.reject(error)
    if (this.#closed) for (const id of others) this.#take(id)!.reject(error)
  }

  #take(id: number): Waiting | undefined {
    const one = this.#waiting.get(id)
    if (!one) return undefined
    const [first] = this.#waiting.keys()
    this.#waiting.delete(id)
    if (id !== first) return one
    one.work?.spend(performance.now() - this.#begun)
    this.#begin()
    return one
  }

  /** Hands on the picture whose turn it is, and gives it its time. Those of askers who left are not drawn. */
  #begin(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#closed) return
    for (const [id, { work, reject }] of this.#waiting) {
      if (!work?.signal.aborted) break
      this.#waiting.delete(id)
      reject(work.signal.reason as Error)
    }
    const [first] = this.#waiting.values()
    if (first === undefined) return
    this.#begun = performance.now()
    this.#worker ??= this.#open()
    this.#worker.postMessage(first.order)
    this.#timer = setTimeout(() => {
      const worker = this.#worker
      if (!worker) return
      this.#lose(worker, tooBusy())
      void worker.terminate()
    }, this.#mostMilliseconds).unref()
  }
}

function tooBusy(): QuestionError {
  return new QuestionError('TOO_BUSY', {
    zh: '正在绘制的图片过多，请稍后再试。',
    en: 'Too many pictures are being drawn: try again in a moment.',
  })
}
