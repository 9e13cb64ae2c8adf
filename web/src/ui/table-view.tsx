import type { Table } from '@causeway/shared/table'
import { Link } from '../address/link.tsx'
import { useLanguage } from '../language/language.tsx'
import { DataTable } from './data-table.tsx'

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
          id: String(at),
          title: say(column.heading),
          number: column.numeric,
          heading: at === 0,
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
