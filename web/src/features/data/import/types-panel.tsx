import { useId } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import type { ImportReport, WholeReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import IMPORT_WORDS from './words.json' with { type: 'json' }

/** Of which file and sheets a part is, and as what it was read. */
export function nameOfPart({ fileName, tableSheets, recordType }: ImportReport): string {
  return [recordType?.label, [fileName, ...tableSheets].join(' ')].filter(Boolean).join(' · ')
}

/** The kinds of records that an import is of. */
export function typesOf({ parts, recordType }: WholeReport, comma: string): string {
  const labels = parts.length > 0 ? parts.map((part) => part.recordType?.label) : [recordType?.label]
  return [...new Set(labels)].filter(Boolean).join(comma)
}

/** The names of its files. */
export function filesOf({ parts, fileName }: WholeReport, comma: string): string {
  if (parts.length === 0) return fileName
  const asked = parts.toSorted((one, other) => one.table - other.table)
  return [...new Set(asked.map((part) => part.fileName))].join(comma)
}

/** How many records of each type come and change, where there are several. */
export function TypesPanel({ report: { changesByType } }: { report: WholeReport }) {
  const { locale, say } = useLanguage()
  const id = useId()
  if (changesByType.length < 2) return null
  const title = say(IMPORT_WORDS.byType)
  return (
    <section className="card" aria-labelledby={id} data-types>
      <header className="card-head">
        <h3 id={id}>{title}</h3>
      </header>
      <DataTable
        caption={title}
        rows={changesByType}
        rowKey={({ recordType }) => recordType.name}
        columns={[
          { title: say(IMPORT_WORDS.type), cell: ({ recordType }) => recordType.label },
          { title: say(IMPORT_WORDS.accepted), cell: ({ added }) => formatValue(added, 0, locale) },
          { title: say(IMPORT_WORDS.updated), cell: ({ updated }) => formatValue(updated, 0, locale) },
        ]}
      />
    </section>
  )
}
