import { seriesToTable } from '@causeway/shared/table'
import { expect, test } from 'vitest'
import { FACTS, figure, partial, seriesOf } from './figures.ts'

const english = (rows: ReturnType<typeof seriesToTable>['rows']) =>
  rows.map((row) => row.map((cell) => cell.text.en).join(' | '))

test('a series without a dimension has a row a period, a gap its symbol, and the symbol its meaning', () => {
  const table = seriesToTable(
    seriesOf([figure(2021, 1284), figure(2022, 'SUPPRESSED'), partial(figure(2023, 0))]),
    FACTS,
  )
  expect(table.columns.map((column) => column.heading.en)).toEqual([
    'school year',
    'Foreign students received (people)',
  ])
  expect(english(table.rows)).toEqual(['2021/22 | 1,284', '2022/23 | *', '2023/24† | 0'])
  expect(table.rows[1]![1]).toMatchObject({ value: null, gap: 'SUPPRESSED' })
  expect(table.symbols.map(({ symbol }) => symbol)).toEqual(['*'])
  expect(table.notes.map(({ en }) => en)).toEqual(['† the period is not complete'])
})

test('a rate shows its parts and its interval', () => {
  const rate = figure(2023, 80.7, {
    numerator: 46,
    denominator: 57,
    size: 57,
    interval: { low: 68.66, high: 88.87, method: 'wilson', level: 0.95 },
  })
  const table = seriesToTable(seriesOf([rate, figure(2024, 'NO_RECORDS')]), {
    ...FACTS,
    unit: { zh: '%', en: '%' },
    decimals: 1,
  })
  expect(english(table.rows)).toEqual(['2023/24 | 80.7 | 46 | 57 | 68.7–88.9', '2024/25 | … | — | — | —'])
  expect(table.notes.map(({ en }) => en)).toContain('—: there is no such number')
})

test('a breakdown has a row a category and a column a period, in the order given', () => {
  const by = (year: number, category: string, value: Parameters<typeof figure>[1]) => figure(year, value, { category })
  const table = seriesToTable(
    seriesOf([by(2022, 'VN', 3), by(2022, 'unknown', 1), figure(2023, 'NO_RECORDS')], 'country'),
    FACTS,
  )
  expect(table.columns.map((column) => column.heading.en)).toEqual(['country or region', '2022/23', '2023/24'])
  expect(english(table.rows)).toEqual(['VN | 3 | …', 'unknown | 1 | …'])
  expect(table.rows[1]![0]!.text.zh).toBe('未注明')
})

test('a crossed breakdown of one period has a row a category and a column one of the second dimension', () => {
  const cell = (category: string, across: string, value: Parameters<typeof figure>[1]) =>
    partial(figure(2023, value, { category, across }))
  const crossed = {
    ...seriesOf([cell('VN', 'male', 3), cell('VN', 'female', 'SUPPRESSED'), cell('LA', 'female', 4)], 'country'),
    across: 'sex',
  }
  const table = seriesToTable(crossed, FACTS)
  expect(table.columns.map(({ heading }) => heading.zh)).toEqual(['国家（地区）和性别', 'male', 'female'])
  expect(english(table.rows)).toEqual(['VN | 3 | *', 'LA | — | 4'])
  expect(table.rows.map(([head]) => head!.heading)).toEqual([true, true])
  expect(table).toMatchObject({ crossed: true })
  expect(table.alongTime).toBeUndefined()
  expect(table.notes.map(({ zh }) => zh)).toEqual([
    '时段：2023—2024学年†',
    '单位：人',
    '带†的时段数据未完整',
    '—：没有对应的数值',
  ])
})

test('a crossed breakdown of several periods has a row for both categories together, and a column a period', () => {
  const cell = (year: number, value: number) => figure(year, value, { category: 'VN', across: 'male' })
  const table = seriesToTable({ ...seriesOf([cell(2022, 3), cell(2023, 5)], 'country'), across: 'sex' }, FACTS)
  expect(table.columns.map(({ heading }) => heading.en)).toEqual(['country or region and sex', '2022/23', '2023/24'])
  expect(english(table.rows)).toEqual(['VN, male | 3 | 5'])
})

test('every text is there in both languages', () => {
  const table = seriesToTable(
    { ...seriesOf([figure(2021, 4), partial(figure(2022, 'NOT_APPLICABLE'))]), scope: 'BORDER' },
    FACTS,
  )
  const words = [
    table.title,
    ...table.columns.map(({ heading }) => heading),
    ...table.rows.flat().map(({ text }) => text),
    ...table.notes,
  ]
  for (const { zh, en } of [...words, ...table.symbols.flatMap(({ word, meaning }) => [word, meaning])]) {
    expect(zh.length).toBeGreaterThan(0)
    expect(en.length).toBeGreaterThan(0)
  }
})
