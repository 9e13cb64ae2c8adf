import { expect } from 'vitest'
import { columnsInWords } from '@causeway/server/outlets/graph/column-in-words'
import { ImportPreview } from '@causeway/server/records/import/report/import-preview'
import type { ImportRequest } from '@causeway/server/records/import/report/import-request'
import type { Correcting } from '@causeway/server/records/import/sheets/data-rows'
import { onOneDatabase } from '../support/databases.ts'
import { test, type ImportDesk } from '../support/import-desk.ts'

const HEADER = '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期'
const stay = (person: string, country: string) => `${person},派出,学生,学习,${country},2023-10-01,2023-10-31`
const FIRST = [
  HEADER,
  stay('S1', '泰国'),
  stay('S2', '太国'),
  stay('S3', '老窝'),
  stay('S4', '老挝'),
  stay('S5', '越喃'),
]
/** A row more above, one corrected in the file, one gone. */
const SECOND = [HEADER, stay('S0', '泰国'), ...FIRST.slice(1, 3), stay('S3', '老挝'), FIRST[5]!]
const NOTHING_CORRECTED: Correcting = { corrections: [], leaveOut: [] }

async function lookAt(desk: ImportDesk, lines: string[], more: Partial<ImportRequest> = {}) {
  const preview = new ImportPreview()
  const report = await desk.bring('mobility', lines, { dryRun: true, preview, ...more })
  return { ...report, preview }
}

onOneDatabase(() => {
  test('what was said of single rows holds in another edition where they are as they were', async (desk) => {
    const first = await lookAt(desk, FIRST)
    const contentOf = (row: number) => first.preview.head.find((one) => one.row === row)!.content
    expect(first.preview.wrongRows.map(({ row, content }) => [row, content])).toEqual([
      ...[3, 4, 6].map((row) => [row, contentOf(row)]),
    ])
    const countryOf = (row: number, value: string) => ({ row, column: 4, value, content: contentOf(row) })
    // A corrected row is still known by what is in the file.
    const corrections = [{ row: 6, column: 5, value: '某日' }]
    const half = await lookAt(desk, FIRST, { correcting: { ...NOTHING_CORRECTED, corrections } })
    expect(half.preview.wrongRows.at(-1)).toMatchObject({ row: 6, content: contentOf(6) })
    const second = await lookAt(desk, SECOND, {
      correcting: {
        corrections: [countryOf(3, '泰国'), countryOf(4, '缅甸')],
        leaveOut: [{ row: 6, content: contentOf(6) }],
        lines: [{ row: 5, role: 'NOTE', content: contentOf(5) }],
      },
    })
    expect([second.problems, second.accepted]).toEqual([[], 4])
    expect(second.preview.again.map(({ was, row }) => [was.row, row])).toEqual([
      [3, 4],
      [6, 6],
    ])
    // Of two rows alike each takes what was said of one.
    const twice = await lookAt(desk, [HEADER, FIRST[2]!, FIRST[2]!], {
      correcting: { corrections: [{ ...countryOf(3, '泰国'), row: 9 }], leaveOut: [{ row: 3, content: contentOf(3) }] },
    })
    expect([twice.problems, twice.accepted]).toEqual([[], 1])
  })

  test('and where its columns are in another order, with others between them', async (desk) => {
    const first = await lookAt(desk, FIRST)
    const contentOf = (row: number) => first.preview.head.find((one) => one.row === row)!.content
    const headsWere = HEADER.split(',')
    const moved = SECOND.map((line) => {
      const [person, ...rest] = line.split(',')
      return [...rest.toReversed(), person === '学号' ? '班级' : '一班', person].join(',')
    })
    const correcting = {
      corrections: [{ row: 3, column: 2, value: '泰国', content: contentOf(3) }],
      leaveOut: [{ row: 6, content: contentOf(6) }],
    }
    const second = await lookAt(desk, moved, { correcting: { ...correcting, headsWere } })
    expect([second.problems, second.accepted]).toEqual([[], 4])
    expect(second.preview.again.map(({ was, row }) => [was.row, row])).toEqual([
      [3, 4],
      [6, 6],
    ])
    expect((await lookAt(desk, moved, { correcting })).preview.again).toEqual([])
  })

  test('over a column it is said what a mapping makes of its cells', async (desk) => {
    const mappingText = `type: mobility
skip: [{ column: 姓名, matches: ^合计 }]
create: [partner]
create_with: { partner: { country: { constant: TH } } }
terms: { 2023年秋季学期: [2023-09-01, 2024-01-15] }
split_rows: [{ column: 姓名, by: '/[、；\\n]/' }]
fields:
  person: { name: 姓名 }
  direction: { constant: out }
  audience: { constant: student }
  purpose: { column: 目的, values: { 游学: study, 实习: practice } }
  country: { column: 国家 }
  partner: 学校
  start: { column: 时间, range: start, year: first }
  end: { column: 时间, range: end, year: last }
`
    const lines = ['姓名,目的,国家,学校,时间', '甲、乙,游学,泰国,清迈学院,2023.9-2024.1']
    const { preview } = await lookAt(desk, lines, { mappingText })
    expect(Object.fromEntries(columnsInWords(preview).map(({ header, how }) => [header, [how.zh, how.en]]))).toEqual({
      姓名: [
        '以“、”或“；”或“换行”分开，每项一行；据此跳过合计、说明等行',
        'a row for each part between “、” or “；” or “line break”; totals and notes are left out by it',
      ],
      目的: ['事由：2 个词的意思已说明', 'Purpose: 2 words explained'],
      国家: ['', ''],
      学校: ['合作机构编号：由名称新建', 'Partner: made from names'],
      时间: [
        '开始日期：取起始日期，1 种学期等说法已写明起止，取当年第一日；结束日期：取结束日期，1 种学期等说法已写明起止，取当年最后一日',
        'Start: the first date, the days of 1 term are said, the first day of the year; End: the last date, the days of 1 term are said, the last day of the year',
      ],
    })
    // By its heads a column is taken as it is.
    const own = await lookAt(desk, FIRST)
    expect(columnsInWords(own.preview).every(({ how }) => how.zh === '')).toBe(true)
  })
})
