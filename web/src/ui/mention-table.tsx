import { isIsoDate } from '@causeway/shared/day'
import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'
import type { MentionFacts, RecordFacts } from '../graph/subject-query.ts'
import { formatDay } from '../language/format-date.ts'
import { useLanguage } from '../language/language.tsx'
import { DataTable } from './data-table.tsx'
import { ThingLink } from './thing-link.tsx'

/** The records of one type that name a thing, as a table of the fields that matter here. */
export function MentionTable({
  mentions,
  type,
  title,
  fields,
  theme,
}: {
  mentions: MentionFacts[]
  type: string
  title: string
  /** Names of the fields that are its columns. */
  fields: string[]
  theme: string
}) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const own = mentions.find(({ recordType }) => recordType.name === type)
  if (!own) return null
  const records = own.records.edges.map(({ node }) => node)
  const fieldOf = (record: RecordFacts, name: string) => record.fields.find((field) => field.name === name)
  const left = (own.records.totalCount ?? records.length) - records.length
  const shown = fields.filter((name) => records.some((record) => fieldOf(record, name)?.text))
  return (
    <section className={`card theme-${theme}`} aria-labelledby={`table-${type}`}>
      <h2 id={`table-${type}`}>{title}</h2>
      <DataTable
        caption={title}
        columns={[
          {
            id: 'label',
            title: own.recordType.label,
            heading: true,
            cell: (record: RecordFacts) => (
              <Link className="long-name" href={address.to({ page: 'record', id: record.id })}>
                {record.label}
              </Link>
            ),
          },
          ...shown.map((name) => ({
            id: name,
            title: fieldOf(records[0]!, name)?.label ?? name,
            cell: (record: RecordFacts) => {
              const field = fieldOf(record, name)
              if (!field || field.text === '') return '—'
              if (isIsoDate(field.value ?? '')) return <span className="nowrap">{formatDay(field.value!, locale)}</span>
              return <ThingLink field={field} />
            },
          })),
        ]}
        rows={records}
        rowKey={({ id }) => id}
      />
      {left > 0 && (
        <Link className="quiet-link" href={address.with({ type, tab: own.field, after: null })}>
          {say({ zh: `另有 ${left} 条`, en: `${left} more` })}
        </Link>
      )}
    </section>
  )
}
