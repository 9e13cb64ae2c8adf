import { headlineOf } from '@causeway/shared/headline'
import { expect, test } from 'vitest'
import { figure, partial } from './figures.ts'

test('the headline says which side is larger and which way each went', () => {
  const words = headlineOf([figure(2022, 176), figure(2023, 214)], [figure(2022, 98), figure(2023, 151)], 2023)
  expect(words.en).toBe(
    'In 2023/24 more comes in than goes out: 214 people against 151 people; both up on the year before',
  )
  expect(words.zh).toBe('2023—2024学年引进来（214人）多于走出去（151人）；两者均比上年增加')
})

test('two ways are said apart', () => {
  const words = headlineOf([figure(2022, 50), figure(2023, 40)], [figure(2022, 50), figure(2023, 60)], 2023)
  expect(words.en).toBe(
    'In 2023/24 more goes out than comes in: 60 people against 40 people; introduction down on the year before, export up',
  )
  expect(words.zh).toContain('引进来比上年减少，走出去比上年增加')
})

test('equal sides are equal, and nobody is nobody', () => {
  expect(headlineOf([figure(2023, 30)], [figure(2023, 30)], 2023).en).toBe(
    'In 2023/24 as much comes in as goes out: 30 people each',
  )
  const none = headlineOf([figure(2023, 0)], [figure(2023, 0)], 2023)
  expect(none.zh).toBe('2023—2024学年引进来与走出去均为0人')
  expect(none.en).toBe('In 2023/24 nothing comes in and nothing goes out: nobody on either side')
})

test('one year alone is compared with none', () => {
  expect(headlineOf([figure(2023, 30)], [figure(2023, 20)], 2023).en).not.toContain('before')
})

test('a year before that is hidden or missing is not compared with', () => {
  expect(
    headlineOf([figure(2022, 'SUPPRESSED'), figure(2023, 30)], [figure(2022, 10), figure(2023, 20)], 2023).en,
  ).not.toContain('before')
})

test('a side without a figure is said with its reason and not compared', () => {
  const words = headlineOf([figure(2023, 'SUPPRESSED')], [figure(2023, 20)], 2023)
  expect(words.en).toBe('In 2023/24, introduction: too few people to publish; export: 20 people')
  expect(words.zh).toBe('2023—2024学年：引进来（人数过少，不予公开），走出去20人')
})

test('two sides without figures say the one reason', () => {
  expect(headlineOf([figure(2023, 'SUPPRESSED')], [figure(2023, 'SUPPRESSED')], 2023).en).toBe(
    'Too few people came and went in 2023/24 to publish how many',
  )
  expect(headlineOf([figure(2023, 'NO_RECORDS')], [figure(2023, 'NO_RECORDS')], 2023).zh).toBe(
    '2023—2024学年引进来与走出去人数未填报',
  )
})

test('a year that is not complete says so and is not compared with a whole one', () => {
  const words = headlineOf(
    [figure(2022, 90), partial(figure(2023, 30))],
    [figure(2022, 80), partial(figure(2023, 20))],
    2023,
  )
  expect(words.en).toBe('In 2023/24, not complete, more comes in than goes out: 30 people against 20 people')
  expect(words.zh).toBe('2023—2024学年（数据未完整）引进来（30人）多于走出去（20人）')
})

test('a year that nobody asked for has no figures', () => {
  expect(headlineOf([], [], 2023)).toEqual({
    zh: '尚无引进来与走出去人数',
    en: 'No figures yet on who learns from whom',
  })
})
