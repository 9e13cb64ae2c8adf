import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { describe, expect, test } from 'vitest'
import { parseMapping } from '@causeway/server/records/import/mapping/read-mapping'
import { ImportTally } from '@causeway/server/records/import/report/import-tally'
import { tryMapping } from '@causeway/server/records/import/try-mapping'
import { folderOfFile } from '../../support/folders.ts'
import { STAY_FIELDS } from '../../support/stay-fields.ts'

type Cell = string | number | null

const folder = folderOfFile()

async function workbook(sheets: Record<string, Cell[][]>, hidden: string[] = []): Promise<string> {
  const book = new Workbook()
  for (const [name, rows] of Object.entries(sheets))
    book.addWorksheet(name, hidden.includes(name) ? { state: 'hidden' } : {}).addRows(rows)
  const path = join(folder, 'a.xlsx')
  writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()))
  return path
}

const MAPPING = [
  'type: mobility',
  'sheets: all',
  'split_rows: [{ column: 学号, by: 、 }]',
  ...STAY_FIELDS,
  '  note: { column: 备注, optional: true }',
]
const HEAD = ['学号', '国家', '开始', '结束']
const SHEETS: Record<string, Cell[][]> = {
  说明: [['请填写各年的表']],
  '2022': [['名单'], HEAD, ['S1', '老挝', '2022-09-01', '2022-09-05']],
  '2023': [
    ['备注', '结束', '开始', '国家', '学号'],
    ['迟', '2023-09-05', '2023-13-01', '越南', 'S2、S3'],
  ],
  旧表: [HEAD, ['S9', '老挝', '2020-09-01', '2020-09-05']],
}

async function read(path: string, mapping: string[]) {
  const { records } = await tryMapping(path, parseMapping('m', mapping.join('\n')), 50)
  return {
    rows: records.map(({ row, sheet, values }) => [sheet, row, values['person'], values['country'], values['note']]),
    problems: records.flatMap(({ problems }) =>
      problems.map(({ sheet, row, column, at, message }) => ({ place: `${sheet} ${row} ${column} ${at}`, message })),
    ),
  }
}

describe('several sheets', () => {
  test('are read alike, each by its own columns, and say where a row is', async () => {
    const { rows, problems } = await read(await workbook(SHEETS, ['旧表']), MAPPING)
    expect(rows).toEqual([
      ['2022', 3, 'S1', 'LA', null],
      ['2023', 2, 'S2', 'VN', '迟'],
      ['2023', 2, 'S3', 'VN', '迟'],
    ])
    expect(problems[0]).toMatchObject({
      place: '2023 2 开始 2',
      message: { en: expect.stringMatching(/^2023!C2 "/) },
    })
  })

  test('that are named are all there, and have the header', async () => {
    const path = await workbook(SHEETS)
    expect((await read(path, MAPPING.with(1, "sheets: ['2022', 旧表]"))).rows.map(([sheet]) => sheet)).toEqual([
      '2022',
      '旧表',
    ])
    await expect(read(path, MAPPING.with(1, "sheets: ['2022', '2021']"))).rejects.toMatchObject({
      code: 'NO_SUCH_SHEET',
      words: { en: expect.stringContaining('2021') },
    })
    await expect(read(path, MAPPING.with(1, "sheets: ['2022', 说明]"))).rejects.toMatchObject({
      code: 'MISSING_COLUMN',
      words: { en: expect.stringMatching(/^Sheet "说明": /), zh: expect.stringContaining('工作表「说明」') },
    })
  })

  test('have columns by the letter of each', async () => {
    const letters = MAPPING.with(4, '  person: =E')
      .with(2, 'split_rows: [{ column: =E, by: 、 }]')
      .concat('header_row: 1')
    const path = await workbook({
      a: [
        [...HEAD, '甲'],
        ['x', '老挝', '2022-09-01', '2022-09-05', 'S1'],
      ],
      b: SHEETS['2023']!,
    })
    expect((await read(path, letters)).rows.map(([sheet, , person]) => `${sheet} ${person}`)).toEqual([
      'a S1',
      'b S2',
      'b S3',
    ])
  })

  test('unpivoted, name the column of the sheet', async () => {
    const mapping = [
      'type: enrolment',
      'sheets: all',
      "unpivot: { columns: '^20', names: [年], values: 人数 }",
      'fields: { headcount: 人数, nationality: 国别, kind: { constant: degree }, start: { column: 年, cases: [{ matches: ^(.+)$, value: $1-09-01 }] } }',
    ]
    const path = await workbook({
      a: [
        ['国别', '2022'],
        ['老挝', 3],
      ],
      b: [
        ['2023', '国别'],
        ['x', '越南'],
      ],
    })
    const { problems, rows } = await read(path, mapping)
    expect(rows.map(([sheet, row]) => `${sheet} ${row}`)).toEqual(['a 2', 'b 2'])
    expect(problems.map(({ place }) => place)).toEqual(['b 2 2023 2'])
  })
})

const NOTHING = { batch: null, accepted: 0, updated: 0, unchanged: 0, withdrawn: 0, revisions: {} }

function warningsOf(hidden: number[], others = 0) {
  const tally = new ImportTally()
  const other = { code: 'OTHER_SHEETS', message: { zh: '另有工作表', en: 'other sheets' } } as const
  tally.warn(Array.from({ length: others }, () => other))
  tally.hidden.push(...hidden.map(String))
  return tally.report(NOTHING, null)
}

describe('rows that a workbook hides', () => {
  test('are stated first, however much else is stated', () => {
    const { warnings, warningCount } = warningsOf([3], 1_200)
    expect(warnings[0]!.code).toBe('HIDDEN_ROWS')
    expect(warnings.at(-1)).toMatchObject({ code: 'MORE_PROBLEMS', value: '700' })
    expect(warningCount).toBe(1_201)
  })

  test.each([
    [[3], /: row 3\. /],
    [[3, 4], /: rows 3, 4\. /],
    [Array.from({ length: 12 }, (_, i) => i + 2), /: rows 2, 3, .*, 11 and others, 12 in all\. /],
  ])('are named by their numbers: %j', (rows, said) => {
    expect(warningsOf(rows).warnings[0]!.message.en).toMatch(said)
  })
})
