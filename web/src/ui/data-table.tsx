import type { ReactNode } from 'react'
import { LineWords } from './unbroken.tsx'
import type { Table } from '@causeway/shared/table'
import { Link } from '../address/address.tsx'
import { useLanguage } from '../language/language.tsx'

export interface Column<Row> {
  title: ReactNode
  /** The title as text, if it is none: said beside each cell where rows are blocks. */
  name?: string
  /** The direction that the rows are sorted in by this column. */
  sorted?: 'ascending' | 'descending' | null
  /** Numbers stand right, their digits under each other. */
  number?: boolean
  cell: (row: Row) => ReactNode
}

interface Props<Row> {
  caption: string
  /** The cell of the first names its row. */
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
  // Rows that become blocks would be no rows any more to anyone who listens.
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
            {columns.map((column, at) => (
              <th
                key={at}
                {...role('columnheader')}
                scope="col"
                aria-sort={column.sorted ?? undefined}
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
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={at} {...role('rowheader')} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={at}
                    {...role('cell')}
                    className={column.number ? 'number' : undefined}
                    data-title={
                      stacks
                        ? (column.name ?? (typeof column.title === 'string' ? column.title : undefined))
                        : undefined
                    }
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

/** Where the cell of a row and a column leads, both from 0; null: nowhere. */
export type CellLink = (row: number, column: number) => string | null

/** A neutral table of figures on the page, with its notes and the symbols that occur in it. */
export function TableView({ table, linkOf }: { table: Table; linkOf?: CellLink }) {
  const { say } = useLanguage()
  return (
    <>
      <DataTable
        caption={say(table.title)}
        columns={table.columns.map((column, at) => ({
          title: say(column.heading),
          number: column.numeric,
          cell: (row: Table['rows'][number]) => {
            const href = linkOf?.(table.rows.indexOf(row), at)
            const text = row[at] ? say(row[at].text) : null
            return href ? <Link href={href}>{text}</Link> : text
          },
        }))}
        rows={table.rows}
        rowKey={(row) => String(table.rows.indexOf(row))}
        alongTime={table.alongTime}
        crossed={table.crossed}
      />
      {table.notes.map((note) => (
        <p key={note.en} className="cap">
          {say(note)}
        </p>
      ))}
      <SymbolList symbols={table.symbols} />
    </>
  )
}

/** Symbols are explained where they occur. */
export function SymbolList({ symbols }: { symbols: Table['symbols'] }) {
  const { say } = useLanguage()
  if (symbols.length === 0) return null
  return (
    <dl className="symbols">
      {symbols.map(({ symbol, word, meaning }) => (
        <div key={symbol}>
          <dt>{symbol}</dt>
          <dd>
            {say(word)}
            {say({ zh: '：', en: ': ' })}
            {say(meaning)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
