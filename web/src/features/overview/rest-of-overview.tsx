import type { ReactNode } from 'react'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { FailedPart } from '../../ui/failed-part.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { ChangesPanel } from './changes-panel.tsx'
import { CountriesPanel } from './countries-panel.tsx'
import { DuePanel } from './due-panel.tsx'
import type { YearSeries } from '../../graph/generated.ts'
import { OverviewRestQuery } from './overview-query.ts'
import { OVERVIEW_WORDS } from './words.ts'

interface Props {
  setting: Setting
  computedAt: string | null
  /** Null: too little of the year is reported. */
  judged: YearSeries[] | null
  /** What comes between what needs a decision and where the figures are from. */
  children: ReactNode
}

/** What needs a decision and what changed, right below the road, and where; asked for in one separate question. */
export function RestOfOverview({ setting, computedAt, judged, children }: Props) {
  const { locale, say } = useLanguage()
  const { institution, year } = setting
  const { data, waiting, fault, retry } = useAnswer(OverviewRestQuery, { institution: institution.code, year, locale })
  const changes = data?.institution?.changes
  return (
    <>
      <div className="overview-row care" aria-busy={waiting && data !== null}>
        <DuePanel judged={judged} all={data?.institution?.all ?? null} institution={institution.code} year={year} />
        <section className={`card area-changes ${changes?.length === 0 ? 'nothing' : ''}`} aria-labelledby="changes">
          <header className="card-head">
            <h2 id="changes">{say(OVERVIEW_WORDS.changes)}</h2>
          </header>
          {changes ? (
            <ChangesPanel changes={changes} />
          ) : fault ? (
            <FaultState fault={fault} retry={retry} />
          ) : (
            <Loading rows={6} />
          )}
        </section>
      </div>
      {children}
      <FailedPart>
        <CountriesPanel
          introduction={data?.introduction ?? null}
          carriedOut={data?.export ?? null}
          waiting={waiting}
          failed={fault && <FaultState fault={fault} retry={retry} />}
          institution={institution}
          computedAt={computedAt}
        />
      </FailedPart>
    </>
  )
}
