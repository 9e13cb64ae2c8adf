import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { Link } from '../../../address/address.tsx'
import type { ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { FiguresPanel } from '../import/figures-panel.tsx'
import { ChangesPanel, Tally } from '../import/preview-step.tsx'
import IMPORT_WORDS from '../import/words.json' with { type: 'json' }
import HAND_WORDS from './words.json' with { type: 'json' }

/** What it would change, before anything is changed. */
export function HandPreview({
  report,
  one,
  busy,
  onSave,
  onBack,
}: {
  report: ImportReport
  /** It is one record. */
  one: boolean
  busy: boolean
  onSave: () => void
  onBack: () => void
}) {
  const { locale, say } = useLanguage()
  const changes = report.accepted + report.updated
  return (
    <div className="data-parts stack-loose">
      <FocusedHeading>{say(HAND_WORDS.preview)}</FocusedHeading>
      {changes === 0 && <p className="note">{say(HAND_WORDS.noChange)}</p>}
      {one && report.updated > 0 && <p className="note">{say(HAND_WORDS.there)}</p>}
      <Tally report={report} title={say(IMPORT_WORDS.willChange)} />
      {report.warningCount > 0 && (
        <section className="card">
          <h3>{say(HAND_WORDS.warnings, { n: formatValue(report.warningCount, 0, locale) })}</h3>
          <ul className="lines">
            {report.warnings.map(({ code, message }, at) => (
              <li key={`${code} ${at}`}>{message}</li>
            ))}
          </ul>
        </section>
      )}
      <ChangesPanel report={report} openNew={one} />
      <FiguresPanel report={report} title={say(IMPORT_WORDS.figures)} />
      <div className="step-foot actions">
        {changes > 0 && (
          <Button primary disabled={busy} onClick={onSave}>
            {say(HAND_WORDS.save)}
          </Button>
        )}
        <Button disabled={busy} onClick={onBack}>
          {say(HAND_WORDS.back)}
        </Button>
      </div>
    </div>
  )
}

/** What was done, and how it is taken back. */
export function HandReceipt({ report, one, onNext }: { report: ImportReport; one: boolean; onNext: () => void }) {
  const { say } = useLanguage()
  const { batch } = report
  const record = [...report.newRecords, ...report.updatedRecords][0]?.record ?? null
  return (
    <div className="data-parts stack-loose">
      <FocusedHeading>{say(HAND_WORDS.done)}</FocusedHeading>
      <p className="note">{batch ? say(HAND_WORDS.doneText, { batch: batch.batch }) : say(HAND_WORDS.noChange)}</p>
      <div className="actions">
        <Button primary onClick={onNext}>
          {say(one ? HAND_WORDS.nextOne : HAND_WORDS.nextMany)}
        </Button>
        {one && record !== null && (
          <Link className="button" to={{ page: 'record', id: record }}>
            {say(HAND_WORDS.toRecord)}
          </Link>
        )}
        {batch && (
          <Link className="button" to={{ page: 'data' }} view={{ tab: 'batches', search: batch.id }}>
            {say(HAND_WORDS.toBatch)}
          </Link>
        )}
      </div>
      <Tally report={report} title={say(IMPORT_WORDS.changed)} />
      <FiguresPanel report={report} title={say(IMPORT_WORDS.figuresDone)} />
      <ChangesPanel report={report} openNew={one} />
    </div>
  )
}

/** It takes the focus, so that anyone who cannot see the page knows where they are. */
function FocusedHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  return (
    <h2 ref={heading} tabIndex={-1} className="step-heading">
      {children}
    </h2>
  )
}
