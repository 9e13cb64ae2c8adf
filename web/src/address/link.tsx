import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import type { Place } from '@causeway/shared/pages'
import { NOWHERE } from './addresses.ts'
import { prepareAddress } from './prepare.ts'
import { go, useAddress } from './use-address.ts'
import type { View } from './view.ts'

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
