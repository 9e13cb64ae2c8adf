import type { Figure } from '@causeway/shared/figure'
import { formatFigure, gapReason } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import type { Series } from '@causeway/shared/series'
import { fill, inBoth, inLocale, type Locale, type Words } from '@causeway/shared/words/words'

const MOST_NAMED = 5

/** What this version counts otherwise than a release stored, in words. Null: nothing. */
export function recountedWords(
  { figures, recounted = [] }: Series,
  format: Parameters<typeof formatFigure>[1],
  labelOf: (category: string) => Words,
): Words | null {
  if (recounted.length === 0) return null
  const before = (one: Figure) =>
    figures.find((it) => it.period.year === one.period.year && it.category === one.category)
  const list = (locale: Locale) =>
    recounted
      .slice(0, MOST_NAMED)
      .map((one) => {
        const was = before(one)
        const category = one.category === null ? '' : ` ${inLocale(labelOf(one.category), locale)}`
        const [now, then] = [formatFigure(one, format, locale), was ? formatFigure(was, format, locale) : '—']
        const value = inLocale(fill(NOW_AND_THEN, { now, then }), locale)
        return `${periodLabel(one.period, locale)}${category} ${value}`
      })
      .join(locale === 'ZH' ? '；' : '; ')
  const lists = inBoth(list)
  const more = recounted.length > MOST_NAMED
  return fill(more ? SOME : ALL, { count: recounted.length, listZh: lists.zh, listEn: lists.en })
}

/** Of which release the breakdowns of some years are, and which are hidden, in words. Null: all are of the one that was asked for. */
export function stayedWords({ figures, stayed = [] }: Pick<Series, 'figures' | 'stayed'>): Words | null {
  const list = (words: Words, some: typeof stayed) => {
    if (some.length === 0) return []
    const lists = inBoth((locale) =>
      some
        .map(({ year, release }) => {
          const label = periodLabel(figures.find((one) => one.period.year === year)!.period, locale)
          return release === null ? label : inLocale(fill(STAYED_IN, { label, release }), locale)
        })
        .join(locale === 'ZH' ? '；' : '; '),
    )
    return [fill(words, { listZh: lists.zh, listEn: lists.en })]
  }
  const said = [
    ...list(
      STAYED,
      stayed.filter(({ release }) => release !== null),
    ),
    ...list(
      HIDDEN,
      stayed.filter(({ release }) => release === null),
    ),
  ]
  if (said.length === 0) return null
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') }
}

/** What has to be said beside the figures of a series. */
export function seriesNotes(series: Pick<Series, 'figures' | 'stayed' | 'isRounded'>): Words[] {
  return [stayedWords(series), roundedWords(series)].filter((words) => words !== null)
}

/** Null: they are as they were counted. */
export const roundedWords = ({ isRounded }: Pick<Series, 'isRounded'>): Words | null => (isRounded ? ROUNDED : null)

/** Why a figure has no number, in words. Null: it has one. */
export function reasonWords({ gap, period }: Figure, { stayed = [] }: Pick<Series, 'stayed'>): Words | null {
  if (gap === null) return null
  const isOfWithdrawn = gap === 'SUPPRESSED' && stayed.some(({ year, release }) => year === period.year && !release)
  return isOfWithdrawn ? OF_WITHDRAWN : gapReason(gap)
}

const OF_WITHDRAWN: Words = {
  zh: '与一个已撤回的定稿相比，来去的不足 10 人，分列不显示',
  en: 'the breakdown is hidden: fewer than ten people came or left since a release that was withdrawn',
}

const STAYED_IN: Words = { zh: '{label}（定稿 {release}）', en: '{label} (release {release})' }
const STAYED: Words = {
  zh: '下列各期的分列仍为较早定稿的数字，因为与已公开过的相比，来去的不足 10 人：{listZh}。总数为本定稿的。',
  en: 'The breakdown of these is still that of an earlier release, since fewer than ten people came or left since one that was public: {listEn}. Wholes are of this release.',
}
const HIDDEN: Words = {
  zh: '下列各期的分列不显示：与一个已撤回的定稿相比，来去的不足 10 人，两者相减会显示出个人：{listZh}。总数为本定稿的。',
  en: 'The breakdown of these is hidden: fewer than ten people came or left since a release that was withdrawn, and who read that could tell who they are: {listEn}. Wholes are of this release.',
}

const ROUNDED: Words = {
  zh: '人数取为 5 的倍数（不为零的至少为 5），比率按取整后的人数计算，合计可能不等于各项之和。',
  en: 'Numbers of people are rounded to multiples of 5 (one that is not zero to 5 at least) and rates are those of rounded numbers, so parts need not add up.',
}

const NOW_AND_THEN: Words = { zh: '{now}（定稿为 {then}）', en: '{now} (the release: {then})' }
const ALL: Words = {
  zh: '按本版本的算法，其中 {count} 个数字不同：{listZh}。此处为定稿时存下的数字。',
  en: 'This version counts {count} of these otherwise: {listEn}. What is given is what the release stored.',
}
const SOME: Words = {
  zh: '按本版本的算法，其中 {count} 个数字不同，例如：{listZh}。此处为定稿时存下的数字。',
  en: 'This version counts {count} of these otherwise, among them: {listEn}. What is given is what the release stored.',
}
