import { useMemo } from 'react'
import { seriesToChartSpec, type ChartSpec } from '@causeway/shared/chart-spec'
import { formatFigure } from '@causeway/shared/format-figure'
import type { ReadableSeries } from '@causeway/shared/series-facts'
import { seriesToTable, type Table } from '@causeway/shared/table'
import type { Locale } from '@causeway/shared/words/words'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { spoken } from '../../language/spoken.ts'
import { useLanguage } from '../../language/language.tsx'
import type { InstitutionFacts } from '../../setting/setting-query.ts'
import { factsOf } from './chart-of-series.ts'
import type { IndicatorFacts } from './indicator-query.ts'
import type { PeerComparison } from './peers-query.ts'
import { PEERS_WORDS } from './peers-words.ts'

interface Props {
  indicator: IndicatorFacts
  institution: InstitutionFacts
  found: PeerComparison
}

/** The comparable numbers as bars, the longest first, the own one marked. */
export function PeerBars({ indicator, institution, found }: Props) {
  const { locale, say } = useLanguage()
  const drawn = useMemo(() => drawPeers(indicator, institution, found, locale), [indicator, institution, found, locale])
  if (!drawn) return null
  return (
    <ChartPanel
      name="peers"
      spec={drawn.spec}
      table={drawn.table}
      source={{ institution: say(PEERS_WORDS.chartSource), dataDate: null, computedAt: null }}
      chosen={drawn.spec.labels.findIndex((label) => label.text.en === institution.name)}
    />
  )
}

/** The key of the own figure among those of peers, which have names. */
const OWN = ' '

function drawPeers(
  indicator: IndicatorFacts,
  institution: InstitutionFacts,
  found: PeerComparison,
  locale: Locale,
): { spec: ChartSpec; table: Table } | null {
  const compared = found.peers.edges.map(({ node }) => node).filter((peer) => peer.compared && peer.value !== null)
  if (compared.length === 0 || found.own.value === null) return null
  const { period } = found.own
  const figures = [
    { period, value: found.own.value, gap: null, category: OWN },
    ...compared.map(({ peer, value }) => ({ period, value, gap: null, category: peer })),
  ].toSorted((a, b) => b.value! - a.value!)
  const names = new Map([[OWN, institution.name], ...compared.map(({ peer, name }) => [peer, name] as const)])
  const series: ReadableSeries = { basis: found.basis, scope: found.scope, dimension: 'partner', figures }
  const { limits: _limits, ...facts } = factsOf(indicator, institution.name)
  const named = { ...facts, categoryLabel: (key: string) => spoken(names.get(key) ?? key) }
  const spec = seriesToChartSpec(series, named, 'bars')
  const told = figures.map(
    (figure) =>
      `${names.get(figure.category)} ${formatFigure(figure, { decimals: facts.decimals, unit: facts.unit }, locale)}`,
  )
  const table = seriesToTable(series, named)
  const [first, ...others] = table.columns
  return {
    spec: { ...spec, title: PEERS_WORDS.chartTitle, summary: spoken(told.join(locale === 'ZH' ? '，' : ', ')) },
    table: { ...table, columns: [{ ...first!, heading: PEERS_WORDS.college }, ...others] },
  }
}
