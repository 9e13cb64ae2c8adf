import { AsyncLocalStorage } from 'node:async_hooks'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Database } from '../../ground/database/database.ts'
import { once } from '../../ground/once.ts'

/** How far a report is when its figures are read, and when it is written; a PDF is made after that. */
export const READ = 0.7
export const WRITTEN = 0.9

const listening = new AsyncLocalStorage<(share: number) => void>()

/** Says how far the report is that is being made, 0 to 1. */
export const noteProgress = (share: number): void => listening.getStore()?.(share)

/** By the token and the name that its asker gave it. */
const underWayOf = once((_database: Database) => new Map<string, number>())
const keyOf = ({ token = '' }: Viewer, name: string) => JSON.stringify([token, name])

/** Makes a report of which `progressOf` says meanwhile how far it is, to those with the same token. @param name null: nobody asks */
export async function withProgress<Made>(
  { database }: Causeway,
  viewer: Viewer,
  name: string | null,
  make: () => Promise<Made>,
): Promise<Made> {
  if (name === null) return make()
  const [underWay, key] = [underWayOf(database), keyOf(viewer, name)]
  underWay.set(key, 0)
  try {
    // What is planned anew is read anew: it never goes back.
    return await listening.run((share) => void underWay.set(key, Math.max(share, underWay.get(key) ?? 0)), make)
  } finally {
    underWay.delete(key)
  }
}

/** In whole percent; null: no such report is being made. */
export function progressOf({ database }: Causeway, viewer: Viewer, name: string): number | null {
  const share = underWayOf(database).get(keyOf(viewer, name))
  return share === undefined ? null : Math.floor(share * 100)
}
