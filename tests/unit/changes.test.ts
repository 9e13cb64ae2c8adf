import { expect, test } from 'vitest'
import { changeWords, reasonWords } from '@causeway/server/changes/change-words'
import { CATALOGUE } from '@causeway/server/indicators/catalogue/catalogue'

type Told = Parameters<typeof reasonWords>[0]

function change(code: string, before: number, after: number, reason: Told['reason'] = null): Told {
  const declaration = CATALOGUE.find((one) => one.code === code)!
  return {
    ...{ declaration, reason, difference: after - before, better: null },
    ...{ before: { value: before }, after: { value: after } },
  } as Told
}

test('a count rises in number, a rate and a mean in height', () => {
  expect(changeWords(change('EX02', 28, 1)).zh).toBe('由28人减至1人')
  expect(changeWords(change('EX02', 28, 1)).en).toBe('down from 28 people to 1 person')
  expect(changeWords(change('EX02', 0, 12_345_678)).en).toBe('up from 0 people to 12,345,678 people')
  expect(changeWords(change('SK15.aug', 88.755, 90)).zh).toBe('由88.76%升至90.00%')
  expect(changeWords(change('SK11', -1.25, -0.05)).en).toBe('up from −1.3 points to −0.1 points')
})

test('categories that made a change are told with what they are categories of', () => {
  const parts = [
    { key: 'study', label: { zh: '学习', en: 'study' }, isNew: false, difference: 68 },
    { key: 'visit', label: { zh: '访问', en: 'visit' }, isNew: true, difference: 7 },
  ]
  const told = reasonWords(change('IN17', 56, 153, { kind: 'categories', dimension: 'purpose', parts }))!
  expect(told.zh).toBe('其中学习增加68人次，访问新增7人次')
  expect(told.en).toBe('by purpose: study 68 more, visit 7 (none before)')
})

test('one record is one record, and many have their commas', () => {
  const told = (before: number, after: number) => reasonWords(change('EX02', 1, 2, { kind: 'records', before, after }))!
  expect(told(3, 1).en).toBe('counted from 1 record, 3 a year before')
  expect(told(999, 12_345).en).toBe('counted from 12,345 records, 999 a year before')
  expect(told(999, 12_345).zh).toBe('台账记录由999条增至12,345条')
})
