import { useLanguage } from '../../../language/language.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { fill } from '../../../language/fill.ts'
import type { FileRow, ImportReport } from '../../../graph/generated.ts'
import { IMPORT_WORDS, OUTCOME_WORDS } from './import-words.ts'

/** The first rows as they stand in the file, each with what would become of it. */
export function RowsPreview({ report }: { report: ImportReport }) {
  const { say } = useLanguage()
  if (report.rows.length === 0) return null
  const title = say(fill(IMPORT_WORDS.rows, { n: report.rows.length }))
  const columns: Column<FileRow>[] = [
    { id: 'row', title: say({ zh: '行', en: 'Row' }), heading: true, cell: ({ row }) => row },
    {
      id: 'outcome',
      title: say(IMPORT_WORDS.outcome),
      cell: ({ outcome }) =>
        outcome && (
          <span className="nowrap">
            <span aria-hidden="true">{OUTCOME_WORDS[outcome].sign}</span> {say(OUTCOME_WORDS[outcome].word)}
          </span>
        ),
    },
    ...report.columns.map(({ index, header, field }) => ({
      id: String(index),
      title: (
        <>
          {header}
          {field && field.label !== header && (
            <>
              <br />
              <span className="cap">{field.label}</span>
            </>
          )}
        </>
      ),
      cell: ({ cells, problems }: FileRow) =>
        problems.some(({ columnIndex }) => columnIndex === index) ? (
          <span className="wrong-cell">
            <span aria-hidden="true">! </span>
            {cells[index]}
          </span>
        ) : (
          cells[index]
        ),
    })),
  ]
  return (
    <details className="card rows-preview">
      <summary>{title}</summary>
      <DataTable caption={title} columns={columns} rows={report.rows} rowKey={({ row }) => String(row)} />
    </details>
  )
}
