import { useEffect, useSyncExternalStore } from 'react'
import type { Theme } from '@causeway/shared/series'

/** The theme of what is shown, where its address does not say it. */
let here: Theme | null = null
const listeners = new Set<() => void>()

function tell(theme: Theme | null): void {
  here = theme
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A page says what theme it belongs to, once it knows. Null: it does not know yet. */
export function useBelongsTo(theme: Theme | null): void {
  useEffect(() => {
    if (theme === null) return
    tell(theme)
    return () => tell(null)
  }, [theme])
}

export function useThemeHere(): Theme | null {
  return useSyncExternalStore(
    subscribe,
    () => here,
    () => null,
  )
}
