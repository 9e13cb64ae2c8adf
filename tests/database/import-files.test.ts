import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { expect } from 'vitest'
import { findBatch } from '@causeway/server/records/batches'
import { revertBatch } from '@causeway/server/records/revert'
import { forEachDatabase } from '../support/databases.ts'
import { test, type ImportDesk } from '../support/import-desk.ts'

const STAYS = [
  '学号,方向,人员类别,目的,国家（地区）,合作机构,专业,开始日期,结束日期',
  'S1,派出,学生,学习,泰国,P1,A1,2022-10-01,2022-10-31',
]
const PARTNERS = ['编号,中文名称,国家（地区）,类型', 'P1,清迈学院,泰国,学院']
const PROGRAMMES = ['编号,中文名称,所属院系,办学层次', 'A1,护理,医学系,高职']
const COLLEGE = ['学校代码,中文名称,英文名称,国家（地区）,学年起始日', 'X7,丙学院,College C,中国,09-01']

function folderOf(desk: ImportDesk, name: string, files: Record<string, string[]>): string {
  const folder = join(desk.folder, name)
  mkdirSync(folder)
  for (const [file, lines] of Object.entries(files)) writeFileSync(join(folder, file), `${lines.join('\n')}\n`)
  return folder
}

forEachDatabase(() => {
  test('a folder goes in as one batch, what is pointed to before what points to it', async (desk) => {
    const folder = folderOf(desk, '2023', {
      ...{ 'a-stays.csv': STAYS, 'b-partners.csv': PARTNERS, 'c-programmes.csv': PROGRAMMES, 'd-college.csv': COLLEGE },
      ...{ '~$b-partners.xlsx': ['x'], 'notes.txt': ['x'] },
    })
    const bring = (more = {}) => desk.import(folder, 'any', { as: undefined, institution: 'X7', ...more })
    expect(await bring({ dryRun: true })).toMatchObject({ batch: null, accepted: 4, rejected: 0, rowsRead: 4 })
    const report = await bring()
    expect(report).toMatchObject({ accepted: 4, rejected: 0, problems: [], revisions: { X7: 1 } })
    const batch = (await findBatch(desk.database, report.batch!))!
    expect(batch.fileName).toBe('d-college.csv, b-partners.csv, c-programmes.csv, a-stays.csv')
    expect(batch.recordTypes).toEqual(['mobility', 'institution', 'partner', 'programme'])
    expect(await desk.records('mobility', 'X7')).toMatchObject([{ partner: 'P1', programme: 'A1' }])
    expect(await bring()).toMatchObject({ batch: null, unchanged: 4 })
    expect(await revertBatch(desk.database, report.batch!)).toMatchObject({ withdrawn: 4 })
  })

  test('a wrong row of one file refuses all, and each problem names its file', async (desk) => {
    const folder = folderOf(desk, 'wrong', {
      'a-stays.csv': [...STAYS, 'S2,派出,学生,学习,泰国,P9,A1,2022-10-01,2022-10-31'],
      'b-partners.csv': [...PARTNERS, 'P2,清莱学院,某国,学院'],
      'c-programmes.csv': PROGRAMMES,
    })
    const bring = (more = {}) => desk.import(folder, 'any', { as: undefined, ...more })
    const report = await bring()
    expect(report).toMatchObject({ refused: true, accepted: 0, rejected: 2 })
    expect(report.problems.map(({ file, row, code }) => `${file} ${row} ${code}`)).toEqual([
      'b-partners.csv 3 UNKNOWN_COUNTRY',
      'a-stays.csv 3 UNKNOWN_REFERENCE',
    ])
    expect(await bring({ acceptValid: true })).toMatchObject({ accepted: 3, rejected: 2 })

    const code = async (more: object) => (await bring(more)).problems[0]!.code
    const { rejects } = await bring({ rejects: join(desk.folder, 'r.csv') })
    const wrong = rejects!.split(', ')
    expect(wrong.map((path) => basename(path))).toEqual(['r-2-b-partners.csv', 'r-1-a-stays.csv'])
    const rows = readFileSync(wrong[0]!, 'utf8')
    expect(rows).toContain(',[b-partners.csv]3,')
    // Corrected, they go in again as one.
    writeFileSync(wrong[0]!, rows.replace('P2,清莱学院,某国', 'P9,清莱学院,泰国'))
    const [path, stays] = wrong
    const more = [{ path: stays! }, { path: join(folder, 'c-programmes.csv') }]
    const corrected = await desk.import(path!, 'any', { as: undefined, more, dryRun: true })
    expect(corrected).toMatchObject({ problems: [], accepted: 2, unchanged: 1 })
    expect(await code({ replaces: { years: [2022], units: [] } })).toBe('REPLACES_NOT_APPLICABLE')
    writeFileSync(join(folder, 'd.csv'), 'a,b\n1,2\n')
    expect((await bring()).problems).toMatchObject([{ file: 'd.csv', code: 'NOT_RECOGNISED' }])
    const alone = await desk.import(join(folder, 'a-stays.csv'), 'any', { as: undefined, dryRun: true })
    expect(alone.problems.map(({ code }) => code)).toContain('UNKNOWN_REFERENCE')
    const empty = folderOf(desk, 'empty', { 'a.txt': ['x'] })
    expect((await desk.import(empty, 'any', { as: undefined })).problems).toMatchObject([{ code: 'NO_SUCH_FILE' }])
  })

  test('a workbook of several types goes in as one batch, what is no table left out for a reason', async (desk) => {
    const book = new Workbook()
    const sheets: Record<string, string[][]> = {
      ...{ 说明: [['请各院系于每年九月填写']], '交流 2022': cellsOf(STAYS), 合作: cellsOf(PARTNERS) },
      '交流 2023': cellsOf([STAYS[0]!, STAYS[1]!, 'S2,派出,学生,学习,泰国,P1,A1,2023-10-01,2023-10-31']),
      ...{ 专业: cellsOf(PROGRAMMES), 专业副本: cellsOf(PROGRAMMES) },
    }
    for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows)
    book.addWorksheet('旧', { state: 'hidden' }).addRows(cellsOf(STAYS))
    const path = desk.file('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    const report = await desk.import(path, 'any', { as: undefined, allSheets: true })
    expect(report).toMatchObject({ refused: false, accepted: 4, unchanged: 1, rejected: 0 })
    expect(report.parts.map(({ sheets, report: { rowsRead } }) => [sheets, rowsRead])).toEqual([
      ...[[['合作'], 1] as const, [['专业'], 1] as const, [['交流 2022', '交流 2023'], 3] as const],
    ])
    expect(report.sheetsFound[0]!.sheets.map(({ name, reason }) => [name, reason])).toEqual([
      ...[
        ['说明', 'NO_TABLE'],
        ['交流 2022', null],
        ['合作', null],
        ['交流 2023', null],
        ['专业', null],
      ],
      ...[
        ['专业副本', 'SAME_AS'],
        ['旧', 'HIDDEN'],
      ],
    ])
    // It names the other row by its sheet, and so does a file beside it.
    const repeated = report.warnings.filter(({ code }) => code === 'DUPLICATE_ROW')
    expect(repeated.map(({ sheet, row, code, message }) => [sheet, row, code, message.zh])).toEqual([
      ['交流 2023', 2, 'DUPLICATE_ROW', '与工作表「交流 2022」第 2 行完全相同，只计一次'],
    ])
    const again = desk.file('b.csv', STAYS)
    const both = await desk.import(path, 'any', { as: undefined, allSheets: true, more: [{ path: again }] })
    expect(both.warnings.find(({ file }) => file === 'b.csv')?.message.en).toContain(
      'row 2 of sheet "交流 2022" in "a.xlsx"',
    )
    expect(await revertBatch(desk.database, report.batch!)).toMatchObject({ withdrawn: 4 })
  })
})

const cellsOf = (lines: readonly string[]) => lines.map((line) => line.split(','))
