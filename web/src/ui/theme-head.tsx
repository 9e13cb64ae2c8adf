import type { Theme } from '@causeway/shared/series'
import type { InstitutionFacts } from '../graph/generated.ts'
import { InstitutionLead } from './institution-lead.tsx'
import { Phrases } from './phrases.tsx'
import { ThemeMark } from './theme-mark.tsx'
import { ThemeTabs } from './theme-tabs.tsx'

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
