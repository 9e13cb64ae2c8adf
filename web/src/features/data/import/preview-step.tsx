import '../../../styles/import.css'
import { useLanguage } from '../../../language/language.tsx'
import type {
  InstitutionFacts,
  ImportReport,
  WholeReport,
  ImportedChange as RecordChange,
} from '../../../graph/generated.ts'
import { readImport, setImport, type Draft } from './import-draft.ts'
import { LeftOut } from './left-out.tsx'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import { StepHeading } from './choose-step.tsx'
import { SumsPanel } from './sums-panel.tsx'
import { countCreated, CreatedPanel } from './created-panel.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { nameOfPart, TypesPanel } from './types-panel.tsx'
import type { ImportDesk } from './use-import.ts'
import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { Link } from '../../../address/address.tsx'
import { Button } from '../../../ui/button.tsx'

interface Props {
  draft: Draft
  report: WholeReport
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
    <div className="data-parts stack-loose">
      <StepHeading step="preview">{say(IMPORT_WORDS.preview)}</StepHeading>
      <Tally report={report} title={say(IMPORT_WORDS.willChange)} />
      <LeftOut report={report} />
      {isLater && changes > 0 && (
        <p className="note">{say(IMPORT_WORDS.movesDate, { from: formatDay(from), to: formatDay(day) })}</p>
      )}
      {changes === 0 && <p className="note">{say(IMPORT_WORDS.noChange)}</p>}
      <SumsPanel report={report} />
      <TypesPanel report={report} />
      <CreatedPanel report={report} />
      <FiguresPanel report={report} title={say(IMPORT_WORDS.figures)} />
      <ChangesOfParts report={report} />
      <div className="step-foot actions stack-tight">
        {changes > 0 && (
          <Button primary disabled={desk.progress !== null} onClick={() => void desk.bringIn()}>
            {say(IMPORT_WORDS.bringIn)}
          </Button>
        )}
        <Button disabled={desk.progress !== null} onClick={() => setImport({ ...readImport(), step: 'check' })}>
          {say(IMPORT_WORDS.back)}
        </Button>
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

/** The changes of each table by themselves, where several go in together. */
export function ChangesOfParts({ report }: { report: WholeReport }) {
  if (report.parts.length === 0) return <ChangesPanel report={report} />
  return report.parts.map((part) => (
    <section key={nameOfPart(part)} className="data-parts stack" aria-label={nameOfPart(part)}>
      <h3>{nameOfPart(part)}</h3>
      <ChangesPanel report={part} />
    </section>
  ))
}

/** The records themselves: what of each would be otherwise. What goes comes first. */
export function ChangesPanel({ report, openNew }: { report: ImportReport; openNew?: boolean }) {
  const { say } = useLanguage()
  return (
    <>
      <ChangeList
        title={say(IMPORT_WORDS.listWithdrawn)}
        changes={report.withdrawnRecords}
        all={report.withdrawn}
        open
      />
      <ChangeList title={say(IMPORT_WORDS.listUpdated)} changes={report.updatedRecords} all={report.updated} open />
      <ChangeList
        title={say(IMPORT_WORDS.listNew)}
        changes={report.newRecords}
        all={report.accepted + countCreated(report)}
        unfolded={openNew}
      />
    </>
  )
}

function ChangeList({
  title,
  changes,
  all,
  open,
  unfolded = open,
}: {
  title: string
  changes: RecordChange[]
  all: number
  open?: boolean
  unfolded?: boolean | undefined
}) {
  const { locale, say } = useLanguage()
  const number = (value: number) => formatValue(value, 0, locale)
  const shown = (text: string) => (text === '' ? say(IMPORT_WORDS.empty) : text)
  if (all === 0) return null
  return (
    <details className="card" open={unfolded}>
      <summary>
        {title} {number(all)}
        {changes.length < all &&
          say({ zh: '（', en: ' (' }) +
            say(IMPORT_WORDS.firstOf, { n: number(changes.length), all: number(all) }) +
            say({ zh: '）', en: ')' })}
      </summary>
      <ul className="field-changes">
        {changes.map((one, at) => (
          <li key={one.record ?? `${one.label} ${one.row} ${at}`}>
            <p>
              {one.record ? <Link to={{ page: 'record', id: one.record }}>{one.label}</Link> : one.label}{' '}
              {one.row !== null && <span className="quiet">{say(IMPORT_WORDS.row, { row: one.row })}</span>}
            </p>
            {one.fields.length > 0 && (
              <p className="record-fields">
                {one.fields.map(({ name, label, before, after }) => (
                  <span key={name}>
                    <b>{label}</b>{' '}
                    {before === '' && open !== true ? (
                      after
                    ) : (
                      <>
                        <del>{shown(before)}</del> → <ins>{shown(after)}</ins>
                      </>
                    )}
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
