import { strToU8, unzipSync, zipSync } from 'fflate'
import { sheetLibrary } from '@causeway/server/records/import/readers/sheet-rows'

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** An .xlsx of sheets whose XML is given from `<sheetData>` on, and of further parts. */
export function xlsxOf(sheets: readonly string[], parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const numbers = sheets.map((_, i) => i + 1)
  const files: Record<string, string | Uint8Array> = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${numbers.map((n) => `<sheet name="s${n}" sheetId="${n}" r:id="r${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${numbers.map((n) => `<Relationship Id="r${n}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet xmlns="${MAIN}">${xml}</worksheet>`]),
    ),
    ...parts,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
    { level: 1 },
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
  return zipSync({ ...files, [name]: Buffer.concat([sheet.subarray(0, after), record, sheet.subarray(after)]) })
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
