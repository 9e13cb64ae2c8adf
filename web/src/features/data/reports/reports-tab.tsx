import { useState } from 'react'
import type { InstitutionFacts } from '../../../graph/generated.ts'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { mayDo, useSession } from '../../../session/use-session.tsx'
import { Said } from '../../../ui/form-actions.tsx'
import { FaultState, Loading } from '../../../ui/states.tsx'
import { FillForm } from './fill-form.tsx'
import { LookForm } from './look-form.tsx'
import { ReportCard } from './report-card.tsx'
import { ReportsQuery } from './report-queries.ts'
import WORDS from './words.json' with { type: 'json' }

/** 报告: Word reports are filled, looked at and kept; each says what has moved since. */
export function ReportsTab({ institution }: { institution: InstitutionFacts }) {
  const { session } = useSession()
  const mayKeep = mayDo(session, 'reports', institution.code)
  const { locale, say } = useLanguage()
  const [open, setOpen] = useState<'fill' | 'look' | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const { data, waiting, fault, retry } = useAnswer(ReportsQuery, { institution: institution.code, locale })
  if (!data?.reports) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={5} />
  const releases = (data.releases ?? []).map(({ name }) => name)
  const close = () => setOpen(null)
  return (
    <div className="stack-loose" aria-busy={waiting}>
      <p>{say(WORDS.lead)}</p>
      <Said text={said} />
      {open === null && (
        <div className="actions">
          <Button onClick={() => setOpen('fill')}>{say(WORDS.fill)}</Button>
          <Button onClick={() => setOpen('look')}>{say(WORDS.lookAt)}</Button>
        </div>
      )}
      {open === 'fill' && (
        <FillForm
          institution={institution}
          templates={data.reportTemplates}
          releases={releases}
          mayKeep={mayKeep}
          makesPdf={data.makesPdf}
          onDone={setSaid}
          onCancel={close}
        />
      )}
      {open === 'look' && (
        <LookForm
          institution={institution}
          releases={releases}
          makesPdf={data.makesPdf}
          onDone={setSaid}
          onCancel={close}
        />
      )}
      {data.reports.length === 0 && <p className="quiet">{say(WORDS.none)}</p>}
      <ul className="plain stack-loose">
        {data.reports.map((report) => (
          <li key={report.id}>
            <ReportCard report={report} institution={institution} mayKeep={mayKeep} onDone={setSaid} />
          </li>
        ))}
      </ul>
    </div>
  )
}
