import { refusal } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { toCursor } from '../../ground/cursor.ts'
import { findIndicator, checkBasis, checkScope, checkYears } from '../../figures/check-request.ts'
import { type Definition, findPlace, isCompared, placeOf, type PeerFigure } from './comparability.ts'
import { gatherFigures } from './gather-figures.ts'
import { parseGroup } from './group.ts'
import { rankingOf, type Rank, type RankingQuestion, toRanked } from './compare-with-peers.ts'

export interface RankedFigure {
  figure: PeerFigure
  /** Null: it has no number, or one of another thing. */
  rank: Rank | null
  cursor: string
}

export interface RankingPage {
  definition: Definition
  editions: string[]
  /** How many have a rank. */
  rankedCount: number
  ranked: RankedFigure[]
  hasNext: boolean
  totalCount: number
}

/**
 * Institutions and peers by one indicator: the comparable first, the better before; then numbers of other things; last those
 * without one. Within equals by name of the peer.
 * @throws QuestionError UNKNOWN_INDICATOR, UNKNOWN_BASIS, SCOPE_NOT_APPLICABLE, UNKNOWN_GROUP, BAD_PAGE
 */
export async function readRanking(
  causeway: Causeway,
  viewer: Viewer,
  { indicator, basis, scope, year, group, edition }: RankingQuestion,
  page: { first: number; after: string | null },
): Promise<RankingPage> {
  if (viewer.role === null && !causeway.publicReading) throw refusal(viewer)
  const declaration = findIndicator(causeway, indicator)
  checkYears({ from: year, to: year })
  const { definition, figures, editions } = await gatherFigures(
    causeway,
    viewer,
    {
      ...{ declaration, year, edition: edition || null, group: group ? parseGroup(group) : null },
      ...{ basis: checkBasis(declaration, basis), scope: checkScope(declaration, scope) },
    },
    null,
  )
  const sign = declaration.betterWhen === 'LOWER' ? 1 : -1
  const places = new Map(figures.map((figure) => [figure, placeOf(figure)]))
  const byPeer = (a: PeerFigure, b: PeerFigure) => (places.get(a)! < places.get(b)! ? -1 : 1)
  const compared = figures.filter(isCompared).sort((a, b) => sign * (a.value! - b.value!) || byPeer(a, b))
  const others = figures.filter((it) => it.value !== null && !isCompared(it)).sort(byPeer)
  const without = figures.filter((it) => it.value === null).sort(byPeer)
  const all = [...compared, ...others, ...without]
  const start = page.after === null ? 0 : findPlace(all, page.after) + 1
  const rankOf = rankingOf(compared.map(toRanked), declaration.betterWhen)
  return {
    ...{ definition, editions, rankedCount: compared.length, totalCount: all.length },
    ranked: all.slice(start, start + page.first).map((figure, index) => ({
      figure,
      rank: start + index < compared.length ? rankOf(start + index) : null,
      cursor: toCursor(placeOf(figure)),
    })),
    hasNext: start + page.first < all.length,
  }
}
