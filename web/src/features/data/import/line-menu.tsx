import type { ReactNode } from 'react'
import type { ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { changeDraft, isSameRow, type Draft, type RowPlace } from './import-draft.ts'
import { pointHeader } from './taken-moves.ts'
import type { ImportDesk } from './use-import.ts'
import MOVE_WORDS from './move-words.json' with { type: 'json' }
import IMPORT_WORDS from './words.json' with { type: 'json' }

export type Line = ImportReport['head'][number]
/** What a line is, or may be said to be. `HEADER_2`: the first row of a header of two. */
export type LineRole = keyof typeof MOVE_WORDS.roles

const HEADERS: readonly LineRole[] = ['HEADER_1', 'HEADER_2', 'HEADER_3']
const OF_RECORDS: readonly LineRole[] = ['DATA', 'TOTAL', 'NOTE', 'LEFT_OUT']

interface Props {
  line: Line
  draft: Draft
  report: ImportReport
  desk: ImportDesk
  /** Looks at the file anew, and comes back to the control of this id. */
  check: (from: string) => void
  children: (role: LineRole) => ReactNode
}

/** A line of the sheet, with what it is taken for: somebody who knows better says so. */
export function LineMenu({ line, draft, report, desk, check, children }: Props) {
  const { say } = useLanguage()
  const place = placeOfLine(line, report)
  const role = roleOf(line, draft, report)
  const id = `line-${line.row}`
  const isSaid = [...draft.lines, ...draft.leaveOut].some((one) => isSameRow(one, place))
  const isUnder = OF_RECORDS.includes(role) || role === 'HIDDEN'
  // Of several sheets each has its own header.
  const headers = report.sheetsRead.length > 1 ? [] : [...HEADERS, ...(isUnder ? [] : (['HEADER_0'] as const))]
  const choices = [...new Set<LineRole>([role, ...(isUnder ? OF_RECORDS : []), ...headers])]
  const shown = report.rows.find((row) => isSameRow(row, place))

  function set(next: LineRole | null) {
    const lines = draft.lines.filter((one) => !isSameRow(one, place))
    const leaveOut = draft.leaveOut.filter((one) => !isSameRow(one, place))
    if (next?.startsWith('HEADER')) changeDraft(pointHeader(draft, line.row, Number(next.at(-1)), sayHeader(next)))
    else if (next === 'LEFT_OUT') changeDraft({ lines, leaveOut: [...leaveOut, place] })
    else if (next === null || next === (line.role ?? 'DATA')) changeDraft({ lines, leaveOut })
    else
      changeDraft({
        leaveOut,
        lines: [...lines, { ...place, role: next === 'TOTAL' || next === 'NOTE' ? next : 'RECORD' }],
      })
    check(id)
  }

  const outcome = shown?.outcome && role === 'DATA' ? IMPORT_WORDS.outcomes[shown.outcome] : null
  const short = outcome ? `${outcome.sign} ${say(outcome.word)}` : say(MOVE_WORDS.shortRoles[role])
  const sayHeader = (next: LineRole) => say(MOVE_WORDS.headerSaid, { row: line.row, role: say(MOVE_WORDS.roles[next]) })

  return (
    <tr className={isRead(role) ? undefined : 'no-record'} data-line={line.row} data-role={role}>
      <th scope="row" abbr={String(line.row)}>
        <span className="line-menu">
          <span className="line-number">{line.row}</span>
          <span className="line-pick">
            <span aria-hidden="true">{short}</span>
            <select
              id={id}
              data-keeps-focus
              aria-label={say(MOVE_WORDS.lineIs, { row: line.row })}
              value={role}
              disabled={desk.progress !== null}
              onChange={(event) => set(event.target.value as LineRole)}
            >
              {choices.map((one) => (
                <option key={one} value={one}>
                  {say(MOVE_WORDS.roles[one])}
                </option>
              ))}
            </select>
          </span>
          {outcome && <span className="for-ears">{say(outcome.word)}</span>}
          {isSaid && (
            <Button
              disabled={desk.progress !== null}
              aria-label={`${say(MOVE_WORDS.undo)} ${say(MOVE_WORDS.lineIs, { row: line.row })}`}
              onClick={() => set(null)}
            >
              {say(MOVE_WORDS.undo)}
            </Button>
          )}
        </span>
      </th>
      {children(role)}
    </tr>
  )
}

/** It is read: as a record, or for the names of the columns. */
export function isRead(role: LineRole): boolean {
  return role === 'DATA' || role === 'HIDDEN' || role.startsWith('HEADER')
}

/** Of several sheets it is the first alone that is shown. */
export function placeOfLine(
  { row, content }: Pick<Line, 'row' | 'content'>,
  { sheet, sheetsRead }: ImportReport,
): RowPlace {
  return { row, sheet: sheetsRead.length > 1 ? sheet : null, content }
}

function roleOf(line: Line, { lines, leaveOut }: Draft, report: ImportReport): LineRole {
  const place = placeOfLine(line, report)
  if (leaveOut.some((one) => isSameRow(one, place))) return 'LEFT_OUT'
  const said = lines.find((one) => isSameRow(one, place))?.role
  if (said) return said === 'RECORD' ? 'DATA' : said
  if (line.role !== 'HEADER') return line.role ?? 'DATA'
  const header = report.head.filter(({ role }) => role === 'HEADER')
  const depth = Math.min(header.length, HEADERS.length)
  return header[0] === line ? HEADERS[depth - 1]! : 'HEADER_MORE'
}
