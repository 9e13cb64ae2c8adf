import { useEffect, useSyncExternalStore } from 'react'
import { useLanguage } from '../language/language.tsx'
import { siteName, useBrand } from '../shell/brand.ts'
import { useStill } from '../still/still.ts'
import type { Theme } from '@causeway/shared/series'

/** The name of the page in the browser's tab and history: what it is about, and whose. */
export function useTitle(...parts: string[]): void {
  const still = useStill()
  const { say } = useLanguage()
  const site = say(siteName(useBrand()))
  const title = parts.join(say({ zh: '，', en: ', ' }))
  still?.entitle(`${title} · ${site}`)
  useEffect(() => {
    document.title = `${title} · ${site}`
  }, [title, site])
}

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
