import type { Theme } from '@causeway/shared/series'
import { InstitutionLead } from './source-line.tsx'
import { Phrases } from './unbroken.tsx'
import { ThemeMark } from './theme-mark.tsx'
import { themeWords } from '@causeway/shared/words/terms'
import type { Words } from '@causeway/shared/words/words'
import { ownPageOf, type Place } from '@causeway/shared/pages'
import { useLanguage } from '../language/language.tsx'
import type { ReactNode } from 'react'
import type { Answer } from '../graph/use-answer.ts'
import type { Setting } from '../setting/setting.tsx'
import { FaultState, Loading } from './states.tsx'
import { Tabs } from './tabs.tsx'
import { useTitle } from './use-title.ts'

interface Props<Data> {
  theme: Theme
  /** What the data say; null: nothing yet, and `title` is said. */
  headline: string | null
  words: Record<'title' | 'lead', Words>
  setting: Setting
  answer: Answer<Data>
  children: ReactNode
}

/** What a page tells first of a theme: its mark, what the data say, what the page is about, whose it is and of when; then its panels. */
export function ThemePage<Data>({ theme, headline, words, setting, answer, children }: Props<Data>) {
  const { say } = useLanguage()
  const { data, waiting, fault, retry } = answer
  useTitle(say(themeWords[theme]), setting.institution.name)
  return (
    <div className={`theme-${theme.toLowerCase()}`}>
      <header className="page-head">
        <h1>
          <ThemeMark theme={theme} /> <Phrases text={headline ?? say(words.title)} />
        </h1>
        <p className="lead">{say(words.lead)}</p>
        <InstitutionLead institution={setting.institution} when={setting.report} />
        <ThemeTabs theme={theme} open="overview" />
      </header>
      {fault && <FaultState fault={fault} retry={retry} />}
      {!data && waiting && <Loading rows={7} />}
      {data && (
        <div className="register-page" aria-busy={waiting}>
          {children}
        </div>
      )}
    </div>
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
  const tabs = (Object.keys(TABS) as ThemeTab[]).map((tab) => ({ key: tab, text: say(TABS[tab]), to: places[tab] }))
  return <Tabs pages label={say(themeWords[theme])} tabs={tabs} open={open} />
}
