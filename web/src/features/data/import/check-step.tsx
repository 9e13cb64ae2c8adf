import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { useLanguage } from '../../../language/language.tsx'
import type { InstitutionFacts, ImportReport, WholeReport } from '../../../graph/generated.ts'
import { AnswersPanel } from './answers-panel.tsx'
import { EncodingChoice, OptionsPanel } from './options-panel.tsx'
import { FileFacts } from './file-facts.tsx'
import { nameOfRow, NOTHING_CHOSEN, setImport, useImportState, type Draft } from './import-draft.ts'
import { countRight } from './import-query.ts'
import { useCounting } from './under-way.ts'
import { Verdict } from './verdict.tsx'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import { Carried } from './choose-again.tsx'
import { CorrectedAgain } from './corrected-again.tsx'
import { OTHER_RECORD } from './correct-cell.tsx'
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
  /** Their rows were checked to the last. */
  counted: boolean
  unchecked: boolean
  desk: ImportDesk
  types: { name: string; label: string }[]
  units: [code: string, name: string][]
  institution: InstitutionFacts | null
}

/** What the file was taken for, what is wrong with it, and every way to put it right. */
export function CheckStep({ draft, report, whole, counted, unchecked, desk, types, units, institution }: Props) {
  const { locale, say } = useLanguage()
  const id = useId()
  const number = (value: number) => formatValue(value, 0, locale)
  const right = countRight(report)
  const ofFile = problemsOfFile(report)
  const counting = useCounting() !== null
  const blocked = counting
    ? say(IMPORT_WORDS.untilCounted)
    : report.recordType === null || ofFile.length > 0
      ? say(report.recordType === null ? IMPORT_WORDS.notRecognised : IMPORT_WORDS.cannotFile)
      : report.rejected > 0 && !draft.acceptValid
        ? say(right > 0 ? IMPORT_WORDS.cannotYet : IMPORT_WORDS.cannotAny, { n: number(report.rejected) })
        : whole.refused && counted
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
  return (
    <div className="data-parts stack-loose">
      <StepHeading step="check">{say(IMPORT_WORDS.check)}</StepHeading>
      <LeftOut />
      <Carried draft={draft} desk={desk} />
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
      <Verdict report={report} counted={counted} ofFile={ofFile} desk={desk} />
      <TablePanel draft={draft} report={report} units={units} desk={desk} />
      <TermsPanel draft={draft} report={report} desk={desk} />
      <NamesPanel draft={draft} report={report} desk={desk} />
      <AnswersPanel draft={draft} report={report} desk={desk} />
      <CorrectedAgain draft={draft} report={report} desk={desk} />
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
            (draft.answers.length > 0 ||
              draft.corrections.length > 0 ||
              Object.keys({ ...draft.columns, ...draft.renamed, ...draft.constants }).length > 0)
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

/** Names the files that were chosen with the tables and are not read. Renders nothing if there are none. */
function LeftOut() {
  const { say } = useLanguage()
  const { unread, noTables } = useImportState().leftOut
  const files = (names: readonly string[]) => names.map((name) => say({ zh: `「${name}」`, en: name })).join(say(COMMA))
  return (
    <>
      {unread.length > 0 && (
        <p className="problem files-left-out" role="alert">
          {say(IMPORT_WORDS.unread, { files: files(unread) })}
        </p>
      )}
      {noTables.length > 0 && (
        <p className="quiet files-left-out">{say(IMPORT_WORDS.filesLeftOut, { files: files(noTables) })}</p>
      )}
    </>
  )
}

const COMMA = { zh: '', en: ', ' }

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
    ({ column, value, ...row }) => column !== null && (rows.get(nameOfRow(row))?.cells[column] ?? value) !== value,
  )
  const held = new Set(report.wrongRows.flatMap(({ problems }) => problems.map(({ otherRow }) => otherRow)))
  const asked = report.wrongRows.flatMap(({ problems }) => problems.filter(({ code }) => code === OTHER_RECORD))
  const same = asked.filter(({ value }) => value !== null && draft.sameRecords.includes(value))
  return (
    cells.length + same.length + draft.leaveOut.filter((one) => rows.has(nameOfRow(one)) || held.has(one.row)).length
  )
}
