import { expect, test } from 'vitest'
import { partsOf } from '../../../web/src/language/wholes.ts'

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
