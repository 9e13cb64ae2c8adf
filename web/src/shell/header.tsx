import { THEMES } from '@causeway/shared/series'
import { themeWords } from '@causeway/shared/words/themes'
import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'
import { useLanguage } from '../language/language.tsx'
import { useSession } from '../session/use-session.tsx'
import { useSetting } from '../setting/setting.tsx'
import { Banner } from './banner.tsx'
import { Wordmark } from './wordmark.tsx'
import { SHELL_WORDS } from './words.ts'
import { YearPicker } from './year-picker.tsx'

export function Header() {
  const { locale, say } = useLanguage()
  const { session, signOut } = useSession()
  const setting = useSetting()
  const address = useAddress()
  const { place, view } = address
  const other = locale === 'ZH' ? 'en' : 'zh'
  return (
    <header className="site-head">
      <Banner />
      <div className="bar">
        <Wordmark />
        <nav aria-label={say(SHELL_WORDS.pages)}>
          <Link href={address.to({ page: 'overview' })} aria-current={place.page === 'overview' ? 'page' : undefined}>
            {say(SHELL_WORDS.overview)}
          </Link>
          {THEMES.map((theme) => (
            <Link
              key={theme}
              href={address.to({ page: 'theme', theme })}
              aria-current={place.page === 'theme' && place.theme === theme ? 'page' : undefined}
            >
              {say(themeWords[theme])}
            </Link>
          ))}
        </nav>
        <div className="settings">
          {setting.state === 'ready' && <YearPicker setting={setting.setting} />}
          <Link
            className="button"
            href={address.with({ lang: other })}
            lang={other === 'zh' ? 'zh-CN' : 'en'}
            hrefLang={other}
          >
            {other === 'zh' ? '中文' : 'English'}
          </Link>
          {session?.signedIn ? (
            <button type="button" className="button" onClick={() => void signOut()}>
              {say(SHELL_WORDS.signOut)}
            </button>
          ) : (
            <Link className="button" href={address.to({ page: 'sign-in' }, { back: backHere() })}>
              {say(SHELL_WORDS.signIn)}
            </Link>
          )}
        </div>
      </div>
    </header>
  )

  function backHere(): string | null {
    if (place.page === 'sign-in') return view.back
    return address.with({})
  }
}
