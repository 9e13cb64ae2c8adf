import { useMemo } from 'react'
import { formatFigure, formatQuantity } from '@causeway/shared/format-figure'
import { Link, useAddress } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { useStill } from '../../still/still.ts'
import { Choice } from '../../ui/choice.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import type { IndicatorFacts, PeerComparison, PeerFigure } from '../../graph/generated.ts'
import type { SeriesQuestion } from './indicator-query.ts'
import { PeerBars } from './peer-bars.tsx'
import { isCount, rankSentence } from './rank-sentence.ts'
import { FigureFacts } from '../../graph/figure-fields.ts'
import { graph } from '../../graph/graph.ts'
import PEERS_WORDS from './peers-words.json' with { type: 'json' }

/** The figure beside what other colleges published. */
const PeersQuery = graph(
  `
  query Peers(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $year: Int!, $group: ID, $edition: String, $release: ID, $asOf: DateTime, $locale: Locale!
  ) {
    peers(
      indicator: $id, institution: $institution, release: $release, asOf: $asOf, basis: $basis, scope: $scope, year: $year, group: $group,
      edition: $edition
    ) { ...PeerComparison }
  }
  fragment PeerComparison on PeerComparison {
    basis scope editions editionsFound own { ...FigureFacts } ownIncomparable { code message(locale: $locale) }
    mean meanOf rank { rank tied from to withinNoise } rankedOf
    peers(first: 200) { totalCount edges { node { ...PeerFigure } } }
  }
  fragment PeerFigure on PeerFigure {
    peer name(locale: $locale) status value gap numerator denominator edition source page compared
    incomparable { code message(locale: $locale) }
    difference { value interval { low high } withinNoise }
  }
`,
  { FigureFacts },
)

interface Props {
  indicator: IndicatorFacts
  setting: Setting
  question: SeriesQuestion
}

/** The figure beside what others published: what is comparable, what is not and why, and what a place is worth. */
export function PeersPanel({ indicator, setting, question }: Props) {
  const { locale, say } = useLanguage()
  const { view, ...address } = useAddress()
  const still = useStill()
  const { institution, year } = setting
  const asked = {
    id: indicator.id,
    institution: institution.code,
    basis: question.basis,
    scope: question.scope,
    year,
    edition: view.edition,
    locale,
  }
  const { data, waiting, fault, retry } = useAnswer(PeersQuery, { ...asked, group: view.group })
  // Whom one can choose from: the same question without a choice, which is in the cache where nobody is chosen.
  const all = useAnswer(PeersQuery, { ...asked, group: null })
  const found = data?.peers
  if (!found) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={waiting ? 6 : 1} />
  const peers = found.peers.edges.map(({ node }) => node)
  const title = say(PEERS_WORDS.title, { year: found.own.period.label })
  if (peers.length === 0 && view.group === null)
    return (
      <section aria-labelledby="peers">
        <h3 id="peers" className="for-ears">
          {title}
        </h3>
        <EmptyState title={say(PEERS_WORDS.none)}>
          <p>{say(PEERS_WORDS.noneText)}</p>
        </EmptyState>
      </section>
    )
  const names = new Map((all.data?.peers?.peers.edges ?? []).map(({ node }) => [node.peer, node.name]))
  return (
    <section className="card peers" aria-labelledby="peers" aria-busy={waiting}>
      <h3 id="peers">{title}</h3>
      <p className="quiet">{say(PEERS_WORDS.lead)}</p>
      <p className="rank">{say(rankSentence(found, indicator.kind))}</p>
      {found.ownIncomparable.length > 0 && (
        <p className="note">
          {say(PEERS_WORDS.ownIncomparable)}
          {found.ownIncomparable.map(({ message }) => message).join(' ')}
        </p>
      )}
      {found.mean !== null && (
        <p>
          {say(PEERS_WORDS.mean, {
            n: found.meanOf,
            mean: formatQuantity(found.mean, Math.max(indicator.decimals, 1), spoken(indicator.unit), locale),
          })}
        </p>
      )}
      {!still && (
        <div className="controls">
          {(found.editionsFound.length > 1 || view.edition) && (
            <Choice
              label={say(PEERS_WORDS.edition)}
              value={view.edition ?? ''}
              options={[
                { value: '', text: say(PEERS_WORDS.editionAll) },
                ...[...new Set([...found.editionsFound, ...(view.edition ? [view.edition] : [])])]
                  .filter(Boolean)
                  .map((edition) => ({ value: edition, text: edition })),
              ]}
              onChange={(edition) => address.change({ edition: edition || null })}
            />
          )}
          {names.size > 1 && <ChooseColleges names={names} />}
        </div>
      )}
      <PeerTable indicator={indicator} institution={institution.name} found={found} peers={peers} title={title} />
      <PeerBars
        indicator={indicator}
        institution={institution}
        found={found}
        take={{
          name: 'peers',
          query: {
            ...{
              institution: institution.code,
              indicator: indicator.code,
              basis: question.basis,
              scope: question.scope,
            },
            ...{ year, group: view.group, edition: view.edition },
          },
        }}
      />
    </section>
  )
}

/** Which colleges are compared, ticked one by one. */
function ChooseColleges({ names }: { names: Map<string, string> }) {
  const { say } = useLanguage()
  const address = useAddress()
  const { group } = address.view
  const chosen = useMemo(
    () => new Set(group?.startsWith('list:') ? group.slice(5).split(',') : names.keys()),
    [group, names],
  )
  return (
    <details className="choose-colleges">
      <summary>{say(PEERS_WORDS.chosen, { n: chosen.size })}</summary>
      <fieldset className="filter-values">
        <legend className="for-ears">{say(PEERS_WORDS.choose)}</legend>
        {[...names].map(([peer, name]) => (
          <label key={peer}>
            <input type="checkbox" checked={chosen.has(peer)} onChange={() => flip(peer)} />
            {name}
          </label>
        ))}
      </fieldset>
      {group && (
        <Link className="button" view={{ group: null }}>
          {say(PEERS_WORDS.groupAll)}
        </Link>
      )}
    </details>
  )

  function flip(peer: string) {
    const next = [...names.keys()].filter((one) => (one === peer ? !chosen.has(one) : chosen.has(one)))
    // None at all would be no comparison.
    address.change({ group: next.length === names.size || next.length === 0 ? null : `list:${next.join(',')}` })
  }
}

interface TableProps {
  indicator: IndicatorFacts
  institution: string
  found: PeerComparison
  peers: PeerFigure[]
  title: string
}

function PeerTable({ indicator, institution, found, peers, title }: TableProps) {
  const { locale, say } = useLanguage()
  const format = { decimals: indicator.decimals, unit: spoken(indicator.unit) }
  const rows = [
    ...peers.filter((peer) => peer.compared).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0)),
    ...peers.filter((peer) => !peer.compared),
  ]
  return (
    <DataTable<PeerFigure | 'own'>
      stacks
      caption={title}
      rows={['own', ...rows]}
      rowKey={(row) => (row === 'own' ? '' : `${row.peer} ${row.edition} ${row.value}`)}
      current={(row) => row === 'own'}
      columns={[
        { title: say(PEERS_WORDS.college), cell: (row) => (row === 'own' ? institution : row.name) },
        {
          title: say(PEERS_WORDS.value),
          number: true,
          cell: (row) => {
            if (row === 'own') return formatFigure(found.own, format, locale)
            if (row.value !== null || row.gap !== null) return formatFigure(row, format, locale)
            return say(PEERS_WORDS.status[row.status])
          },
        },
        {
          title: say(PEERS_WORDS.difference),
          cell: (row) =>
            row === 'own' ? (
              <span className="quiet">{say(PEERS_WORDS.own)}</span>
            ) : row.difference ? (
              differenceText(row.difference)
            ) : (
              <span className="quiet">
                {row.incomparable.length > 0
                  ? `${say(PEERS_WORDS.notCompared)}${say({ zh: '：', en: ': ' })}${row.incomparable.map(({ message }) => message).join(' ')}`
                  : '—'}
              </span>
            ),
        },
        {
          title: say(PEERS_WORDS.source),
          cell: (row) =>
            row === 'own' ? null : (
              <span className="quiet">
                {[
                  row.source,
                  row.page && say(PEERS_WORDS.page, { page: row.page }),
                  row.edition && say(PEERS_WORDS.ofEdition, { edition: row.edition }),
                ]
                  .filter(Boolean)
                  .join(say({ zh: '，', en: ', ' })) || say(PEERS_WORDS.status[row.status])}
              </span>
            ),
        },
      ]}
    />
  )

  function differenceText({ value, withinNoise }: NonNullable<PeerFigure['difference']>): string {
    const unit = indicator.unit === '%' ? { zh: '个百分点', en: 'percentage points' } : spoken(indicator.unit)
    const shown = formatQuantity(Math.abs(value), indicator.decimals, unit, locale)
    const { more, fewer, higher, lower } = PEERS_WORDS
    const [above, below] = isCount(indicator.kind) ? [more, fewer] : [higher, lower]
    const said = value === 0 ? say(PEERS_WORDS.same) : say(value > 0 ? above : below, { n: shown })
    return withinNoise ? `${said}${say({ zh: '，', en: '; ' })}${say(PEERS_WORDS.noise)}` : said
  }
}
