import { useContext, useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react'
import { AddressesContext, LEAVING, MOVED, type Addresses, NOWHERE } from './addresses.ts'
import { findHash } from './reading-place.ts'
import { partsOf, carriedOf, parseView, type View } from './view.ts'
import { parsePlace, type Place, type PageName } from '@causeway/shared/pages'

/** As long the page that is left stays in sight while the next one is fetched; then its place is shown. */
const PATIENCE_MS = 200

let turns = 0

/** Goes to an address of this page without loading it anew. What is in sight is always what the address says. */
export function go(href: string, replace = false): void {
  const from = location.pathname
  if (partsOf(href).path === from) {
    // Anyone who chooses something of the page in sight stays on it; what a page notes as somebody types keeps nobody.
    if (!replace) turns++
    if (href !== from + location.search + location.hash) show()
    return
  }
  const turn = ++turns
  dispatchEvent(new Event(LEAVING))
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

/** `lost`: it can be had by loading the address anew, and in no other way. */
export type Prepare = () => Promise<unknown> | 'ready' | 'lost'

let prepare: (page: PageName) => ReturnType<Prepare> = () => 'ready'

/** Anyone who knows the pages says how one is made ready to be shown. */
export function prepareWith(given: typeof prepare): void {
  prepare = given
}

/** Makes ready what an address shows, for somebody who is about to go there. */
function prepareAddress(href: string): ReturnType<Prepare> {
  return prepare(parsePlace(partsOf(href).path).page)
}

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** Another place, with what goes along from page to page. Left out: this one, as it is shown. */
  to?: Place
  /** What is shown differently there. */
  view?: Partial<View>
  /** In place of both: an address that is written already. */
  href?: string
}

/** A link inside the page. With a modifier key it is an ordinary one; one that leads nowhere is its text. */
export function Link({ to, view = {}, href, onClick, ...rest }: Props) {
  const address = useAddress()
  const leadsTo = href ?? (to ? address.to(to, view) : address.with(view))
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    const { defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey } = event
    if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return
    event.preventDefault()
    go(leadsTo)
  }
  // Who points at a link or comes to it by keyboard may well follow it.
  const prepare = () => void prepareAddress(leadsTo)
  if (leadsTo === NOWHERE) return <span>{rest.children}</span>
  const ready = { onPointerEnter: prepare, onPointerDown: prepare, onFocus: prepare }
  return <a {...ready} {...rest} href={leadsTo} onClick={follow} />
}

/** The way to sign in, and from there back. */
export function SignInLink(props: { className?: string; children: ReactNode }) {
  const { here } = useAddress()
  return <Link {...props} to={{ page: 'sign-in' }} view={{ back: here }} />
}
