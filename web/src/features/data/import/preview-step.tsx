import '../../../styles/import.css'
import { useLanguage } from '../../../language/language.tsx'
import type { InstitutionFacts, ImportReport } from '../../../graph/generated.ts'
import { ChangesPanel } from './changes-panel.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { readImport, setImport, type Draft } from './import-draft.ts'
import { IMPORT_WORDS } from './import-words.ts'
import { StepHeading } from './steps.tsx'
import type { ImportDesk } from './use-import.ts'
import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'

interface Props {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
  institution: InstitutionFacts | null
}

/** What the import would change, before anything is changed. */
export function PreviewStep({ draft, report, desk, institution }: Props) {
  const { say, formatDay } = useLanguage()
  const day = draft.dataDate
  const from = institution?.dataDate ?? null
  const isLater = day !== null && from !== null && day > from
  const changes = report.accepted + report.updated + report.withdrawn
  return (
    <div className="data-parts">
      <StepHeading step="preview">{say(IMPORT_WORDS.preview)}</StepHeading>
      <Tally report={report} title={say(IMPORT_WORDS.willChange)} />
      {isLater && changes > 0 && (
        <p className="note">{say(IMPORT_WORDS.movesDate, { from: formatDay(from), to: formatDay(day) })}</p>
      )}
      {changes === 0 && <p className="note">{say(IMPORT_WORDS.noChange)}</p>}
      <FiguresPanel report={report} title={say(IMPORT_WORDS.figures)} />
      <ChangesPanel report={report} />
      <div className="step-foot actions">
        {changes > 0 && (
          <button
            type="button"
            className="button primary"
            disabled={desk.progress !== null}
            onClick={() => void desk.bringIn()}
          >
            {say(IMPORT_WORDS.bringIn)}
          </button>
        )}
        <button
          type="button"
          className="button"
          disabled={desk.progress !== null}
          onClick={() => setImport({ ...readImport(), step: 'check' })}
        >
          {say(IMPORT_WORDS.back)}
        </button>
      </div>
    </div>
  )
}

/** How many records come, change and go. */
export function Tally({ report, title }: { report: ImportReport; title: string }) {
  const { locale, say } = useLanguage()
  const id = useId()
  const shown = (['accepted', 'updated', 'withdrawn', 'unchanged', 'rejected'] as const).filter(
    (name) => report[name] > 0 || name === 'accepted' || name === 'updated',
  )
  return (
    <section className="card" aria-labelledby={id}>
      <header className="card-head">
        <h3 id={id}>{title}</h3>
      </header>
      <dl className="tally">
        {shown.map((name) => (
          <div key={name} data-tally={name}>
            <dt>{say(IMPORT_WORDS[name])}</dt>
            <dd>{formatValue(report[name], 0, locale)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
