import { expect, it } from 'vitest'
import {
  differs,
  hasAnswers,
  readLike,
  shared,
  tablesLike,
} from '../../../web/src/features/data/import/alike-tables.ts'
import {
  newDraft,
  NOTHING_CHOSEN,
  type Draft,
  type ImportState,
} from '../../../web/src/features/data/import/import-draft.ts'
import type { ImportReport } from '../../../web/src/graph/generated.ts'

const file = new File([], 'a.xlsx')
const begun = { institution: 'X', everywhere: false, type: 'mobility', forUnit: null, file }
const headed = (...cells: string[]) =>
  ({
    head: [
      { role: 'TITLE', cells: ['t'] },
      { role: 'HEADER', cells },
    ],
  }) as ImportReport

function stateOf(tables: [Draft, ImportReport][]): ImportState {
  const [[draft], ...others] = tables as [[Draft, ImportReport], ...[Draft, ImportReport][]]
  return {
    ...{ ...NOTHING_CHOSEN, draft, aside: others.map(([one]) => one) },
    reports: new Map(tables.map(([{ id }, report]) => [id, report])),
  }
}

const READING = JSON.stringify({
  ...{ type: 'mobility', sheets: ['甲'], header_row: 2 },
  fields: { person: '学号', purpose: { constant: 'study' }, note: { title: true }, unit: { sheet: true, values: {} } },
})

it('what was said of columns and words of a sheet holds for those with the same heads, and what is of all its rows where somebody says so', () => {
  const a: Draft = { ...newDraft(begun), sheet: '甲', reading: READING, constants: { direction: 'out' } }
  const [same, other, moved, spoken] = ['乙', '丙', '丁', '戊'].map((sheet) => ({ ...newDraft(begun), sheet }))
  const own = { ...spoken!, columns: { 1: 'note' } }
  const state = stateOf([
    [a, headed('学号', '国家')],
    [same!, headed('学号 ', '国家')],
    [other!, headed('学号', '学校')],
    [{ ...moved!, file: new File([], 'b.xlsx') }, headed('学号', '国家')],
    [own, headed('学号', '国家')],
  ])
  expect(tablesLike(state, a).map(({ sheet }) => sheet)).toEqual(['乙', '戊'])
  const taken = shared(state)
  // Of the other one somebody said something else.
  expect([...taken.keys()]).toEqual([same!.id])
  const now = { ...same!, ...taken.get(same!.id) }
  expect([now.like, now.sheet, now.constants, JSON.parse(now.reading!)]).toEqual([
    ...[a.id, '乙', {}],
    { type: 'mobility', fields: { person: '学号', note: { title: true } } },
  ])
  // What a saved mapping says of all rows of the other stays.
  const said = { level: { constant: 'B1' }, person: '护照号', note: { constant: '' } }
  const kept = { ...headed('学号', '国家'), reading: JSON.stringify({ type: 'mobility', fields: said }) }
  const read = shared(
    stateOf([
      [a, headed('学号', '国家')],
      [same!, kept],
    ]),
  ).get(same!.id)
  expect(JSON.parse(read!.reading!).fields).toEqual({
    person: '学号',
    note: { title: true },
    level: { constant: 'B1' },
  })
  // It follows what is said of the first later.
  const later = stateOf([
    [{ ...a, answers: [{ recordType: null, field: 'purpose', text: '游学', value: 'study' }] }, headed('学号', '国家')],
    [now, headed('学号', '国家')],
  ])
  expect(shared(later).get(now.id)?.answers).toHaveLength(1)
  expect([differs(a, now), hasAnswers(a), hasAnswers(same!)]).toEqual([true, true, false])
  const whole = { ...now, ...readLike(a, { whole: true }) }
  expect([whole.constants, JSON.parse(whole.reading!).fields.purpose]).toEqual([
    { direction: 'out' },
    { constant: 'study' },
  ])
  expect(differs(a, whole)).toBe(false)
  // Where each has its own, none takes another's.
  expect(
    shared(
      stateOf([
        [own, headed('a')],
        [a, headed('a')],
      ]),
    ).size,
  ).toBe(0)
})
