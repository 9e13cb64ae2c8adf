import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { useLanguage } from '../../../language/language.tsx'
import { fill } from '../../../language/fill.ts'
import { changeDraft, withCorrection, type Draft } from './import-draft.ts'
import type { FileColumn, FileRow, ImportProblem, ImportReport } from './import-query.ts'
import { IMPORT_WORDS } from './import-words.ts'

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
  const ofRow = row.problems.filter(({ columnIndex }) => columnIndex === null)
  return (
    <li className="wrong-row" data-row={row.row} aria-labelledby={id}>
      <h4 id={id}>{say(fill(IMPORT_WORDS.row, { row: row.row }))}</h4>
      <div className="wrong-cells">
        {ofRow.map((problem) => (
          <p key={problem.code + problem.message} className="problem">
            {problem.column && `${problem.column}${say({ zh: '：', en: ': ' })}`}
            {problem.message}
          </p>
        ))}
        {wrong.map((column) => (
          <Cell
            key={column.index}
            row={row}
            column={column}
            draft={draft}
            report={report}
            problems={row.problems.filter(({ columnIndex }) => columnIndex === column.index)}
          />
        ))}
        {/* Where the row as a whole is wrong, what to change is among the others. */}
        <details open={(wrong.length === 0 && others.length > 0) || undefined}>
          <summary>{say(IMPORT_WORDS.otherCells)}</summary>
          <div className="fields">
            {others.map((column) => (
              <Cell key={column.index} row={row} column={column} draft={draft} report={report} problems={[]} />
            ))}
          </div>
        </details>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={skipped}
          onChange={() =>
            changeDraft({
              leaveOut: skipped ? draft.leaveOut.filter((one) => one !== row.row) : [...draft.leaveOut, row.row],
            })
          }
        />
        <span>{say(IMPORT_WORDS.skipRow)}</span>
      </label>
    </li>
  )
}

interface CellProps extends Props {
  column: FileColumn
  problems: ImportProblem[]
}

function Cell({ row, column, draft, report, problems }: CellProps) {
  const { locale, say } = useLanguage()
  const id = useId()
  const { index, header } = column
  const inFile = row.cells[index] ?? ''
  const mended = draft.corrections.find((one) => one.row === row.row && one.column === index)
  const value = mended?.value ?? inFile
  const before = mended?.before ?? inFile
  const options = report.recordType?.fields.find(({ name }) => name === column.field?.name)?.options ?? []
  // A value that is wrong once is often wrong in many rows.
  const alike =
    problems.length > 0 && value !== inFile
      ? report.wrongRows.filter(
          (other) =>
            other.row !== row.row &&
            other.cells[index] === inFile &&
            other.problems.some(({ columnIndex }) => columnIndex === index) &&
            !draft.corrections.some((one) => one.row === other.row && one.column === index && one.value === value),
        )
      : []

  const set = (text: string) =>
    changeDraft({
      corrections: withCorrection(draft.corrections, { row: row.row, column: index, header, before, value: text }),
    })

  return (
    <div className="choice cell">
      <label htmlFor={id}>
        {header || column.letter}
        {column.field && column.field.label !== header && ` · ${column.field.label}`}
      </label>
      <input
        id={id}
        value={value}
        spellCheck={false}
        autoComplete="off"
        list={options.length > 0 ? `${id}-choices` : undefined}
        aria-invalid={problems.length > 0 && value === inFile ? true : undefined}
        aria-describedby={problems.length > 0 ? `${id}-problem` : undefined}
        onChange={(event) => set(event.target.value)}
      />
      {options.length > 0 && (
        <datalist id={`${id}-choices`}>
          {options.map(({ key, label }) => (
            <option key={key} value={label} />
          ))}
        </datalist>
      )}
      {problems.length > 0 && (
        <div id={`${id}-problem`}>
          {problems.map(({ code, message }) => (
            <p key={code + message} className="problem">
              {message}
            </p>
          ))}
        </div>
      )}
      {alike.length > 0 && (
        <button
          type="button"
          className="button"
          onClick={() =>
            changeDraft({
              corrections: alike.reduce(
                (all, other) => withCorrection(all, { row: other.row, column: index, header, before: inFile, value }),
                [...draft.corrections],
              ),
            })
          }
        >
          {say(
            fill(IMPORT_WORDS.sameElsewhere, {
              n: formatValue(alike.length, 0, locale),
              value: inFile === '' ? say(IMPORT_WORDS.empty) : inFile,
            }),
          )}
        </button>
      )}
    </div>
  )
}
