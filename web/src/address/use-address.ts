import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { parsePlace, pathOf, type Place } from './place.ts'
import { carriedOf, formatView, parseView, type View } from './view.ts'

const MOVED = 'causeway:moved'

function subscribe(tell: () => void): () => void {
  addEventListener('popstate', tell)
  addEventListener(MOVED, tell)
  return () => {
    removeEventListener('popstate', tell)
    removeEventListener(MOVED, tell)
  }
}

const read = () => location.pathname + location.search

/** Goes to an address of this page without loading it anew. */
export function go(href: string, replace = false): void {
  if (href === read()) return
  const path = location.pathname
  history[replace ? 'replaceState' : 'pushState'](null, '', href)
  dispatchEvent(new Event(MOVED))
  // Another page is read from its top; back and forward the browser finds the place it was left at.
  if (location.pathname !== path) scrollTo(0, 0)
}

export interface Address {
  place: Place
  view: View
  /** The address of this place with some of its view changed. */
  with: (changes: Partial<View>) => string
  /** The address of another place, with what goes along from page to page. */
  to: (place: Place, changes?: Partial<View>) => string
  change: (changes: Partial<View>) => void
}

export function useAddress(): Address {
  const href = useSyncExternalStore(subscribe, read)
  const { place, view } = useMemo(() => {
    const url = new URL(href, location.origin)
    return { place: parsePlace(url.pathname), view: parseView(url.search) }
  }, [href])
  const path = href.split('?')[0]!
  const withChanges = useCallback((changes: Partial<View>) => path + formatView({ ...view, ...changes }), [path, view])
  return {
    place,
    view,
    with: withChanges,
    to: (other, changes = {}) => pathOf(other) + formatView({ ...carriedOf(view), ...changes }),
    change: (changes) => go(withChanges(changes)),
  }
}
