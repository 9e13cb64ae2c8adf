import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { NOWHERE } from './addresses.ts'
import { prepareAddress } from './prepare.ts'
import { go } from './use-address.ts'

/** A link inside the page. With a modifier key it is an ordinary one; one that leads nowhere is its text. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    event.preventDefault()
    go(href)
  }
  // Who points at a link or comes to it by keyboard may well follow it.
  const prepare = () => void prepareAddress(href)
  if (href === NOWHERE) return <span>{rest.children}</span>
  return <a onPointerEnter={prepare} onPointerDown={prepare} onFocus={prepare} {...rest} href={href} onClick={follow} />
}
