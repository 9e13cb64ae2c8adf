import { PAGES } from '@causeway/shared/pages'
import { Link, useAddress } from '../address/address.tsx'
import { useLanguage } from '../language/language.tsx'
import { useSession } from '../session/use-session.tsx'
import { useSetting } from '../setting/setting.tsx'
import { useStill } from '../still/still.ts'
import SHELL_WORDS from './words.json' with { type: 'json' }

const LINKS = ['about', 'data', 'developers', 'institutions'] as const

export function Footer() {
  const { locale, say, formatDay } = useLanguage()
  const { session } = useSession()
  const state = useSetting()
  const address = useAddress()
  const still = useStill()
  const links = LINKS.map((page) => ({ href: address.to({ page }), words: PAGES[page].words })).filter(
    ({ href }) => still === null || href !== '#',
  )
  const dataDate = state.state === 'ready' ? state.setting.institution.dataDate : null
  return (
    <footer className="site-foot">
      <div>
        <p>
          {dataDate && `${say(SHELL_WORDS.until)} ${formatDay(dataDate)}${locale === 'ZH' ? '。' : '. '}`}
          {say(SHELL_WORDS.traceable)}
        </p>
        <p>{say(session?.signedIn ? SHELL_WORDS.exact : SHELL_WORDS[session?.rounded ? 'rounded' : 'public'])}</p>
        <ul className="foot-links row-flat off-paper">
          {links.map(({ href, words }) => (
            <li key={words.en}>
              <Link href={href}>{say(words)}</Link>
            </li>
          ))}
          {still?.beside.map(({ words, href }) => (
            <li key={href}>
              <a href={href}>{say(words)}</a>
            </li>
          ))}
          {still === null && (
            <>
              <li>
                <a href="/graphql">{say(SHELL_WORDS.playground)}</a>
              </li>
              <li>
                <a href="/schema.graphql">{say(SHELL_WORDS.schema)}</a>
              </li>
            </>
          )}
        </ul>
      </div>
      {still === null && <AppearancePicker />}
    </footer>
  )
}

/** Light, dark, or as the system has it. */
function AppearancePicker() {
  const { say } = useLanguage()
  const { view, change } = useAddress()
  return (
    <p className="appearance off-paper">
      <label htmlFor="appearance">{say(SHELL_WORDS.appearance)}</label>
      <select
        id="appearance"
        value={view.mode ?? 'system'}
        onChange={({ target: { value } }) => change({ mode: value === 'light' || value === 'dark' ? value : null })}
      >
        <option value="system">{say(SHELL_WORDS.system)}</option>
        <option value="light">{say(SHELL_WORDS.light)}</option>
        <option value="dark">{say(SHELL_WORDS.dark)}</option>
      </select>
    </p>
  )
}
