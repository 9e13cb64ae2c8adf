import { useId } from 'react'
import { fill } from '../../../language/fill.ts'
import { useLanguage } from '../../../language/language.tsx'
import { EncodingChoice } from './encoding-choice.tsx'
import { changeDraft, withSheet, type Draft } from './import-draft.ts'
import type { ImportReport } from '../../../graph/generated.ts'
import { IMPORT_WORDS } from './import-words.ts'
import type { ImportDesk } from './use-import.ts'

interface Props {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
}

/** Codes that tell of a header that was not found, or of the wrong row taken for one. */
const HEADER_IN_DOUBT = ['NOT_RECOGNISED', 'NO_HEADER', 'MISSING_COLUMN', 'NO_ROWS']
const MOST_CELLS_SAID = 5
const LONGEST_SAID = 12

/** From which sheet the file is read, and which row of it names the columns. Open where the reader should look. */
export function ReadingChoice({ draft, report, desk }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const busy = desk.progress !== null
  const sheets = [...new Set([...(report.sheet === null ? [] : [report.sheet]), ...report.sheets])]
  const inDoubt = report.problems.some(({ code }) => HEADER_IN_DOUBT.includes(code))
  const isText = report.encoding !== null
  if (sheets.length < 2 && report.head.length === 0 && !isText) return null

  function read(change: Partial<Draft>) {
    changeDraft(change)
    void desk.check('check')
  }
  return (
    <details
      className="reading"
      open={
        inDoubt || report.otherSheets.length > 0 || draft.headerRow !== null || draft.encoding !== null || undefined
      }
    >
      <summary>{say(IMPORT_WORDS.howRead)}</summary>
      <div className="reading-choices">
        {isText && <EncodingChoice draft={draft} inDoubt={false} desk={desk} />}
        {sheets.length > 1 && (
          <div className="choice">
            <label htmlFor={`${id}-sheet`}>{say(IMPORT_WORDS.sheetField)}</label>
            <select
              id={`${id}-sheet`}
              value={report.sheet ?? ''}
              disabled={busy}
              onChange={(event) => {
                changeDraft(withSheet(draft, event.target.value))
                void desk.checkAnew()
              }}
            >
              {sheets.map((sheet) => (
                <option key={sheet} value={sheet}>
                  {sheet}
                </option>
              ))}
            </select>
          </div>
        )}
        {report.head.length > 0 && (
          <div className="choice">
            <label htmlFor={`${id}-header`}>{say(IMPORT_WORDS.headerField)}</label>
            <select
              id={`${id}-header`}
              value={draft.headerRow ?? ''}
              disabled={busy}
              aria-describedby={`${id}-header-hint`}
              onChange={(event) =>
                // Another header names other columns.
                read({ headerRow: event.target.value === '' ? null : Number(event.target.value), columns: {} })
              }
            >
              <option value="">
                {say(
                  draft.foundHeaderRow === null
                    ? IMPORT_WORDS.headerNotFound
                    : fill(IMPORT_WORDS.headerFound, { row: draft.foundHeaderRow }),
                )}
              </option>
              {report.head.map(({ row, cells }) => (
                <option key={row} value={row}>
                  {say(fill(IMPORT_WORDS.row, { row }))}
                  {say({ zh: '：', en: ': ' })}
                  {sayCells(cells, say({ zh: '、', en: ', ' }))}
                </option>
              ))}
            </select>
            <span id={`${id}-header-hint`} className="cap">
              {say(IMPORT_WORDS.headerHint)}
            </span>
          </div>
        )}
      </div>
    </details>
  )
}

/** The first that stand in a row: enough to know it by. */
function sayCells(cells: readonly string[], comma: string): string {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const said = filled
    .slice(0, MOST_CELLS_SAID)
    .map((cell) => (cell.length > LONGEST_SAID ? `${cell.slice(0, LONGEST_SAID)}…` : cell))
  return said.join(comma) + (filled.length > said.length ? ' …' : '')
}
