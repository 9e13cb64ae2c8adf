import { useMemo, useState, type ReactNode } from 'react'
import { adoptionLivesView, byLastMove } from '@causeway/shared/views/adoption-lives-view'
import type { Words } from '@causeway/shared/words/words'
import { go } from '../address/address.tsx'
import type { AdoptionFacts } from '../graph/generated.ts'
import { spoken } from '../language/words.ts'
import { useLanguage } from '../language/language.tsx'
import { ChartPanel } from './chart-panel.tsx'
import { Button } from '../ui/button.tsx'

interface Props {
  adoptions: AdoptionFacts[]
  /** The day that they are shown for: where the time line ends. */
  on: string
  institution: { code: string; name: string; dataDate: string | null }
  /** Of what they are, where it is one standard or one country. */
  of?: { standard: string } | { country: string } | null
  title?: Words
  /** Where a standard, a country and an adopter lead; null: nowhere. */
  leads: (adoption: AdoptionFacts) => { title: string | null; country: string | null; adopter: string | null }
  children?: ReactNode
}

/** How many are drawn at first. */
const FIRST = 12

/** Adoptions on one time axis, the latest to move first; a sign leads to what was adopted. */
export function LivesPanel({ adoptions, on, institution, of = null, title, leads, children }: Props) {
  const { say } = useLanguage()
  const [all, setAll] = useState(false)
  const lives = useMemo(() => byLastMove(adoptions), [adoptions])
  const common = of === null ? null : 'standard' in of ? 'title' : 'country'
  const drawn = useMemo(() => {
    const named = lives.map((life) => ({
      ...life,
      title: spoken(life.title),
      country: spoken(life.countryLabel),
      stateLabel: spoken(life.stateLabel),
      stages: life.stages.map((one) => ({ ...one, label: spoken(one.label) })),
    }))
    const asked = { on, institution: spoken(institution.name), common, most: all ? Infinity : FIRST } as const
    const { spec, table } = adoptionLivesView(named, asked)
    // The button shows what is left out.
    return { spec: { ...spec, ...(title && { title }), leftOut: 0 }, table, leftOut: spec.leftOut }
  }, [lives, on, institution.name, common, all, title])
  /** What the first columns of the table lead to. */
  const columns = (['title', 'country', 'adopter'] as const).filter((column) => column !== common)
  return (
    <ChartPanel
      name="lives"
      spec={drawn.spec}
      table={drawn.table}
      institution={institution}
      onChoose={(_place, series) => {
        const life = lives[series]
        if (!life) return
        const to = leads(life)
        const href = (common === 'title' ? to.adopter : to.title) ?? to.country
        if (href) go(href)
      }}
      linkOf={(row, column) => (lives[row] && columns[column] ? leads(lives[row])[columns[column]] : null)}
      take={{ name: 'adoption-lives', query: { institution: institution.code, on, ...of }, closed: true }}
    >
      {drawn.leftOut > 0 && (
        <Button onClick={() => setAll(true)}>
          {say({ zh: `显示全部 ${lives.length} 项`, en: `Show all ${lives.length}` })}
        </Button>
      )}
      {children}
    </ChartPanel>
  )
}
