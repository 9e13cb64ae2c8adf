import type { ReactNode } from 'react'
import { Link, useAddress } from '../address/address.tsx'
import { shownAs } from '../address/view.ts'
import { useLanguage } from '../language/language.tsx'
import { LIST_COMMA } from '@causeway/shared/words/words'

interface CountedLinkProps {
  /** Address on the page as the server says it, in no language. */
  href: string
  className?: string
  children: ReactNode
}

/** A link to an address that the server wrote, in the language and the colors of the page. */
export function CountedLink({ href, className, children }: CountedLinkProps) {
  const { view } = useAddress()
  return (
    <Link className={className} href={shownAs(href, { lang: view.lang, mode: view.mode })}>
      {children}
    </Link>
  )
}

interface FirstNamedProps {
  /** Of the list, the first few: `href` or the `id` of a record leads to each. */
  named: readonly { label: string; href?: string; id?: string }[]
  /** How many the whole list has. */
  count: number
}

/** The first few things of a list, each a link, and whether there are more. */
export function FirstNamed({ named, count }: FirstNamedProps) {
  const { say } = useLanguage()
  if (named.length === 0) return null
  return (
    <>
      {named.map(({ label, href, id }, at) => (
        <span key={`${href} ${id}`} className="first-named">
          {at > 0 && say(LIST_COMMA)}
          {href ? (
            <CountedLink href={href}>{label}</CountedLink>
          ) : (
            <Link to={{ page: 'record', id: id! }}>{label}</Link>
          )}
        </span>
      ))}
      {count > named.length && say({ zh: ` 等 ${count} 项`, en: ` and ${count - named.length} more` })}
    </>
  )
}
