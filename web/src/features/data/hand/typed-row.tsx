import { memo, useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { HandColumn } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { CodeList } from './code-list.tsx'
import HAND_WORDS from './words.json' with { type: 'json' }

interface RowProps {
  n: number
  row: readonly string[]
  /** Numbers of the columns in which something is wrong: `1 4`. */
  wrong: string
  /** The column that is written in; null: another row is. */
  active: number | null
  /** What it is written in with. */
  children: ReactNode
}

/** Made anew only where something of it is another: a table has many. */
export const Row = memo(function Row({ n, row, wrong, active, children }: RowProps) {
  const { say } = useLanguage()
  const isWrong = new Set(wrong.split(' '))
  return (
    <tr>
      <th scope="row">
        <span className="for-ears">{say(HAND_WORDS.rowNumber)} </span>
        {n + 1}
      </th>
      {row.map((text, column) => (
        <td
          key={column}
          role="gridcell"
          data-row={n}
          data-column={column}
          className={isWrong.has(String(column)) ? 'wrong-cell' : undefined}
          aria-invalid={isWrong.has(String(column)) || undefined}
        >
          {isWrong.has(String(column)) && <span aria-hidden="true">! </span>}
          {column === active ? children : text}
        </td>
      ))}
    </tr>
  )
})

interface CellProps {
  label: string
  /** Null: it is not imported. */
  column: HandColumn | null
  institution: string
  value: string
  problems: readonly string[]
  onText: (text: string) => void
  /** `isWriting`: arrows are for what is written, and for what is offered for it. */
  onKey: (event: KeyboardEvent<HTMLInputElement>, isWriting: boolean) => void
}

/** The one cell that is a field. */
export function CellInput({ label, column, institution, value, problems, onText, onKey }: CellProps) {
  const id = useId()
  const [isWriting, setWriting] = useState(false)
  const options = column?.field.options ?? []
  const namesA = column?.namesA ?? null
  return (
    <>
      <input
        aria-label={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problems.length > 0 || undefined}
        aria-describedby={problems.length > 0 ? `${id}-problem` : undefined}
        list={options.length > 0 || namesA !== null ? `${id}-list` : undefined}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setWriting(true)
          onText(event.target.value)
        }}
        onKeyDown={(event) => onKey(event, isWriting)}
      />
      {namesA !== null && (
        <CodeList
          id={`${id}-list`}
          institution={institution}
          type={namesA}
          search={value}
          named={column!.field.kind === 'reference'}
        />
      )}
      {options.length > 0 && (
        <datalist id={`${id}-list`}>
          {options.map(({ key, label: text }) => (
            <option key={key} value={text} />
          ))}
        </datalist>
      )}
      {problems.length > 0 && (
        <span id={`${id}-problem`} className="for-ears">
          {problems.join(' ')}
        </span>
      )}
    </>
  )
}
