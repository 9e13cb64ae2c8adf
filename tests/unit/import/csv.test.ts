import { gzipSync } from 'node:zlib'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { openFile } from '@causeway/server/records/import/readers/open-file'
import { EncodingJudge, findEncoding } from '@causeway/server/records/import/readers/text-encoding'
import { CsvParser, findDelimiter } from '@causeway/server/records/import/readers/parse-csv'
import type { SourceRow } from '@causeway/server/records/import/ground/source-row'
import { folderOfFile } from '../../support/folders.ts'
import CODE_PAGES from './code-pages.json' with { type: 'json' }

const folder = folderOfFile()

function parse(text: string, chunk = text.length, delimiter = ','): SourceRow[] {
  const parser = new CsvParser(delimiter)
  const rows: SourceRow[] = []
  for (let at = 0; at < text.length; at += chunk) rows.push(...parser.push(text.slice(at, at + chunk)))
  return [...rows, ...parser.end()]
}

async function read(name: string, bytes: Uint8Array) {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const file = await openFile(path)
  const rows: SourceRow[] = []
  for await (const chunk of file.tables[0]!.rows()) rows.push(...chunk)
  await file.confirmUnchanged()
  return {
    encoding: file.encoding,
    cells: rows.map((row) => row.cells),
    warnings: file.warnings.map((one) => one.code),
  }
}

describe('comma-separated text', () => {
  const text = 'a,"b ""quoted"", with\nbreak",c\r\n\r\n1,,3\r"x",y,z\n"last",é,学'
  const rows = [
    { row: 1, cells: ['a', 'b "quoted", with\nbreak', 'c'] },
    { row: 3, cells: ['1', '', '3'] },
    { row: 4, cells: ['x', 'y', 'z'] },
    { row: 5, cells: ['last', 'é', '学'] },
  ]

  test('rows are numbered as Excel numbers them, blank ones and line breaks in quotes included', () => {
    expect(parse(text)).toEqual(rows)
  })

  test('it does not matter where a chunk ends', () => {
    for (let chunk = 1; chunk < 20; chunk++) expect(parse(text, chunk), `chunks of ${chunk}`).toEqual(rows)
  })

  test('a stray quote costs its own row and no other', () => {
    const [first, second, third] = parse('a,"b"x,c\nd,e"f,g\nh,i,j\n')
    expect(first!.flaws?.get(1)).toEqual({ kind: 'odd-quote' })
    expect(second).toEqual({ row: 2, cells: ['d', 'e"f', 'g'] })
    expect(third).toEqual({ row: 3, cells: ['h', 'i', 'j'] })
  })

  test('a quote that is never closed is said where it opened', () => {
    const rows = parse('a,b\nc,"d\ne,f\n')
    expect(rows[1]).toMatchObject({ row: 2, cells: ['c', 'd\ne,f\n'] })
    expect(rows[1]!.flaws?.get(1)).toEqual({ kind: 'unclosed-quote' })
  })

  test('a cell that swallows a whole file is refused while it is read', () => {
    expect(() => parse(`a,"${'x,y\n'.repeat(50_000)}`, 1_000)).toThrow(/row 1, column B/)
  })

  test('comma, semicolon and tab are distinguished, whatever is in the title rows', () => {
    expect(findDelimiter('Title; with one\n\na,b,c\n1,2,3\n')).toBe(',')
    expect(findDelimiter('a;b;c\n1,5;2,5;3,5\n1,5;2;3\n')).toBe(';')
    expect(findDelimiter('a\tb\tc\n1, 2\t3\t4\n')).toBe('\t')
    expect(findDelimiter('a\n1\n')).toBe(',')
  })
})

describe('encodings', () => {
  const text = '学校名称,国家\r\n清华大学,中国\r\n"Łódź, é",波兰\r\n'
  const cells = [
    ['学校名称', '国家'],
    ['清华大学', '中国'],
    ['Łódź, é', '波兰'],
  ]
  const chinese = '学校名称,国家\r\n黑龙江农业经济职业学院,中国\r\n㐀𠮷,日本\r\n'

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 BOM', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16BE', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['UTF-16LE', iconv.encode(text, 'utf-16le', { addBOM: false })],
    ['UTF-16BE', iconv.encode(text, 'utf-16be', { addBOM: false })],
  ])('%s is said and read', async (encoding, bytes) => {
    expect(await read('a.csv', bytes)).toEqual({ encoding, cells, warnings: [] })
  })

  test('GB18030 is said and read, rare characters too', async () => {
    const found = await read('a.csv', iconv.encode(chinese, 'gb18030'))
    expect(found.encoding).toBe('GB18030')
    expect(found.cells).toEqual([
      ['学校名称', '国家'],
      ['黑龙江农业经济职业学院', '中国'],
      ['㐀𠮷', '日本'],
    ])
  })

  test('the first Chinese character may be a hundred thousand rows down', async () => {
    const rows = `a,b\n${'1,2\n'.repeat(100_000)}`
    expect((await read('a.csv', iconv.encode(`${rows}黑龙江,学院\n`, 'gb18030'))).encoding).toBe('GB18030')
    expect((await read('a.csv', Buffer.from(`${rows}黑龙江,学院\n`))).encoding).toBe('UTF-8')
  })

  test('a packed file is read by what is in it', async () => {
    expect(await read('a.csv.gz', gzipSync(iconv.encode(chinese, 'gb18030')))).toMatchObject({
      encoding: 'GB18030',
      warnings: [],
    })
  })

  test('French in a Windows code page is read as that, and Russian is asked for', async () => {
    const french = iconv.encode('nom;pays\nécole supérieure;Algérie\nlycée agréé;Sénégal\n'.repeat(20), 'windows-1252')
    expect(await read('a.csv', french)).toMatchObject({
      encoding: 'windows-1252',
      cells: expect.arrayContaining([['lycée agréé', 'Sénégal']]),
    })
    await expect(read('a.csv', iconv.encode('название\nколледж\n', 'windows-1251'))).rejects.toMatchObject({
      code: 'UNKNOWN_ENCODING',
      words: { zh: expect.stringContaining('--encoding'), en: expect.stringContaining('windows-1251') },
    })
  })

  test('a last letter of a Windows code page is no end of a file for sure: both cures are said', async () => {
    const text = iconv.encode('name,place\nA,Caf\u00e9', 'windows-1252')
    await expect(read('a.csv', text)).rejects.toMatchObject({
      code: 'DAMAGED_FILE',
      words: {
        zh: expect.stringMatching(/重新导出或下载.*CSV UTF-8/),
        en: expect.stringMatching(/Export or fetch it again.*CSV UTF-8/),
      },
    })
  })

  test('of a text in two encodings the line is said where the second begins', async () => {
    const [utf8, gbk] = [Buffer.from(chinese.repeat(3)), iconv.encode('俄罗斯,滨海农学院\n', 'gb18030')]
    const line = utf8.toString().split('\n').length
    const inTwo = { code: 'UNKNOWN_ENCODING', place: { row: line }, words: { zh: expect.stringContaining('拼成') } }
    await expect(read('a.csv', Buffer.concat([utf8, gbk]))).rejects.toMatchObject(inTwo)
  })

  test('a table under a wrong name is read by what it is, and that is said', async () => {
    expect((await read('a.xlsx', Buffer.from(text))).warnings).toEqual(['WRONG_FILE_NAME'])
  })
})

/** What is taken for the encoding of a text that comes some bytes at a time. */
function judged(text: string, encoding: string, asked?: string) {
  const judge = new EncodingJudge(asked === undefined ? null : findEncoding(asked)!)
  const bytes = iconv.encode(text, encoding)
  for (let at = 0; at < bytes.length; at += 7) judge.push(bytes.subarray(at, at + 7))
  return judge.encoding()
}

describe('code pages of Europe', () => {
  test.each(CODE_PAGES as [string, string, string, string | null][])('%s', (_what, text, encoding, found) => {
    expect(judged(`code,name\n${text}\n`, encoding)).toBe(found)
  })

  test('what somebody says is taken, but for what shows to be something else', () => {
    expect(judged('code\ncréée', 'win1252', 'latin1')).toBe('windows-1252')
    expect(judged('code\nПриморский колледж', 'win1251', 'cp1251')).toBe('windows-1251')
    expect(judged('編號\n國立臺灣大學', 'big5', 'Big5')).toBe('Big5')
    expect(judged('编号\n黑龙江农业职业技术学院', 'gb18030', 'GBK')).toBe('GB18030')
    expect(judged('code', 'utf8', 'windows-1252')).toBe('windows-1252')
    expect(judged('编号\n黑龙江农业职业技术学院', 'gb18030', 'windows-1252')).toBe(null)
    expect(judged('名称,é', 'utf8', 'windows-1252')).toBe(null)
    expect(judged('\ufeff名称', 'utf16le', 'GB18030')).toBe(null)
    expect(findEncoding('klingon')).toBe(undefined)
  })
})

describe('files that are no tables', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), 'EMPTY_FILE'],
    ['an empty packed file', gzipSync(''), 'EMPTY_FILE'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'WRONG_FILE_KIND'],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'WRONG_FILE_KIND'],
    ['a web page', Buffer.from('\ufeff <html><table><tr><td>1</td></tr></table></html>'), 'WRONG_FILE_KIND'],
    ['noise', Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 251)), 'WRONG_FILE_KIND'],
    [
      'text filled up with zero bytes',
      Buffer.concat([Buffer.from('名称,国家\n'), Buffer.alloc(999)]),
      'WRONG_FILE_KIND',
    ],
    ['a text that ends inside a character', Buffer.from('名称,国家\n黑龙江,泰').subarray(0, -1), 'DAMAGED_FILE'],
    ['a packed file cut short', gzipSync('a,b\n1,2\n'.repeat(9_999)).subarray(0, 90), 'DAMAGED_FILE'],
    ['a row that never ends', Buffer.from(`a,b\n${'some words,'.repeat(30_000)}`), 'TOO_MANY_COLUMNS'],
    ['a row of the longest cells', Buffer.from(`a,b\n${`${'words '.repeat(10_000)},`.repeat(20)}`), 'CELL_TOO_LONG'],
    ['a cell that never ends', Buffer.from(`a,b\n"${'words '.repeat(100_000)}`), 'CELL_TOO_LONG'],
    ['an archive in an archive', gzipSync(gzipSync('a,b\n')), 'WRONG_FILE_KIND'],
    ['a zip that is cut short', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'DAMAGED_FILE'],
  ])('%s is refused, in both languages', async (_, bytes, code) => {
    for (const name of ['a.csv', 'a.xlsx']) {
      const refusal = await read(name, bytes).then(
        () => null,
        (error: unknown) => error,
      )
      expect(refusal, name).toMatchObject({
        code,
        words: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[^\p{Script=Han}]+$/u) },
      })
    }
  })

  test('a file that is not there is said by its name', async () => {
    await expect(openFile(join(folder, 'nowhere.csv'))).rejects.toMatchObject({ code: 'NO_SUCH_FILE' })
  })
})
