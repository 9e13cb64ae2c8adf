import { expect, it } from 'vitest'
import { writeNote, type NoteEntry } from '@causeway/server/answers/forms/line-note'

const entry = (zh: string, en: string, order = '', ...details: [string, string][]): NoteEntry => ({
  name: { zh, en },
  order,
  details: details.map(([one, other]) => ({ zh: one, en: other })),
})
const THREE = [
  entry('丙标准', 'C standard', '2023-01-01', ['泰国', 'Thailand'], ['老挝', 'Laos']),
  entry('甲标准', 'A standard'),
  entry('乙标准', 'B standard', '2021-01-01', ['柬埔寨', 'Cambodia']),
]

it('is in the declared order, what has no place in it last', () => {
  expect(writeNote(THREE, 'ZH', 200)).toBe('乙标准（柬埔寨）；丙标准（泰国、老挝）；甲标准')
  expect(writeNote(THREE, 'EN', 200)).toBe('B standard (Cambodia); C standard (Thailand, Laos); A standard')
})

it('says how many more there are where not all fit, and never cuts an entry in two while one fits whole', () => {
  expect(writeNote(THREE, 'ZH', 22)).toBe('乙标准（柬埔寨）；……另有2项')
  expect(writeNote(THREE, 'EN', 22)).toBe('B standard (Cambodia); … and 2 more')
})

it('cuts the only entry that there is room for', () => {
  expect(writeNote([entry('很长的标准名称很长的标准名称', 'A very long name of a standard')], 'ZH', 10)).toBe(
    '很长的标准名称很长……',
  )
  expect(writeNote(THREE, 'ZH', 8)).toBe('乙标准……另有2项')
})
