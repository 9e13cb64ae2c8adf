import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { folderOfFile } from '../../support/folders.ts'
import { offersFor } from '../../support/offered-columns.ts'

const folder = folderOfFile()

/** A column: its header, and what is in its rows. */
type Column = [header: string, ...cells: string[]]

async function offersOf(type: string, columns: Column[]) {
  const path = join(folder, `${type}.csv`)
  const lines = columns[0]!.map((_cell, row) => columns.map((column) => `"${column[row] ?? ''}"`).join(','))
  writeFileSync(path, `\ufeff${lines.join('\n')}\n`)
  return (await offersFor(path, type))!
}

/** Cells, or the name of usual ones. */
type Cells = string[] | keyof Columns['usual']
interface Columns {
  usual: Record<'ids' | 'days' | 'places' | 'names' | 'sexes' | 'numbers', string[]>
  /** By type and field. */
  offered: Record<string, Record<string, { cells: Cells; headers: string[] }>>
  /** By type and header. */
  nothing: Record<string, Record<string, Cells>>
}
const COLUMNS = parse(readFileSync(join(import.meta.dirname, 'column-offers.yaml'), 'utf8')) as Columns
const cellsOf = (cells: Cells): string[] => (typeof cells === 'string' ? COLUMNS.usual[cells] : cells)
const { ids: IDS, days: DAYS, places: PLACES, names: NAMES, sexes: SEXES, numbers: NUMBERS } = COLUMNS.usual

/** A column that is known, so that the row is found to be the header. */
const known: Column = ['备注', '', '', '']

describe.each(Object.entries(COLUMNS.offered))('%s', (type, fields) => {
  test.each(
    Object.entries(fields).flatMap(([field, { cells, headers }]) =>
      headers.map((header) => [header, field, cellsOf(cells)] as const),
    ),
  )('%s is %s', async (header, field, cells) => {
    const offers = await offersOf(type, [
      [header, ...cells],
      ...(header === '备注' ? [] : [known]),
      ['序号', ...NUMBERS],
    ])
    expect(offers[0]?.field).toBe(field)
  })
})

test.each(
  Object.entries(COLUMNS.nothing).flatMap(([type, columns]) =>
    Object.entries(columns).map(([header, cells]) => [type, header, [header, ...cellsOf(cells)] as Column] as const),
  ),
)('%s: %s is left to the person', async (type, _header, column) => {
  const [offered] = await offersOf(type, [column, known, ['人员编号', ...IDS]])
  expect(offered?.field).toBeNull()
})

describe('what is in a column must speak for the field too', () => {
  test.each<[type: string, header: string, wrong: string[], right: string[], field: string]>([
    ['enrolment', '学生性别', ['1班', '2班', '3班'], SEXES, 'sex'],
    ['mobility', 'Contry', ['+66', '+84', '+7'], PLACES, 'country'],
    ['enrolment', 'Nationnality', ['han', 'hui', 'man'], PLACES, 'nationality'],
    ['training-session', '实际天数', ['约两周', '半个月', '—'], ['5', '6', '7'], 'training_days'],
    ['mobility', '教师工号', NAMES, ['T001', 'T002', 'T003'], 'person'],
    ['training-session', '陪训方式', ['多媒体', '教室', '机房'], ['线上', '线下', '线上'], 'delivery'],
  ])('%s: %s', async (type, header, wrong, right, field) => {
    const offer = async (cells: string[]) =>
      (await offersOf(type, [[header, ...cells], known, ['开始日期', ...DAYS]]))[0]
    expect((await offer(wrong))?.field).toBeNull()
    expect(await offer(right)).toMatchObject({ field, read: false })
    expect((await offer(['', '', '']))?.field).toBeNull()
  })

  test('of two columns that could both be it neither is offered', async () => {
    const offers = await offersOf('mobility', [
      ['学生人数', ...NUMBERS],
      ['教师人数', ...NUMBERS],
      known,
      ['开始日期', ...DAYS],
    ])
    expect(offers.slice(0, 2).map(({ field }) => field)).toEqual([null, null])
  })
})

describe('one value for all rows is wrong where a column may hold the field', () => {
  test.each<[type: string, column: Column, held: string[]]>([
    ['mobility', ['起止时间', '2023.9-2024.1', '2023.10.8-2023.10.21', '2024年3月-6月'], ['start', 'end']],
    ['mobility', ['去往何处', '泰国、老挝', '俄罗斯', '非洲8国'], ['country']],
    ['mobility', ['国籍', ...PLACES], ['country']],
    ['mobility', ['是谁', '学生', '教师', '学生'], ['audience']],
    ['mobility', ['出入', '派出', '来校', '派出'], ['direction']],
    ['enrolment', ['2023年', '5', '6', '7'], ['start']],
    ['enrolment', ['学历生', '5', '6', '7'], ['kind']],
    ['mobility', ['出生日期', ...DAYS], []],
    ['mobility', ['姓名', ...NAMES], []],
    ['mobility', ['费用', '5000', '6000', '7000'], []],
  ])('%s: %j', async (type, column, held) => {
    const offers = await offersOf(type, [column, known, ['人员编号', ...IDS]])
    expect(offers[0]?.mayHold).toEqual(held)
  })
})

test('where a header is silent the fields that its values speak for come in the order of what they have in common', async () => {
  const fitting = async (header: string, cells: string[]) =>
    (await offersOf('mobility', [[header, ...cells], known, ['学号', ...IDS]]))[0]!.fits
  expect(await fitting('回到学校', DAYS)).toEqual(['end', 'start'])
  expect(await fitting('何日开走', DAYS)).toEqual(['start', 'end'])
  expect(await fitting('去往何处', PLACES)).toEqual(['country'])
  for (const cells of [NAMES, ['', '', '']]) expect(await fitting('何人', cells)).toEqual([])
})

test('a file is not refused for a column that many lists have and no field holds', async () => {
  const offers = await offersOf('mobility', [
    ['人员编号', ...IDS],
    ['出生日期', ...DAYS],
    ['证件类型', '护照', '护照', '护照'],
  ])
  expect(offers.map(({ field }) => field)).toEqual(['person', null, null])
})
