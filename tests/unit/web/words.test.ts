import { expect, test } from 'vitest'
import type { Gap } from '@causeway/shared/figure'
import { FEWEST_IN_RATE, FEWEST_PERSONS } from '@causeway/server/figures/disclosure/layers'
import { fill } from '@causeway/shared/words/words'
import { partsOf } from '@causeway/shared/words/wholes'
import { rankSentence } from '../../../web/src/features/indicator/rank-sentence.ts'
import { readChange, changeText, type ShownIndicator } from '../../../web/src/graph/change.ts'
import type { JudgedFigure } from '../../../web/src/graph/generated.ts'
import { toFault } from '../../../web/src/graph/fault.ts'
import PASSAGES from '../../../web/src/features/about/passages.json' with { type: 'json' }
import { REFUSALS } from '../../../web/src/ui/refused-address.tsx'

test('the word that goes with a number goes with one, with none and with many', () => {
  const words = { zh: '另有 {n} 项未列出', en: '{n} more {n|is|are} not listed' }
  expect(fill(words, { n: 1 })).toEqual({ zh: '另有 1 项未列出', en: '1 more is not listed' })
  expect(fill(words, { n: 0 }).en).toBe('0 more are not listed')
  expect(fill(words, { n: '1,001' }).en).toBe('1,001 more are not listed')
})

test('what nobody gave stays as it is', () => {
  expect(fill({ zh: '{year}年', en: '{year}' }, { n: 1 })).toEqual({ zh: '{year}年', en: '{year}' })
})

const wholes = (sentence: string) => partsOf(sentence).flatMap(({ text, whole }) => (whole ? [text] : []))

test('a line never ends within a number and its unit, a school year or a day', () => {
  expect(wholes('2015—2016学年21人，最高1,391.0人日（2023年9月1日），比上年高4.08个百分点，22所/家，占36.17%')).toEqual(
    ['2015—2016学年', '21人', '1,391.0人日', '2023年9月1日', '4.08个百分点', '22所/家', '36.17%'],
  )
  expect(wholes('1,391.0 person-days in 2023/24, 81 people by 31 July 2025: 36.17%')).toEqual([
    '1,391.0 person-days',
    '2023/24',
    '81 people',
    '31 July 2025',
    '36.17%',
  ])
})

test('the end of a school year is not taken for a number of what follows', () => {
  expect(wholes('In 2023/24 more goes out than comes in')).toEqual(['2023/24'])
})

test('a side of the headline keeps its number, whose bracket would begin a line', () => {
  expect(wholes('2023—2024学年走出去（1,342人）多于引进来（188人）')).toEqual([
    '2023—2024学年',
    '走出去（1,342人）',
    '引进来（188人）',
  ])
  // What is longer than a phone is wide breaks where it must.
  expect(wholes('引进来（人数过少，不予公开）')).toEqual([])
})

test('nothing of a sentence is lost or added', () => {
  for (const sentence of ['', '没有数', '2023—2024学年走出去（342人）多于引进来（188人）', 'up 4.08 percentage points'])
    expect(
      partsOf(sentence)
        .map(({ text }) => text)
        .join(''),
    ).toBe(sentence)
})

const rank = { rank: 3, tied: false, from: 1, to: 5, withinNoise: true }

test('a place that chance could have made is shown to say little', () => {
  expect(rankSentence({ rank, rankedOf: 5 }, 'RATIO')).toEqual({
    zh: '在可比的5所院校中，本校居第3位。考虑偶然波动，第1位到第5位都有可能，相邻名次的差别说明不了什么。',
    en: 'This college is number 3 of 5 that can be compared. Chance considered it could be anywhere from 1 to 5: the place itself says little.',
  })
  expect(rankSentence({ rank: { ...rank, withinNoise: false, from: 3, to: 3 }, rankedOf: 5 }, 'RATIO').zh).toContain(
    '站得住',
  )
})

test('the place of a count is no verdict, and a shared one is said to be', () => {
  const counted = { rank: 4, tied: true, from: null, to: null, withinNoise: null }
  expect(rankSentence({ rank: counted, rankedOf: 6 }, 'FLOW').en).toBe(
    'This college is number 4 of 6 that can be compared (shared). It is a count: larger colleges come first by their size, so the place is no verdict.',
  )
})

test('alone there is no place', () => {
  expect(rankSentence({ rank: { ...rank, rank: 1 }, rankedOf: 1 }, 'RATIO').zh).toContain('没有可比的数')
  expect(rankSentence({ rank: null, rankedOf: 5 }, 'RATIO').zh).toContain('没有可比的数')
})

test('a share whose counts are not known is not called a count', () => {
  const counted = { rank: 1, tied: false, from: null, to: null, withinNoise: null }
  for (const kind of ['RATIO', 'MEAN'] as const) {
    expect(rankSentence({ rank: counted, rankedOf: 6 }, kind).zh).toContain('名次仅供参考')
    expect(rankSentence({ rank: counted, rankedOf: 6 }, kind).en).not.toContain('It is a count')
  }
})

function figures(...values: (number | Gap)[]): JudgedFigure[] {
  return values.map((value, at) => ({
    period: { basis: 'SCHOOL_YEAR' as const, year: 2020 + at, label: '', start: '', end: '', partial: false },
    value: typeof value === 'number' ? value : null,
    gap: typeof value === 'number' ? null : value,
    ...{ numerator: null, denominator: null, size: null, interval: null },
  }))
}

/** A share with its counts. */
function share(numerator: number, denominator: number, interval: { low: number; high: number } | null = null) {
  return { value: (100 * numerator) / denominator, numerator, denominator, size: denominator, interval }
}

function shares(...of: ReturnType<typeof share>[]): JudgedFigure[] {
  return figures(...of.map(({ value }) => value)).map((figure, at) => ({ ...figure, ...of[at]! }))
}

const RATE: ShownIndicator = { decimals: 1, unit: '%', kind: 'RATIO', countedIn: '人', betterWhen: 'HIGHER' }
const COUNT: ShownIndicator = { decimals: 0, unit: 'people', kind: 'FLOW', countedIn: null, betterWhen: 'HIGHER' }

const said = (of: JudgedFigure[], indicator: ShownIndicator, locale: 'ZH' | 'EN' = 'EN') =>
  changeText(readChange(of, 2021, indicator), indicator, locale)

test('shares differ in percentage points, and a fall of what should rise is worse', () => {
  expect(said(figures(81.24, 78.96), RATE)).toEqual({
    arrow: '▼',
    words: { zh: '比上年低2.3个百分点，转差', en: 'down 2.3\u00a0percentage points, worse' },
  })
})

test('a share of fewer than thirty is said by its counts, without an arrow and without a verdict', () => {
  const { arrow, words } = said(shares(share(2, 3), share(2, 4)), RATE, 'ZH')
  expect(arrow).toBe('')
  expect(words.zh).toBe('上年3人中2人（67%），基数小，不比较高低')
  // Either year is enough; from thirty on it is compared.
  expect(said(shares(share(15, 29), share(50, 100)), RATE).arrow).toBe('')
  expect(said(shares(share(50, 100), share(20, 29)), RATE).arrow).toBe('')
  expect(said(shares(share(15, 30), share(50, 80)), RATE).arrow).toBe('▲')
})

test('a mean is judged by how many it is made of, whatever it was divided by', () => {
  const mean: ShownIndicator = { decimals: 2, unit: '0–1', kind: 'MEAN', countedIn: null, betterWhen: 'HIGHER' }
  const of = (size: number) =>
    figures(0.42, 0.47).map((figure) => ({ ...figure, numerator: 1000, denominator: 2400, size }))
  expect(said(of(43), mean)).toEqual({ arrow: '▲', words: { zh: '比上年高0.05，向好', en: 'up 0.05, better' } })
  expect(said(of(12), mean).words.en).toBe('0.42 a year before, too few to compare')
})

test('where the intervals overlap chance alone could make the change', () => {
  const [before, now] = [share(157, 194, { low: 70, high: 86 }), share(160, 200, { low: 77, high: 84 })]
  expect(said(shares(before, now), RATE)).toEqual({
    arrow: '',
    words: { zh: '上年80.9%，差别在波动范围内', en: '80.9% a year before, no more than chance' },
  })
  const apart = { ...now, interval: { low: 86.5, high: 89 } }
  expect(said(shares(before, apart), RATE).arrow).toBe('▼')
})

test('counts differ by how many', () => {
  expect(said(figures(1284, 1072), COUNT).words.en).toBe('212 fewer than a year before')
  expect(said(figures(28, 1284), { ...COUNT, unit: '人日' }, 'ZH').words.zh).toBe('比上年多1,256人日')
  expect(said(figures(40, 40), COUNT).words.zh).toBe('与上年持平')
  // Few are few of a share only: a plain count has no chance in it.
  expect(said(figures(2, 4), COUNT).arrow).toBe('▲')
})

test('a difference too small to be shown is none', () => {
  expect(readChange(figures(80.01, 80.04), 2021, RATE)?.kind).toBe('level')
})

test('a gap is compared with nothing, and nothing is compared with a gap', () => {
  expect(readChange(figures('NO_RECORDS', 12), 2021, COUNT)?.kind).toBe('no-comparison')
  expect(readChange(figures(12, 'SUPPRESSED'), 2021, COUNT)).toBeNull()
  expect(readChange(figures(12), 2020, COUNT)?.kind).toBe('no-comparison')
})

test('a period that is not complete is compared with nothing', () => {
  const both = figures(40, 20)
  both[1]!.period.partial = true
  expect(readChange(both, 2021, COUNT)).toBeNull()
})

const WORDS = { zh: '原因', en: 'why' }
const answered = (code: string) => {
  const error = { message: 'x', extensions: { code, messages: WORDS, requestId: 'r-1' } }
  return { graphQLErrors: [error] } as unknown as Parameters<typeof toFault>[0]
}

test('a question that is refused says why, and is not asked again', () => {
  expect(toFault(answered('UNKNOWN_CATEGORY'), false)).toMatchObject({ kind: 'question', message: 'why' })
  expect(toFault(answered('UNKNOWN_CATEGORY'), true)).toMatchObject({ kind: 'question', message: '原因' })
})

test('a full disk is no fault of the question: it is said in words, and may be tried again', () => {
  expect(toFault(answered('DISK_FULL'), false)).toEqual({
    kind: 'broken',
    code: 'DISK_FULL',
    message: 'why',
    nearest: undefined,
    requestId: 'r-1',
  })
  expect(toFault(answered('DISK_FULL'), true).message).toBe('原因')
})

test('what nobody expected has no words of the server', () => {
  expect(toFault(answered('INTERNAL'), false)).toMatchObject({ kind: 'broken', message: null, requestId: 'r-1' })
})

test('what is wrong with an address is said without the names that only who writes questions knows', () => {
  for (const [code, { words, cure, without }] of Object.entries(REFUSALS)) {
    for (const text of [words, cure])
      expect(text.en + text.zh, code).not.toMatch(
        /`|\b(by|across|filter|basis|dimension|category)\b(?=:)|_|[A-Z]{3}|across|dimension|维度/,
      )
    expect(words.zh, code).toMatch(/。$/)
    expect(words.en, code).toMatch(/\.$/)
    expect(Object.keys(without).length, code).toBeGreaterThan(0)
  }
})

test('the page about the site says the sizes below which the disclosure engine hides a number', () => {
  const { zh, en } = PASSAGES.hidden.paragraphs[0]!
  expect(zh).toContain(`1 至 ${FEWEST_PERSONS - 1} 人的数`)
  expect(zh).toContain(`不足 ${FEWEST_IN_RATE} 人的比率`)
  expect(en).toContain(`counts of 1 to ${FEWEST_PERSONS - 1} people`)
  expect(en).toContain(`fewer than ${FEWEST_IN_RATE}`)
})
