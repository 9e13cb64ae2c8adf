import { Worker } from 'node:worker_threads'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Locale } from '@causeway/shared/words/words'
import type { Brand } from '../../ground/brand/brand.ts'

/** What a chart leaves behind is collected after some charts and not after thousands. */
const MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 }

/** A chart to draw, or a picture to make smaller. */
export type StillOrder = { id: number } & ({ spec: ChartSpec; locale: Locale } | { png: Uint8Array })
export type StillAnswer = { id: number; made: string | Uint8Array } | { id: number; error: string }

interface Waiting {
  resolve: (made: never) => void
  reject: (error: Error) => void
}

export type StillDesk = ReturnType<typeof stillDesk>

/** Draws the charts of a folder, and makes its pictures smaller, in its own thread: while pages are written. */
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
    if ('made' in answer) one?.resolve(answer.made as never)
    else one?.reject(new Error(answer.error))
  })
  worker.on('error', lose)
  worker.on('exit', () => lose(new Error('the thread that draws has ended')))
  const ask = <Made>(order: { spec: ChartSpec; locale: Locale } | { png: Uint8Array }): Promise<Made> => {
    const id = next++
    const made = new Promise<Made>((resolve, reject) => {
      if (lost) return reject(lost)
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ...order } satisfies StillOrder)
    })
    // It is asked for later, or never where the work is broken off.
    made.catch(() => undefined)
    return made
  }
  return {
    draw: (spec: ChartSpec, locale: Locale) => ask<string>({ spec, locale }),
    makeSmaller: (png: Uint8Array) => ask<Uint8Array>({ png }),
    async close(): Promise<void> {
      await worker.terminate()
    },
  }
}
