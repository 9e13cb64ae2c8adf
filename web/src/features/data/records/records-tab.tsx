import '../../../styles/data.css'
import '../../../styles/record-list.css'
import { formatValue } from '@causeway/shared/format-figure'
import { Link, useAddress } from '../../../address/address.tsx'
import type { InstitutionFacts, ListColumn, ListedRow } from '../../../graph/generated.ts'
import { graph } from '../../../graph/graph.ts'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState, FaultState, Loading } from '../../../ui/states.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { filterKindOf, readFilters, readSort } from './record-filters.ts'
import { StartOffers } from './start-offers.tsx'
import WORDS from './words.json' with { type: 'json' }

const RECORDS_PER_PAGE = 30

const TypesQuery = graph(`
  query ListedTypes($names: [ID!], $locale: Locale!) {
    recordTypes { name label(locale: $locale) }
    chosen: recordTypes(names: $names) { fields { ...ListColumn } }
  }
  fragment ListColumn on RecordTypeField {
    name label(locale: $locale) kind options { key label(locale: $locale) }
  }
`)

const ListQuery = graph(`
  query RecordList(
    $type: ID!, $institution: ID!, $where: [RecordCondition!], $sort: RecordSort, $finding: ID, $first: Int,
    $after: String, $locale: Locale!
  ) {
    records(
      type: $type, institution: $institution, where: $where, sort: $sort, finding: $finding, first: $first, after: $after
    ) { totalCount pageInfo { hasNextPage endCursor } edges { node { ...ListedRow } } }
  }
  fragment ListedRow on Record { id label(locale: $locale) fields { name text(locale: $locale) } }
`)

const FindingQuery = graph(`
  query ListFinding($institution: ID!, $year: Int!, $id: ID!, $locale: Locale!) {
    quality(institution: $institution, year: $year) { finding(id: $id) { ...ListFinding } }
  }
  fragment ListFinding on Finding {
    type { name label(locale: $locale) } count message(locale: $locale) instruction(locale: $locale) offered
    offers(first: 50) { record { id label(locale: $locale) } sentence(locale: $locale) }
  }
`)

/** All records of a type, or exactly those that a sentence counts, sorted and filtered by any column; all of that is in the address. */
export function RecordsTab({ institution, changes }: { institution: InstitutionFacts; changes: boolean }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { view } = address
  const types = useAnswer(TypesQuery, { names: [view.type ?? FIRST_TYPE], locale })
  const type = types.data?.recordTypes.find(({ name }) => name === (view.type ?? FIRST_TYPE)) ?? null
  const columns = types.data?.chosen[0]?.fields ?? []
  const sort = readSort(view.sort)
  const { data, waiting, fault, retry } = useAnswer(ListQuery, {
    ...{ type: view.type ?? FIRST_TYPE, institution: institution.code, sort, locale },
    ...{ where: readFilters(view.filter), finding: view.finding, first: RECORDS_PER_PAGE, after: view.after },
  })
  const page = data?.records ?? null
  if (!types.data) return types.fault ? <FaultState fault={types.fault} retry={types.retry} /> : <Loading rows={8} />
  const title = type?.label ?? view.type ?? ''
  return (
    <section className="data-parts stack-loose" aria-labelledby="record-list" aria-busy={waiting}>
      {view.finding !== null && (
        <FindingCard id={view.finding} institution={institution} changes={changes} type={title} />
      )}
      <section className="card record-list">
        <header className="card-head">
          <h2 id="record-list">{title}</h2>
          {page && (
            <p role="status" className="quiet">
              {page.totalCount === null
                ? say(WORDS.many)
                : say(WORDS.inAll, { n: formatValue(page.totalCount, 0, locale) })}
            </p>
          )}
        </header>
        <div className="controls off-paper">
          {view.finding === null && (
            <Choice
              label={say(WORDS.type)}
              value={view.type ?? FIRST_TYPE}
              options={types.data.recordTypes.map(({ name, label }) => ({ value: name, text: label }))}
              onChange={(name) => address.change({ type: name, filter: [], sort: null, after: null })}
            />
          )}
          <Choice
            label={say(WORDS.sort)}
            value={sort?.field ?? ''}
            options={[
              { value: '', text: say(WORDS.byKey) },
              ...columns.map(({ name, label }) => ({ value: name, text: label })),
            ]}
            onChange={(field) => address.change({ sort: field || null, after: null })}
          />
          {sort && (
            <Choice<'' | '-'>
              label={say(WORDS.order)}
              value={sort.descending ? '-' : ''}
              options={[
                { value: '', text: say(WORDS.ascending) },
                { value: '-', text: say(WORDS.descending) },
              ]}
              onChange={(sign) => address.change({ sort: sign + sort.field, after: null })}
            />
          )}
        </div>
        <FilterPanel key={view.type} columns={columns} />
        {fault && !page && <FaultState fault={fault} retry={retry} />}
        {!fault && !page && waiting && <Loading rows={8} />}
        {page?.edges.length === 0 && <EmptyState title={say(WORDS.none)} />}
        {page && page.edges.length > 0 && (
          <RecordTable title={title} columns={columns} rows={page.edges.map(({ node }) => node)} />
        )}
        {page && (
          <p className="paging off-paper">
            {view.after && <Link view={{ after: null }}>{say(WORDS.first)}</Link>}
            {page.pageInfo.hasNextPage && <Link view={{ after: page.pageInfo.endCursor }}>{say(WORDS.next)}</Link>}
          </p>
        )}
      </section>
    </section>
  )
}

const FIRST_TYPE = 'partner'

interface FindingCardProps {
  id: string
  institution: InstitutionFacts
  changes: boolean
  /** Label of the record type. */
  type: string
}

/** The sentence that counts the listed records, and what to do about them. */
function FindingCard({ id, institution, changes, type }: FindingCardProps) {
  const { locale, say } = useLanguage()
  const year = Number(id.split('/')[2]) || 0
  const asked = { institution: institution.code, year, id, locale }
  const { data, waiting, fault, retry } = useAnswer(FindingQuery, asked)
  const finding = data?.quality?.finding ?? null
  if (!data) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={2} />
  return (
    <section className="card stack-tight" aria-busy={waiting}>
      {finding ? (
        <>
          <p>{finding.message}</p>
          <p className="quiet">
            {say(WORDS.todo)}
            {finding.instruction}
          </p>
        </>
      ) : (
        <p>{say(WORDS.gone)}</p>
      )}
      {finding && changes && <StartOffers finding={finding} institution={institution} />}
      <p className="off-paper">
        <Link view={{ finding: null, after: null }}>{say(WORDS.all, { type })}</Link>
      </p>
    </section>
  )
}

/** Columns that are sorted or filtered by, and those with something in them, in the order of the type. */
function shownColumns(columns: ListColumn[], rows: ListedRow[], asked: Set<string>): ListColumn[] {
  const filled = new Set(rows.flatMap(({ fields }) => fields.flatMap(({ name, text }) => (text ? [name] : []))))
  return columns.filter(({ name }) => filled.has(name) || asked.has(name))
}

function RecordTable({ title, columns, rows }: { title: string; columns: ListColumn[]; rows: ListedRow[] }) {
  const { say } = useLanguage()
  const { view } = useAddress()
  const sort = readSort(view.sort)
  const asked = new Set([...readFilters(view.filter).map(({ field }) => field), ...(sort ? [sort.field] : [])])
  return (
    <DataTable
      stacks
      caption={title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          title: say(WORDS.record),
          cell: ({ id, label }) => <Link to={{ page: 'record', id }}>{label}</Link>,
        },
        ...shownColumns(columns, rows, asked).map((column) => {
          const { name, label } = column
          const own = sort?.field === name ? sort : null
          return {
            name: label,
            number: filterKindOf(column) === 'number',
            sorted: own && (own.descending ? ('descending' as const) : ('ascending' as const)),
            title: (
              <Link
                view={{ sort: own && !own.descending ? `-${name}` : name, after: null }}
                title={say(WORDS.sortBy, { column: label })}
              >
                {label}
                {own && <span aria-hidden="true">{own.descending ? ' ▼' : ' ▲'}</span>}
              </Link>
            ),
            cell: ({ fields }: ListedRow) => fields.find((field) => field.name === name)?.text ?? '',
          }
        }),
      ]}
    />
  )
}
