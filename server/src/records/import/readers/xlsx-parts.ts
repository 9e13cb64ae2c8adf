import { posix } from 'node:path'
import { attributeOf, XmlEvents, type XmlHandler } from './xml-events.ts'
import { damaged, MOST_COMMENTS, takesTooMuch } from './unreadable.ts'
import type { ZipFile } from './zip-file.ts'

export interface XlsxSheet {
  name: string
  hidden: boolean
  comments: readonly string[]
  /** A pivot table is on it. */
  isPivot: boolean
  /** Name of its part; null: it is a chart or the like, and has no cells. */
  part: string | null
}

/** What an .xlsx says of itself, and what all its sheets refer to. */
export interface XlsxBook {
  sheets: XlsxSheet[]
  date1904: boolean
  /** Format codes, by the number of the style of a cell. */
  formats: readonly string[]
  strings: readonly string[]
}

const MOST_SHEETS = 255
const MOST_STRINGS = 4_000_000

/** Formats that a file names by their number alone, of those that say how a number is meant; the others are General. */
const KNOWN_FORMATS: Record<number, string> = {
  ...{ 1: '0', 14: 'yyyy-mm-dd', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm', 19: 'h:mm:ss', 20: 'h:mm' },
  ...{ 21: 'h:mm:ss', 22: 'yyyy-mm-dd h:mm', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0' },
  // Where Excel speaks Chinese, Japanese or Korean.
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy-mm-dd'])),
  ...Object.fromEntries([32, 33, 34, 35, 55, 56].map((id) => [id, 'h:mm'])),
}

/** @throws ImportRefused DAMAGED_FILE, FILE_TOO_LARGE */
export async function readXlsxBook(zip: ZipFile): Promise<XlsxBook> {
  const relations = await readRelations(zip, 'xl/workbook.xml')
  const { sheets, date1904 } = await readSheets(zip, relations)
  for (const sheet of sheets) {
    if (sheet.part === null) continue
    sheet.comments = await readComments(zip, sheet.part)
    sheet.isPivot = await hasPivot(zip, sheet.part)
  }
  const partOf = (kind: string) => [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))?.part
  return {
    sheets,
    date1904,
    formats: await readFormats(zip, partOf('styles') ?? 'xl/styles.xml'),
    strings: await readStrings(zip, partOf('sharedStrings') ?? 'xl/sharedStrings.xml'),
  }
}

/** Hands a part of an .xlsx on as it is read. @returns false where there is none of that name */
export async function readXml(zip: ZipFile, part: string, handler: XmlHandler): Promise<boolean> {
  const texts = textsOf(zip, part)
  if (!texts) return false
  const events = new XmlEvents(handler)
  for await (const text of texts) events.push(text)
  events.end()
  return true
}

/** The text of a part, some at a time; null: there is none of that name. */
export function textsOf(zip: ZipFile, part: string): AsyncGenerator<string> | null {
  const chunks = zip.chunks(part)
  return chunks && decode(chunks)
}

async function* decode(chunks: AsyncGenerator<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  for await (const chunk of chunks) {
    const [a, b] = chunk
    decoder ??= new TextDecoder(a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8')
    yield decoder.decode(chunk, { stream: true })
  }
  if (decoder) yield decoder.decode()
}

type Relations = ReadonlyMap<string, { type: string; part: string }>

async function hasPivot(zip: ZipFile, part: string): Promise<boolean> {
  return [...(await readRelations(zip, part)).values()].some(({ type }) => type.endsWith('/pivotTable'))
}

/** What a part of the file refers to. */
async function readRelations(zip: ZipFile, part: string): Promise<Relations> {
  const { dir, base } = posix.parse(part)
  const found = new Map<string, { type: string; part: string }>()
  await readXml(zip, `${dir}/_rels/${base}.rels`, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attributeOf(attributes, 'Target') ?? ''
      const whole = target.startsWith('/') ? target.slice(1) : posix.join(dir, target)
      found.set(attributeOf(attributes, 'Id') ?? '', { type: attributeOf(attributes, 'Type') ?? '', part: whole })
    },
  })
  return found
}

async function readSheets(zip: ZipFile, relations: Relations): Promise<{ sheets: XlsxSheet[]; date1904: boolean }> {
  const sheets: XlsxSheet[] = []
  let date1904 = false
  const isThere = await readXml(zip, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const relation = relations.get(attributeOf(attributes, 'id') ?? '')
      const isTable = relation?.type.endsWith('/worksheet') ?? true
      sheets.push({
        name: attributeOf(attributes, 'name') ?? '',
        hidden: /hidden/i.test(attributeOf(attributes, 'state') ?? ''),
        comments: [],
        isPivot: false,
        part: isTable ? (relation?.part ?? `xl/worksheets/sheet${sheets.length + 1}.xml`) : null,
      })
    },
  })
  if (!isThere || sheets.length === 0) throw damaged()
  if (sheets.length > MOST_SHEETS) throw takesTooMuch()
  return { sheets, date1904 }
}

async function readComments(zip: ZipFile, part: string): Promise<string[]> {
  const cells: string[] = []
  for (const { type, part: comments } of (await readRelations(zip, part)).values())
    if (type.endsWith('/comments'))
      await readXml(zip, comments, {
        open(name, attributes) {
          if (name === 'comment' && cells.length < MOST_COMMENTS) cells.push(attributeOf(attributes, 'ref') ?? '')
        },
      })
  return cells
}

async function readFormats(zip: ZipFile, part: string): Promise<string[]> {
  const own = new Map<string, string>()
  const styles: string[] = []
  let inCells = false
  await readXml(zip, part, {
    open(name, attributes) {
      if (name === 'numFmt')
        own.set(attributeOf(attributes, 'numFmtId') ?? '', attributeOf(attributes, 'formatCode') ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(attributeOf(attributes, 'numFmtId') ?? '')
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles.map((id) => own.get(id) ?? KNOWN_FORMATS[Number(id)] ?? 'General')
}

async function readStrings(zip: ZipFile, part: string): Promise<string[]> {
  const strings: string[] = []
  const text = new RichText()
  await readXml(zip, part, {
    open(name) {
      if (name === 'si') text.begin()
      else text.open(name)
    },
    text: (piece) => text.add(piece),
    close(name) {
      text.close(name)
      if (name !== 'si') return
      if (strings.push(text.end()) > MOST_STRINGS) throw takesTooMuch()
    },
  })
  return strings
}

/** A text in its runs, without how its characters are read aloud. */
export class RichText {
  #text = ''
  #inText = false
  #aloud = 0

  begin(): void {
    this.#text = ''
    this.#inText = false
    this.#aloud = 0
  }

  open(name: string): void {
    if (name === 'rPh') this.#aloud++
    if (name === 't') this.#inText = true
  }

  add(piece: string): void {
    if (this.#inText && this.#aloud === 0) this.#text += piece
  }

  close(name: string): void {
    if (name === 'rPh') this.#aloud--
    if (name === 't') this.#inText = false
  }

  end(): string {
    return plainText(this.#text)
  }
}

/** As Excel shows it: what XML cannot hold is written `_x000D_`. A copy, so that no chunk of the file stays in memory for it. */
export function plainText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  const lines = plain.includes('\r\n') ? plain.replaceAll('\r\n', '\n') : plain
  return lines.length < 13 ? lines : ` ${lines}`.slice(1)
}
