import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { pathOf, type Place } from '@causeway/shared/pages'
import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'
import { useLanguage } from '../language/language.tsx'
import { mayRead } from '../session/may.ts'
import { useSession } from '../session/use-session.tsx'
import { useSetting } from '../setting/setting.tsx'
import { useStill } from '../still/still.ts'
import { useThemeHere } from '../ui/theme-here.ts'
import { listNavEntries } from './nav-entries.ts'
import { SignInOrOut } from './sign-in-or-out.tsx'
import { SHELL_WORDS } from './words.ts'
import type { Theme } from '@causeway/shared/series'
import { graph } from '../graph/graph.ts'
import { useAnswer } from '../graph/use-answer.ts'

const ThemeOfQuery = graph(`query ThemeOf($id: ID!) { indicator(id: $id) { theme } }`)

/** Of a page that is written as a file, whose menu is before the page is known: its theme is asked for. A live page tells it. */
function useThemeAsked(place: Place, live: boolean): Theme | null {
  const id = place.page === 'indicator' || place.page === 'answer' ? place.id : null
  const { data } = useAnswer(ThemeOfQuery, { id: id ?? '' }, live || id === null)
  return data?.indicator?.theme ?? null
}

/** The pages: a row on a screen, on a phone behind a button that says whether they are shown. */
export function SiteNav() {
  const { say } = useLanguage()
  const address = useAddress()
  const { session } = useSession()
  const setting = useSetting()
  const still = useStill()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const said = useThemeHere()
  const asked = useThemeAsked(address.place, still === null)
  const theme = said ?? asked
  const path = pathOf(address.place)
  useEffect(() => setOpen(false), [path])
  const institution = setting.state === 'ready' ? setting.setting.institution.code : null
  const hasData = still === null && institution !== null && mayRead(session, institution)
  const entries = listNavEntries(address.place, theme, hasData)
    .map((entry) => ({ ...entry, href: address.to(entry.place) }))
    // A folder of files has not all of them.
    .filter(({ href }) => still === null || href !== '#')

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return
    setOpen(false)
    button.current?.focus()
  }

  return (
    <>
      {still === null && (
        <button
          ref={button}
          type="button"
          className="button menu-button"
          aria-expanded={open}
          aria-controls="site-nav"
          onClick={() => setOpen(!open)}
          onKeyDown={closeOnEscape}
        >
          <svg viewBox="0 0 16 12" width="16" height="12" aria-hidden="true">
            <path d={open ? 'M3 1l10 10M13 1L3 11' : 'M0 1h16M0 6h16M0 11h16'} stroke="currentColor" strokeWidth="2" />
          </svg>
          {say(SHELL_WORDS.menu)}
        </button>
      )}
      <nav
        id="site-nav"
        aria-label={say(SHELL_WORDS.pages)}
        data-open={open || still !== null || undefined}
        onKeyDown={closeOnEscape}
      >
        {entries.map(({ href, words, current }) => (
          <Link key={words.en} href={href} aria-current={current}>
            {say(words)}
          </Link>
        ))}
        <span className="nav-end">
          <SignInOrOut />
        </span>
      </nav>
    </>
  )
}
