import { Worker } from 'node:worker_threads'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Locale } from '@causeway/shared/words/words'
import type { Brand } from '../../ground/brand/brand.ts'

/** What a chart leaves behind is collected after some charts and not after thousands. */
const MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 }

export interface DrawnChart {
  light: string
  dark: string
}

/** A chart to draw, or a picture to make smaller. */
export type StillOrder = { id: number } & ({ spec: ChartSpec; locale: Locale } | { png: Uint8Array })
export type StillAnswer = { id: number; made: DrawnChart | Uint8Array } | { id: number; error: string }

interface Waiting {
  resolve: (made: never) => void
  reject: (error: Error) => void
}

/** Draws the charts of a folder, and makes its pictures smaller, in its own thread: while pages are written. */
export class StillDesk {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #next = 1
  /** Why it is no more. */
  #lost: Error | null = null

  constructor(brand: Brand | undefined) {
    this.#worker = new Worker(new URL('./still-worker.ts', import.meta.url), {
      workerData: brand ?? null,
      resourceLimits: MEMORY,
    })
    this.#worker.on('message', (answer: StillAnswer) => {
      const one = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if ('made' in answer) one?.resolve(answer.made as never)
      else one?.reject(new Error(answer.error))
    })
    this.#worker.on('error', (error) => this.#lose(error))
    this.#worker.on('exit', () => this.#lose(new Error('the thread that draws has ended')))
  }

  draw(spec: ChartSpec, locale: Locale): Promise<DrawnChart> {
    return this.#ask({ spec, locale })
  }

  makeSmaller(png: Uint8Array): Promise<Uint8Array> {
    return this.#ask({ png })
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  #ask<Made>(order: { spec: ChartSpec; locale: Locale } | { png: Uint8Array }): Promise<Made> {
    const id = this.#next++
    const made = new Promise<Made>((resolve, reject) => {
      if (this.#lost) return reject(this.#lost)
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, ...order } satisfies StillOrder)
    })
    // It is asked for later, or never where the work is broken off.
    made.catch(() => undefined)
    return made
  }

  #lose(error: Error): void {
    this.#lost ??= error
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
