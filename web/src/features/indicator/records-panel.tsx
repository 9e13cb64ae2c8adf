import { formatValue } from '@causeway/shared/format-figure'
import { Link, useAddress } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { DecidedSame, Decision } from '../../ui/decided-same.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import type { IndicatorFacts, Decision as DecisionFacts, ListedRecord } from '../../graph/generated.ts'
import type { SeriesQuestion } from './indicator-query.ts'
import { graph } from '../../graph/graph.ts'
import RECORDS_WORDS from './records-words.json' with { type: 'json' }

interface Props {
  indicator: IndicatorFacts
  question: SeriesQuestion
  year: number
  /** The one whose figure is explained; null: the whole. */
  category: { dimension: string; key: string; label: string } | null
  /** What of all is counted. */
  narrowed: string[]
  periodLabel: string
  exact: boolean
}

const PARTS = { numerator: 'NUMERATOR', denominator: 'DENOMINATOR', 'left-out': 'LEFT_OUT' } as const
const TITLES = {
  numerator: RECORDS_WORDS.recordsOf,
  denominator: RECORDS_WORDS.denominatorOf,
  'left-out': RECORDS_WORDS.leftOutOf,
}

/** The rows that the figure was counted from, a page at a time, each with the file and the row it came from. */
export function RecordsPanel({ indicator, question, year, category, narrowed, periodLabel, exact }: Props) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { view } = address
  const part = view.records ?? 'numerator'
  const filters = [
    ...(question.filter ?? []),
    ...(category ? [{ dimension: category.dimension, in: [category.key] }] : []),
  ]
  const { from: _from, to: _to, ...asked } = question
  const { data, waiting, fault, retry } = useAnswer(
    RecordsQuery,
    {
      ...asked,
      year,
      filter: filters.length > 0 ? filters : null,
      part: PARTS[part],
      first: RECORDS_PER_PAGE,
      after: view.after,
    },
    !exact,
  )
  if (!exact)
    return (
      <section aria-labelledby="records">
        <h3 id="records" className="for-ears">
          {say(RECORDS_WORDS.record)}
        </h3>
        <FaultState fault={SIGN_IN} retry={retry} />
      </section>
    )
  const figure = data?.indicator?.series?.figures[0] ?? null
  const page = figure?.records ?? null
  const comma = say({ zh: '，', en: ', ' })
  const of = TITLES[part]
  const title = say(of) + [indicator.name, periodLabel, ...narrowed, ...(category ? [category.label] : [])].join(comma)
  const number = (value: number) => formatValue(value, 0, locale)
  const { evidenceShare = null, groupHeadcount = null, sameAs = null } = figure?.explanation ?? {}
  return (
    <section className="card records" aria-labelledby="records" aria-busy={waiting}>
      <header className="card-head">
        <h3 id="records">{title}</h3>
        {indicator.kind === 'RATIO' && (
          <div className="actions">
            {(['numerator', 'denominator'] as const).map((side) => (
              <Link
                key={side}
                className="button"
                view={{ records: side, after: null }}
                aria-current={side === part ? 'true' : undefined}
              >
                {say(side === 'numerator' ? RECORDS_WORDS.ofNumerator : RECORDS_WORDS.ofDenominator)}
              </Link>
            ))}
          </div>
        )}
      </header>
      {fault && !page && <FaultState fault={fault} retry={retry} />}
      {!fault && !page && waiting && <Loading rows={6} />}
      {figure && (
        <FactList
          facts={[
            [
              RECORDS_WORDS.evidence,
              evidenceShare !== null && say(RECORDS_WORDS.evidenceText, { n: formatValue(evidenceShare, 1, locale) }),
            ],
            [
              RECORDS_WORDS.headcount,
              !!groupHeadcount && say(RECORDS_WORDS.headcountText, { n: number(groupHeadcount) }),
            ],
          ]}
        />
      )}
      {sameAs && sameAs.length > 0 && <Decisions decisions={sameAs} />}
      {!waiting && !fault && (!page || page.edges.length === 0) && <EmptyState title={say(RECORDS_WORDS.none)} />}
      {page && page.edges.length > 0 && (
        <>
          {page.totalCount !== null && (
            <p className="quiet">{say(RECORDS_WORDS.inAll, { n: number(page.totalCount) })}</p>
          )}
          <RecordTable title={title} records={page.edges.map((edge) => edge.node)} />
          <p className="paging off-paper">
            {view.after && <Link view={{ after: null }}>{say(RECORDS_WORDS.first)}</Link>}
            {page.pageInfo.hasNextPage && (
              <Link view={{ records: part, after: page.pageInfo.endCursor }}>{say(RECORDS_WORDS.next)}</Link>
            )}
          </p>
        </>
      )}
    </section>
  )
}

const SIGN_IN = { kind: 'sign-in' as const, code: 'UNAUTHENTICATED', message: null, requestId: null }

/** Codes, spellings and persons that count as one, and who said so. */
function Decisions({ decisions }: { decisions: DecisionFacts[] }) {
  const { say } = useLanguage()
  return (
    <details className="decisions">
      <summary>
        {say(RECORDS_WORDS.sameAs)} ({decisions.length})
      </summary>
      <p className="cap">{say(RECORDS_WORDS.sameAsNote)}</p>
      <ul>
        {decisions.map((one) => (
          <li key={`${one.recordType} ${one.code} ${one.sameAs} ${one.from}`}>
            <DecidedSame decision={one} />
            <span className="quiet">
              {' '}
              {say(RECORDS_WORDS.decidedBy)} {one.decidedBy}
              {one.reason && `${say({ zh: '：', en: ': ' })}${one.reason}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function RecordTable({ title, records }: { title: string; records: ListedRecord[] }) {
  const { say } = useLanguage()
  return (
    <DataTable
      stacks
      caption={title}
      rows={records}
      rowKey={(record) => record.id}
      columns={[
        {
          title: say(RECORDS_WORDS.record),
          cell: (record) => (
            <>
              <Link className="record-link" to={{ page: 'record', id: record.id }}>
                {record.label}
              </Link>
              <span className="quiet">{record.type.label}</span>
            </>
          ),
        },
        {
          title: say(RECORDS_WORDS.details),
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
          title: say(RECORDS_WORDS.source),
          cell: (record) => (
            <span className="quiet">
              {record.batch?.fileName}
              {record.row !== null && say({ zh: '，', en: ', ' })}
              {record.row !== null && <span className="nowrap">{say(RECORDS_WORDS.row, { row: record.row })}</span>}
            </span>
          ),
        },
      ]}
    />
  )
}

/** How many records a page lists. */
const RECORDS_PER_PAGE = 20

/** What one figure was counted from: its records, their evidence, what was decided to be one thing. A category is a filter. */
const RecordsQuery = graph(
  `
  query FigureRecords(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $year: Int!, $filter: [DimensionFilter!], $part: Part,
    $first: Int, $after: String, $release: ID, $asOf: DateTime, $locale: Locale!
  ) {
    indicator(id: $id) {
      id
      series(
        institution: $institution, basis: $basis, scope: $scope, from: $year, to: $year, filter: $filter,
        release: $release, asOf: $asOf
      ) {
        figures {
          value
          explanation { recordCount groupHeadcount evidenceShare sameAs { ...Decision } }
          records(part: $part, first: $first, after: $after) { ...RecordPage }
        }
      }
    }
  }
  fragment RecordPage on RecordConnection {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ...ListedRecord } }
  }
  fragment ListedRecord on Record {
    id label(locale: $locale) type { name label(locale: $locale) } row batch { id fileName }
    fields { name label(locale: $locale) text(locale: $locale) }
  }
`,
  { Decision },
)
