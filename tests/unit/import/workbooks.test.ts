import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { zipSync, unzipSync, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openFile } from '@causeway/server/records/import/readers/open-file'
import type { SourceRow } from '@causeway/server/records/import/ground/source-row'
import { folderOfFile } from '../../support/folders.ts'
import { packFiles } from '../../support/hostile-workbooks.ts'

const folder = folderOfFile()

async function rowsOf(bytes: Uint8Array, name = 'a.xlsx', sheet = 0): Promise<SourceRow[]> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const file = await openFile(path)
  const rows: SourceRow[] = []
  for await (const chunk of file.tables[sheet]!.rows()) rows.push(...chunk)
  return rows
}

async function workbook(fill: (sheet: Worksheet, book: Workbook) => void): Promise<Uint8Array> {
  const book = new Workbook()
  fill(book.addWorksheet('data'), book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** A workbook of one sheet whose XML is as given. */
function handMade(sheetData: string, parts: Record<string, string> = {}): Uint8Array {
  return packFiles({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="data" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...parts,
  })
}

describe('cells of a workbook', () => {
  test('dates are the day that Excel shows, in the 1900 and in the 1904 system', async () => {
    for (const date1904 of [false, true]) {
      const bytes = await workbook((sheet, book) => {
        book.properties.date1904 = date1904
        const day = new Date(Date.UTC(2023, 8, 1))
        sheet.addRow(['start', 'end'])
        sheet.addRow([day, new Date(Date.UTC(2024, 1, 29, 15, 30))])
        sheet.getCell('A2').numFmt = 'yyyy"年"m"月"d"日"'
        sheet.getCell('B2').numFmt = 'dd/mm/yyyy hh:mm'
      })
      expect((await rowsOf(bytes))[1]!.cells, date1904 ? '1904' : '1900').toEqual(['2023-09-01', '2024-02-29'])
    }
  })

  test('codes keep the zeros they are shown with, and long numbers all their digits', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['007', 7, 4111010001, 0.1 + 0.2, 1234567.5, true])
      sheet.getCell('B1').numFmt = '000000'
    })
    expect((await rowsOf(bytes))[0]!.cells).toEqual(['007', '000007', '4111010001', '0.3', '1234567.5', 'true'])
  })

  test('a merged cell says in each of its cells what it says in the first, and which came from above', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['country', 'headcount'])
      sheet.addRow(['VN', 30])
      sheet.addRow([null, null])
      sheet.getCell('C2').value = 'x'
      sheet.getCell('C3').value = 'y'
      sheet.mergeCells('A2:A3')
      sheet.mergeCells('B2:B3')
    })
    const rows = await rowsOf(bytes)
    expect(rows[2]!.cells).toEqual(['VN', '30', 'y'])
    expect([...rows[2]!.fromAbove!]).toEqual([0, 1])
  })

  test('formulas give the value they had; errors and values that were never saved are said', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow([
        { formula: '1+1', result: 2 },
        { formula: '[1]Other!A1', result: 'from another file' },
        { formula: '1/0', result: { error: '#DIV/0!' } },
        { formula: '2+2' },
      ])
    })
    const [row] = await rowsOf(bytes)
    expect(row!.cells.slice(0, 3)).toEqual(['2', 'from another file', '#DIV/0!'])
    expect(row!.flaws?.get(2)).toEqual({ kind: 'error', text: '#DIV/0!' })
    expect(row!.flaws?.get(3)).toEqual({ kind: 'no-cached-value' })
    expect(row!.flaws?.has(1)).toBe(false)
  })

  test('rows keep their numbers over blank ones', async () => {
    const bytes = await workbook((sheet) => {
      sheet.getCell('A3').value = 'a'
      sheet.getCell('B9').value = 'b'
    })
    expect((await rowsOf(bytes)).map(({ row, cells }) => [row, ...cells])).toEqual([
      [3, 'a'],
      [9, '', 'b'],
    ])
  })

  test('rows that are hidden are marked, on whichever sheet, numbered or not', async () => {
    const bytes = await workbook((sheet, book) => {
      for (const text of ['a', 'b', 'c']) sheet.addRow([text])
      sheet.getRow(2).hidden = true
      const other = book.addWorksheet('other')
      for (const text of ['a', 'b', 'c']) other.addRow([text])
      other.getColumn(1).hidden = true
      other.getRow(3).hidden = true
    })
    const hiddenOn = async (whole: Uint8Array, sheet: number) =>
      (await rowsOf(whole, 'a.xlsx', sheet)).flatMap(({ row, hidden }) => (hidden ? [row] : []))
    expect([await hiddenOn(bytes, 0), await hiddenOn(bytes, 1)]).toEqual([[2], [3]])
    const cell = '<c t="inlineStr"><is><t>&lt;row hidden="1"></t></is></c>'
    const byHand = handMade(`<row r="4">${cell}</row><row hidden='true'>${cell}</row><row hidden="0">${cell}</row>`)
    expect(await hiddenOn(byHand, 0)).toEqual([5])
  })

  test('hidden rows are said of a workbook whose theme and columns are not as Excel writes them', async () => {
    const whole = await workbook((sheet) => {
      for (const text of ['a', 'b']) sheet.addRow([text])
      sheet.getRow(2).hidden = true
    })
    const entries = unzipSync(whole)
    const theme =
      '<?xml version="1.0"?><theme xmlns="http://schemas.openxmlformats.org/drawingml/2006/main"><themeElements/></theme>'
    expect(Object.keys(entries)).toContain('xl/theme/theme1.xml')
    const rows = await rowsOf(zipSync({ ...entries, 'xl/theme/theme1.xml': strToU8(theme) }))
    expect(rows.map(({ cells, hidden }) => [...cells, hidden])).toEqual([
      ['a', undefined],
      ['b', true],
    ])
  })

  test('a hidden sheet is marked', async () => {
    const path = join(folder, 'hidden.xlsx')
    const book = new Workbook()
    book.addWorksheet('one').addRow([1])
    book.addWorksheet('two', { state: 'veryHidden' }).addRow([1])
    writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()))
    expect((await openFile(path)).tables.map(({ name, hidden }) => `${name} ${hidden}`)).toEqual([
      'one false',
      'two true',
    ])
  })
})

describe('workbooks that are refused before they are unpacked', () => {
  const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'

  test('what is hand-made here is otherwise read', async () => {
    expect((await rowsOf(handMade(row)))[0]!.cells).toEqual(['a'])
  })

  test('one that states that it unpacks to more than the limit', async () => {
    await expect(rowsOf(handMade(row, { 'xl/media/x.xml': ' '.repeat(170 * 1024 * 1024) }))).rejects.toMatchObject({
      code: 'ZIP_BOMB',
    })
  })

  test('one whose compression is out of all proportion', async () => {
    await expect(rowsOf(handMade(row, { 'xl/media/x.xml': '0'.repeat(20 * 1024 * 1024) }))).rejects.toMatchObject({
      code: 'ZIP_BOMB',
    })
  })

  test('one that states less than it unpacks to', async () => {
    const bytes = Buffer.from(handMade(row, { 'xl/media/x.xml': 'abc'.repeat(500_000) }))
    const entry = bytes.lastIndexOf('xl/media/x.xml') - 46
    expect(bytes.readUInt32LE(entry)).toBe(0x02014b50)
    bytes.writeUInt32LE(1_000, entry + 24)
    await expect(rowsOf(bytes)).rejects.toMatchObject({ code: 'ZIP_BOMB' })
  })

  test('one whose entries share their packed bytes', async () => {
    const bytes = Buffer.from(
      handMade(row, { 'xl/media/x.xml': Array.from({ length: 60_000 }, (_, i) => String(i * 7919)).join('') }),
    )
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
    const start = bytes.readUInt32LE(end + 16)
    const directory = bytes.subarray(start, end)
    const copies = 40
    const tail = Buffer.from(bytes.subarray(end))
    tail.writeUInt16LE(bytes.readUInt16LE(end + 10) * copies, 10)
    tail.writeUInt16LE(bytes.readUInt16LE(end + 8) * copies, 8)
    tail.writeUInt32LE(directory.length * copies, 12)
    const bomb = Buffer.concat([bytes.subarray(0, start), ...Array.from({ length: copies }, () => directory), tail])
    await expect(rowsOf(bomb)).rejects.toMatchObject({ code: 'ZIP_BOMB' })
  })

  test('a Word document, and an archive of something else', async () => {
    await expect(rowsOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).rejects.toMatchObject({
      code: 'WRONG_FILE_KIND',
    })
    await expect(rowsOf(zipSync({ 'a.csv': strToU8('a,b') }))).rejects.toMatchObject({ code: 'WRONG_FILE_KIND' })
  })

  test('one that is cut short, and one whose sheet is no XML', async () => {
    const whole = handMade(row)
    await expect(rowsOf(whole.subarray(0, whole.length - 40))).rejects.toMatchObject({ code: 'DAMAGED_FILE' })
    await expect(
      rowsOf(zipSync({ ...unzipSync(whole), 'xl/workbook.xml': strToU8('no xml at all') })),
    ).rejects.toMatchObject({ code: expect.stringMatching(/DAMAGED_FILE|EMPTY_FILE/) })
  })

  test('an old Office file that is not Excel, and one that is noise', async () => {
    const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    await expect(rowsOf(Buffer.concat([Buffer.from(signature), Buffer.alloc(1_000)]), 'a.xls')).rejects.toMatchObject({
      code: 'WRONG_FILE_KIND',
    })
    const noise = Buffer.concat([
      Buffer.from(signature),
      Buffer.alloc(1_000, 7),
      Buffer.from('Workbook', 'utf16le'),
      Buffer.alloc(1_000, 9),
    ])
    await expect(rowsOf(noise, 'a.xls')).rejects.toMatchObject({ code: 'DAMAGED_FILE' })
  })

  test('one with a password', async () => {
    const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    const locked = Buffer.concat([
      Buffer.from(signature),
      Buffer.alloc(512),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(512),
    ])
    await expect(rowsOf(locked)).rejects.toMatchObject({ code: 'PASSWORD_PROTECTED' })
  })
})
