import { Link } from '../address/link.tsx'
import { holdPlace } from '../address/reading-place.ts'
import { useAddress } from '../address/use-address.ts'
import { useLanguage } from '../language/language.tsx'
import { useSetting } from '../setting/setting.tsx'
import { Banner } from './banner.tsx'
import { SignInOrOut } from './sign-in-or-out.tsx'
import { SiteNav } from './site-nav.tsx'
import { Wordmark } from './wordmark.tsx'
import { YearPicker } from './year-picker.tsx'

export function Header() {
  const { locale } = useLanguage()
  const setting = useSetting()
  const address = useAddress()
  const other = locale === 'ZH' ? 'en' : 'zh'
  return (
    <header className="site-head">
      <Banner />
      <div className="bar">
        <Wordmark />
        <SiteNav />
        <div className="settings">
          {setting.state === 'ready' && <YearPicker setting={setting.setting} />}
          <Link
            className="button language"
            href={address.inLanguage(other)}
            onClick={holdPlace}
            lang={other === 'zh' ? 'zh-CN' : 'en'}
            hrefLang={other}
          >
            {other === 'zh' ? '中文' : 'English'}
          </Link>
          <span className="settings-end">
            <SignInOrOut />
          </span>
        </div>
      </div>
    </header>
  )
}
