import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import type { IndicatorFacts, SeriesQuestion } from './indicator-query.ts'
import { RECORDS_PER_PAGE, RecordsQuery, type ListedRecord } from './records-query.ts'
import { INDICATOR_WORDS } from './words.ts'

interface Props {
  indicator: IndicatorFacts
  setting: Setting
  question: SeriesQuestion
  part: 'numerator' | 'denominator'
}

/** The rows that the figure was counted from, a page at a time, each with the file and the row it came from. */
export function RecordsPanel({ indicator, setting, question, part }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const { view } = address
  const one = view.by !== null && view.category !== null
  const { data, waiting, fault, retry } = useAnswer(RecordsQuery, {
    id: question.id,
    institution: question.institution,
    basis: question.basis,
    scope: question.scope,
    locale: question.locale,
    year: setting.year,
    by: one ? view.by : null,
    filter: null,
    part: part === 'numerator' ? 'NUMERATOR' : 'DENOMINATOR',
    first: RECORDS_PER_PAGE,
    after: view.after,
  })
  const figures = data?.indicator?.series?.figures ?? []
  const page = (one ? figures.find((figure) => figure.category?.key === view.category) : figures[0])?.records ?? null
  const label = indicator.series?.figures.find((figure) => figure.period.year === setting.year)?.period.label ?? ''
  const title = `${say(INDICATOR_WORDS.recordsOf)}${indicator.name}${say({ zh: '，', en: ', ' })}${label}`
  return (
    <section className="card wide records" aria-labelledby="records" aria-busy={waiting}>
      <header className="card-head">
        <h2 id="records">{title}</h2>
        <Link className="button" href={address.with({ records: null, after: null })}>
          {say(INDICATOR_WORDS.close)}
        </Link>
      </header>
      {fault && !page && <FaultState fault={fault} retry={retry} />}
      {!fault && !page && waiting && <Loading rows={6} />}
      {!waiting && !fault && (!page || page.edges.length === 0) && (
        <EmptyState title={say(INDICATOR_WORDS.noRecords)} />
      )}
      {page && page.edges.length > 0 && (
        <>
          {page.totalCount !== null && (
            <p className="quiet">
              {say(INDICATOR_WORDS.inAll)} {page.totalCount}
            </p>
          )}
          <RecordTable title={title} records={page.edges.map((edge) => edge.node)} />
          <p className="paging">
            {view.after && <Link href={address.with({ after: null })}>{say(INDICATOR_WORDS.first)}</Link>}
            {page.pageInfo.hasNextPage && (
              <Link href={address.with({ after: page.pageInfo.endCursor })}>{say(INDICATOR_WORDS.next)}</Link>
            )}
          </p>
        </>
      )}
    </section>
  )
}

function RecordTable({ title, records }: { title: string; records: ListedRecord[] }) {
  const { say } = useLanguage()
  return (
    <DataTable
      caption={title}
      rows={records}
      rowKey={(record) => record.id}
      columns={[
        {
          id: 'record',
          title: say(INDICATOR_WORDS.record),
          heading: true,
          cell: (record) => (
            <>
              {record.label}
              <br />
              <span className="quiet">{record.type.label}</span>
            </>
          ),
        },
        {
          id: 'details',
          title: say(INDICATOR_WORDS.details),
          cell: (record) => (
            <div className="record-fields">
              {record.fields
                .filter((field) => field.text !== '')
                .map((field) => (
                  <span key={field.name}>
                    <b>{field.label}</b> {field.text}
                  </span>
                ))}
            </div>
          ),
        },
        {
          id: 'source',
          title: say(INDICATOR_WORDS.source),
          cell: (record) => (
            <span className="quiet">
              {record.batch?.fileName}
              {record.row !== null && say({ zh: '，', en: ', ' })}
              {record.row !== null && (
                <span className="nowrap">{say(INDICATOR_WORDS.row).replace('{row}', String(record.row))}</span>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}
