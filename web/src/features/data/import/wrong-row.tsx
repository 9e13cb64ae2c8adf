import { useId, useState } from 'react'
import type { Words } from '@causeway/shared/words/words'
import { Button } from '../../../ui/button.tsx'
import type { FileColumn, FileRow, ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import type { AskedAbove } from './asked-above.ts'
import { asColumn, CorrectCell, isOfColumn, OTHER_RECORD } from './correct-cell.tsx'
import { changeDraft, isSameRow, nameOfRow, placeOf, type Draft, type RowPlace } from './import-draft.ts'
import { isGroupRow } from './import-query.ts'
import { ReplacingRecord } from './replacing-record.tsx'
import { RowProblem } from './row-problem.tsx'
import { saidOfAll, valueOfAll } from './said-values.ts'
import WHOLE_WORDS from './whole-words.json' with { type: 'json' }
import IMPORT_WORDS from './words.json' with { type: 'json' }

interface Props {
  row: FileRow
  draft: Draft
  report: ImportReport
  asked: AskedAbove
}

/** One wrong row: the wrong cells to be changed, each with what is wrong with it; the others folded away beside them. */
export function WrongRow({ row, draft, report, asked }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const isLeftOut = (one: RowPlace) => draft.leaveOut.some((other) => isSameRow(other, one))
  const here = placeOf(row)
  const skipped = isLeftOut(here)
  const columns = [...report.columns, ...filledForAll(draft, report, row.sheet, say)]
  const isWrong = (column: FileColumn) => row.problems.some((problem) => isOfColumn(problem, column))
  const wrong = columns.filter(isWrong)
  const others = columns.filter((column) => !isWrong(column))
  // What is right of the last column can be corrected in the file alone.
  const ofRow = row.problems.filter((problem) => !columns.some((column) => isOfColumn(problem, column)))
  // Which of two rows is right only the clerk knows; the other one is not among the wrong ones.
  const instead = ofRow.flatMap(({ code, otherRow }) =>
    code === 'DUPLICATE_KEY' && otherRow !== null ? [{ ...here, row: otherRow, content: null }] : [],
  )
  // Two rows of one group may be its parts.
  const addsUp = ofRow.some(({ code }) => code === 'DUPLICATE_KEY') && isGroupRow(row, report)
  const replacing = row.problems.filter(({ code }) => code === OTHER_RECORD)
  const without = (left: RowPlace) => draft.leaveOut.filter((one) => !isSameRow(one, left))
  // Where the row as a whole is wrong, what to change is among the others.
  const [unfolded, setUnfolded] = useState(wrong.length === 0 && others.length > 0)
  const cellOf = (column: FileColumn) => {
    const problems = row.problems.filter((problem) => isOfColumn(problem, column))
    const key = column.index < 0 ? column.field!.name : column.index
    return <CorrectCell key={key} {...{ row, column, draft, report, asked, problems }} />
  }
  return (
    <li className="wrong-row" data-row={row.row} aria-labelledby={id}>
      <h4 id={id}>{say(IMPORT_WORDS.row, { row: nameOfRow(row) })}</h4>
      <div className="wrong-cells stack">
        {ofRow.map((problem) => (
          <RowProblem key={problem.code + problem.message} problem={problem} report={report} asked={asked} />
        ))}
        {instead.map((other) => (
          <div key={nameOfRow(other)} className="nearest row">
            <Button
              aria-pressed={isLeftOut(other)}
              onClick={() =>
                changeDraft({
                  leaveOut: isLeftOut(other) ? without(other) : [...without(here), other],
                })
              }
            >
              {say(IMPORT_WORDS.keepThis, { row: nameOfRow(row), other: nameOfRow(other) })}
            </Button>
          </div>
        ))}
        {addsUp && (
          <div className="nearest row">
            <Button aria-pressed={draft.addUp} onClick={() => changeDraft({ addUp: !draft.addUp })}>
              {say(IMPORT_WORDS.addUp)}
            </Button>
          </div>
        )}
        {wrong.map(cellOf)}
        {replacing.map((problem) => (
          <ReplacingRecord key={problem.value} problem={problem} row={row} draft={draft} report={report} />
        ))}
        <details open={unfolded || undefined} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
          <summary>{say(IMPORT_WORDS.otherCells)}</summary>
          {/* Of fifty rows with all their choices nobody opens more than a few. */}
          {unfolded && <div className="fields">{others.map(cellOf)}</div>}
        </details>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={skipped}
          onChange={() => changeDraft({ leaveOut: skipped ? without(here) : [...draft.leaveOut, here] })}
        />
        <span>{say(IMPORT_WORDS.skipRow)}</span>
      </label>
    </li>
  )
}

/** The fields that one value fills in all rows. */
function filledForAll(
  draft: Draft,
  report: ImportReport,
  sheet: string | null,
  say: (words: Words) => string,
): FileColumn[] {
  const said = saidOfAll(report)
  return (report.recordType?.fields ?? []).flatMap((field) => {
    const value = draft.ofSheets[field.name]?.[sheet ?? ''] ?? valueOfAll(draft, field.name, said.get(field.name))
    const of = said.get(field.name)
    const how = value !== '' || of === undefined || of.is === 'constant' ? '' : say(WHOLE_WORDS.isFrom[of.is])
    return value !== '' || of !== undefined ? [asColumn(field, value, how)] : []
  })
}
