import { columnIndex, type SourceRow, type SourceTable } from '../ground/source-row.ts'
import { cellTooLong, LONGEST_CELL, MOST_COLUMNS, damaged } from './unreadable.ts'
import { putNumber, put, RowBatch, type Merge } from './sheet-rows.ts'
import { attributeOf, XmlEvents } from './xml-events.ts'
import { plainText, readXlsxBook, RichText, textsOf, type XlsxBook } from './xlsx-parts.ts'
import type { ZipFile } from './zip-file.ts'

const MOST_ROW = 1_048_576
const MOST_MERGES = 200_000

/**
 * The sheets of an .xlsx. Their rows are read as they are asked for, in the memory of a few: a sheet of 100,000 rows has a hundred
 * megabytes and would take five times that as objects.
 * @throws ImportRefused DAMAGED_FILE, FILE_TOO_LARGE, and what is wrong with a sheet when it is read
 */
export async function readXlsx(zip: ZipFile): Promise<SourceTable[]> {
  const book = await readXlsxBook(zip)
  return book.sheets.map(({ part, ...sheet }) => ({
    ...sheet,
    rows: part === null ? noRows : makeReader(zip, part, book),
  }))
}

async function* noRows(): AsyncGenerator<SourceRow[]> {}

function makeReader(zip: ZipFile, part: string, book: XlsxBook): () => AsyncGenerator<SourceRow[]> {
  let merges: Merge[] | undefined
  return async function* () {
    merges ??= await readMerges(zip, part)
    yield* readSheet(zip, part, book, merges)
  }
}

async function* readSheet(zip: ZipFile, part: string, book: XlsxBook, merges: Merge[]): AsyncGenerator<SourceRow[]> {
  const texts = textsOf(zip, part)
  if (!texts) throw damaged()
  const batch = new RowBatch(merges)
  const sheet = new SheetCells(book, (row) => batch.add(row))
  const events = new XmlEvents(sheet)
  for await (const text of texts) {
    events.push(text)
    yield* batch.taken()
  }
  events.end()
  yield* batch.rest()
}

/** Which cells are merged comes after the cells. What comes before is passed over: nothing of it is kept. */
async function readMerges(zip: ZipFile, part: string): Promise<Merge[]> {
  const merges: Merge[] = []
  const events = new XmlEvents({
    open(name, attributes) {
      if (name !== 'mergeCell') return
      const [from, to] = (attributeOf(attributes, 'ref') ?? '').split(':').map(placeOf)
      if (!from || !to || to.row < from.row || to.column < from.column) return
      merges.push({ s: { r: from.row, c: from.column }, e: { r: to.row, c: to.column } })
      if (merges.length > MOST_MERGES) throw damaged()
    },
  })
  let after = ''
  let isAfter = false
  for await (const text of textsOf(zip, part) ?? []) {
    if (isAfter) events.push(text)
    else {
      after = after.slice(-40) + text
      const end = /<\/(?:\w+:)?sheetData\s*>/.exec(after)
      if (!end) continue
      isAfter = true
      // It is open there, and closed further on.
      events.push(`<worksheet>${after.slice(end.index + end[0].length)}`)
    }
  }
  return merges
}

function placeOf(reference: string): { row: number; column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference)
  return found ? { row: Number(found[2]) - 1, column: columnIndex(found[1]!) } : null
}

/** Cells of a sheet as they come, put together to rows. */
class SheetCells {
  readonly #book: XlsxBook
  readonly #onRow: (row: SourceRow) => void
  readonly #inline = new RichText()
  #row: SourceRow | null = null
  #number = 0
  #column = -1
  #cell = { type: 'n', style: 0, value: null as string | null, formula: null as string | null, isInline: false }
  #into: 'value' | 'formula' | null = null

  constructor(book: XlsxBook, onRow: (row: SourceRow) => void) {
    this.#book = book
    this.#onRow = onRow
  }

  open(name: string, attributes: string): void {
    if (name === 'row') this.#openRow(attributes)
    else if (!this.#row) return
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'v') [this.#into, this.#cell.value] = ['value', '']
    else if (name === 'f') [this.#into, this.#cell.formula] = ['formula', '']
    else if (name === 'is') {
      this.#inline.begin()
      this.#cell.isInline = true
    } else if (this.#cell.isInline) this.#inline.open(name)
  }

  text(piece: string): void {
    const { row } = this.#row ?? {}
    if (row === undefined) return
    if (this.#into === null) {
      if (this.#cell.isInline) this.#inline.add(piece)
      return
    }
    const text = (this.#cell[this.#into] ?? '') + piece
    if (text.length > LONGEST_CELL) throw cellTooLong(row, this.#column)
    this.#cell[this.#into] = text
  }

  close(name: string): void {
    if (!this.#row) return
    if (name === 'v' || name === 'f') this.#into = null
    else if (name === 'c') this.#closeCell(this.#row)
    else if (name === 'row') {
      if (this.#row.cells.length > 0) this.#onRow(this.#row)
      this.#row = null
    } else if (this.#cell.isInline) this.#inline.close(name)
  }

  #openRow(attributes: string): void {
    // A row without a number follows the one before.
    const number = Number(attributeOf(attributes, 'r') ?? this.#number + 1)
    if (!Number.isInteger(number) || number <= this.#number || number > MOST_ROW) throw damaged()
    this.#number = number
    this.#column = -1
    this.#row = { row: number, cells: [] }
    if (/^(1|true)$/.test(attributeOf(attributes, 'hidden') ?? '')) this.#row.hidden = true
  }

  #openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r')
    this.#column = reference === undefined ? this.#column + 1 : (placeOf(reference)?.column ?? -1)
    if (this.#column < 0 || this.#column >= MOST_COLUMNS) throw damaged()
    this.#cell = {
      type: attributeOf(attributes, 't') ?? 'n',
      style: Number(attributeOf(attributes, 's') ?? 0),
      value: null,
      formula: null,
      isInline: false,
    }
  }

  #closeCell(row: SourceRow): void {
    const { type, style, formula, isInline } = this.#cell
    const value = this.#cell.value === '' && type !== 'str' ? null : this.#cell.value
    const column = this.#column
    if (type === 'inlineStr' && isInline) {
      const text = this.#inline.end()
      this.#cell.isInline = false
      if (text.length > LONGEST_CELL) throw cellTooLong(row.row, column)
      if (text !== '') put(row, column, text)
    } else if (value === null) {
      if (formula !== null) put(row, column, `=${plainText(formula)}`, { kind: 'no-cached-value' })
    } else if (type === 'e') {
      put(row, column, plainText(value), { kind: 'error', text: plainText(value) })
    } else if (type === 'n') this.#putNumber(row, column, value, style)
    else {
      const text = this.#textOf(type, value)
      if (text !== '') put(row, column, text)
    }
  }

  #putNumber(row: SourceRow, column: number, value: string, style: number): void {
    const number = Number(value)
    if (!Number.isFinite(number)) return put(row, column, plainText(value))
    putNumber(row, column, number, this.#book.formats[style] ?? 'General', this.#book.date1904)
  }

  #textOf(type: string, value: string): string {
    if (type === 's') {
      const text = this.#book.strings[Number(value)]
      if (text === undefined) throw damaged()
      return text
    }
    if (type === 'b') return String(/^\s*(1|true)\s*$/i.test(value))
    // A date that is written out: its day.
    if (type === 'd') return /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(value)?.[0] ?? plainText(value)
    return plainText(value)
  }
}
