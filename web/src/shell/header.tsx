import { Link, useAddress } from '../address/address.tsx'
import { holdPlace } from '../address/reading-place.ts'
import { useLanguage } from '../language/language.tsx'
import { useInstitution, useSetting, type Setting } from '../setting/setting.tsx'
import { ROLE_WORDS } from '@causeway/shared/rights'
import { useSession } from '../session/use-session.tsx'
import { SignInOrOut, SiteNav } from './site-nav.tsx'
import UI_WORDS from '../ui/words.json' with { type: 'json' }
import { siteName, useBrand } from './brand.ts'
import { WINDOW_YEARS } from '@causeway/shared/reported-years'
import { reportLabel } from '../setting/years.ts'
import { useStill } from '../still/still.ts'
import SHELL_WORDS from './words.json' with { type: 'json' }

export function Header() {
  const { locale } = useLanguage()
  const setting = useSetting()
  const address = useAddress()
  const other = locale === 'ZH' ? 'en' : 'zh'
  return (
    <header className="site-head">
      <Banner />
      <div className="bar off-paper">
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
      <SignedInAs />
    </header>
  )
}

/** Name of the token and its role. Renders nothing for the public. */
function SignedInAs() {
  const { say } = useLanguage()
  const { session } = useSession()
  const still = useStill()
  if (still || !session?.signedIn || !session.role) return null
  const { name, role } = session
  const roleName = say(ROLE_WORDS[role])
  return (
    <p className="signed-in off-paper">
      {name ? say(SHELL_WORDS.signedInBy, { name, role: roleName }) : say(SHELL_WORDS.signedInAs, { role: roleName })}
    </p>
  )
}

/** Invented figures are never shown without saying so. */
function Banner() {
  const { say } = useLanguage()
  if (!useInstitution()?.demonstration) return null
  return (
    <p className="demonstration" role="note">
      {say(UI_WORDS.demonstration)}
    </p>
  )
}

/** Two directions of traffic on three piers, or the college's logo. */
function Wordmark() {
  const { say } = useLanguage()
  const brand = useBrand()
  return (
    <Link className="wordmark" to={{ page: 'overview' }}>
      {brand.logo ? (
        <img src={brand.logo} alt="" height="32" />
      ) : (
        <svg viewBox="0 0 34 24" width="34" height="24" fill="none" aria-hidden="true">
          <path d="M1 9h27m0 0-4-4m4 4-4 4" stroke="var(--export)" />
          <path d="M33 15H6m0 0 4-4m-4 4 4 4" stroke="var(--introduction)" />
          <path d="M7 23v-2M17 23v-2M27 23v-2" stroke="var(--platforms)" />
        </svg>
      )}
      <span>{say(siteName(brand))}</span>
    </Link>
  )
}

/** Years by the report they are filed in, both years of the school year in sight. */
function YearPicker({ setting }: { setting: Setting }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const still = useStill()
  const { years, year } = setting
  // A page that is a file shows the year it was written for.
  if (still) return <span className="year">{reportLabel(years.periodOf(year), locale)}</span>
  const listed = Array.from({ length: WINDOW_YEARS }, (_, back) => years.newest - back)
  if (!listed.includes(year)) listed.push(year)
  return (
    <>
      <label className="for-ears" htmlFor="year">
        {say(SHELL_WORDS.year)}
      </label>
      <select
        id="year"
        className="year"
        value={year}
        onChange={(event) =>
          address.change({ year: Number(event.target.value), on: null, category: null, records: null, after: null })
        }
      >
        {listed.map((one) => {
          const period = years.periodOf(one)
          return (
            <option key={one} value={one}>
              {reportLabel(period, locale)}
              {period.partial ? say(SHELL_WORDS.partial) : ''}
            </option>
          )
        })}
      </select>
    </>
  )
}

export function SkipLink() {
  const { say } = useLanguage()
  return (
    <a className="skip off-paper" href="#content">
      {say(SHELL_WORDS.skip)}
    </a>
  )
}
