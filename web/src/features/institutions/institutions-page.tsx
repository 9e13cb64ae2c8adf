import { formatValue } from '@causeway/shared/format-figure'
import type { Words } from '@causeway/shared/words/words'
import { Link, useAddress } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { RecordsWanted } from '../../ui/records-wanted.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { graph } from '../../graph/graph.ts'
import { Button } from '../../ui/button.tsx'

const InstitutionsQuery = graph(`
  query Institutions($search: String, $after: String, $locale: Locale!) {
    institutions(search: $search, first: 30, after: $after) {
      totalCount
      edges { node { code name(locale: $locale) demonstration dataDate } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

const WORDS = {
  title: { zh: '选择院校', en: 'Choose an institution' },
  search: { zh: '按名称或代码查找', en: 'Find by name or code' },
  find: { zh: '查找', en: 'Find' },
  none: { zh: '没有符合条件的院校', en: 'No institution matches' },
  noneAtAll: { zh: '还没有院校', en: 'There is no institution yet' },
  all: { zh: '查看全部院校', en: 'All institutions' },
  institutions: { zh: '院校', en: 'institutions' },
  count: { zh: '共{n}所', en: '{n} {n|institution|institutions}' },
  demonstration: { zh: '演示院校', en: 'demonstration' },
  until: { zh: '台账数据截至', en: 'records up to' },
  noRecords: { zh: '尚无台账记录', en: 'no records yet' },
  further: { zh: '下一页', en: 'Next page' },
  first: { zh: '回到第一页', en: 'First page' },
} satisfies Record<string, Words>

export function InstitutionsPage() {
  const { locale, say, formatDay } = useLanguage()
  const address = useAddress()
  const { view } = address
  const { data, waiting, fault, retry } = useAnswer(InstitutionsQuery, {
    search: view.search,
    after: view.after,
    locale,
  })
  useTitle(say(WORDS.title))
  const listed = data?.institutions
  return (
    <div className="choose-institution stack-loose">
      <h1>{say(WORDS.title)}</h1>
      <form
        className="search narrow"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          const text = String(new FormData(event.currentTarget).get('search') ?? '').trim()
          address.change({ search: text || null, after: null })
        }}
      >
        <label htmlFor="search">{say(WORDS.search)}</label>
        <input id="search" name="search" type="search" defaultValue={view.search ?? ''} key={view.search} />
        <Button submits>{say(WORDS.find)}</Button>
      </form>
      {fault && !listed && <FaultState fault={fault} retry={retry} />}
      {!fault && !listed && waiting && <Loading rows={6} />}
      {listed?.edges.length === 0 &&
        (view.search ? (
          <EmptyState title={say(WORDS.none)}>
            <Link className="button" view={{ search: null, after: null }}>
              {say(WORDS.all)}
            </Link>
          </EmptyState>
        ) : (
          <RecordsWanted
            institution={null}
            title={say(WORDS.noneAtAll)}
            types={[{ name: 'institution', label: say(WORDS.institutions) }]}
          />
        ))}
      {listed && listed.edges.length > 0 && listed.totalCount !== null && (
        <p className="quiet" role="status">
          {say(WORDS.count, { n: formatValue(listed.totalCount, 0, locale) })}
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
                {node.demonstration && ` · ${say(WORDS.demonstration)}`}
                {' · '}
                {node.dataDate ? `${say(WORDS.until)} ${formatDay(node.dataDate)}` : say(WORDS.noRecords)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="paging off-paper">
        {view.after && <Link view={{ after: null }}>{say(WORDS.first)}</Link>}
        {listed?.pageInfo.hasNextPage && <Link view={{ after: listed.pageInfo.endCursor }}>{say(WORDS.further)}</Link>}
      </p>
    </div>
  )
}
