import { isIsoDate, shortDayWords } from '@causeway/shared/day'
import type { Locale } from '@causeway/shared/words/words'
import { Link, useAddress } from '../address/address.tsx'
import type { MentionFacts, RecordFacts } from '../graph/generated.ts'
import { SHOWN_OF_EACH } from '../graph/subject-query.ts'
import { formatDay } from '../language/words.ts'
import { useLanguage } from '../language/language.tsx'
import { DataTable, type Column } from './data-table.tsx'
import { labelOfField, nameAlone, ThingLink } from './thing-link.tsx'

/** Fields that say nothing beside a record's name. */
const NOT_SHOWN = new Set(['code', 'person', 'name_zh', 'name_en', 'title_zh', 'title_en', 'source_id', 'note'])
const MOST_FIELDS = 5

/** The records that name a thing, by type: the first of each with a way to all of them, or a page of one type. */
export function MentionList({ mentions, one }: { mentions: MentionFacts[]; one: boolean }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const times = Map.groupBy(mentions, ({ recordType }) => recordType.name)
  return (
    <section className="card" aria-labelledby="mentions">
      <div className="panel-head row-apart">
        <h2 id="mentions">{say({ zh: '相关台账记录', en: 'Records' })}</h2>
        {one && (
          <Link className="button" view={{ type: null, tab: null, after: null }}>
            {say({ zh: '所有类型', en: 'All types' })}
          </Link>
        )}
      </div>
      {mentions.length === 0 && <p className="quiet">{say({ zh: '没有相关记录。', en: 'There are none.' })}</p>}
      <div className="mentions">
        {mentions.map((mention) => {
          const { recordType, field, fieldLabel, records } = mention
          const key = `${recordType.name}.${field}`
          const count = records.totalCount
          return (
            <details key={key} open={one || undefined}>
              <summary>
                <span>
                  {recordType.label}
                  {times.get(recordType.name)!.length > 1 && (
                    <span className="quiet">{say({ zh: `：${fieldLabel}`, en: ` (${fieldLabel})` })}</span>
                  )}{' '}
                  <span className="quiet nowrap">
                    {count === null
                      ? say({ zh: '10万条以上', en: 'over 100,000 records' })
                      : say({ zh: `${count} 条`, en: `${count} ${count === 1 ? 'record' : 'records'}` })}
                  </span>
                </span>
              </summary>
              <ul className="mention-records">
                {records.edges.map(({ node }) => (
                  <li key={node.id}>
                    <Link to={{ page: 'record', id: node.id }}>{node.label}</Link>
                    <span className="record-fields quiet">{factsOf(node, field, locale)}</span>
                  </li>
                ))}
              </ul>
              {!one && (count === null || count > SHOWN_OF_EACH) && (
                <Link className="quiet-link" view={{ type: recordType.name, tab: field, after: null }}>
                  {say({ zh: '全部记录', en: 'All of them' })}
                  <span className="for-ears">: {recordType.label}</span>
                </Link>
              )}
              {one && (
                <p className="paging off-paper">
                  {address.view.after && (
                    <Link view={{ after: null }}>{say({ zh: '回到开头', en: 'From the beginning' })}</Link>
                  )}
                  {records.pageInfo.hasNextPage && (
                    <Link view={{ after: records.pageInfo.endCursor }}>{say({ zh: '下一页', en: 'Next' })}</Link>
                  )}
                </p>
              )}
            </details>
          )
        })}
      </div>
    </section>
  )
}

/** The first filled fields that tell a record apart from others of its kind. */
function factsOf(record: RecordFacts, naming: string, locale: Locale) {
  return record.fields
    .map((field) => (isIsoDate(field.value ?? '') ? { ...field, text: formatDay(field.value!, locale) } : field))
    .filter(({ name, text }) => text !== '' && name !== naming && !NOT_SHOWN.has(name) && !record.label.includes(text))
    .slice(0, MOST_FIELDS)
    .map(({ name, label, text }) => (
      <span key={name}>
        <b>{label}</b> {text}
      </span>
    ))
}

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
  const own = mentions.find(({ recordType }) => recordType.name === type)
  if (!own) return null
  const records = own.records.edges.map(({ node }) => node)
  const fieldOf = (record: RecordFacts, name: string) => record.fields.find((field) => field.name === name)
  const left = (own.records.totalCount ?? records.length) - records.length
  const shown = fields.filter((name) => records.some((record) => fieldOf(record, name)?.text))
  const counts = (name: string) => records.every((record) => /^(\d[\d,.]*)?$/.test(fieldOf(record, name)?.text ?? ''))

  /** What a record is called, without what all of them share and what its own columns tell. */
  function shortLabel(record: RecordFacts): string {
    const said = [own!.field, ...shown].map((name) => fieldOf(record, name)?.text)
    const parts = record.label.split(' · ')
    return parts.filter((part) => !said.includes(part)).join(' · ')
  }

  function cellOf(record: RecordFacts, name: string) {
    const field = fieldOf(record, name)
    if (!field || field.text === '') return '—'
    if (isIsoDate(field.value ?? '')) return <span className="nowrap">{shortDayWords(field.value!, locale)}</span>
    return <ThingLink field={{ ...field, text: nameAlone(field) }} />
  }

  const columnOf = (name: string): Column<RecordFacts> => ({
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
            ? columnOf(shown[0]!)
            : {
                title: own.recordType.label,
                cell: (record) => {
                  const name = shortLabel(record) || record.label
                  return (
                    <Link
                      className={name.length > LONG ? 'long-name' : undefined}
                      to={{ page: 'record', id: record.id }}
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
        <Link className="quiet-link" view={{ type, tab: own.field, after: null }}>
          {say({ zh: `另有 ${left} 条`, en: `${left} more` })}
        </Link>
      )}
    </section>
  )
}
