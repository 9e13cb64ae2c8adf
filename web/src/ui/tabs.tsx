import type { Place } from '@causeway/shared/pages'
import { Link } from '../address/address.tsx'
import type { View } from '../address/view.ts'

interface Tab {
  key: string | null
  text: string
  to?: Place
  view?: Partial<View>
  href?: string
}

interface Props {
  label: string
  tabs: readonly Tab[]
  /** Key of the one that is open. */
  open: string | null
  /** Each is a page. */
  pages?: boolean
}

/** Parts of a page of which one is open, each with an address. */
export function Tabs({ label, tabs, open, pages }: Props) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ key, text, ...link }) => (
          <li key={key}>
            <Link {...link} aria-current={key === open ? (pages ? 'page' : 'true') : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
