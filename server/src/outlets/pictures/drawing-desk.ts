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

export type DrawingDesk = ReturnType<typeof drawingDesk>

/**
 * Has pictures drawn in its own thread, one after the other, so that no drawing holds up an answer. The thread starts with
 * the first order, holds up no end of the process, and is replaced when it is lost: that costs the picture it was at, and no other.
 */
export function drawingDesk(brand: Brand = NO_BRAND, mostMilliseconds = MOST_MILLISECONDS) {
  /** The first is being drawn. */
  const waiting = new Map<number, Waiting>()
  let timer: NodeJS.Timeout | null = null
  let worker: Worker | null = null
  let next = 1
  let begun = 0
  let closed = false
  return {
    /** Throws `TOO_BUSY` when too many wait already. */
    draw(picture: Picture, format: PictureFormat): Promise<Uint8Array> {
      if (closed || waiting.size >= MOST_WAITING) return Promise.reject(tooBusy())
      const order: DrawingOrder = { id: next++, picture, format }
      return new Promise((resolve, reject) => {
        waiting.set(order.id, { order, work: workUnderWay(), resolve, reject })
        if (waiting.size === 1) begin()
      })
    },

    /** Reads the program and the fonts before the first who asks has to wait for them. */
    warm(): void {
      if (!closed) worker ??= open()
    },

    async close(): Promise<void> {
      closed = true
      await worker?.terminate()
    },
  }

  function open(): Worker {
    const opened = new Worker(new URL('./picture-worker.ts', import.meta.url), {
      workerData: brand,
      resourceLimits: MEMORY,
    })
    opened.unref()
    opened.on('message', (answer: DrawingAnswer) => {
      const one = take(answer.id)
      if ('body' in answer) one?.resolve(answer.body)
      else one?.reject(new Error(`a picture could not be drawn: ${answer.error}`))
    })
    opened.on('error', (error) => lose(opened, error))
    opened.on('exit', () => lose(opened, new Error('the thread that draws has ended')))
    return opened
  }

  /** The picture that was being drawn is lost with its worker; another draws those that wait. */
  function lose(lost: Worker, error: Error): void {
    if (worker !== lost) return
    worker = null
    const [first, ...others] = waiting.keys()
    if (first !== undefined) take(first)!.reject(error)
    if (closed) for (const id of others) take(id)!.reject(error)
  }

  function take(id: number): Waiting | undefined {
    const one = waiting.get(id)
    if (!one) return undefined
    const [first] = waiting.keys()
    waiting.delete(id)
    if (id !== first) return one
    one.work?.spend(performance.now() - begun)
    begin()
    return one
  }

  /** Hands on the picture whose turn it is, and gives it its time. Those of askers who left are not drawn. */
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
    if (first === undefined) return
    begun = performance.now()
    worker ??= open()
    worker.postMessage(first.order)
    timer = setTimeout(() => {
      const stuck = worker
      if (!stuck) return
      lose(stuck, tooBusy())
      void stuck.terminate()
    }, mostMilliseconds).unref()
  }
}

function tooBusy(): QuestionError {
  return new QuestionError('TOO_BUSY', {
    zh: '正在绘制的图片过多，请稍后再试。',
    en: 'Too many pictures are being drawn: try again in a moment.',
  })
}
