import { expect, test } from 'vitest'
import { changeWords, reasonWords } from '@causeway/server/answers/changes/change'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'

type Said = Parameters<typeof reasonWords>[0]

function change(code: string, before: number, after: number, reason: Said['reason'] = null): Said {
  const declaration = CATALOGUE.find((one) => one.code === code)!
  return {
    ...{ declaration, reason, difference: after - before, verdict: null },
    ...{ before: { value: before }, after: { value: after } },
  } as Said
}

test('a count rises in number, a rate and a mean in height', () => {
  expect(changeWords(change('EX02', 28, 1)).zh).toBe('由28人减至1人')
  expect(changeWords(change('EX02', 28, 1)).en).toBe('down from 28 people to 1 person')
  expect(changeWords(change('EX02', 0, 12_345_678)).en).toBe('up from 0 people to 12,345,678 people')
  expect(changeWords(change('SK15.aug', 88.755, 90)).zh).toBe('由88.76%升至90%')
  expect(changeWords(change('SK11', -1.25, -0.05)).en).toBe('up from −1.3 points to −0.1 points')
})

test('categories that made a change are said with what they are categories of', () => {
  const parts = [
    { key: 'study', label: { zh: '学习', en: 'study' }, isNew: false, difference: 68 },
    { key: 'visit', label: { zh: '访问', en: 'visit' }, isNew: true, difference: 7 },
  ]
  const said = reasonWords(change('IN17', 56, 153, { kind: 'categories', dimension: 'purpose', parts }))!
  expect(said.zh).toBe('其中学习增加68人次，访问新增7人次')
  expect(said.en).toBe('by purpose: study 68 more, visit 7 (none before)')
})

test('of a share of few the counts come first', () => {
  const said = change('SK07', 100 * (2 / 3), 50)
  Object.assign(said.before, { numerator: 2, denominator: 3 })
  Object.assign(said.after, { numerator: 2, denominator: 4 })
  expect(changeWords(said)).toEqual({
    zh: '由3人中2人（67%）降至4人中2人（50%）',
    en: 'down from 2 of 3 people (67%) to 2 of 4 people (50%)',
  })
})

test('what moved may be about too few people to be known', () => {
  const said = reasonWords(change('EX02', 1, 2, { kind: 'hidden' }))!
  expect(said).toEqual({
    zh: '变化所在的分类人数过少，不予公开',
    en: 'what moved is about too few people to publish',
  })
})
