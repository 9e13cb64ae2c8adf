import { isIsoDate } from '@causeway/shared/day'
import { shortDayWords } from '@causeway/shared/day-words'
import { Link } from '../address/link.tsx'
import { useAddress } from '../address/use-address.ts'
import type { MentionFacts, RecordFacts } from '../graph/generated.ts'
import { useLanguage } from '../language/language.tsx'
import { DataTable, type Column } from './data-table.tsx'
import { labelOfField, nameAlone } from './field-label.ts'
import { ThingLink } from './thing-link.tsx'

/** From so many characters on, a name is given room for more than a word on a line. */
const LONG = 12

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
  const counts = (name: string) => records.every((record) => /^(\d[\d,.]*)?$/.test(fieldOf(record, name)?.text ?? ''))

  /** What a record is called, without what all of them share and what its own columns tell. */
  function shortLabel(record: RecordFacts): string {
    const told = [own!.field, ...shown].map((name) => fieldOf(record, name)?.text)
    const parts = record.label.split(' · ')
    return parts.filter((part) => !told.includes(part)).join(' · ')
  }

  function cellOf(record: RecordFacts, name: string) {
    const field = fieldOf(record, name)
    if (!field || field.text === '') return '—'
    if (isIsoDate(field.value ?? '')) return <span className="nowrap">{shortDayWords(field.value!, locale)}</span>
    return <ThingLink field={{ ...field, text: nameAlone(field) }} />
  }

  const columnOf = (name: string): Column<RecordFacts> => ({
    id: name,
    title: labelOfField(records.map((record) => fieldOf(record, name)!).find(({ text }) => text)!),
    number: counts(name),
    cell: (record) => cellOf(record, name),
  })
  // Where a record has no name beside what its columns tell, the first of them names the row.
  const unnamed = records.every((record) => shortLabel(record) === '')
  return (
    <section className={`card theme-${theme}`} aria-labelledby={`table-${type}`}>
      <h2 id={`table-${type}`}>{title}</h2>
      <DataTable
        caption={title}
        columns={[
          unnamed
            ? { ...columnOf(shown[0]!), heading: true }
            : {
                id: 'label',
                title: own.recordType.label,
                heading: true,
                cell: (record: RecordFacts) => {
                  const name = shortLabel(record) || record.label
                  return (
                    <Link
                      className={name.length > LONG ? 'long-name' : undefined}
                      href={address.to({ page: 'record', id: record.id })}
                    >
                      {name}
                    </Link>
                  )
                },
              },
          ...shown.slice(unnamed ? 1 : 0).map(columnOf),
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
