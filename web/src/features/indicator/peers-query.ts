import { FigureFacts } from '../../graph/figure-fields.ts'
import { graph } from '../../graph/graph.ts'

/** The figure beside what other colleges published. */
export const PeersQuery = graph(
  `
  query Peers(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $year: Int!, $group: ID, $edition: String, $locale: Locale!
  ) {
    peers(
      indicator: $id, institution: $institution, basis: $basis, scope: $scope, year: $year, group: $group,
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
