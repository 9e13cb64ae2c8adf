import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { pathOf, type Place, factsOf, ownPageOf, PAGES, type PageName } from '@causeway/shared/pages'
import { Link, useAddress } from '../address/address.tsx'
import { useLanguage } from '../language/language.tsx'
import { mayRead, useSession } from '../session/use-session.tsx'
import { useSetting } from '../setting/setting.tsx'
import { useStill } from '../still/still.ts'
import { useThemeHere } from '../ui/use-title.ts'
import SHELL_WORDS from './words.json' with { type: 'json' }
import { type Theme, THEMES } from '@causeway/shared/series'
import { graph } from '../graph/graph.ts'
import { useAnswer } from '../graph/use-answer.ts'
import { themeWords } from '@causeway/shared/words/terms'
import type { Words } from '@causeway/shared/words/words'
import { Button } from '../ui/button.tsx'

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

interface NavEntry {
  place: Place
  words: Words
  /** The reader is on it; on a page that belongs under it; elsewhere. */
  current: 'page' | 'true' | undefined
}

/** The pages of the menu, and which of them the reader is on or under. `theme`: of the indicator that is shown. */
export function listNavEntries(at: Place, theme: Theme | null, hasData: boolean): NavEntry[] {
  const { under } = factsOf(at.page)
  const currentOf = (page: PageName) => (at.page === page ? 'page' : under === page ? 'true' : undefined)
  const single = (page: 'overview' | 'forms' | 'data' | 'catalogue'): NavEntry => ({
    place: { page },
    words: PAGES[page].words,
    current: currentOf(page),
  })
  return [
    single('overview'),
    ...THEMES.map(themeEntry),
    single('forms'),
    ...(hasData ? [single('data')] : []),
    single('catalogue'),
  ]
  function themeEntry(of: Theme): NavEntry {
    const own = ownPageOf(of)
    const place: Place = own ? { page: own } : { page: 'theme', theme: of }
    const isTheme = at.page === 'theme' && at.theme === of
    const isOfTheme = (at.page === 'indicator' || at.page === 'answer') && theme === of
    // Of a theme that has its own page, the page of all its indicators is another.
    const current = isTheme ? (own ? 'true' : 'page') : isOfTheme ? 'true' : own ? currentOf(own) : undefined
    return { place, words: themeWords[of], current }
  }
}

/** Nobody signs in to a folder of files. */
export function SignInOrOut() {
  const { say } = useLanguage()
  const { session, signOut } = useSession()
  const address = useAddress()
  const still = useStill()
  if (still) return null
  if (session?.signedIn) {
    return <Button onClick={() => void signOut()}>{say(SHELL_WORDS.signOut)}</Button>
  }
  const back = address.place.page === 'sign-in' ? address.view.back : address.here
  return (
    <Link className="button" to={{ page: 'sign-in' }} view={{ back }} aria-busy={session === null}>
      {say(SHELL_WORDS.signIn)}
    </Link>
  )
}
