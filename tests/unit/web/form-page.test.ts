import { expect, test } from 'vitest'
import { formFileAddress } from '../../../web/src/features/form/form-query.ts'
import { printSizesOf } from '../../../web/src/features/form/print-sizes.ts'
import { contentText, givenText, ownPeriodOf } from '../../../web/src/features/form/line-text.ts'
import { editionOfYear, tallyOf } from '../../../web/src/features/forms/forms-of-year.ts'

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
