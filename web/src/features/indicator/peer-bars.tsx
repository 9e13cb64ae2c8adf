import { useMemo } from 'react'
import { peersView } from '@causeway/shared/views/peers-view'
import type { TakenView } from '../../address/taken-view.ts'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { InstitutionFacts, IndicatorFacts, PeerComparison } from '../../graph/generated.ts'
import { factsOf } from './chart-of-series.ts'
import PEERS_WORDS from './peers-words.json' with { type: 'json' }

interface Props {
  indicator: IndicatorFacts
  institution: InstitutionFacts
  found: PeerComparison
  /** Where the same comparison can be had. */
  take: TakenView
}

/** The comparable numbers as bars, the longest first, the own one marked. */
export function PeerBars({ indicator, institution, found, take }: Props) {
  const { say } = useLanguage()
  const drawn = useMemo(() => {
    const { limits: _limits, ...facts } = factsOf(indicator, institution.name)
    const peers = found.peers.edges.map(({ node }) => ({ ...node, name: spoken(node.name) }))
    return peersView({ ...found, peers }, facts)
  }, [indicator, institution, found])
  if (found.own.value === null || drawn.table.rows.length < 2) return null
  return (
    <ChartPanel
      name="peers"
      spec={drawn.spec}
      table={drawn.table}
      institution={{ name: say(PEERS_WORDS.chartSource), dataDate: null }}
      chosen={drawn.own}
      take={take}
    />
  )
}
