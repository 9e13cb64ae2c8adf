import { expect, test } from 'vitest'
import { titleMoves } from '@causeway/server/records/import/moves/title-moves'
import type { LookedTable } from '@causeway/server/records/import/moves/looked-table'
import type { Source } from '@causeway/server/records/import/mapping/mapping'
import { recordTypeOf } from '@causeway/server/records/record-types'

const REGISTERS = new Map([
  [
    'programme',
    [
      { key: 'P-01', label: { zh: '机电一体化', en: 'Mechatronics' } },
      { key: 'P-02', label: { zh: '机电', en: 'P-02' } },
      { key: 'P-03', label: { zh: '电子商务', en: 'E-commerce' } },
    ],
  ],
])

type Titles = [name: string, ...lines: string[]][]

/** As the file is called. */
let file = ''

/** By field: what it would be read from. */
function offered(type: string, titles: Titles, fields: Record<string, string | Source> = {}) {
  const table = {
    ...{ type: recordTypeOf(type), fields, path: [] },
    titles: titles.map(([name, ...lines]) => ({ name, file, lines })),
  } as unknown as LookedTable
  const moves = titleMoves(table, REGISTERS)
  return Object.fromEntries(moves.map(({ id, changes }) => [id.replace('title ', ''), changes[0]![1] as Source]))
}

/** What a source reads of a line of the next year. */
const readOf = ({ extract }: Source, line: string) => new RegExp(extract!, 'u').exec(line)?.[1] ?? null

test('what a title says of a register, a choice or a country is offered, and read of the next year', () => {
  const { programme, scale, ...others } = offered('language-result', [
    ['Sheet1', '国际处', '2024级 机电一体化 HSK 成绩单'],
  ])
  expect(programme).toMatchObject({ title: true })
  expect(readOf(programme!, '2025级电子商务 HSK 成绩单')).toBe('电子商务')
  expect(readOf(programme!, '2025级电子商务名单')).toBe(null)
  // Of another programme, on another sheet or next year.
  expect(readOf(scale!, '2025级 电子商务 YCT 成绩单')).toBe('YCT')
  expect(readOf(programme!, '2025级 电子商务 YCT 成绩单')).toBe('电子商务')
  expect(others).toEqual({})
  // Where nothing parts them, a closed list is known by its names.
  const beside = offered('language-result', [['a', '机电一体化HSK成绩']])
  expect([readOf(beside.scale!, '旅游HSK成绩'), readOf(beside.programme!, '旅游HSK成绩')]).toEqual(['HSK', '旅游'])
  expect(readOf(offered('mobility', [['a', '2024年赴泰国交流学生名单']]).country!, '2025年赴老挝交流学生名单')).toBe(
    '老挝',
  )
  // What the records are called says nothing of one of them.
  expect(offered('joint-programme', [['a', '中外合作办学机构（项目）基本情况表']])).toEqual({})
  expect(offered('joint-programme', [['a', '中外合作办学项目情况表']]).category).toBeDefined()
  // What went abroad went to a country that this does not say.
  expect(offered('mobility', [['a', '国外研修教师名单']]).country).toBe(undefined)
})

test('of the name of a sheet where no title says it, and of several sheets only what each says', () => {
  const { scale } = offered('language-result', [['HSK 2024', '成绩']])
  expect([scale!.sheet, readOf(scale!, 'HSK 2025')]).toEqual([true, 'HSK'])
  const each = offered('language-result', [
    ['甲', '2024级电子商务成绩'],
    ['乙', '机电一体化（2024级）成绩'],
  ])
  expect([each.programme!.extract, each.scale]).toEqual(['(电子商务|机电一体化)', undefined])
  expect(
    offered('language-result', [
      ['甲', '2024级电子商务成绩'],
      ['乙', '成绩'],
    ]),
  ).toEqual({})
})

test('a day that the rows are of, and not that of the list', () => {
  const { date } = offered('language-result', [['a', 'HSK 考试（2024年5月）']])
  expect([date!.month, readOf(date!, 'HSK 考试（2025年11月）')]).toEqual(['last', '2025年11月'])
  expect(offered('language-result', [['a', '成绩（截至2024年5月12日）']])).toEqual({})
})

test('a value that somebody filled in is found again, and nothing is offered for what a column says', () => {
  const titles: Titles = [['a', '2024级 跨境物流 HSK成绩']]
  expect(offered('language-result', titles, { scale: '量表' })).toEqual({})
  const { programme } = offered('language-result', titles, { scale: '量表', programme: { constant: '跨境物流' } })
  expect(readOf(programme!, '2025级 机电 HSK成绩')).toBe('机电')
  // A short name is no part of a longer word, nor a country of another.
  expect(offered('language-result', [['a', 'THSK成绩']])).toEqual({})
  expect(offered('mobility', [['a', '中国学生名单 IT2024']]).country).toBe(undefined)
})

test('a class is read from the title, the name of the sheet or that of the file, and of the next year too', () => {
  const fields = { person: '学号' }
  const ofTitle = offered('graduate-outcome', [['Sheet1', '2024届毕业生就业情况']], fields)
  expect([ofTitle.class!.title, readOf(ofTitle.class!, '2025届毕业生就业情况')]).toEqual([true, '2025'])
  expect(offered('graduate-outcome', [['2024届', '毕业生']], fields).class!.sheet).toBe(true)
  // A constant gives way too, whatever it says.
  const kept = offered('graduate-outcome', [['a', '2025届毕业生']], { ...fields, class: { constant: '2024' } })
  expect(readOf(kept.class!, '2025届毕业生')).toBe('2025')
  expect(offered('graduate-outcome', [['a', '2024—2025学年毕业生']], fields).class).toBe(undefined)
  expect(offered('graduate-outcome', [['a', '2024届、2025届毕业生']], fields).class).toBe(undefined)
  file = '2024届派出'
  const ofFile = offered('graduate-outcome', [['Sheet1', '就业情况']], fields)
  expect([ofFile.class!.file, readOf(ofFile.class!, '2025届派出')]).toEqual([true, '2025'])
  expect(offered('mobility', [['Sheet1', '名单']], fields).direction).toBe(undefined)
  file = ''
})
