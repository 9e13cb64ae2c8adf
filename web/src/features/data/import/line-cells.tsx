import type { ImportReport } from '../../../graph/generated.ts'
import { isSameRow } from './import-draft.ts'
import { placeOfLine, type Line, type LineRole } from './line-menu.tsx'

interface Props {
  lines: readonly Line[]
  at: number
  role: LineRole
  width: number
  report: ImportReport
}

/** The cells of a line, merged as they are in the sheet; those that are wrong are marked. */
export function LineCells({ lines, at, role, width, report }: Props) {
  const line = lines[at]!
  const place = placeOfLine(line, report)
  // As it was corrected.
  const read = role === 'DATA' ? report.rows.find((row) => isSameRow(row, place)) : undefined
  return Array.from({ length: width }, (_, column) => {
    const span = spanOf(lines, at, column, width)
    if (!span) return null
    const text = read?.cells[column] ?? line.cells[column] ?? ''
    const isWrong = read?.problems.some(({ columnIndex }) => columnIndex === column)
    const Cell = role.startsWith('HEADER') ? 'strong' : 'span'
    return (
      <td key={column} {...span}>
        {isWrong ? (
          <span className="wrong-cell">
            <span aria-hidden="true">! </span>
            {text}
          </span>
        ) : (
          text !== '' && <Cell>{text}</Cell>
        )}
      </td>
    )
  })
}

/** How many columns and lines a cell takes; null: it is part of another. */
function spanOf(lines: readonly Line[], at: number, column: number, width: number) {
  const { row, mergedLeft, mergedAbove, cells, role } = lines[at]!
  const isBelow = mergedAbove.includes(column) && lines[at - 1]?.row === row - 1
  if (mergedLeft.includes(column) || isBelow) return null
  // A title, or a note, of a text file has all its line.
  const isAlone =
    (role === 'TITLE' || role === 'HEADING' || role === 'NOTE') && cells.every((text, i) => i === 0 || text === '')
  if (isAlone) return column === 0 ? { colSpan: width } : null
  let [colSpan, rowSpan] = [1, 1]
  while (column + colSpan < width && mergedLeft.includes(column + colSpan)) colSpan++
  while (lines[at + rowSpan]?.row === row + rowSpan && lines[at + rowSpan]!.mergedAbove.includes(column)) rowSpan++
  return { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) }
}
