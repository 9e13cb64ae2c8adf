import { fill, type Words } from '@causeway/shared/words/words'
import type { IndicatorFacts, PeerComparison } from '../../graph/generated.ts'
import PEERS_WORDS from './peers-words.json' with { type: 'json' }

/** The place among the comparable, and what it is worth, as one would say it. */
export function rankSentence(
  { rank, rankedOf }: Pick<PeerComparison, 'rank' | 'rankedOf'>,
  kind: IndicatorFacts['kind'],
): Words {
  if (!rank || rankedOf < 2) return PEERS_WORDS.only
  const tail =
    rank.withinNoise === null || rank.from === null || rank.to === null
      ? isCount(kind)
        ? PEERS_WORDS.rankCounted
        : PEERS_WORDS.rankUnsure
      : rank.withinNoise
        ? fill(PEERS_WORDS.rankNoise, { from: rank.from, to: rank.to })
        : PEERS_WORDS.rankClear
  const head = fill(PEERS_WORDS.rank, { rank: rank.rank, of: rankedOf })
  const tied = rank.tied ? PEERS_WORDS.tied : { zh: '', en: '' }
  return { zh: head.zh + tied.zh + tail.zh, en: head.en + tied.en + tail.en }
}

/** A share or a mean that chance cannot be known of is none all the same: it does not grow with the college. */
export const isCount = (kind: IndicatorFacts['kind']) => kind !== 'RATIO' && kind !== 'MEAN'
