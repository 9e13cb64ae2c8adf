import type { ReactNode } from 'react'
import { LineWords } from './line-words.tsx'

export interface Column<Row> {
  id: string
  title: ReactNode
  /** Numbers stand right, their digits under each other. */
  number?: boolean
  /** The cell that names its row. */
  heading?: boolean
  cell: (row: Row) => ReactNode
}

interface Props<Row> {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** The row that the page is about. */
  current?: (row: Row) => boolean
}

/** A table that scrolls inside itself where it is wider than the page, by keyboard too. */
export function DataTable<Row>({ caption, columns, rows, rowKey, current }: Props<Row>) {
  return (
    <div className="table-frame" role="group" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="for-ears">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.number ? 'number' : undefined}>
                {typeof column.title === 'string' ? <LineWords text={column.title} /> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} aria-current={current?.(row) || undefined}>
              {columns.map((column) =>
                column.heading ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={column.number ? 'number' : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
