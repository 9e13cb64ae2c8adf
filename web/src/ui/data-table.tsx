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
  /** On a phone a row is a block with its cells under each other: for cells of words, which a narrow column would break. */
  stacks?: boolean
  /** Its columns are periods, the newest last: a narrow page opens on that one, and the rows keep their names in sight. */
  alongTime?: boolean
  /** Its columns are categories as its rows are: these keep their names in sight. */
  crossed?: boolean
}

/** A table that scrolls inside itself where it is wider than the page, by keyboard too. */
export function DataTable<Row>({ caption, columns, rows, rowKey, current, stacks, alongTime, crossed }: Props<Row>) {
  // Rows that become blocks would be no rows any more to whoever listens.
  const role = (name: string) => (stacks ? { role: name } : {})
  return (
    <div
      className={alongTime ? 'table-frame along-time' : crossed ? 'table-frame crossed' : 'table-frame'}
      role="group"
      aria-label={caption}
      tabIndex={0}
    >
      <table className={stacks ? 'stacks' : undefined} {...role('table')}>
        <caption className="for-ears">{caption}</caption>
        <thead {...role('rowgroup')}>
          <tr {...role('row')}>
            {columns.map((column) => (
              <th
                key={column.id}
                {...role('columnheader')}
                scope="col"
                className={column.number ? 'number' : undefined}
              >
                {typeof column.title === 'string' ? <LineWords text={column.title} /> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role('rowgroup')}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...role('row')} aria-current={current?.(row) || undefined}>
              {columns.map((column) =>
                column.heading ? (
                  <th key={column.id} {...role('rowheader')} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    {...role('cell')}
                    className={column.number ? 'number' : undefined}
                    data-title={stacks && typeof column.title === 'string' ? column.title : undefined}
                  >
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
