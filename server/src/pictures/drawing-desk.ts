import { Worker } from 'node:worker_threads'
import { NO_BRAND, type Brand } from '../brand/brand.ts'
import { QuestionError } from '../question-error.ts'
import type { Picture, PictureFormat } from './picture.ts'

/** How many pictures wait at most. */
const MOST_WAITING = 32
/** After that long the worker is taken for stuck. */
const MOST_MILLISECONDS = 20_000

export interface DrawingOrder {
  id: number
  picture: Picture
  format: PictureFormat
}

export type DrawingAnswer = { id: number; body: Uint8Array } | { id: number; error: string }

interface Waiting {
  resolve: (body: Uint8Array) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

/**
 * Has pictures drawn in a thread of its own, one after the other, so that no drawing holds up an answer. The thread starts with
 * the first order, holds up no end of the process, and is replaced when it is lost.
 */
export class DrawingDesk {
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #next = 1
  #closed = false
  readonly #brand: Brand

  constructor(brand: Brand = NO_BRAND) {
    this.#brand = brand
  }

  /** Throws `TOO_BUSY` when too many wait already. */
  draw(picture: Picture, format: PictureFormat): Promise<Uint8Array> {
    if (this.#closed || this.#waiting.size >= MOST_WAITING) return Promise.reject(tooBusy())
    const worker = (this.#worker ??= this.#open())
    const id = this.#next++
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => void worker.terminate(), MOST_MILLISECONDS).unref()
      this.#waiting.set(id, { resolve, reject, timer })
      worker.postMessage({ id, picture, format } satisfies DrawingOrder)
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
    const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { workerData: this.#brand })
    worker.unref()
    worker.on('message', (answer: DrawingAnswer) => {
      const one = this.#take(answer.id)
      if ('body' in answer) one?.resolve(answer.body)
      else one?.reject(new Error(`a picture could not be drawn: ${answer.error}`))
    })
    const lost = (error: Error) => {
      if (this.#worker === worker) this.#worker = null
      for (const id of this.#waiting.keys()) this.#take(id)?.reject(error)
    }
    worker.on('error', lost)
    worker.on('exit', () => lost(new Error('the thread that draws has ended')))
    return worker
  }

  #take(id: number): Waiting | undefined {
    const one = this.#waiting.get(id)
    if (one) clearTimeout(one.timer)
    this.#waiting.delete(id)
    return one
  }
}

function tooBusy(): QuestionError {
  return new QuestionError('TOO_BUSY', {
    zh: '正在绘制的图片过多，请稍后再试。',
    en: 'Too many pictures are being drawn: try again in a moment.',
  })
}
