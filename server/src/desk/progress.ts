import { AsyncLocalStorage } from 'node:async_hooks'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from '../figures/causeway.ts'
import type { Database } from '../ground/database/database.ts'
import { once } from '../ground/once.ts'

/** How far a report is when its figures are read, and when it is written; a PDF is made after that. */
export const READ = 0.7
export const WRITTEN = 0.9

interface Listener {
  /** Receives how far the work is, 0 to 1. */
  note: (share: number) => void
  /** How many reports come before it; absent: it is not in line. */
  before?: () => number
}

export const listening = new AsyncLocalStorage<Listener>()

/** Notes how far the work is that is being done, 0 to 1. */
export const noteProgress = (share: number): void => listening.getStore()?.note(share)

interface UnderWay extends Listener {
  share: number
}

/** By the token and the name that its asker gave it. */
const underWayOf = once((_database: Database) => new Map<string, UnderWay>())
const keyOf = ({ token = '' }: Viewer, name: string) => JSON.stringify([token, name])

/** Makes a report or a release. `progressOf` says meanwhile how far it is, to bearers of the same token. @param name null: nobody asks */
export async function withProgress<Made>(
  { database }: Causeway,
  viewer: Viewer,
  name: string | null,
  make: () => Promise<Made>,
): Promise<Made> {
  if (name === null) return make()
  const [underWay, key] = [underWayOf(database), keyOf(viewer, name)]
  // What is planned anew is read anew: it never goes back.
  const own: UnderWay = { share: 0, note: (share) => void (own.share = Math.max(share, own.share)) }
  underWay.set(key, own)
  try {
    return await listening.run(own, make)
  } finally {
    underWay.delete(key)
  }
}

/** Returns whole percents; null if nothing of this name is being made. */
export function progressOf({ database }: Causeway, viewer: Viewer, name: string): number | null {
  const one = underWayOf(database).get(keyOf(viewer, name))
  return one === undefined ? null : Math.floor(one.share * 100)
}

/** How many reports come before it; null: no such report is being made. */
export function reportsBefore({ database }: Causeway, viewer: Viewer, name: string): number | null {
  const one = underWayOf(database).get(keyOf(viewer, name))
  return one === undefined ? null : (one.before?.() ?? 0)
}
