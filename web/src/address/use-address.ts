import { useContext, useSyncExternalStore } from 'react'
import { AddressesContext, MOVED, type Addresses } from './addresses.ts'
import { findHash } from './reading-place.ts'
import { partsOf } from './parts.ts'
import { parsePlace, type Place } from '@causeway/shared/pages'
import { prepareAddress } from './prepare.ts'
import { carriedOf, parseView, type View } from './view.ts'

/** As long the page that is left stays in sight while the next one is fetched; then its place is shown. */
const PATIENCE_MS = 200

let turns = 0

/** Goes to an address of this page without loading it anew. What is in sight is always what the address says. */
export function go(href: string, replace = false): void {
  const from = location.pathname
  const here = href === from + location.search + location.hash
  if (!here && partsOf(href).path === from) {
    // Anyone who chooses something of the page in sight stays on it; what a page notes as somebody types keeps nobody.
    if (!replace) turns++
    return show()
  }
  const turn = ++turns
  if (here) return
  const ready = prepareAddress(href)
  if (ready === 'lost') return location[replace ? 'replace' : 'assign'](href)
  if (ready === 'ready') return arrive()
  void Promise.race([ready, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]).then(arrive)

  function arrive(): void {
    // Anyone who went elsewhere meanwhile is left there.
    if (turn !== turns || location.pathname !== from) return
    show()
    // Another page is read from its top; back and forward the browser finds the place it was left at.
    scrollTo(0, 0)
    findHash()
  }

  function show(): void {
    history[replace ? 'replaceState' : 'pushState'](null, '', href)
    dispatchEvent(new Event(MOVED))
  }
}

export interface Address {
  place: Place
  view: View
  /** The address of this place with some of its view changed. */
  with: (changes: Partial<View>) => string
  /** The address of another place, with what goes along from page to page. */
  to: (place: Place, changes?: Partial<View>) => string
  change: (changes: Partial<View>) => void
  /** The whole address, to come back to. */
  here: string
  /** The whole address in another language. */
  inLanguage: (lang: 'zh' | 'en') => string
}

export function useAddress(): Address {
  const addresses = useContext(AddressesContext)
  return readOnce(useSyncExternalStore(addresses.subscribe, addresses.read, addresses.read), addresses)
}

let last: { of: Addresses; address: Address } | null = null

/** Every link of a page asks for the same. */
function readOnce(here: string, of: Addresses): Address {
  if (last?.of !== of || last.address.here !== here) last = { of, address: read(here, of) }
  return last.address
}

function read(here: string, { write, inLanguage }: Addresses): Address {
  const { path, query } = partsOf(here)
  const [place, view] = [parsePlace(path), parseView(query)]
  const withChanges = (changes: Partial<View>) => write(place, { ...view, ...changes })
  return {
    place,
    view,
    with: withChanges,
    to: (other, changes = {}) => write(other, { ...carriedOf(view), ...changes }),
    change: (changes) => go(withChanges(changes)),
    here,
    inLanguage,
  }
}
