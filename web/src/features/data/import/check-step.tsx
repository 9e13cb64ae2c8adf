import { useLayoutEffect, useId, useRef } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { useLanguage } from '../../../language/language.tsx'
import type { InstitutionFacts, ImportReport, WholeReport } from '../../../graph/generated.ts'
import { AnswersPanel } from './answers-panel.tsx'
import { EncodingChoice, OptionsPanel } from './options-panel.tsx'
import { FileFacts } from './file-facts.tsx'
import { nameOfRow, NOTHING_CHOSEN, setImport, type Draft } from './import-draft.ts'
import { countRight } from './import-query.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import { CorrectPanel } from './correct-panel.tsx'
import { NamesPanel } from './names-panel.tsx'
import { SavedOffer } from './saved-offer.tsx'
import { SaveReading } from './save-reading.tsx'
import { StepHeading } from './choose-step.tsx'
import { SumsPanel } from './sums-panel.tsx'
import { TablePanel } from './table-panel.tsx'
import { TablesPanel } from './tables-panel.tsx'
import TABLE_WORDS from './table-words.json' with { type: 'json' }
import { TermsPanel } from './terms-panel.tsx'
import type { ImportDesk } from './use-import.ts'
import { Button } from '../../../ui/button.tsx'

interface Props {
  draft: Draft
  /** Of the table that is looked at. */
  report: ImportReport
  /** Of all that go in together. */
  whole: WholeReport
  unchecked: boolean
  desk: ImportDesk
  types: { name: string; label: string }[]
  units: [code: string, name: string][]
  institution: InstitutionFacts | null
}

/** What the file was taken for, what is wrong with it, and every way to put it right. */
export function CheckStep({ draft, report, whole, unchecked, desk, types, units, institution }: Props) {
  const { locale, say } = useLanguage()
  const id = useId()
  const number = (value: number) => formatValue(value, 0, locale)
  const right = countRight(report)
  const ofFile = problemsOfFile(report)
  const blocked =
    report.recordType === null || ofFile.length > 0
      ? say(report.recordType === null ? IMPORT_WORDS.notRecognised : IMPORT_WORDS.cannotFile)
      : report.rejected > 0 && !draft.acceptValid
        ? say(right > 0 ? IMPORT_WORDS.cannotYet : IMPORT_WORDS.cannotAny, { n: number(report.rejected) })
        : whole.refused
          ? say(TABLE_WORDS.othersWrong)
          : null
  const isOneOfSeveral = whole.parts.length > 0
  // Neither another type nor an option helps a file that is no table.
  const unreadable =
    ofFile.some(({ code }) => UNREADABLE.has(code) || (code === 'NO_ROWS' && report.recordType === null)) &&
    // An empty sheet may be beside one that is not.
    !(draft.sheet !== null && report.sheets.length > 1)
  const encodingInDoubt = ofFile.some(({ code }) => code === 'UNKNOWN_ENCODING')
  const said = changesSaid(draft, report)
  const verdict = useRef<HTMLParagraphElement>(null)
  const first = useRef(report)
  useLayoutEffect(() => {
    // Who checks again hears what came of it; at the first look the heading of the step has the focus, and in the table where they are.
    if (report !== first.current && !document.activeElement?.matches('[data-keeps-focus]')) verdict.current?.focus()
  }, [report])
  return (
    <div className="data-parts stack-loose">
      <StepHeading step="check">{say(IMPORT_WORDS.check)}</StepHeading>
      <TablesPanel types={types} desk={desk} />
      {unreadable ? (
        <section className="card" aria-label={say(IMPORT_WORDS.file)}>
          <p className="quiet">{draft.file.name}</p>
          {encodingInDoubt && <EncodingChoice draft={draft} inDoubt desk={desk} />}
        </section>
      ) : (
        <>
          {draft.reading === null && (
            <SavedOffer draft={draft} report={report} desk={desk} mayGoOn={blocked === null && !unchecked} />
          )}
          <FileFacts draft={draft} report={report} types={types} desk={desk} />
        </>
      )}
      <div className="card">
        <p ref={verdict} className="import-verdict" role="status" tabIndex={-1}>
          <span aria-hidden="true">{report.rejected > 0 || ofFile.length > 0 ? '!' : '✓'}</span>{' '}
          {report.rejected === 0 && ofFile.length === 0
            ? say(IMPORT_WORDS.allRight, { n: number(right) })
            : [
                ...(report.rejected > 0 ? [say(IMPORT_WORDS.wrong, { n: number(report.rejected) })] : []),
                ...(ofFile.length > 0 ? [say(IMPORT_WORDS.fileWrong)] : []),
              ].join(say({ zh: '，', en: ', ' })) +
              (ofFile.length > 0
                ? say({ zh: '：', en: ':' })
                : `${say({ zh: '；', en: '; ' })}${say(IMPORT_WORDS.right, { n: number(right) })}${say({ zh: '。', en: '.' })}`)}
        </p>
        {ofFile.length > 0 && (
          <ul className="file-problems stack-tight">
            {ofFile.map(({ code, message }) => (
              <li key={code + message} className="problem">
                {message}
              </li>
            ))}
          </ul>
        )}
      </div>
      <TablePanel draft={draft} report={report} units={units} desk={desk} />
      <TermsPanel draft={draft} report={report} desk={desk} />
      <NamesPanel draft={draft} report={report} desk={desk} />
      <AnswersPanel draft={draft} report={report} desk={desk} />
      <CorrectPanel draft={draft} report={report} unchecked={unchecked} said={said} desk={desk} />
      <SumsPanel report={report} />
      {!unreadable && <OptionsPanel {...{ draft, report, units, institution, isOneOfSeveral }} />}
      {institution && !unreadable && !unchecked && (
        <SaveReading
          report={report}
          institution={institution.code}
          units={units}
          forUnit={draft.forUnit}
          madeOf={draft.madeOf}
          open={
            report.mapping !== null &&
            (draft.answers.length > 0 || Object.keys({ ...draft.columns, ...draft.renamed }).length > 0)
          }
        />
      )}
      {report.warningCount > 0 && (
        <details className="card">
          <summary>{say(IMPORT_WORDS.warnings, { n: number(report.warningCount) })}</summary>
          <ul className="lines">
            {report.warnings.map(({ row, column, code, message }, at) => (
              <li key={`${row} ${column} ${code} ${at}`}>
                {row !== null && `${say(IMPORT_WORDS.row, { row })}${say({ zh: '：', en: ': ' })}`}
                {message}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="step-foot stack-tight">
        {blocked !== null && !unchecked && !unreadable && (
          <p id={id} className="quiet">
            {blocked}
          </p>
        )}
        <div className="actions">
          {(!unreadable || isOneOfSeveral) && (
            <Button
              primary
              disabled={desk.progress !== null || (blocked !== null && !unchecked)}
              aria-describedby={blocked !== null && !unchecked ? id : undefined}
              onClick={() => void desk.check('preview')}
            >
              {say(IMPORT_WORDS.toPreview)}
            </Button>
          )}
          <Button onClick={() => setImport(NOTHING_CHOSEN)}>{say(IMPORT_WORDS.another)}</Button>
        </div>
      </div>
    </div>
  )
}

/** Codes of a file that cannot be read as a table at all. */
const UNREADABLE = new Set(
  'EMPTY_FILE WRONG_FILE_KIND UNKNOWN_ENCODING DAMAGED_FILE PASSWORD_PROTECTED ZIP_BOMB FILE_TOO_LARGE'.split(' '),
)

/** What is wrong above the rows of data: a column that is missing is at the header. */
function problemsOfFile({ problems, headerRow, rejected, refused }: ImportReport): ImportReport['problems'] {
  const found = problems.filter(({ row }) => row === null || headerRow === null || row <= headerRow)
  return found.length === 0 && refused && rejected === 0 ? problems : found
}

/** How many cells and rows were corrected or left out since the file was last looked at. */
function changesSaid(draft: Draft, report: ImportReport): number {
  const rows = new Map(report.wrongRows.map((row) => [nameOfRow(row), row]))
  const cells = draft.corrections.filter(
    (one) => (rows.get(nameOfRow(one))?.cells[one.column] ?? one.value) !== one.value,
  )
  const held = new Set(report.wrongRows.flatMap(({ problems }) => problems.map(({ otherRow }) => otherRow)))
  return cells.length + draft.leaveOut.filter((one) => rows.has(nameOfRow(one)) || held.has(one.row)).length
}
