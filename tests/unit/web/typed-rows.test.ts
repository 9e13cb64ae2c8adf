import { expect, it } from 'vitest'
import {
  emptyTable,
  MOST_ROWS,
  readCells,
  toFile,
  withField,
  withPasted,
} from '../../../web/src/features/data/hand/typed-rows.ts'

const FIELDS = [
  { name: 'person', heads: ['person', '人员编号', '学号'], required: false },
  { name: 'country', heads: ['country', '国家（地区）', 'Country or region'], required: true },
  { name: 'note', heads: ['note', '备注'], required: false },
]
const CORNER = { row: 0, column: 0 }
const empty = emptyTable(FIELDS)
const paste = (...[table, at, cells]: [typeof empty, typeof CORNER, string[][]]) =>
  withPasted(table, at, cells, FIELDS)?.table ?? null
const fieldsOf = (table: typeof empty | null) => table!.columns.map(({ field, head }) => field ?? `? ${head}`)

it('cells are read with their line ends and quotes, as a spreadsheet copies them', () => {
  expect(readCells('a\tb\r\n"one\r\ntwo"\t"say ""x"""\r\n\t\r\n')).toEqual([
    ['a', 'b'],
    ['one\ntwo', 'say "x"'],
  ])
})

it('without a head row cells are in the order of the template, from the cell on that they are pasted at', () => {
  const cells = [
    ['泰国', 'x'],
    ['老挝', 'y', 'z'],
  ]
  const pasted = paste(empty, { row: 0, column: 1 }, cells)
  expect(fieldsOf(pasted)).toEqual(['person', 'country', 'note', '? '])
  expect(pasted!.rows).toEqual([
    ['', '泰国', 'x', ''],
    ['', '老挝', 'y', 'z'],
  ])
})

it('a head row says what the columns are; an unknown one is not imported, and one that is needed is added', () => {
  const pasted = paste(empty, CORNER, readCells('学 号*\t电话\nS1\t138\n'))
  expect(fieldsOf(pasted)).toEqual(['person', '? 电话', 'country'])
  expect(pasted!.rows).toEqual([['S1', '138', '']])
  expect(fieldsOf(paste(empty, CORNER, readCells('学号\t人员编号\n1\t2')))).toEqual([
    ...['person', '? 人员编号', 'country'],
  ])
})

it('a second paste goes under its heads and takes nothing away', () => {
  const first = paste(empty, CORNER, [['S1', '泰国', 'x']])!
  const both = paste(first, { row: 1, column: 0 }, readCells('国家（地区）\t邮编\t学号\n老挝\t100\tS2'))
  expect(fieldsOf(both)).toEqual(['person', 'country', 'note', '? 邮编'])
  expect(both!.rows).toEqual([
    ['S1', '泰国', 'x', ''],
    ['S2', '老挝', '', '100'],
  ])
  const many = Array.from({ length: MOST_ROWS }, () => ['S1'])
  expect(paste(first, { row: 1, column: 0 }, many)).toBeNull()
})

it('a field is of one column alone', () => {
  expect(fieldsOf(withField(empty, 2, 'person'))).toEqual(['? ', 'country', 'person'])
})

it('becomes a file of what has a field, and says which row of the table each of its rows is', async () => {
  const cells = readCells('学号\t电话\t备注\nS1\t138\t"好, ""很"""')
  const table = paste(empty, CORNER, cells)!
  const written = toFile({ ...table, rows: [['', '139', '', ''], ...table.rows] }, 'a.csv')!
  expect(await written.file.text()).toBe('person,note,country\nS1,"好, ""很""",\n')
  expect(written.rowOf).toEqual([1])
  expect(toFile(empty, 'a.csv')).toBeNull()
})
