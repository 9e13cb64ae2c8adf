import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { FailedPart } from '../../ui/failed-part.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { ChangesPanel } from './changes-panel.tsx'
import { CountriesPanel } from './countries-panel.tsx'
import { DuePanel } from './due-panel.tsx'
import { OverviewRestQuery, type YearSeries } from './overview-query.ts'
import { OVERVIEW_WORDS } from './words.ts'

interface Props {
  setting: Setting
  computedAt: string | null
  judged: YearSeries[]
}

/** What stands below the figures, asked for in one question of its own. */
export function RestOfOverview({ setting, computedAt, judged }: Props) {
  const { locale, say } = useLanguage()
  const { institution, year } = setting
  const { data, waiting, fault, retry } = useAnswer(OverviewRestQuery, { institution: institution.code, year, locale })
  const changes = data?.institution?.changes
  return (
    <>
      <div className="overview-row care" aria-busy={waiting && data !== null}>
        <section className="card area-changes" aria-labelledby="changes">
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
        <DuePanel judged={judged} all={data?.institution?.all ?? null} institution={institution.code} year={year} />
      </div>
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
