import type { Words } from '@causeway/shared/words/words'
import type { IndicatorFacts, PeerComparison, PeerFigure } from '../../graph/generated.ts'

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
        ? filled(PEERS_WORDS.rankNoise, { from: rank.from, to: rank.to })
        : PEERS_WORDS.rankClear
  const head = filled(PEERS_WORDS.rank, { rank: rank.rank, of: rankedOf })
  const tied = rank.tied ? PEERS_WORDS.tied : { zh: '', en: '' }
  return { zh: head.zh + tied.zh + tail.zh, en: head.en + tied.en + tail.en }
}

/** A share or a mean that chance cannot be known of is none all the same: it does not grow with the college. */
export const isCount = (kind: IndicatorFacts['kind']) => kind !== 'RATIO' && kind !== 'MEAN'

function filled(words: Words, values: Record<string, number>): Words {
  const fill = (text: string) =>
    Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, String(value)), text)
  return { zh: fill(words.zh), en: fill(words.en) }
}

export const PEERS_WORDS = {
  title: { zh: '{year}，与对标院校相比', en: '{year}, beside peer colleges' },
  lead: {
    zh: '只比较口径相同的公开数据；口径不同或说不清的列在后面，不参与比较。',
    en: 'Only numbers of the same thing are compared. Others are below, with the reason.',
  },
  none: { zh: '还没有对标院校的公开数据', en: 'No peer has published a number of this yet' },
  noneText: {
    zh: '录入“对标院校公开数据”后，这里会显示比较结果。',
    en: 'Once figures that peers published are recorded, they are compared here.',
  },
  own: { zh: '本校', en: 'this college' },
  college: { zh: '院校', en: 'College' },
  value: { zh: '数值', en: 'Figure' },
  difference: { zh: '本校比它', en: 'This college against it' },
  source: { zh: '出处', en: 'Source' },
  page: { zh: '第{page}页', en: 'page {page}' },
  ofEdition: { zh: '{edition}年版', en: 'edition {edition}' },
  edition: { zh: '报表版式', en: 'Edition compared' },
  editionAll: { zh: '当年要用这个数的报表', en: 'those that ask for it in the year' },
  groupAll: { zh: '全部有数据的院校', en: 'every college with a number' },
  choose: { zh: '选择比较的院校', en: 'Choose the colleges to compare' },
  chosen: { zh: '选择比较的院校（{n}）', en: 'Choose the colleges to compare ({n})' },
  rank: {
    zh: '在可比的{of}所院校中，本校居第{rank}位',
    en: 'This college is number {rank} of {of} that can be compared',
  },
  tied: { zh: '（并列）', en: ' (shared)' },
  only: { zh: '没有可比的数，无法排位。', en: 'There is no number to compare with, so there is no place to tell.' },
  rankNoise: {
    zh: '。考虑偶然波动，第{from}位到第{to}位都有可能，相邻名次的差别说明不了什么。',
    en: '. Chance considered it could be anywhere from {from} to {to}: the place itself says little.',
  },
  rankClear: { zh: '。即使考虑偶然波动，名次也站得住。', en: '. The place holds, chance considered.' },
  rankCounted: {
    zh: '。这是总量，规模大的院校自然靠前，名次不等于优劣。',
    en: '. It is a count: larger colleges come first by their size, so the place is no verdict.',
  },
  rankUnsure: {
    zh: '。偶然波动有多大无法得知，名次仅供参考。',
    en: '. How much of it chance alone could make is not known: take the place as a hint.',
  },
  mean: { zh: '{n}所可比院校的平均数：{mean}', en: 'Mean of the {n} comparable: {mean}' },
  ownIncomparable: { zh: '本校的数不参与比较：', en: 'The figure of this college is not compared: ' },
  more: { zh: '多{n}', en: '{n} more' },
  fewer: { zh: '少{n}', en: '{n} fewer' },
  higher: { zh: '高{n}', en: '{n} higher' },
  lower: { zh: '低{n}', en: '{n} lower' },
  same: { zh: '相同', en: 'the same' },
  noise: { zh: '在偶然波动范围内', en: 'chance alone could make this' },
  notCompared: { zh: '不可比', en: 'not comparable' },
  chartSource: {
    zh: '对标院校公开数据，出处见上表；本校数据据台账',
    en: 'what peers published, as the table says; this college by its records',
  },
} satisfies Record<string, Words>

export const PEER_STATUS_WORDS: Record<PeerFigure['status'], Words> = {
  PUBLISHED: { zh: '', en: '' },
  COMPUTED: { zh: '据本系统台账统计', en: 'counted here from its records' },
  BLANK: { zh: '空白（不等于零）', en: 'left blank, which is not zero' },
  NONE: { zh: '无', en: 'says there was none' },
  DASH: { zh: '—（含义不明）', en: 'a dash, whose meaning is not known' },
  NOT_COLLECTED: { zh: '未收集', en: 'not collected' },
}
