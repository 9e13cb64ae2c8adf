import { useId, useState } from 'react'
import { useLanguage } from '../../../language/language.tsx'
import { changeDraft, type Draft } from './import-draft.ts'
import type { FileColumn, FileRow, ImportReport } from '../../../graph/generated.ts'
import { isGroupRow } from './import-query.ts'
import { IMPORT_WORDS } from './import-words.ts'
import { MendCell } from './correct-cell.tsx'

interface Props {
  row: FileRow
  draft: Draft
  report: ImportReport
}

/** One wrong row: the wrong cells to be changed, each with what is wrong with it; the others folded away beside them. */
export function WrongRow({ row, draft, report }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const skipped = draft.leaveOut.includes(row.row)
  const isWrong = ({ index }: FileColumn) => row.problems.some(({ columnIndex }) => columnIndex === index)
  const wrong = report.columns.filter(isWrong)
  const others = report.columns.filter((column) => !isWrong(column))
  // What is right of the last column can be corrected in the file alone.
  const ofRow = row.problems.filter(({ columnIndex }) => !report.columns.some(({ index }) => index === columnIndex))
  // Which of two rows is right only the clerk knows; the other one is not among the wrong ones.
  const instead = ofRow.flatMap(({ code, otherRow }) =>
    code === 'DUPLICATE_KEY' && otherRow !== null ? [otherRow] : [],
  )
  // Two rows of one group may be its parts.
  const addsUp = ofRow.some(({ code }) => code === 'DUPLICATE_KEY') && isGroupRow(row, report)
  const without = (left: number) => draft.leaveOut.filter((one) => one !== left)
  // Where the row as a whole is wrong, what to change is among the others.
  const [unfolded, setUnfolded] = useState(wrong.length === 0 && others.length > 0)
  return (
    <li className="wrong-row" data-row={row.row} aria-labelledby={id}>
      <h4 id={id}>{say(IMPORT_WORDS.row, { row: row.row })}</h4>
      <div className="wrong-cells">
        {ofRow.map((problem) => (
          <p key={problem.code + problem.message} className="problem">
            {problem.column && `${problem.column}${say({ zh: '：', en: ': ' })}`}
            {problem.message}
          </p>
        ))}
        {instead.map((other) => (
          <div key={other} className="nearest">
            <button
              type="button"
              className="button"
              aria-pressed={draft.leaveOut.includes(other)}
              onClick={() =>
                changeDraft({
                  leaveOut: draft.leaveOut.includes(other) ? without(other) : [...without(row.row), other],
                })
              }
            >
              {say(IMPORT_WORDS.keepThis, { row: row.row, other })}
            </button>
          </div>
        ))}
        {addsUp && (
          <div className="nearest">
            <button
              type="button"
              className="button"
              aria-pressed={draft.addUp}
              onClick={() => changeDraft({ addUp: !draft.addUp })}
            >
              {say(IMPORT_WORDS.addUp)}
            </button>
          </div>
        )}
        {wrong.map((column) => (
          <MendCell
            key={column.index}
            row={row}
            column={column}
            draft={draft}
            report={report}
            problems={row.problems.filter(({ columnIndex }) => columnIndex === column.index)}
          />
        ))}
        <details open={unfolded || undefined} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
          <summary>{say(IMPORT_WORDS.otherCells)}</summary>
          {/* Of fifty rows with all their choices nobody opens more than a few. */}
          {unfolded && (
            <div className="fields">
              {others.map((column) => (
                <MendCell key={column.index} row={row} column={column} draft={draft} report={report} problems={[]} />
              ))}
            </div>
          )}
        </details>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={skipped}
          onChange={() => changeDraft({ leaveOut: skipped ? without(row.row) : [...draft.leaveOut, row.row] })}
        />
        <span>{say(IMPORT_WORDS.skipRow)}</span>
      </label>
    </li>
  )
}
