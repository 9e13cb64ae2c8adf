import '../../../styles/import.css'
import { useLanguage } from '../../../language/language.tsx'
import type {
  InstitutionFacts,
  ImportReport,
  WholeReport,
  ImportedChange as RecordChange,
  FigureState,
  FigureChange,
} from '../../../graph/generated.ts'
import { readImport, setImport, type Draft } from './import-draft.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import { StepHeading } from './choose-step.tsx'
import { SumsPanel } from './sums-panel.tsx'
import { countCreated, CreatedPanel } from './created-panel.tsx'
import { nameOfPart, TypesPanel } from './types-panel.tsx'
import type { ImportDesk } from './use-import.ts'
import { useId } from 'react'
import { formatValue, formatFigure } from '@causeway/shared/format-figure'
import { Link } from '../../../address/address.tsx'
import { spoken } from '../../../language/words.ts'
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

/** Figures before and after, by indicator and on each basis, each leading to where it holds. */
export function FiguresPanel({ report, title }: { report: ImportReport; title: string }) {
  const { locale, say } = useLanguage()
  const id = useId()
  const found = report.figureChanges
  if (!found) return null
  const several = new Set(found.changes.map(({ institution }) => institution.code)).size > 1
  const ofIndicators = Map.groupBy(found.changes, ({ institution, indicator }) => `${institution.code} ${indicator.id}`)
  return (
    <section className="card figures-changed" aria-labelledby={id}>
      <header className="card-head">
        <h3 id={id}>
          {title} {found.changes.length > 0 && <span className="count">{formatValue(found.total, 0, locale)}</span>}
        </h3>
      </header>
      {found.notReckoned.length > 0 && (
        <p className="note">
          {say(IMPORT_WORDS.figuresSome, {
            names: found.notReckoned.map(({ name }) => name).join(say({ zh: '、', en: ', ' })),
          })}
        </p>
      )}
      {found.changes.length === 0 ? (
        <p className="quiet">{say(IMPORT_WORDS.figuresNone)}</p>
      ) : (
        <div className="table-frame" role="group" aria-label={title} tabIndex={0}>
          <table>
            <caption className="for-ears">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{say(IMPORT_WORDS.period)}</th>
                <th scope="col" className="number">
                  {say(IMPORT_WORDS.before)}
                </th>
                <th scope="col" className="number">
                  {say(IMPORT_WORDS.after)}
                </th>
              </tr>
            </thead>
            {[...ofIndicators].map(([key, changes]) => (
              <ChangesOfIndicator key={key} changes={changes} several={several} />
            ))}
          </table>
        </div>
      )}
      {found.changes.length > 0 && found.changes.length < found.total && (
        <p className="cap">
          {say(IMPORT_WORDS.firstOf, {
            n: formatValue(found.changes.length, 0, locale),
            all: formatValue(found.total, 0, locale),
          })}
        </p>
      )}
    </section>
  )
}

function ChangesOfIndicator({ changes, several }: { changes: FigureChange[]; several: boolean }) {
  const { locale, say } = useLanguage()
  const { indicator, institution } = changes[0]!
  const style = { decimals: indicator.decimals, unit: spoken(indicator.unit) }
  const text = ({ value, gap }: FigureState) => formatFigure({ value, gap }, style, locale)
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {indicator.name}
          {several && <span className="quiet">{say({ zh: '，', en: ', ' }) + institution.name}</span>}
        </th>
      </tr>
      {changes.map(({ period, before, after }) => (
        <tr key={`${period.basis} ${period.year}`}>
          <th scope="row">
            <Link
              to={{ page: 'indicator', id: indicator.id }}
              view={{ year: period.year, basis: period.basis, institution: institution.code }}
            >
              {period.label}
            </Link>
          </th>
          <td className="number">{text(before)}</td>
          <td className="number">
            <b>{text(after)}</b>
          </td>
        </tr>
      ))}
    </tbody>
  )
}
