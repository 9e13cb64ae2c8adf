import { Worker } from 'node:worker_threads'
import type { Causeway } from '../../figures/causeway.ts'
import type { ReleasedText } from '../../figures/releases/released-text.ts'
import type { Release } from '../../figures/releases/release.ts'
import type { Standing } from '../../figures/standing.ts'
import { listOwnFields } from '../../records/own-fields.ts'

/** Much is made and soon forgotten: with as little room for it as a server gives, it would be collected all the time. */
const YOUNG = { maxYoungGenerationSizeMb: 48 }

/** All that a thread needs to count as this one does: no function is among it. */
export interface CounterData extends Pick<Causeway, 'indicators' | 'ownForms' | 'isRounded'> {
  address: string
  ownFields: ReturnType<typeof listOwnFields>
  standing: Standing
  /** Releases that anybody could read, in the order in which they came out. */
  earlier: readonly Release[]
}

/** Of the indicators at a place of `tiedTogether`; null: another revision came. */
export interface CounterAnswer {
  place: number
  texts: ReleasedText[] | null
}

export interface Counter {
  /** One after the other. Throws where the thread is lost. */
  count(place: number): Promise<ReleasedText[] | null>
  close(): Promise<unknown>
}

/** Another thread, which opens the same database and counts beside this one. Null: the database cannot be opened again. */
export function openCounter(
  { database, indicators, ownForms, isRounded = false }: Causeway,
  standing: Standing,
  earlier: readonly Release[],
): Counter | null {
  const { address } = database
  if (address === undefined) return null
  const given = { indicators, ownForms, isRounded, standing, earlier }
  const workerData: CounterData = { ...given, address, ownFields: listOwnFields() }
  const worker = new Worker(new URL('./counter-worker.ts', import.meta.url), { workerData, resourceLimits: YOUNG })
  const lost = Promise.withResolvers<never>()
  lost.promise.catch(() => {})
  worker.on('error', lost.reject)
  worker.on('exit', () => lost.reject(new Error('the thread that counts has ended')))
  return {
    count(place) {
      const answer = new Promise<ReleasedText[] | null>((resolve) => {
        worker.once('message', ({ texts }: CounterAnswer) => resolve(texts))
      })
      worker.postMessage(place)
      return Promise.race([answer, lost.promise])
    },
    close: () => worker.terminate(),
  }
}
