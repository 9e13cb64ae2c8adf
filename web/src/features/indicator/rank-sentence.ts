import type { Words } from '@causeway/shared/words/words'
import type { PeerComparison } from './peers-query.ts'
import { PEERS_WORDS } from './peers-words.ts'

/** The place among the comparable, and what it is worth, as one would say it. */
export function rankSentence({ rank, rankedOf }: Pick<PeerComparison, 'rank' | 'rankedOf'>): Words {
  if (!rank || rankedOf < 2) return PEERS_WORDS.only
  const tail =
    rank.withinNoise === null || rank.from === null || rank.to === null
      ? PEERS_WORDS.rankCounted
      : rank.withinNoise
        ? filled(PEERS_WORDS.rankNoise, { from: rank.from, to: rank.to })
        : PEERS_WORDS.rankClear
  const head = filled(PEERS_WORDS.rank, { rank: rank.rank, of: rankedOf })
  const tied = rank.tied ? PEERS_WORDS.tied : { zh: '', en: '' }
  return { zh: head.zh + tied.zh + tail.zh, en: head.en + tied.en + tail.en }
}

function filled(words: Words, values: Record<string, number>): Words {
  const fill = (text: string) =>
    Object.entries(values).reduce((told, [name, value]) => told.replace(`{${name}}`, String(value)), text)
  return { zh: fill(words.zh), en: fill(words.en) }
}
