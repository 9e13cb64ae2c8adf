import { formatValue } from '@causeway/shared/format-figure'
import { Link, useAddress } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { RecordsWanted } from '../../ui/records-wanted.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { graph } from '../../graph/graph.ts'
import { Button } from '../../ui/button.tsx'
import INSTITUTIONS_WORDS from './words.json' with { type: 'json' }

const InstitutionsQuery = graph(`
  query Institutions($search: String, $after: String, $locale: Locale!) {
    institutions(search: $search, first: 30, after: $after) {
      totalCount
      edges { node { code name(locale: $locale) demonstration dataDate nothingReleased } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export function InstitutionsPage() {
  const { locale, say, formatDay } = useLanguage()
  const address = useAddress()
  const { view } = address
  const { data, waiting, fault, retry } = useAnswer(InstitutionsQuery, {
    search: view.search,
    after: view.after,
    locale,
  })
  useTitle(say(INSTITUTIONS_WORDS.title))
  const listed = data?.institutions
  return (
    <div className="choose-institution stack-loose">
      <h1>{say(INSTITUTIONS_WORDS.title)}</h1>
      <form
        className="search narrow"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          const text = String(new FormData(event.currentTarget).get('search') ?? '').trim()
          address.change({ search: text || null, after: null })
        }}
      >
        <label htmlFor="search">{say(INSTITUTIONS_WORDS.search)}</label>
        <input id="search" name="search" type="search" defaultValue={view.search ?? ''} key={view.search} />
        <Button submits>{say(INSTITUTIONS_WORDS.find)}</Button>
      </form>
      {fault && !listed && <FaultState fault={fault} retry={retry} />}
      {!fault && !listed && waiting && <Loading rows={6} />}
      {listed?.edges.length === 0 &&
        (view.search ? (
          <EmptyState title={say(INSTITUTIONS_WORDS.none)}>
            <Link className="button" view={{ search: null, after: null }}>
              {say(INSTITUTIONS_WORDS.all)}
            </Link>
          </EmptyState>
        ) : (
          <RecordsWanted
            institution={null}
            title={say(INSTITUTIONS_WORDS.noneAtAll)}
            types={[{ name: 'institution', label: say(INSTITUTIONS_WORDS.institutions) }]}
          />
        ))}
      {listed && listed.edges.length > 0 && listed.totalCount !== null && (
        <p className="quiet" role="status">
          {say(INSTITUTIONS_WORDS.count, { n: formatValue(listed.totalCount, 0, locale) })}
        </p>
      )}
      {listed && listed.edges.length > 0 && (
        <ul className="institutions" aria-busy={waiting}>
          {listed.edges.map(({ node }) => (
            <li key={node.code}>
              <Link to={{ page: 'overview' }} view={{ institution: node.code, year: null }}>
                {node.name}
              </Link>
              <span className="quiet">
                {node.code}
                {node.demonstration && ` · ${say(INSTITUTIONS_WORDS.demonstration)}`}
                {' · '}
                {node.dataDate
                  ? `${say(INSTITUTIONS_WORDS.until)} ${formatDay(node.dataDate)}`
                  : say(node.nothingReleased ? INSTITUTIONS_WORDS.nothingReleased : INSTITUTIONS_WORDS.noRecords)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="paging off-paper">
        {view.after && <Link view={{ after: null }}>{say(INSTITUTIONS_WORDS.first)}</Link>}
        {listed?.pageInfo.hasNextPage && (
          <Link view={{ after: listed.pageInfo.endCursor }}>{say(INSTITUTIONS_WORDS.further)}</Link>
        )}
      </p>
    </div>
  )
}
