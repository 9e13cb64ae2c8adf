import '../../styles/missing.css'
import { periodLabel } from '@causeway/shared/period'
import { owedWords } from '@causeway/shared/words/owed'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { FailedPart } from '../../ui/failed-part.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { fill } from '../../language/fill.ts'
import { DueList } from './due-list.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { MissingQuery, missingVariables, yearsOf } from './missing-query.ts'
import { MISSING_WORDS } from './missing-words.ts'
import { countStates, listDue, unitNames } from './reporting.ts'
import { ReportingMatrix } from './reporting-matrix.tsx'

/** What there is for the year and what is not, who owes it, and what looks wrong. */
export function MissingTab({ setting, changes }: { setting: Setting; changes: boolean }) {
  const { locale, say } = useLanguage()
  const { institution, year, years } = setting
  const { data, waiting, fault, retry } = useAnswer(MissingQuery, missingVariables(institution.code, year, locale))
  if (!data?.y0) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={8} />
  const names = unitNames(data.units?.edges ?? [])
  const label = periodLabel(years.periodOf(data.y0.year), locale)
  return (
    <div className="data-parts" aria-busy={waiting}>
      <p className="data-state">
        {say(fill(MISSING_WORDS.state, { year: label, ...countStates(data.y0) }))} {say(owedWords(data.y0.owed))}
        {say({ zh: '。', en: '. ' })}
        {data.y0.partial && <span className="quiet">{say(MISSING_WORDS.partial)}</span>}
      </p>
      {countStates(data.y0).RECORDS === 0 && <p className="note">{say(MISSING_WORDS.nothingHeld)}</p>}
      {fault && <FaultState fault={fault} retry={retry} />}
      <FailedPart>
        <DueList due={listDue(data)} year={data.y0} names={names} institution={institution} changes={changes} />
      </FailedPart>
      {/* Where nothing was ever reported there is nothing to compare. */}
      {yearsOf(data).some(({ completeness }) => completeness.some(({ state }) => state !== 'UNREPORTED')) && (
        <FailedPart>
          <ReportingMatrix data={data} names={names} periodOf={years.periodOf} />
        </FailedPart>
      )}
      <FailedPart>
        <FindingsPanel findings={data.y0.findings} outliers={data.y0.outliers} uncomputed={data.y0.uncomputed} />
      </FailedPart>
    </div>
  )
}
