import { useLanguage } from '../../../language/language.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import type { ImportReport } from '../../../graph/generated.ts'
import { changeDraft, isSameRow, type Draft, type RowPlace } from './import-draft.ts'
import type { ImportDesk } from './use-import.ts'
import MOVE_WORDS from './move-words.json' with { type: 'json' }

interface Props {
  draft: Draft
  report: ImportReport
  desk: ImportDesk
}

type Line = Pick<ImportReport['head'][number], 'row' | 'role' | 'cells'>
type Role = keyof typeof MOVE_WORDS.roles

/** The first lines of the sheet as they are, each with what it was taken for: what is no record is greyed, and can be corrected. */
export function SheetPanel({ draft, report, desk }: Props) {
  const { say } = useLanguage()
  if (report.head.length === 0) return null
  const title = say(MOVE_WORDS.sheet)
  const width = Math.max(...report.head.map(({ cells }) => cells.length))
  const empty = Array.from({ length: width }, (_, at) => report.head.every(({ cells }) => !cells[at]?.trim()))
  // Of several sheets it is the first alone that is shown.
  const placeOf = ({ row }: Line): RowPlace => ({ row, sheet: null })
  const roleOf = (line: Line): Role =>
    draft.leaveOut.some((one) => isSameRow(one, placeOf(line))) ? 'LEFT_OUT' : (line.role ?? 'DATA')

  function set(line: Line, role: Role) {
    const leaveOut = draft.leaveOut.filter((one) => !isSameRow(one, placeOf(line)))
    if (role === 'HEADER') changeDraft({ headerRow: line.row, leaveOut, columns: {}, reading: null, taken: [] })
    else changeDraft({ leaveOut: role === 'LEFT_OUT' ? [...leaveOut, placeOf(line)] : leaveOut })
    void desk.check('check')
  }

  return (
    <details className="card sheet-panel" open={report.recordType === null || report.headerRow === null || undefined}>
      <summary>{title}</summary>
      <p className="quiet">{say(MOVE_WORDS.sheetHint)}</p>
      <DataTable
        caption={title}
        rows={report.head}
        rowKey={({ row }) => String(row)}
        columns={[
          { title: say(MOVE_WORDS.line), cell: ({ row }) => row },
          {
            title: say(MOVE_WORDS.isWhat),
            cell: (line) => {
              const role = roleOf(line)
              const mayBeData = role === 'DATA' || role === 'LEFT_OUT'
              const choices: Role[] = [
                ...new Set<Role>([role, ...(mayBeData ? (['DATA', 'LEFT_OUT'] as const) : []), 'HEADER']),
              ]
              return (
                <select
                  aria-label={say(MOVE_WORDS.lineIs, { row: line.row })}
                  value={role}
                  disabled={desk.progress !== null}
                  onChange={(event) => set(line, event.target.value as Role)}
                >
                  {choices.map((one) => (
                    <option key={one} value={one}>
                      {say(MOVE_WORDS.roles[one])}
                    </option>
                  ))}
                </select>
              )
            },
          },
          ...Array.from({ length: width }, (_, at) => ({
            title: <span className={empty[at] ? 'no-record' : undefined}>{letterOf(at)}</span>,
            cell: (line: Line) => (
              <span className={roleOf(line) === 'DATA' || roleOf(line) === 'HEADER' ? undefined : 'no-record'}>
                {isRepeated(line, at) ? '' : line.cells[at]}
              </span>
            ),
          })),
        ]}
      />
    </details>
  )
}

/** A title that is merged over the table is read once. */
function isRepeated({ role, cells }: Line, at: number): boolean {
  return role === 'TITLE' && at > 0 && cells[at] === cells[at - 1]
}

/** As a spreadsheet names a column. */
function letterOf(index: number): string {
  return (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') + String.fromCharCode(65 + (index % 26))
}
