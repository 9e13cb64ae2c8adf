import { useSyncExternalStore } from 'react'
import { forgetAtSignOut } from '../../../session/use-session.tsx'
import type { TypedTable } from './typed-rows.ts'

/** What was written by hand and is not in yet, by college, type and way of writing. It outlives the page's parts. */
const kept = new Map<string, TypedTable>()
const listeners = new Set<() => void>()
forgetAtSignOut(() => kept.clear())

/** `fresh` is what one begins with: the same as long as nothing is written. */
export function useTyped(place: string, fresh: TypedTable): [TypedTable, (table: TypedTable | null) => void] {
  const table = useSyncExternalStore(
    subscribe,
    () => kept.get(place),
    () => undefined,
  )
  return [
    table ?? fresh,
    (next) => {
      if (next) kept.set(place, next)
      else kept.delete(place)
      for (const listener of listeners) listener()
    },
  ]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
