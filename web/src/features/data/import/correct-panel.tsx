import '../../../styles/import.css'
import { useId, useState } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { useLanguage } from '../../../language/language.tsx'
import { countAsked, whatIsAsked } from './asked-above.ts'
import { choicesOf, listIdOf } from './correct-cell.tsx'
import { changeDraft, nameOfRow, withCorrection, type Correction, type Draft, useImportState } from './import-draft.ts'
import { labelOf } from './said-values.ts'
import type { ImportReport } from '../../../graph/generated.ts'
import { WRONG_ROWS_SHOWN } from './import-query.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }
import ASKED_WORDS from './asked-words.json' with { type: 'json' }
import { WrongRow } from './wrong-row.tsx'
import type { ImportDesk } from './use-import.ts'
import { Button } from '../../../ui/button.tsx'

/** Gives a text, or the bytes of a workbook, to the browser to be kept as a file. */
export function saveFile(content: string | Uint8Array<ArrayBuffer>, fileName: string): void {
  const type = typeof content === 'string' ? 'text/csv;charset=utf-8' : WORKBOOK
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // After the click has taken it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface Props {
  draft: Draft
  report: ImportReport
  unchecked: boolean
  /** How many cells and rows were corrected since the last check. */
  said: number
  desk: ImportDesk
}

/** The wrong rows, each corrected where it is, or all of them taken away as a file. */
export function CorrectPanel({ draft, report, unchecked, said, desk }: Props) {
  const { locale, say } = useLanguage()
  const id = useId()
  const [saved, setSaved] = useState<'all' | 'part' | null>(null)
  const number = (value: number) => formatValue(value, 0, locale)
  const busy = desk.progress !== null
  // Wrong rows of several tables are a workbook.
  const isOneOfSeveral = (useImportState().whole?.parts.length ?? 0) > 0
  // What only shows when rows are held against each other is found last.
  const shown = report.wrongRows.slice(0, WRONG_ROWS_SHOWN).toSorted((a, b) => a.row - b.row)
  const isCorrected = countSaid(draft) > 0
  const asked = whatIsAsked(draft, report)
  const questions = countAsked(shown, asked)
  if (report.wrongRows.length === 0 && !isCorrected) return unchecked ? <Recheck said={said} desk={desk} /> : null

  async function download(format: 'xlsx' | 'csv') {
    const rejects = (await desk.fetchRejects(format))?.rejects
    if (!rejects) return
    const { workbook, text, fileName } = rejects
    if (workbook === undefined) saveFile(text ?? '', fileName)
    else
      saveFile(
        Uint8Array.from(atob(workbook), (char) => char.charCodeAt(0)),
        fileName.replace(/\.csv$/, '.xlsx'),
      )
    setSaved(rejects.complete ? 'all' : 'part')
  }

  return (
    <section className="card correct" aria-labelledby={id}>
      <header className="card-head">
        <h3 id={id}>{say(IMPORT_WORDS.correct)}</h3>
        {report.rejected > 0 && (
          <span className="actions">
            <Button disabled={busy} onClick={() => void download('xlsx')}>
              {say(IMPORT_WORDS.rejects)}
            </Button>
            {!isOneOfSeveral && (
              <Button disabled={busy} onClick={() => void download('csv')}>
                {say(IMPORT_WORDS.rejectsCsv)}
              </Button>
            )}
          </span>
        )}
      </header>
      <p role="status" className={saved === 'part' ? 'note' : 'for-ears'}>
        {saved === 'all' && say({ zh: '已下载', en: 'Downloaded' })}
        {saved === 'part' && say(IMPORT_WORDS.rejectsPart)}
      </p>
      {report.wrongRows.length > 0 && <p className="quiet">{say(IMPORT_WORDS.correctHint)}</p>}
      {questions > 0 && <p className="note">{say(ASKED_WORDS.once, { n: number(questions) })}</p>}
      {report.rejected > shown.length && shown.length > 0 && (
        <p className="note">
          {say(IMPORT_WORDS.moreWrong, { shown: number(shown.length), rest: number(report.rejected - shown.length) })}
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void desk.check('check')
        }}
      >
        <Choices report={report} />
        <ul className="wrong-rows stack-loose">
          {shown.map((row) => (
            <WrongRow key={nameOfRow(row)} row={row} draft={draft} report={report} asked={asked} />
          ))}
        </ul>
        {isCorrected && <Corrections draft={draft} report={report} />}
        <Recheck said={said} desk={desk} submits />
      </form>
    </section>
  )
}

function Recheck({ said, desk, submits }: { said: number; desk: ImportDesk; submits?: boolean }) {
  const { say } = useLanguage()
  return (
    <div className="recheck">
      <button
        type={submits ? 'submit' : 'button'}
        className="button primary"
        disabled={desk.progress !== null}
        onClick={submits ? undefined : () => void desk.check('check')}
      >
        {say(IMPORT_WORDS.recheck)}
      </button>
      <span role="status" className="quiet">
        {said > 0 && say(IMPORT_WORDS.recheckAfter, { n: said })}
      </span>
    </div>
  )
}

/** What is offered while one types, once for all the cells of a column. */
function Choices({ report }: { report: ImportReport }) {
  return report.columns.map((column) => {
    const { closed, choices } = choicesOf(report, column, [])
    if (closed || choices.length === 0) return null
    return (
      <datalist key={column.index} id={listIdOf(column)}>
        {choices.map(({ text, label }) => (
          <option key={text} value={text} label={label === text ? undefined : label} />
        ))}
      </datalist>
    )
  })
}

/** What was corrected so far; each can be taken back. */
function Corrections({ draft, report }: { draft: Draft; report: ImportReport }) {
  const { say } = useLanguage()
  const fieldOf = ({ field }: Correction) => report.recordType?.fields.find(({ name }) => name === field)
  const shown = (text: string, one: Correction) => (text === '' ? say(IMPORT_WORDS.empty) : labelOf(fieldOf(one), text))
  return (
    <details>
      <summary>{say(IMPORT_WORDS.corrections, { n: countSaid(draft) })}</summary>
      <ul className="corrections">
        {draft.corrections.map((one) => (
          <li key={`${nameOfRow(one)} ${one.column ?? one.field}`}>
            <span>
              {say(IMPORT_WORDS.row, { row: nameOfRow(one) })} {one.header}
              {say({ zh: '：', en: ': ' })}
              {say(IMPORT_WORDS.was, { before: shown(one.before, one), value: shown(one.value, one) })}
            </span>
            <Button
              aria-label={`${say(IMPORT_WORDS.undo)} ${say(IMPORT_WORDS.row, { row: nameOfRow(one) })} ${one.header}`}
              onClick={() =>
                changeDraft({ corrections: withCorrection(draft.corrections, { ...one, value: one.before }) })
              }
            >
              {say(IMPORT_WORDS.undo)}
            </Button>
          </li>
        ))}
        {draft.sameRecords.map((code) => (
          <li key={code}>
            <span>{say(IMPORT_WORDS.sameRecordSaid, { code })}</span>
            <Button
              aria-label={`${say(IMPORT_WORDS.undo)} ${say(IMPORT_WORDS.sameRecordSaid, { code })}`}
              onClick={() => changeDraft({ sameRecords: draft.sameRecords.filter((one) => one !== code) })}
            >
              {say(IMPORT_WORDS.undo)}
            </Button>
          </li>
        ))}
        {draft.leaveOut.length > 0 && (
          <li>
            <span>
              {say(IMPORT_WORDS.leftOutRows, { rows: draft.leaveOut.map(nameOfRow).join(say({ zh: '、', en: ', ' })) })}
            </span>
            <Button onClick={() => changeDraft({ leaveOut: [] })}>{say(IMPORT_WORDS.readAll)}</Button>
          </li>
        )}
      </ul>
    </details>
  )
}

/** How many cells, rows and codes somebody said something of. */
function countSaid({ corrections, leaveOut, sameRecords }: Draft): number {
  return corrections.length + leaveOut.length + sameRecords.length
}
