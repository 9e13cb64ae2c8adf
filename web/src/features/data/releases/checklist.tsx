import { Link } from '../../../address/address.tsx'
import type { ChecklistFacts, ReleaseFacts } from '../../../graph/generated.ts'
import { graph } from '../../../graph/graph.ts'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { CountedLink, FirstNamed } from '../../../ui/counted-link.tsx'
import { EmptyState, FaultState, Loading } from '../../../ui/states.tsx'
import WORDS from './words.json' with { type: 'json' }

const ChecklistQuery = graph(`
  query Checklist($id: ID!, $locale: Locale!) {
    node(id: $id) { ... on Release { checklist { ...ChecklistFacts } } }
  }
  fragment ChecklistFacts on ChecklistItem {
    code blocker sentence(locale: $locale) count href places { sentence(locale: $locale) href count }
  }
`)

function useChecklist(id: string) {
  const { locale } = useLanguage()
  const { data, ...rest } = useAnswer(ChecklistQuery, { id, locale })
  return { items: data?.node && 'checklist' in data.node ? data.node.checklist : null, ...rest }
}

/** How many of what an item counts are named beside it. */
const MOST_NAMED = 3

/** The list of releases itself: what is put right there needs no link. */
function isThisPage(href: string): boolean {
  const { searchParams } = new URL(href, location.origin)
  return searchParams.get('tab') === 'releases' && !searchParams.has('list')
}

/** What has to be looked at before a release comes out, each with the first of what it counts and the way to all of that. */
export function Checklist({ release: { id } }: { release: ReleaseFacts }) {
  const { say } = useLanguage()
  const { items, fault, retry } = useChecklist(id)
  return (
    <div className="checklist stack-tight">
      <h3>{say(WORDS.checklist)}</h3>
      {!items && (fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={2} />)}
      {items?.length === 0 && <p className="quiet">{say(WORDS.nothing)}</p>}
      <ul className="lines">
        {items?.map((item) => (
          <Item key={`${item.code} ${item.sentence}`} item={item} />
        ))}
      </ul>
    </div>
  )
}

function Item({ item: { blocker, sentence, href, places, count } }: { item: ChecklistFacts }) {
  const { say } = useLanguage()
  const named = places.slice(0, MOST_NAMED).map((place) => ({ ...place, label: place.sentence }))
  // Places of several types count more than there are of them.
  const isOneEach = places.every((place) => place.count === 1)
  return (
    <li>
      <strong>{say(blocker ? WORDS.blocker : WORDS.remark)}</strong> {sentence}{' '}
      {!isThisPage(href) && (
        <CountedLink className="off-paper nowrap" href={href}>
          {say(count === null ? WORDS.fix : WORDS.which, { n: count ?? '' })}
          <span className="for-ears">: {sentence}</span>
        </CountedLink>
      )}
      {named.length > 0 && (
        <p className="quiet">
          <FirstNamed named={named} count={isOneEach ? (count ?? places.length) : places.length} />
        </p>
      )}
    </li>
  )
}

/** One item of the checklist by itself: everything that it counts, each a link. */
export function ChecklistList({ release, code }: { release: ReleaseFacts; code: string }) {
  const { say } = useLanguage()
  const { items, fault, retry } = useChecklist(release.id)
  const item = items?.find((one) => one.code === code)
  if (!items) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={6} />
  return (
    <section className="card stack" aria-labelledby="checklist-list">
      <h2 id="checklist-list">{item?.sentence ?? say(WORDS.nothing)}</h2>
      {item && <p role="status">{say(WORDS.inAll, { n: item.count ?? item.places.length })}</p>}
      {item?.places.length === 0 && <EmptyState title={say(WORDS.nothing)} />}
      <ul className="lines" data-list={code}>
        {item?.places.map((place) => (
          <li key={`${place.href} ${place.sentence}`} data-count={place.count}>
            <CountedLink href={place.href}>{place.sentence}</CountedLink>
          </li>
        ))}
      </ul>
      <p>
        <Link to={{ page: 'data' }} view={{ tab: 'releases' }}>
          {say(WORDS.backToReleases)}
        </Link>
      </p>
    </section>
  )
}
