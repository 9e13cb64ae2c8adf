import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { setOwnFields } from '@causeway/server/records/own-fields'
import { readOwnFields } from '@causeway/server/records/own-fields/read-own-fields'
import { naturalKey } from '@causeway/server/records/natural-key'
import { fieldsOf, recordTypeOf } from '@causeway/server/records/record-types'
import { folderOfFile } from '../support/folders.ts'

const folder = folderOfFile()
afterEach(() => setOwnFields(new Map()))

function read(...lines: string[]) {
  const file = join(folder, 'fields.yaml')
  writeFileSync(file, lines.join('\n'))
  return readOwnFields(file)
}

/** Lines and English sentences of what is wrong. */
const problems = (...lines: string[]) => read(...lines).problems.map(({ line, words }) => `${line} ${words.en}`)

const FIELD = ['mobility:', '  - name: own_group', '    label: { zh: 团组号, en: Group number }']

test('a field has a name, two labels and a kind; a decimal has two places where nothing else is said', () => {
  const { fields } = read(
    ...FIELD,
    '    kind: decimal',
    '  - { name: own_day, label: { zh: 审批日, en: Day }, kind: date }',
  )
  expect(fields.get('mobility')).toEqual([
    { name: 'own_group', label: { zh: '团组号', en: 'Group number' }, kind: 'decimal', factor: 100 },
    { name: 'own_day', label: { zh: '审批日', en: 'Day' }, kind: 'date' },
  ])
  expect(readOwnFields(join(folder, 'none.yaml'))).toEqual({ fields: new Map(), problems: [] })
})

test('everything that is wrong is said, each with its line', () => {
  expect(problems('mobilty:', ...FIELD.slice(1), '    kind: text')).toEqual([
    '1 there is no record type "mobilty"; did you mean "mobility"?',
  ])
  expect(
    problems(
      ...FIELD,
      '    kind: texd',
      '  - name: group',
      '    label: { zh: 甲 }',
      '    kind: text',
      '    colour: red',
    ),
  ).toEqual([
    expect.stringMatching(/^4 .*must be one of text, choice.*[Dd]id you mean "?text/),
    expect.stringMatching(/^5 .*own_/),
    expect.stringMatching(/^6 .*lacks "en"/),
    expect.stringMatching(/^8 .*no key "colour"/),
  ])
  expect(problems(...FIELD, '    kind: choice')).toEqual([expect.stringMatching(/^4 .*needs its choices/)])
  expect(problems(...FIELD, '    kind: text', ...FIELD.slice(1), '    kind: text')).toEqual([
    expect.stringMatching(/^5 own_group is declared twice/),
  ])
  expect(problems('mobility: text')).toEqual([expect.stringMatching(/^1 mobility must be a list/)])
  expect(problems(...FIELD, '    kind: text', '    decimals: 2')).toEqual([
    expect.stringMatching(/^5 .*only a decimal/),
  ])
  expect(problems(...FIELD, '    kind: text', '    min: 2')).toEqual([expect.stringMatching(/^5 .*only a number/)])
  expect(problems('mobility: [', '  - x')[0]).toMatch(/^2 this is not YAML/)
})

test('a header means one field: none that ships, and none declared before it', () => {
  expect(problems('mobility:', '  - { name: own_a, label: { zh: 国别, en: Group }, kind: text }')).toEqual([
    '2 own_a is known by "国别", which is the field country: a header means one field',
  ])
  expect(
    problems(
      'mobility:',
      '  - { name: own_a, label: { zh: 团组, en: Group }, kind: text }',
      '  - { name: own_b, label: { zh: 组, en: group }, kind: text }',
    ),
  ).toEqual([expect.stringMatching(/^3 own_b is known by "group", which is the field own_a/)])
})

test('labels are in their languages, and a spelling of a choice means one choice', () => {
  expect(problems('mobility:', '  - { name: own_a, label: { zh: Group, en: 团组 }, kind: text }')).toEqual([
    '2 "Group" is to be Chinese',
    '2 "团组" is to be English',
  ])
  expect(
    problems(
      ...FIELD,
      '    kind: choice',
      '    choices:',
      '      - { key: a, label: { zh: 优, en: good } }',
      '      - { key: b, label: { zh: 良, en: Good } }',
    ),
  ).toEqual([expect.stringMatching(/^7 "good" means both a and b/)])
})

test('own fields come after those that ship, and go again', () => {
  const type = recordTypeOf('mobility')
  const before = fieldsOf(type).map(({ name }) => name)
  setOwnFields(read(...FIELD, '    kind: text').fields)
  expect(fieldsOf(type).map(({ name }) => name)).toEqual([...before.slice(0, -3), 'own_group', ...before.slice(-3)])
  setOwnFields(new Map())
  expect(fieldsOf(type).map(({ name }) => name)).toEqual(before)
})

test('an own field tells group rows apart by its name, so that the type may gain fields before it', () => {
  const type = recordTypeOf('mobility')
  const row = { headcount: 3, direction: 'out', audience: 'student', purpose: 'study', country: 'VN' }
  const key = naturalKey(type, row)
  setOwnFields(read(...FIELD, '    kind: text').fields)
  expect(naturalKey(type, row)).toBe(key)
  expect(naturalKey(type, { ...row, own_group: 'G/1' })).toBe(`${key}/own_group=G\\/1`)
})
