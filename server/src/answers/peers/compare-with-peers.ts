import type { Basis } from '@causeway/shared/period'
import type { Scope, Series } from '@causeway/shared/series'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { findIndicator } from '../../figures/check-request.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { Declaration } from '../../figures/indicators/definition.ts'
import {
  isWithinNoise,
  rateDifference,
  type RateDifference,
  type Rate,
  toRate,
  wilson,
} from '../../figures/indicators/observe/interval.ts'
import { gatherFigures, type Gathered } from './gather-figures.ts'
import { parseGroup } from './group.ts'
import { isCompared, type PeerFigure } from './comparability.ts'
import { causewayAsked } from '../../figures/causeway-then.ts'
import type { AskedMoment } from '../../figures/moment.ts'

export interface RankingQuestion {
  /** Id or code. */
  indicator: string
  basis?: Basis | null
  scope?: Scope | null
  year: number
  group?: string | null
  edition?: string | null
}

export interface PeerComparison extends Gathered {
  /** As of the time that was asked about. */
  causeway: Causeway
  declaration: Declaration
  request: SeriesRequest
  /** Of one period; its one figure is the institution's own. */
  series: Series
  /** Of the comparable numbers of peers, each weighing alike; null: there are none. */
  mean: number | null
  /** How many numbers that is of. */
  meanOf: number
  /** Of the institution among itself and its comparable peers; null: it has no comparable number itself. */
  rank: Rank | null
  rankedOf: number
}

/**
 * The figure of an institution beside what its peers published, and what is counted here for them.
 * @throws QuestionError those of `readSeries`, UNKNOWN_GROUP
 */
export async function compareWithPeers(
  causeway: Causeway,
  viewer: Viewer,
  {
    indicator,
    institution,
    basis,
    scope,
    year,
    group,
    edition,
    ...moment
  }: RankingQuestion & {
    institution: string
  } & AskedMoment,
): Promise<PeerComparison> {
  const own = await causewayAsked(causeway, viewer, { institution, ...moment })
  const declaration = findIndicator(own, indicator)
  const members = group ? parseGroup(group) : null
  const request: SeriesRequest = { indicator: declaration.id, institution, basis, scope, from: year, to: year }
  const series = await readSeries(own, viewer, request)
  const gathered = await gatherFigures(
    causeway,
    viewer,
    { declaration, basis: series.basis, scope: series.scope, year, group: members, edition: edition || null },
    { institution, causeway: own },
  )
  const compared = gathered.figures.filter(isCompared)
  const number = ownNumber({ series, ownDifferences: gathered.ownDifferences })
  const ranked = [...(number ? [number] : []), ...compared.map(toRanked)]
  return {
    ...gathered,
    figures: [...compared, ...gathered.figures.filter((figure) => !isCompared(figure))],
    ...{ causeway: own, declaration, request, series },
    mean: compared.length === 0 ? null : compared.reduce((sum, { value }) => sum + value!, 0) / compared.length,
    meanOf: compared.length,
    rank: number ? rankingOf(ranked, declaration.betterWhen)(0) : null,
    rankedOf: ranked.length,
  }
}

/** How far the institution's own number is from a peer's; null: one of them has none, or they are not of the same thing. */
export function differenceFrom(
  comparison: Pick<PeerComparison, 'series' | 'ownDifferences'>,
  peer: PeerFigure,
): { value: number; interval: RateDifference['interval'] | null; withinNoise: boolean | null } | null {
  const own = ownNumber(comparison)
  if (!own || !isCompared(peer)) return null
  if (!own.rate || !peer.rate) return { value: own.value - peer.value!, interval: null, withinNoise: null }
  const difference = rateDifference(own.rate, peer.rate)
  return { ...difference, withinNoise: isWithinNoise(difference) }
}

function ownNumber({ series, ownDifferences }: Pick<PeerComparison, 'series' | 'ownDifferences'>): Ranked | null {
  const figure = series.figures[0]!
  return figure.value === null || ownDifferences.length > 0 ? null : { value: figure.value, rate: toRate(figure) }
}

export function toRanked({ value, rate }: PeerFigure): Ranked {
  return { value: value!, rate }
}

export interface Ranked {
  value: number
  /** What a rate was made from; null: chance cannot be known. */
  rate: Rate | null
}

export interface Rank {
  /** From 1; those who are equal share the best of their places, and the next place is left free. */
  rank: number
  tied: boolean
  /** The best and the worst place it could hold, chance considered; null: no counts, so that chance cannot be known. */
  from: number | null
  to: number | null
  /** Some number that differs does so by no more than chance alone could make. */
  withinNoise: boolean | null
}

/** What gives the rank of a number among these, by its place in the order given. */
export function rankingOf(values: readonly Ranked[], betterWhen: 'HIGHER' | 'LOWER' | null): (index: number) => Rank {
  const sign = betterWhen === 'LOWER' ? 1 : -1
  const inOrder = values.map(({ value }) => sign * value).sort((a, b) => a - b)
  return (index) => {
    const own = values[index]!
    const place = sign * own.value
    const better = countBelow(inOrder, place)
    const notWorse = countBelow(inOrder, place, true)
    const rank = { rank: better + 1, tied: notWorse - better > 1 }
    if (own.rate === null) return { ...rank, from: null, to: null, withinNoise: null }
    let surelyBetter = 0
    let surelyWorse = 0
    let withinNoise = false
    for (const [at, other] of values.entries()) {
      if (at === index || other.value === own.value) continue
      if (isNoise(own.rate, other)) withinNoise = true
      else if (sign * other.value < place) surelyBetter++
      else surelyWorse++
    }
    return { ...rank, from: surelyBetter + 1, to: values.length - surelyWorse, withinNoise }
  }
}

/** How sure a number without counts is nobody knows: it is held against what chance could have made of the one that has them. */
function isNoise(one: Rate, other: Ranked): boolean {
  if (other.rate !== null) return isWithinNoise(rateDifference(one, other.rate))
  const { low, high } = wilson(one.k, one.n)
  return low <= other.value && other.value <= high
}

/** How many of the sorted numbers are below one, or not above it. */
function countBelow(sorted: readonly number[], value: number, orEqual = false): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1
    else high = middle
  }
  return low
}
