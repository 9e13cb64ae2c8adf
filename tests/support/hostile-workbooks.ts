import { zip } from '@cj-tech-master/excelts/archive'
import { unzipSync } from 'fflate'
import { sheetLibrary } from '@causeway/server/records/import/readers/sheet-rows'

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

type Files = Record<string, string | Uint8Array>

/** An archive, packed by Node's own library: a bomb of 200 MB takes a quarter of what packing in JavaScript does. */
export function packFiles(files: Files, level: 1 | 6 = 6): Uint8Array<ArrayBuffer> {
  const archive = zip({ level })
  for (const [name, content] of Object.entries(files)) archive.add(name, content)
  return archive.bytesSync() as Uint8Array<ArrayBuffer>
}

/** An .xlsx of sheets whose XML is given from `<sheetData>` on, and of further parts. */
export function xlsxOf(sheets: readonly string[], parts: Files = {}): Uint8Array {
  const numbers = sheets.map((_, i) => i + 1)
  return packFiles(
    {
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${numbers.map((n) => `<sheet name="s${n}" sheetId="${n}" r:id="r${n}"/>`).join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${numbers.map((n) => `<Relationship Id="r${n}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
      ...Object.fromEntries(
        sheets.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet xmlns="${MAIN}">${xml}</worksheet>`]),
      ),
      ...parts,
    },
    1,
  )
}

/** A workbook of the library that reads old ones, in a format of its choice. */
export function workbookOf(rows: readonly (readonly unknown[])[], bookType: 'xls' | 'xlsb' | 'biff5'): Buffer {
  const xlsx = sheetLibrary()
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows as unknown[][]), 'data')
  return xlsx.write(book, { type: 'buffer', bookType: bookType === 'xls' ? 'biff8' : bookType }) as Buffer
}

/** A few kilobytes that make the library ask for four thousand million arrays: a formula with a constant of that many rows. */
export function greedyXlsb(): Uint8Array {
  const files = unzipSync(workbookOf([['a', 'b'], ['c']], 'xlsb'))
  const name = 'xl/worksheets/sheet1.bin'
  const sheet = Buffer.from(files[name]!)
  const after = endOfFirstCell(sheet)
  const token = Buffer.from([0x60, ...Array<number>(14).fill(0)])
  const formula = Buffer.concat([
    ...[uint32(9), Buffer.alloc(14), uint32(token.length), token],
    ...[uint32(8), uint32(0xffffffff), uint32(0)],
  ])
  const record = Buffer.concat([Buffer.from([9, formula.length]), formula])
  return packFiles({ ...files, [name]: Buffer.concat([sheet.subarray(0, after), record, sheet.subarray(after)]) })
}

/** Records of an .xlsb: a number and a length of seven bits a byte, then so many bytes. Those from 1 to 7 are cells. */
function endOfFirstCell(sheet: Buffer): number {
  for (let at = 0; at < sheet.length;) {
    const readNumber = () => {
      let [number, shift, byte] = [0, 0, 0]
      do {
        byte = sheet[at++]!
        number |= (byte & 0x7f) << shift
        shift += 7
      } while (byte & 0x80)
      return number
    }
    const id = readNumber()
    at = readNumber() + at
    if (id >= 1 && id <= 7) return at
  }
  throw new Error('it has no cell')
}

function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

/** A few kilobytes of an .xls whose one formula lists ranges, and ends before it says how many: the library then counts for ever. */
export function endlessXls(): Uint8Array {
  const memArea = [0x26, ...Array<number>(4).fill(0), 0, 0]
  const formula = [...Array<number>(20).fill(0), memArea.length, 0, ...memArea, 0]
  return compoundFile({ stream: Buffer.concat([bookOf([stream([[0x0006, formula]])])], 4_200) })
}

/** What the stream `Workbook` holds, for one sheet of these cells. */
function bookOf(cells: readonly Buffer[]): Buffer {
  const book = stream([
    [0x0809, bof(0x05)],
    [0x0085, boundSheet(0)],
    [0x000a, []],
  ])
  // Where the sheet begins is the first number of what the book says of it.
  book.writeUInt32LE(book.length, 4 + bof(0x05).length + 4)
  return Buffer.concat([book, stream([[0x0809, bof(0x10)]]), ...cells, stream([[0x000a, []]])])
}

/** Chains of sectors each of which holds the one before: what 2 MB of sectors chain together is gigabytes. */
export function chainedXls(sectors = 4_000): Uint8Array {
  return compoundFile({ stream: Buffer.alloc(sectors * 512), next: (sector) => sector - 1 })
}

/** A second stream that begins within a chain which goes in a circle: the library follows it for ever. */
export function circlingXls(): Uint8Array {
  return compoundFile({ stream: Buffer.alloc(4_096), next: (sector) => (sector + 1) % 8, second: 4 })
}

/** An .xls of texts in Latin letters. The library writes one too, a hundred times slower. */
export function textsXls(rows: readonly (readonly string[])[]): Buffer {
  const { CFB } = sheetLibrary()
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/Workbook', bookOf(rows.flatMap((row, r) => row.map((text, c) => label(r, c, text)))))
  return CFB.write(file, { type: 'buffer' }) as Buffer
}

/** A cell of text: row, column, format, how many characters, that they are of one byte each. */
function label(row: number, column: number, text: string): Buffer {
  const record = Buffer.alloc(13 + text.length)
  for (const [i, number] of [0x0204, 9 + text.length, row, column, 0, text.length].entries())
    record.writeUInt16LE(number, 2 * i)
  record.write(text, 13, 'latin1')
  return record
}

type BiffRecord = [id: number, content: readonly number[]]

function stream(records: readonly BiffRecord[]): Buffer {
  return Buffer.from(
    records.flatMap(([id, content]) => [id & 0xff, id >> 8, content.length & 0xff, content.length >> 8, ...content]),
  )
}

function bof(kind: number): number[] {
  return [0, 6, kind, 0, ...Array<number>(12).fill(0)]
}

function boundSheet(begins: number): number[] {
  return [...uint32(begins), 0, 0, 1, 0, 0x61]
}

interface Compound {
  /** What the stream `Workbook` holds; 4,096 bytes or more. */
  stream: Buffer
  /** Which sector of it follows which, from 0; omitted: the next. */
  next?: (sector: number) => number
  /** At which sector of it a second stream begins. */
  second?: number
}

/** A compound file by its bytes (MS-CFB): header, table of sectors, one sector of directory, stream. */
function compoundFile({ stream: content, next, second }: Compound): Buffer {
  const ofStream = Math.ceil(content.length / 512)
  let ofTable = 1
  while (ofTable * 128 < ofTable + 1 + ofStream) ofTable++
  const streamAt = ofTable + 1
  const table = new Int32Array(ofTable * 128).fill(-1)
  table.fill(-3, 0, ofTable)
  table[ofTable] = -2
  for (let i = 0; i < ofStream; i++) {
    const follows = next ? next(i) : i + 1 < ofStream ? i + 1 : -1
    table[streamAt + i] = follows < 0 ? -2 : streamAt + follows
  }
  const header = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(ofTable, 44)
  header.writeInt32LE(ofTable, 48)
  header.writeUInt32LE(4096, 56)
  header.writeInt32LE(-2, 60)
  header.writeInt32LE(-2, 68)
  for (let i = 0; i < 109; i++) header.writeInt32LE(i < ofTable ? i : -1, 76 + 4 * i)
  const directory = Buffer.alloc(512)
  const entry = (at: number, name: string, kind: number, start: number, size: number) => {
    const bytes = directory.subarray(at * 128, at * 128 + 128)
    bytes.write(name, 'utf16le')
    bytes.writeUInt16LE(2 * name.length + 2, 64)
    bytes[66] = kind
    for (const from of [68, 72, 76]) bytes.writeInt32LE(-1, from)
    bytes.writeInt32LE(start, 116)
    bytes.writeUInt32LE(size, 120)
  }
  entry(0, 'Root Entry', 5, -2, 0)
  directory.writeInt32LE(1, 76)
  entry(1, 'Workbook', 2, streamAt, content.length)
  if (second !== undefined) entry(2, 'second', 2, streamAt + second, content.length)
  return Buffer.concat([header, Buffer.from(table.buffer), directory, Buffer.concat([content], ofStream * 512)])
}
