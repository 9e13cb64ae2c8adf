import { Worker } from 'node:worker_threads'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Locale } from '@causeway/shared/words/words'
import type { Brand } from '../../ground/brand/brand.ts'

/** What a chart leaves behind is collected after some charts and not after thousands. */
const MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 }

/** A chart to draw. */
export interface StillOrder {
  id: number
  spec: ChartSpec
  locale: Locale
}
export type StillAnswer = { id: number; svg: string } | { id: number; error: string }

interface Waiting {
  resolve: (svg: string) => void
  reject: (error: Error) => void
}

export type StillDesk = ReturnType<typeof stillDesk>

/** Draws the charts of a folder in its own thread, while pages are written. */
export function stillDesk(brand: Brand | undefined) {
  const waiting = new Map<number, Waiting>()
  let next = 1
  /** Why it is no more. */
  let lost: Error | null = null
  const lose = (error: Error): void => {
    lost ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const worker = new Worker(new URL('./still-worker.ts', import.meta.url), {
    workerData: brand ?? null,
    resourceLimits: MEMORY,
  })
  worker.on('message', (answer: StillAnswer) => {
    const one = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('svg' in answer) one?.resolve(answer.svg)
    else one?.reject(new Error(answer.error))
  })
  worker.on('error', lose)
  worker.on('exit', () => lose(new Error('the thread that draws has ended')))
  const draw = (spec: ChartSpec, locale: Locale): Promise<string> => {
    const id = next++
    const drawn = new Promise<string>((resolve, reject) => {
      if (lost) return reject(lost)
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, spec, locale } satisfies StillOrder)
    })
    // It is asked for later, or never where the work is broken off.
    drawn.catch(() => undefined)
    return drawn
  }
  return {
    draw,
    async close(): Promise<void> {
      await worker.terminate()
    },
  }
}
