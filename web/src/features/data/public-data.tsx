import '../../styles/data.css'
import { periodLabel } from '@causeway/shared/period'
import { THEMES } from '@causeway/shared/series'
import { themeWords } from '@causeway/shared/words/terms'
import { Link, SignInLink } from '../../address/address.tsx'
import { graph } from '../../graph/graph.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { useSession } from '../../session/use-session.tsx'
import type { Setting, SettingState } from '../../setting/setting.tsx'
import type { InstitutionFacts } from '../../graph/generated.ts'
import { ThemeMark } from '../../ui/theme-mark.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import DATA_WORDS from './words.json' with { type: 'json' }
import PUBLIC_WORDS from './public-words.json' with { type: 'json' }

const KindsQuery = graph(`
  query Kinds($locale: Locale!) { recordTypes { name label(locale: $locale) description(locale: $locale) } }
`)

/** Apart from the rest: figures that nobody has asked for yet are counted first. */
const CoveredQuery = graph(`
  query Covered($institution: ID!, $year: Int!) {
    indicators { id theme series(institution: $institution, from: $year, to: $year) { figures { gap } } }
  }
`)

/** What anybody may know of the data: up to when they speak, what they are, and where the figures are. */
export function PublicData({ state, institution }: { state: SettingState; institution: InstitutionFacts | null }) {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  const ready = state.state === 'ready' ? state.setting : null
  const { data, fault, retry } = useAnswer(KindsQuery, { locale })
  return (
    <>
      <PageHead institution={institution} />
      <div className="data-parts stack-loose">
        <section className="card public-sign-in" aria-labelledby="for-clerks">
          <div>
            <h2 id="for-clerks">{say(PUBLIC_WORDS.signIn)}</h2>
            <p className="quiet">{say(session?.signedIn ? PUBLIC_WORDS.elsewhere : PUBLIC_WORDS.signInText)}</p>
          </div>
          {!session?.signedIn && (
            <SignInLink className="button primary">{say({ zh: '登录', en: 'Sign in' })}</SignInLink>
          )}
        </section>
        {ready && <Covered setting={ready} />}
        {!data && (fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={6} />)}
        {data && (
          <section className="card" aria-labelledby="kinds">
            <header className="card-head">
              <h2 id="kinds">{say(PUBLIC_WORDS.kinds)}</h2>
            </header>
            <p className="quiet">{say(PUBLIC_WORDS.kindsText)}</p>
            <dl className="kinds">
              {data.recordTypes.map((type) => (
                <div key={type.name}>
                  <dt>{type.label}</dt>
                  <dd>{type.description}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </div>
    </>
  )
}

/** How many indicators of each theme have a figure for the year. */
function Covered({ setting }: { setting: Setting }) {
  const { locale, say } = useLanguage()
  const { institution, year, years } = setting
  const { data, waiting, fault, retry } = useAnswer(CoveredQuery, { institution: institution.code, year })
  return (
    <section className="card" aria-labelledby="covered" aria-busy={waiting}>
      <header className="card-head">
        <h2 id="covered">
          {say(PUBLIC_WORDS.covered)} <span className="quiet">{periodLabel(years.periodOf(year), locale)}</span>
        </h2>
      </header>
      {fault && !data && <FaultState fault={fault} retry={retry} />}
      {!fault && (
        <ul className="covered">
          {THEMES.map((theme) => {
            const ofTheme = data?.indicators.filter((indicator) => indicator.theme === theme) ?? []
            const have = ofTheme.filter(({ series }) => series?.figures.some(({ gap }) => gap !== 'NO_RECORDS'))
            return (
              <li key={theme} className={`theme-${theme.toLowerCase()}`}>
                <Link to={{ page: 'theme', theme }}>
                  <ThemeMark theme={theme} /> {say(themeWords[theme])}
                </Link>
                <span>{data ? say(PUBLIC_WORDS.share, { have: have.length, all: ofTheme.length }) : '…'}</span>
              </li>
            )
          })}
        </ul>
      )}
      <p className="actions">
        <Link className="button" to={{ page: 'catalogue' }}>
          {say(PUBLIC_WORDS.catalogue)}
        </Link>
        <Link className="button" to={{ page: 'developers' }}>
          {say(PUBLIC_WORDS.developers)}
        </Link>
      </p>
    </section>
  )
}

export function PageHead({ institution }: { institution: InstitutionFacts | null }) {
  const { say, formatDay } = useLanguage()
  return (
    <header className="page-head">
      <h1>{say(DATA_WORDS.title)}</h1>
      <p className="lead">
        {institution?.name}
        {institution && say({ zh: '，', en: '. ' })}
        {institution?.dataDate
          ? say(DATA_WORDS.until, { day: formatDay(institution.dataDate) })
          : say(DATA_WORDS.noneYet)}
        {say({ zh: '。', en: '.' })}
      </p>
    </header>
  )
}
