import { useId, useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import type { HandType } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { CellInput, Row } from './typed-row.tsx'
import {
  emptyRow,
  isEmptyRow,
  MOST_ROWS,
  readCells,
  withCell,
  withField,
  withPasted,
  type CellPlace,
  type TypedColumn,
  type TypedTable as Table,
} from './typed-rows.ts'
import HAND_WORDS from './words.json' with { type: 'json' }

interface Props {
  type: HandType
  institution: string
  table: Table
  onChange: (table: Table) => void
  /** What is wrong with a cell, by `row column`. */
  problems: ReadonlyMap<string, string[]>
  /** The cell that somebody went to from a list of what is wrong. */
  wanted: CellPlace | null
}

export const keyOf = ({ row, column }: CellPlace): string => `${row} ${column}`

/** Cells as a spreadsheet has them: what is copied there is pasted here. One cell at a time is a field, so that any keyboard writes in it. */
export function TypedTable({ type, institution, table, onChange, problems, wanted }: Props) {
  const { say } = useLanguage()
  const id = useId()
  const [asked, setAt] = useState<CellPlace>({ row: 0, column: 0 })
  const [said, setSaid] = useState('')
  const frame = useRef<HTMLDivElement>(null)
  // It goes along with the cell, and is nobody's before somebody came here.
  const moved = useRef(false)
  useLayoutEffect(() => {
    if (moved.current) frame.current?.querySelector<HTMLElement>('td input')?.focus()
    moved.current = false
  }, [asked])
  useLayoutEffect(() => {
    if (!wanted) return
    moved.current = true
    setAt({ ...wanted })
  }, [wanted])

  const { columns, rows } = table
  // Rows may be fewer than they were.
  const at = { row: Math.min(asked.row, rows.length - 1), column: Math.min(asked.column, columns.length - 1) }
  const fieldOf = ({ field }: TypedColumn) => type.columns.find((one) => one.field.name === field) ?? null
  const headOf = (column: TypedColumn, n: number) =>
    fieldOf(column)?.field.label ?? (column.head || say(HAND_WORDS.columnN, { n: n + 1 }))
  const unread = columns.filter(({ field }, n) => field === null && rows.some((row) => row[n]?.trim()))

  function go({ row, column }: CellPlace): void {
    if (row < 0 || column < 0 || column >= columns.length) return
    if (row >= rows.length) {
      if (row > rows.length || rows.length >= MOST_ROWS || isEmptyRow(rows.at(-1)!)) return
      onChange({ ...table, rows: [...rows, emptyRow(columns)] })
    }
    moved.current = true
    setAt({ row, column })
  }

  function move(event: KeyboardEvent<HTMLInputElement>, isWriting: boolean): void {
    const { row, column } = at
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const isWhole = !isWriting && selectionStart === 0 && selectionEnd === value.length
    const next: Record<string, CellPlace | false> = {
      Enter: { row: row + (event.shiftKey ? -1 : 1), column },
      ArrowDown: !isWriting && { row: row + 1, column },
      ArrowUp: !isWriting && { row: row - 1, column },
      ArrowLeft: (isWhole || selectionEnd === 0) && { row, column: column - 1 },
      ArrowRight: (isWhole || selectionStart === value.length) && { row, column: column + 1 },
    }
    const to = event.nativeEvent.isComposing ? false : next[event.key]
    if (!to) return
    event.preventDefault()
    go(to)
  }

  function paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!/[\t\n\r]/.test(text)) return
    event.preventDefault()
    const cells = readCells(text)
    const fields = type.columns.map(({ field, heads }) => ({ name: field.name, required: field.required, heads }))
    const pasted = withPasted(table, at, cells, fields)
    setSaid(pasted ? say(HAND_WORDS.pasted, { n: pasted.count }) : say(HAND_WORDS.tooMany, { most: MOST_ROWS }))
    if (pasted) onChange(pasted.table)
  }

  return (
    <>
      <p id={`${id}-hint`} className="quiet">
        {say(HAND_WORDS.tableHint)}
      </p>
      <div ref={frame} className="table-frame typed-frame" onPaste={paste}>
        <table className="typed" role="grid" aria-label={say(HAND_WORDS.table)} aria-describedby={`${id}-hint`}>
          <thead>
            <tr>
              <th scope="col">{say(HAND_WORDS.rowNumber)}</th>
              {columns.map((column, n) => (
                <th key={n} scope="col">
                  <select
                    aria-label={say(HAND_WORDS.fieldOf, { n: n + 1 })}
                    value={column.field ?? ''}
                    onChange={(event) => onChange(withField(table, n, event.target.value || null))}
                  >
                    <option value="">
                      {[column.head, say(HAND_WORDS.notRead)].filter(Boolean).join(say({ zh: '：', en: ': ' }))}
                    </option>
                    {type.columns.map(({ field }) => (
                      <option key={field.name} value={field.name}>
                        {field.label}
                        {field.required && '*'}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody
            onClick={(event) => {
              const { row, column } = (event.target as HTMLElement).closest('td')?.dataset ?? {}
              if (row !== undefined && (Number(row) !== at.row || Number(column) !== at.column))
                go({ row: Number(row), column: Number(column) })
            }}
          >
            {rows.map((row, n) => (
              <Row
                key={n}
                n={n}
                row={row}
                wrong={wrongOf(problems, n, columns.length)}
                active={at.row === n ? at.column : null}
              >
                {at.row === n && (
                  <CellInput
                    key={keyOf(at)}
                    label={say(HAND_WORDS.cell, { row: n + 1, head: headOf(columns[at.column]!, at.column) })}
                    column={fieldOf(columns[at.column]!)}
                    institution={institution}
                    value={row[at.column] ?? ''}
                    problems={problems.get(keyOf(at)) ?? []}
                    onText={(text) => onChange(withCell(table, at, text))}
                    onKey={move}
                  />
                )}
              </Row>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status" className={said ? 'quiet' : 'for-ears'}>
        {said}
      </p>
      {unread.length > 0 && (
        <p className="note">
          {say(HAND_WORDS.leftOut, {
            heads: unread
              .map((column) => `“${headOf(column, columns.indexOf(column))}”`)
              .join(say({ zh: '', en: ', ' })),
          })}
        </p>
      )}
      <div className="actions">
        <Button
          onClick={() => onChange({ ...table, rows: [...rows, emptyRow(columns)] })}
          disabled={rows.length >= MOST_ROWS}
        >
          {say(HAND_WORDS.addRow)}
        </Button>
        {rows.length > 1 && (
          <Button onClick={() => onChange({ ...table, rows: rows.filter((_, n) => n !== at.row) })}>
            {say(HAND_WORDS.removeRow, { row: at.row + 1 })}
          </Button>
        )}
      </div>
    </>
  )
}

/** Numbers of the columns, as one text: it is the same as long as they are. */
function wrongOf(problems: ReadonlyMap<string, string[]>, row: number, width: number): string {
  return Array.from({ length: width }, (_, column) => column)
    .filter((column) => problems.has(keyOf({ row, column })))
    .join(' ')
}
