import type { Figure } from '@causeway/shared/figure'
import { formatFigure } from '@causeway/shared/format-figure'
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

/** Of which release the breakdowns of some years are, in words. Null: all are of the one that was asked for. */
export function stayedWords({ figures, stayed = [] }: Pick<Series, 'figures' | 'stayed'>): Words | null {
  if (stayed.length === 0) return null
  const list = (locale: Locale) =>
    stayed
      .map(({ year, release }) => {
        const { period } = figures.find((one) => one.period.year === year)!
        return inLocale(fill(STAYED_IN, { label: periodLabel(period, locale), release }), locale)
      })
      .join(locale === 'ZH' ? '；' : '; ')
  const lists = inBoth(list)
  return fill(STAYED, { listZh: lists.zh, listEn: lists.en })
}

const STAYED_IN: Words = { zh: '{label}（定稿 {release}）', en: '{label} (release {release})' }
const STAYED: Words = {
  zh: '下列各期的分列仍为较早定稿的数字，因为此后来去的不足 10 人：{listZh}。总数为本定稿的。',
  en: 'The breakdown of these is still that of an earlier release, since fewer than ten people came or left after it: {listEn}. Wholes are of this release.',
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
