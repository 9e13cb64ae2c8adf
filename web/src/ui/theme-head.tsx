import type { Theme } from '@causeway/shared/series'
import type { InstitutionFacts } from '../graph/generated.ts'
import { InstitutionLead } from './source-line.tsx'
import { Phrases } from './unbroken.tsx'
import { ThemeMark } from './theme-mark.tsx'
import { themeWords } from '@causeway/shared/words/terms'
import type { Words } from '@causeway/shared/words/words'
import { Link } from '../address/address.tsx'
import { ownPageOf, type Place } from '@causeway/shared/pages'
import { useLanguage } from '../language/language.tsx'

interface Props {
  theme: Theme
  headline: string
  lead: string
  institution: InstitutionFacts
  when: string
}

/** The head of what a page tells first of a theme: its mark, what the data say, what the page is about, whose it is and of when. */
export function ThemeHead({ theme, headline, lead, institution, when }: Props) {
  return (
    <header className="page-head">
      <h1>
        <ThemeMark theme={theme} /> <Phrases text={headline} />
      </h1>
      <p className="lead">{lead}</p>
      <InstitutionLead institution={institution} when={when} />
      <ThemeTabs theme={theme} open="overview" />
    </header>
  )
}

const TABS = {
  overview: { zh: '概览', en: 'Overview' },
  indicators: { zh: '全部指标', en: 'All indicators' },
} satisfies Record<string, Words>

type ThemeTab = keyof typeof TABS

/** What there is of a theme: one page whose tabs have addresses. Of a theme with nothing but its indicators there are no tabs. */
export function ThemeTabs({ theme, open }: { theme: Theme; open: ThemeTab }) {
  const { say } = useLanguage()
  const own = ownPageOf(theme)
  if (!own) return null
  const places: Record<ThemeTab, Place> = { overview: { page: own }, indicators: { page: 'theme', theme } }
  return (
    <nav className="tabs" aria-label={say(themeWords[theme])}>
      <ul>
        {(Object.keys(TABS) as ThemeTab[]).map((tab) => (
          <li key={tab}>
            <Link to={places[tab]} aria-current={tab === open ? 'page' : undefined}>
              {say(TABS[tab])}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
