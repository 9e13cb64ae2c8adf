import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseMapping } from '@causeway/server/records/import/mapping/read-mapping'
import { tryMapping } from '@causeway/server/records/import/try-mapping'
import { folderOfFile } from '../../support/folders.ts'
import { xls, xlsx } from '../../support/workbooks.ts'
import { STAY_FIELDS } from '../../support/stay-fields.ts'

type Cell = string | number | null

const folder = folderOfFile()

/** What a mapping makes of a file: each record by some of its fields, and what is wrong by row, column and code. */
async function read(file: Uint8Array | string, mapping: string[], fields: string[], name = 'a.xlsx') {
  const path = join(folder, name)
  writeFileSync(path, file)
  const { records, headers, leftOut } = await tryMapping(path, parseMapping('m', mapping.join('\n')), 50)
  return {
    headers,
    leftOut: leftOut.map(({ row }) => row),
    rows: records.map(({ row, values }) => [row, ...fields.map((field) => values[field])]),
    problems: records.flatMap(({ problems }) =>
      problems.map(({ row, column, at, code, message }) => ({ place: `${row} ${column} ${at}`, code, message })),
    ),
  }
}

async function refusal(file: Uint8Array | string, mapping: string[], name = 'a.xlsx') {
  try {
    await read(file, mapping, [], name)
  } catch (error) {
    const { code, place, words } = error as { code: string; place: object; words: { zh: string; en: string } }
    expect(words.zh).toMatch(/\p{Script=Han}/u)
    return { code, ...place, en: words.en }
  }
  throw new Error('it was taken')
}

const SESSIONS: Cell[][] = [
  ['培训汇总', null, null, null, null, null],
  ['班', '国别', '时间', null, '人数', null],
  [null, null, '开始', '结束', '男', '女'],
  ['P1', '老挝', '2023-05-10', '2023-05-24', 12, 8],
  ['P2', '泰国', '2023-09-04', '2023-09-08', 0, null],
  ['P3', '泰国', '2023-09-04', '2023-09-08', 'x', 3],
]
const MERGED = ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2']
const OF_SESSIONS = [
  'type: training-session',
  'header_rows: 2',
  "unpivot: { columns: '^人数/', names: [量, 性别], values: 人数 }",
  'fields:',
  '  session: 班',
  '  country: 国别',
  '  start: 时间/开始',
  '  end: 时间/结束',
  '  training_days: { constant: 5 }',
  '  headcount: 人数',
  '  sex: { column: 性别, values: { 男: male, 女: female } }',
]
const SHOWN = ['session', 'start', 'headcount', 'sex']

describe('a header of two rows, and a column for each of men and women', () => {
  const asText = SESSIONS.map((row) => row.join(',')).join('\n')
  test.each([
    ['xlsx', () => xlsx(SESSIONS, MERGED)],
    ['xls', () => xls(SESSIONS, MERGED)],
    ['csv', async () => asText],
  ])('is read from %s', async (kind, make) => {
    const { headers, rows, leftOut, problems } = await read(await make(), OF_SESSIONS, SHOWN, `a.${kind}`)
    expect(headers).toEqual(['班', '国别', '时间/开始', '时间/结束', '人数/男', '人数/女'])
    expect(rows).toEqual([
      [4, 'P1', '2023-05-10', 12, 'male'],
      [4, 'P1', '2023-05-10', 8, 'female'],
      [6, 'P3', '2023-09-04', null, 'male'],
      [6, 'P3', '2023-09-04', 3, 'female'],
    ])
    expect(leftOut).toEqual([5])
    expect(problems).toMatchObject([
      { place: '6 人数/男 4', code: 'BAD_NUMBER', message: { en: expect.stringMatching(/^E6 /) } },
    ])
  })

  test('a head that the words of the mapping do not know is a problem of its column', async () => {
    const { problems } = await read(
      await xlsx(SESSIONS.slice(0, 4), MERGED),
      [...OF_SESSIONS.slice(0, -1), '  sex: { column: 性别, values: { 男: male }, otherwise: w }'],
      SHOWN,
    )
    expect(problems).toMatchObject([{ place: '4 人数/女 5', code: 'UNKNOWN_CHOICE' }])
  })
})

const STAYS: Cell[][] = [
  ['学号', '国家', '开始', '结束'],
  ['S1、S2；S3、', '老挝', '2023.9.1', '2023.9.5'],
  ['S4', '老挝､越南', '2023.9.1/2023.10.1', '2023.9.5／2023.10.5'],
  ['S5', '老挝、越南、泰国', '2023.9.1/2023.10.1', '2023.9.5'],
]
const OF_STAYS = [
  'type: mobility',
  'split_rows: [{ column: 国家, by: 、 }, { column: 开始, by: / }, { column: 结束, by: / }]',
  ...STAY_FIELDS,
]

describe('cells of which each part is a record', () => {
  test('split side by side, and uneven ones are named', async () => {
    const { rows, problems } = await read(await xlsx(STAYS.toSpliced(1, 1)), OF_STAYS, [
      'person',
      'country',
      'start',
      'end',
    ])
    expect(rows.slice(0, 2)).toEqual([
      [2, 'S4', 'LA', '2023-09-01', '2023-09-05'],
      [2, 'S4', 'VN', '2023-10-01', '2023-10-05'],
    ])
    expect(problems).toMatchObject([
      {
        place: '3 开始 2',
        code: 'UNEVEN_PARTS',
        message: {
          en: expect.stringContaining('"国家" has 3, "开始" has 2'),
          zh: expect.stringContaining('「国家」3 段'),
        },
      },
    ])
  })

  test('split by a pattern, whose ends part nothing', async () => {
    const mapping = OF_STAYS.with(1, 'split_rows: [{ column: 学号, by: "/[、；]/" }]')
    const { rows } = await read(await xlsx(STAYS.slice(0, 2)), mapping, ['person', 'country'])
    expect(rows).toEqual(['S1', 'S2', 'S3'].map((person) => [2, person, 'LA']))
  })

  test('a country whose name has brackets is itself', async () => {
    const mapping = OF_STAYS.with(1, 'split_rows: [{ column: 国家, by: 、 }]')
    const file = await xlsx([STAYS[0]!, ['S1', '刚果（金）', '2023.9.1', '2023.9.5']])
    expect((await read(file, mapping, ['country'])).rows).toEqual([[2, 'CD']])
  })
})

describe('columns by letter', () => {
  const OF_LETTERS = [
    'type: mobility',
    'fields:',
    '  person: =A',
    '  direction: { constant: out }',
    '  audience: { constant: student }',
    '  purpose: { constant: study }',
    '  country: { column: =b }',
    '  start: =C',
    '  end: =D',
  ]

  test('where there is no header', async () => {
    const { headers, rows } = await read(
      await xlsx([STAYS[3]!.with(1, '泰国').with(2, '2023.9.1')]),
      [...OF_LETTERS, 'header_rows: 0', "where: [{ column: =A, matches: '^S' }]"],
      ['person', 'country', 'end'],
    )
    expect({ headers, rows }).toEqual({ headers: ['A', 'B', 'C', 'D'], rows: [[1, 'S5', 'TH', '2023-09-05']] })
  })

  test('beside headers, and one that is past the last', async () => {
    const file = await xlsx(STAYS.slice(0, 2))
    const mapping = [...OF_LETTERS, 'header_row: 1', 'split_rows: [{ column: =A, by: "/[、；]/" }]']
    expect((await read(file, mapping, ['person'])).rows).toEqual([
      [2, 'S1'],
      [2, 'S2'],
      [2, 'S3'],
    ])
    expect(await refusal(file, mapping.with(8, '  end: =K'))).toMatchObject({
      code: 'MISSING_COLUMN',
      column: '=K',
      en: expect.stringContaining('"=K" (line 9 of the mapping'),
    })
    const tooFar = await refusal(file, [...mapping.slice(0, 9), 'header_row: 99'])
    expect(tooFar).toMatchObject({ code: 'NO_HEADER', row: 99, en: expect.stringContaining('Row 99 is empty') })
  })

  test('a field that the record needs and the mapping lacks', async () => {
    const without = async (at: number) => refusal(await xlsx(STAYS), [...OF_LETTERS.toSpliced(at, 1), 'header_row: 1'])
    expect(await without(7)).toMatchObject({
      ...{ code: 'MISSING_COLUMN', en: expect.stringContaining('that mobility needs: "Start" (start).') },
    })
    // Where either of two does, both are named.
    expect(await without(2)).toMatchObject({
      en: expect.stringContaining(': "Person" (person) or "Headcount" (headcount).'),
    })
  })

  test('past the last head, where what no letter names is not lost', async () => {
    const bare = STAYS[0]!.with(2, '').with(3, '')
    const row = ['S1', '老挝', '2023.9.1', '2023.9.5']
    const mapping = [...OF_LETTERS, 'header_row: 1']
    expect(await read(await xlsx([bare, row]), mapping, ['end'])).toMatchObject({
      rows: [[2, '2023-09-05']],
      problems: [],
    })
    const constant = mapping.with(7, '  start: { constant: 2023-09-01 }')
    const { problems } = await read(await xlsx([bare, row]), constant, [])
    expect(problems).toMatchObject([{ code: 'TOO_MANY_CELLS', place: '2 C 2' }])
  })

  test('cells merged over rows are read in each of them', async () => {
    const rows = [STAYS[0]!, ['S1', '老挝', '2023-09-01', '2023-09-05'], ['S2', null, null, null]]
    const file = await xlsx(rows, ['B2:B3', 'C2:C3', 'D2:D3'])
    expect((await read(file, [...OF_LETTERS, 'header_row: 1'], ['person', 'country', 'end'])).rows).toEqual([
      [2, 'S1', 'LA', '2023-09-05'],
      [3, 'S2', 'LA', '2023-09-05'],
    ])
  })
})

describe('numbers in merged cells', () => {
  const rows = SESSIONS.slice(1, 4).map((row, i) => [...row, i === 2 ? 15 : i === 0 ? '天数' : null])
  const more = ['P2', '泰国', '2023-09-04', '2023-09-08', 3, 4, null]
  const mapping = OF_SESSIONS.with(8, '  training_days: 天数')
  const heads = ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1', 'G1:G2']

  test('days are of each row, a headcount is of all together', async () => {
    const merged = await xlsx([...rows, more], [...heads, 'G3:G4'])
    const { rows: found, problems } = await readDays(merged, mapping)
    expect(problems).toEqual([])
    expect(found).toEqual([12, 8, 3, 4].map((headcount, i) => [i < 2 ? 3 : 4, headcount, 30]))
    const { problems: down } = await readDays(await xlsx([...rows, more], [...heads, 'G3:G4', 'E3:E4']), mapping)
    expect(down.map(({ place, code }) => `${place} ${code}`)).toEqual(['4 人数/男 4 MERGED_NUMBER'])
    const { problems: aside } = await readDays(await xlsx([...rows, more], [...heads, 'G3:G4', 'E3:F3']), mapping)
    expect(aside.map(({ place, code }) => `${place} ${code}`)).toEqual(['3 人数/女 5 MERGED_NUMBER'])
  })

  const readDays = (file: Uint8Array, lines: string[]) => read(file, lines, ['headcount', 'training_days'])
})

describe('what a file has not is refused', () => {
  test('a head, with the line of the mapping and the nearest', async () => {
    expect(await refusal(await xlsx(SESSIONS, MERGED), OF_SESSIONS.with(6, '  start: 时间/起'))).toMatchObject({
      code: 'MISSING_COLUMN',
      row: 2,
      column: '时间/起',
      en: expect.stringMatching(/"时间\/起" \(line 7 of the mapping; is it "时间\/[开结]/),
    })
  })

  test('heads of a file of another kind, with those that it has', async () => {
    const other = await xlsx([
      ['甲', '乙'],
      ['子', '丑'],
      [1, 2],
    ])
    expect((await refusal(other, OF_SESSIONS)).en).toMatch(
      /"班" \(line 5 of the mapping\).* The file has 甲\/子, 乙\/丑\./,
    )
  })

  test('columns that no pattern fits, and a name that is a column already', async () => {
    const file = await xlsx(SESSIONS, MERGED)
    expect(
      await refusal(file, OF_SESSIONS.with(2, "unpivot: { columns: '^人次/', names: [量, 性别], values: 人数 }")),
    ).toMatchObject({
      code: 'MISSING_COLUMN',
      en: expect.stringContaining('人数/男'),
    })
    expect(
      await refusal(file, OF_SESSIONS.with(2, "unpivot: { columns: '^人数/', names: [国别, 性别], values: 人数 }")),
    ).toMatchObject({
      code: 'DUPLICATE_COLUMN',
      column: '国别',
    })
  })

  test('an unpivot of ten thousand columns, and a cell of ten thousand parts', async () => {
    const heads = Array.from({ length: 10_000 }, (_, i) => `c${i}`)
    const wide = ['班,国别,开始,结束', '1,2,3,4'].map((line) => `${line},${heads.join(',')}`).join('\n')
    const unpivot = [
      "unpivot: { columns: '^c', names: [量], values: 人数 }",
      ...OF_SESSIONS.slice(3, 4),
      '  headcount: 人数',
      '  session: 班',
    ]
    expect(
      await refusal(
        wide,
        ['type: training-session', ...unpivot, '  start: 开始', '  end: 结束', '  country: 国别'],
        'a.csv',
      ),
    ).toMatchObject({
      code: 'TOO_MANY_PARTS',
      en: expect.stringContaining('10000'),
    })
    const long = ['学号,国家,开始,结束', `${'a、'.repeat(10_000)},老挝,2023.9.1,2023.9.5`].join('\n')
    const split = OF_STAYS.with(1, 'split_rows: [{ column: 学号, by: 、 }]')
    expect(await refusal(long, split, 'a.csv')).toMatchObject({ code: 'TOO_MANY_PARTS', row: 2, column: '学号' })
  })
})
