import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { openSqlite } from '@causeway/server/ground/database/sqlite'
import { migrate } from '@causeway/server/records/migrate'
import { tellFaultOfMachine, tellUnexpected } from '@causeway/server/ground/log'
import { folderOfFile } from '../support/folders.ts'
import { packFiles } from '../support/hostile-workbooks.ts'
import { openUploadFolder } from '../support/upload-folder.ts'
import { csv, openImportCollege } from '../support/import-college.ts'

const { left, openDesk } = openUploadFolder()

const HEADER = '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期'

const STAY = 'S1,派出,学生,学习,泰国,2022-10-01,2022-10-31'

describe('a workbook that is sent along', () => {
  it('is read in its own thread, sheet by sheet, while others are answered', async () => {
    const { report, college } = await openDesk()
    const book = new Workbook()
    book.addWorksheet('说明').addRow(['本表由国际处填报'])
    const sheet = book.addWorksheet('出国')
    sheet.addRow(['2022 年学生出国情况'])
    sheet.addRow(HEADER.split(','))
    for (let i = 0; i < 3_000; i++) sheet.addRow(STAY.replace('S1', `S${i}`).split(','))
    const again = book.addWorksheet('又一张')
    again.addRow(HEADER.split(','))
    again.addRow(STAY.split(','))
    const file = new File([new Uint8Array(await book.xlsx.writeBuffer())], '出国.xlsx')
    const importing = report(file, { type: 'mobility', seconds: 20 })
    expect((await college.get('/healthz')).status).toBe(200)
    const done = await importing
    expect(done).toMatchObject({
      ...{ refused: false, accepted: 3_000, sheet: '出国', headerRow: 2, encoding: null },
      warnings: [{ code: 'OTHER_SHEETS' }],
    })
    const other = await report(file, { type: 'mobility', dryRun: true, sheet: '又一张' })
    expect(other).toMatchObject({ sheet: '又一张', unchanged: 1, accepted: 0 })
    await expect.poll(left).toEqual([])
  })

  it('says which of the rows that it read nobody sees', async () => {
    const { report } = await openDesk()
    const book = new Workbook()
    const sheet = book.addWorksheet('出国')
    for (const row of [HEADER, STAY, STAY.replace('S1', 'S2')]) sheet.addRow(row.split(','))
    const sent = async (input: object = {}) => {
      const file = new File([new Uint8Array(await book.xlsx.writeBuffer())], 'a.xlsx')
      return report(file, { type: 'mobility', dryRun: true, ...input })
    }
    expect(await sent()).toMatchObject({ accepted: 2, warnings: [] })
    sheet.getRow(3).hidden = true
    const said = [{ code: 'HIDDEN_ROWS', message: expect.stringContaining('第 3 行在工作簿中是隐藏的') }]
    expect(await sent()).toMatchObject({ accepted: 2, warnings: said })
    const corrections = [{ row: 3, column: 4, value: '越南' }]
    expect(await sent({ corrections })).toMatchObject({ accepted: 2, warnings: said })
    expect(await sent({ leaveOut: [3] })).toMatchObject({ accepted: 1, warnings: [] })
    book.addWorksheet('又一张').addRow(HEADER.split(','))
    sheet.getRow(2).hidden = true
    expect((await sent()).warnings).toEqual([
      { code: 'HIDDEN_ROWS', message: expect.stringMatching(/第 2、3 行.*取消隐藏并删除/) },
      { code: 'OTHER_SHEETS', message: expect.any(String) },
    ])
  })

  it('says which of its sheets nobody sees, and which cells have comments', async () => {
    const { report } = await openDesk()
    const book = new Workbook()
    const [shown, hidden] = [book.addWorksheet('今年'), book.addWorksheet('去年', { state: 'hidden' })]
    for (const row of [HEADER, STAY]) for (const sheet of [shown, hidden]) sheet.addRow(row.split(','))
    shown.getCell('A1').note = '学校编的号'
    shown.getCell('E2').note = '后来改去老挝'
    const sent = async () =>
      report(new File([new Uint8Array(await book.xlsx.writeBuffer())], 'a.xlsx'), { type: 'mobility', dryRun: true })
    expect(await sent()).toMatchObject({
      accepted: 1,
      warnings: [
        { code: 'HIDDEN_SHEETS', message: expect.stringContaining('工作表「去年」是隐藏的') },
        { code: 'CELL_COMMENTS', message: expect.stringContaining('工作表「今年」的批注没有读入：E2。') },
      ],
    })
    shown.spliceRows(1, 1)
    expect((await sent()).problems).toMatchObject([
      { code: 'NO_HEADER', message: expect.stringContaining('有表头的工作表「去年」是隐藏的') },
    ])
  })

  it('that is damaged, or has a password, is said as on the command line', async () => {
    const { report } = await openDesk()
    const codeOf = async (bytes: Uint8Array<ArrayBuffer>) =>
      (await report(new File([bytes], 'a.xlsx'), { type: 'mobility', dryRun: true })).problems[0].code
    expect(await codeOf(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]))).toBe('DAMAGED_FILE')
    const zip = zipSync({ 'word/document.xml': new Uint8Array(10) }) as Uint8Array<ArrayBuffer>
    expect(await codeOf(zip)).toBe('WRONG_FILE_KIND')
  })

  it.each([
    ['OpenDocument', ['mimetype', 'content.xml', 'META-INF/manifest.xml']],
    ['OpenDocument', ['mimetype', 'encrypted-package', 'META-INF/manifest.xml']],
    ['Numbers', ['Index/Document.iwa']],
    ['Unpack', ['学生/台账.xlsx']],
  ])('that is none of Excel is called what it is, with what to do: %s', async (word, names) => {
    const { report } = await openDesk()
    const zip = zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array(10)])))
    const file = new File([zip as Uint8Array<ArrayBuffer>], 'a.xlsx')
    const [problem] = (await report(file, { type: 'mobility', dryRun: true })).problems
    expect(problem.code).toBe('WRONG_FILE_KIND')
    expect(problem.en).toContain(word)
  })

  it('that is a bomb, or none of what it says it is, is not opened', async () => {
    const { report } = await openDesk()
    const sheet = new Uint8Array(64 * 1024 * 1024)
    const bomb = packFiles({ 'xl/workbook.xml': new Uint8Array(10), 'xl/worksheets/sheet1.xml': sheet })
    const codeOf = async (bytes: Uint8Array<ArrayBuffer>, name: string) =>
      (await report(new File([bytes], name), { type: 'mobility', dryRun: true })).problems[0]?.code
    expect(await codeOf(bomb, 'bomb.xlsx')).toBe('ZIP_BOMB')
    expect(await codeOf(new TextEncoder().encode('%PDF-1.7'), 'table.csv')).toBe('WRONG_FILE_KIND')
    expect(await codeOf(new TextEncoder().encode('<!doctype html><script>'), 'table.xls')).toBe('WRONG_FILE_KIND')
  })
})

const folder = folderOfFile()

describe('a disk that is full, or a database', () => {
  it('is said in words by an import, which changes nothing and is done when there is room again', async () => {
    const database = await openSqlite(join(folder, 'causeway.db'), { threaded: true })
    try {
      await migrate(database)
      const { report, bring } = await openImportCollege(database)
      const rows = Array.from({ length: 5_000 }, (_, n) => `S${n},派出,学生,学习,泰国,2022-10-01,2022-10-31`)
      const file = csv('a.csv', '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期', ...rows)
      const mostPages = (pages: number) =>
        database.write((db) => sql.raw<{ max_page_count: number }>(`pragma max_page_count = ${pages}`).execute(db))
      const { rows: held } = await sql<{ page_count: number }>`pragma page_count`.execute(database.quick)
      await mostPages(held[0]!.page_count + 20)

      const { data, errors } = await bring(file, { type: 'mobility', seconds: 20 })
      expect(data?.importRecords ?? null).toBeNull()
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'DISK_FULL',
        messages: { zh: '服务器磁盘已满，没有改动任何数据。请管理员腾出空间后再试。' },
      })
      await mostPages(1_000_000)
      expect(await report(file, { type: 'mobility', seconds: 20 })).toMatchObject({ accepted: 5_000, unchanged: 0 })
    } finally {
      await settleKeeping(database)
      await database.close()
    }
  })

  it('that may only be read from is said in words by a change, and reading goes on', async () => {
    const database = await openSqlite(join(folder, 'read-only.db'), { threaded: true })
    try {
      await migrate(database)
      const { bring, college } = await openImportCollege(database)
      const file = csv(
        'a.csv',
        '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期',
        'S1,派出,学生,学习,泰国,2022-10-01,2022-10-31',
      )
      await database.write((db) => sql`pragma query_only = 1`.execute(db))
      const { data, errors } = await bring(file, { type: 'mobility', seconds: 20 })
      expect(data?.importRecords ?? null).toBeNull()
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'DATABASE_READ_ONLY',
        messages: { zh: expect.stringContaining('数据库只读'), en: expect.stringContaining('reading goes on') },
      })
      expect((await college.ask('{ institution(code: "X") { code } }')).data.institution.code).toBe('X')
    } finally {
      await settleKeeping(database)
      await database.close()
    }
  })

  it.each(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100'])('is known by %s, anyone who says so', (code) => {
    expect(tellUnexpected(Object.assign(new Error('no'), { code }), 'r').code).toBe('DISK_FULL')
  })

  it.each(['SQLITE_READONLY', 'SQLITE_READONLY_DBMOVED', '25006'])('is known to be read-only by %s', (code) => {
    expect(tellUnexpected(Object.assign(new Error('no'), { code }), 'r').code).toBe('DATABASE_READ_ONLY')
  })

  it('is not taken for what else went wrong', () => {
    expect(tellFaultOfMachine(Object.assign(new Error('no'), { code: 'EACCES' }))).toBeNull()
    expect(tellUnexpected(null, 'r-1')).toMatchObject({
      code: 'INTERNAL',
      words: { en: expect.stringContaining('r-1') },
    })
  })
})
