import { expect, test } from 'vitest'
import { countOnCourse } from '../../../web/src/features/overview/matters.ts'
import type { YearSeries } from '../../../web/src/graph/generated.ts'
import { groupByTopic } from '../../../web/src/features/theme/groups.ts'
import { partnersOn } from '../../../web/src/features/platforms/tree-panel.tsx'
import {
  passes,
  readFilter,
  writeFilter,
  type CatalogueEntry,
} from '../../../web/src/features/catalogue/catalogue-filter.ts'
import { formFileAddress } from '../../../web/src/features/form/form-query.ts'
import { printSizesOf } from '../../../web/src/features/form/print-sizes.ts'
import { contentText, givenText, ownPeriodOf } from '../../../web/src/features/form/line-text.ts'
import { editionOfYear, tallyOf } from '../../../web/src/features/forms/forms-of-year.ts'
import PLATFORMS from './platforms.json' with { type: 'json' }

type Target = YearSeries['figures'][number]['targets'][number]

function judged(value: number | null, gap: 'SUPPRESSED' | 'NO_RECORDS' | null, target: Partial<Target>): YearSeries {
  const period = { basis: 'SCHOOL_YEAR' as const, year: 2023, label: '', start: '', end: '', partial: false }
  return {
    indicator: { code: 'EX07' },
    figures: [
      {
        ...{ period, value, gap, numerator: null, denominator: null, size: null, interval: null, threshold: null },
        targets: [{ plan: 'P', value: 10, cumulative: false, actual: value, onCourse: null, reached: null, ...target }],
      },
    ],
  } as unknown as YearSeries
}

test('how many targets are said, and how many are not shown to who asks', () => {
  const all = [
    judged(12, null, { onCourse: true, reached: true }),
    judged(8, null, { onCourse: false, reached: false }),
    // Added up over years: the sum is of those alone who may read the records.
    judged(1391, null, { cumulative: true, actual: null }),
    judged(null, 'SUPPRESSED', {}),
    // Nobody knows these, no matter who asks.
    judged(null, 'NO_RECORDS', {}),
    judged(null, 'NO_RECORDS', { cumulative: true, actual: null }),
  ]
  expect(countOnCourse(all)).toEqual({ onCourse: 1, known: 2, hidden: 2, over: true })
})

test('what rates are measured by does not lead a theme', () => {
  const codes = ['DN01', 'DN03', 'EX02', 'EX07', 'own-x']
  const groups = groupByTopic(
    'EXPORT',
    codes.map((code) => ({ indicator: { code } })),
  )
  expect(groups.map(({ members }) => members.map(({ indicator }) => indicator.code))).toEqual([
    ['DN03'],
    ['EX02', 'DN01'],
    ['EX07'],
    ['own-x'],
  ])
})

test('partners are counted on a day: of platforms that ran on it, members on it, and one in several once', () => {
  expect(partnersOn(PLATFORMS, '2020-08-31')).toBe(3)
  expect(partnersOn(PLATFORMS, '2020-09-01')).toBe(2)
  expect(partnersOn(PLATFORMS, '2024-08-31')).toBe(1)
  expect(partnersOn(PLATFORMS, '2025-07-31')).toBe(2)
})

const entry: CatalogueEntry = {
  ...{ id: 'a', code: 'A1', name: { zh: '甲', en: 'A' }, definition: { zh: '甲', en: 'A' }, pinyin: ['jia'] },
  ...{ theme: 'EXPORT', unit: '人', decimals: 0, recordTypes: [] },
  forms: [{ id: 'international-influence', name: '国际影响表' }],
}
const nothing = { theme: null, form: null, data: null }

test('what a list is cut down to is in the address as it is read from there; what is unknown there is left out', () => {
  const filter = { theme: 'EXPORT' as const, form: 'international-influence', data: 'missing' as const }
  expect(writeFilter(filter)).toEqual(['theme:export', 'form:international-influence', 'data:missing'])
  expect(readFilter(writeFilter(filter))).toEqual(filter)
  expect(readFilter(['theme:nonsense', 'data:other', 'country:VN'])).toEqual(nothing)
})

test('a figure that is hidden or zero is there; only one without records is missing', () => {
  const held = { ...nothing, data: 'held' as const }
  expect(passes(entry, held, { gap: null })).toBe(true)
  expect(passes(entry, held, { gap: 'SUPPRESSED' })).toBe(true)
  expect(passes(entry, held, { gap: 'NO_RECORDS' })).toBe(false)
  expect(passes(entry, { ...nothing, data: 'missing' }, { gap: 'NO_RECORDS' })).toBe(true)
})

test('of what nobody knows it is not said that it is there, nor that it is missing', () => {
  expect(passes(entry, { ...nothing, data: 'held' }, undefined)).toBe(false)
  expect(passes(entry, { ...nothing, data: 'missing' }, null)).toBe(false)
  expect(passes(entry, nothing, undefined)).toBe(true)
})

test('theme and table are both asked for', () => {
  expect(passes(entry, { ...nothing, theme: 'SKILLS' }, null)).toBe(false)
  expect(passes(entry, { ...nothing, theme: 'EXPORT', form: 'scorecard' }, null)).toBe(false)
  expect(passes(entry, { ...nothing, theme: 'EXPORT', form: 'international-influence' }, null)).toBe(true)
})

const YEAR = '2023—2024学年'
const figure = (label: string) => ({ period: { label } })
const line = (note: string | null, text: string | null = null) => ({
  ...{ label: '开发并被国外采用的专业标准数', note, text, figure: figure(YEAR), filed: null },
  source: text === null ? ('COMPUTED' as const) : ('HAND_FILLED' as const),
})

test('a table is printed as large as one page allows: smaller with each line and each longer note', () => {
  const sizes = [5, 15, 25, 35].map(
    (lines) =>
      printSizesOf(
        Array.from({ length: lines }, () => line('柬埔寨'.repeat(20))),
        YEAR,
      ).note,
  )
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  expect(sizes[0]).toBe(8)
  expect(sizes.at(-1)).toBeLessThan(sizes[0]!)
  const long = Array.from({ length: 15 }, () => line('柬埔寨'.repeat(66)))
  expect(printSizesOf(long, YEAR).note).toBeLessThan(
    printSizesOf(
      long.map(() => line(null)),
      YEAR,
    ).note,
  )
  const inWords = Array.from({ length: 20 }, () => line(null, '网络问卷，分系部随机抽样'))
  expect(printSizesOf(inWords, YEAR).note).toBeLessThan(
    printSizesOf(
      inWords.map(() => line(null)),
      YEAR,
    ).note,
  )
  const many = Array.from({ length: 26 }, () => line(null))
  const ofCohorts = many.map((one) => ({ ...one, figure: figure('2024届') }))
  expect(printSizesOf(ofCohorts, YEAR).pad).toBeLessThan(printSizesOf(many, YEAR).pad)
})

test('a line says its period where it has another than the table, and only there', () => {
  expect(ownPeriodOf({ figure: figure('2021届') }, YEAR)).toBe('2021届')
  expect(ownPeriodOf({ figure: figure(YEAR) }, YEAR)).toBeNull()
  expect(ownPeriodOf({ figure: null }, YEAR)).toBeNull()
})

test('the file of a table is named by form, edition and year, whatever characters these have', () => {
  expect(formFileAddress({ id: 'own table', edition: '2024/1' }, 'a&b', 2023, 'xlsx', 'ZH')).toBe(
    '/forms/own%20table/2024%2F1/2023.xlsx?institution=a%26b&lang=zh',
  )
})

test('a cell has the number with its decimals, or what reads in its place; what somebody wrote keeps theirs', () => {
  const content = { source: 'COMPUTED', gap: null, text: null, filed: null } as const
  expect(contentText({ ...content, value: 1284.5, decimals: 1, shown: '' }, 'ZH')).toBe('1,284.5')
  expect(contentText({ ...content, value: null, decimals: 0, shown: '未填报' }, 'ZH')).toBe('未填报')
  expect(contentText({ ...content, value: 0, decimals: 0, shown: '' }, 'ZH')).toBe('0')
  expect(givenText({ value: 96.25, text: null }, 'EN')).toBe('96.25')
  expect(givenText({ value: null, text: '无' }, 'EN')).toBe('无')
})

test('every line of a table is in one place of its tally: zero is filled, hidden is not missing', () => {
  const tally = tallyOf([
    { source: 'COMPUTED', gap: null },
    { source: 'HAND_FILLED', gap: null },
    { source: 'EMPTY', gap: 'NO_RECORDS' },
    { source: 'COMPUTED', gap: 'NO_RECORDS' },
    { source: 'COMPUTED', gap: 'NOT_APPLICABLE' },
    { source: 'COMPUTED', gap: 'SUPPRESSED' },
    { source: 'WITHHELD', gap: null },
  ])
  expect(tally).toEqual({ all: 7, filled: 2, byHand: 1, toFill: 1, noRecords: 1, notApplicable: 1, hidden: 2 })
})

test('the edition of a year is the one of its report, which has another year', () => {
  const editions = [
    { edition: 'a', from: 2017, to: 2018, yearOffset: 1 },
    { edition: 'b', from: 2022, to: null, yearOffset: 1 },
  ]
  expect(editionOfYear(editions, 2017)?.edition).toBe('a')
  expect(editionOfYear(editions, 2021)?.edition).toBe('b')
  expect(editionOfYear(editions, 2020)).toBeUndefined()
})
