/** What records are written of: a field of their type, and what its column may be called. */
export interface TypedField {
  name: string
  heads: readonly string[]
  required: boolean
}

/** A column of a table that is typed in; without a field it is not imported. */
export interface TypedColumn {
  field: string | null
  /** What it was called where it was pasted from. */
  head: string
}

export interface TypedTable {
  columns: readonly TypedColumn[]
  rows: readonly (readonly string[])[]
}

export interface CellPlace {
  row: number
  column: number
}

/** More belong into a file. */
export const MOST_ROWS = 1_000

/** A table of the columns of a template, in their order. */
export function emptyTable(fields: readonly TypedField[]): TypedTable {
  const columns = fields.map(({ name }) => ({ field: name, head: '' }))
  return { columns, rows: [emptyRow(columns)] }
}

export const emptyRow = (columns: readonly TypedColumn[]): string[] => columns.map(() => '')
export const isEmptyRow = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')

export function withCell(table: TypedTable, { row, column }: CellPlace, text: string): TypedTable {
  return { ...table, rows: table.rows.map((cells, at) => (at === row ? cells.with(column, text) : cells)) }
}

/** With another field for a column; the one that had it has none. */
export function withField({ columns, rows }: TypedTable, column: number, field: string | null): TypedTable {
  const without = columns.map((one) => (field !== null && one.field === field ? { ...one, field: null } : one))
  return { rows, columns: without.with(column, { ...columns[column]!, field }) }
}

type Cells = readonly (readonly string[])[]

/** With cells that were copied from a spreadsheet, from a place on, and how many rows they are; null: there is no room for them. */
export function withPasted(
  table: TypedTable,
  at: CellPlace,
  cells: Cells,
  fields: readonly TypedField[],
): { table: TypedTable; count: number } | null {
  const found = (cells[0] ?? []).map((head) => findField(head, fields))
  const hasHeads = isHeader(cells, found)
  const pasted = hasHeads ? placedUnderHeads(table, at, cells, found, fields) : placed(table, at, cells)
  return pasted && { table: pasted, count: cells.length - Number(hasHeads) }
}

function placedUnderHeads(
  table: TypedTable,
  at: CellPlace,
  cells: Cells,
  found: readonly (string | null)[],
  fields: readonly TypedField[],
): TypedTable | null {
  const heads = cells[0]!.map((head, i) => ({ field: found.indexOf(found[i]!) === i ? found[i]! : null, head }))
  if (!table.rows.every(isEmptyRow)) return placedByHeads(table, at, cells, heads)
  const lacking = fields.filter(({ name, required }) => required && !found.includes(name))
  const columns = [...heads, ...lacking.map(({ name }) => ({ field: name, head: '' }))]
  return placed({ columns, rows: [] }, { row: 0, column: 0 }, cells.slice(1))
}

function placed({ columns, rows }: TypedTable, { row, column }: CellPlace, cells: Cells): TypedTable | null {
  const width = Math.max(columns.length, ...cells.map((one) => column + one.length))
  const all = [...columns, ...Array.from({ length: width - columns.length }, () => ({ field: null, head: '' }))]
  const height = Math.max(rows.length, row + cells.length)
  if (height > MOST_ROWS) return null
  const filled = Array.from({ length: height }, (_, r) =>
    all.map((_column, c) => cells[r - row]?.[c - column] ?? rows[r]?.[c] ?? ''),
  )
  return { columns: all, rows: filled }
}

/** Each under its head; what has no such column yet is put at the end. */
function placedByHeads(
  { columns, rows }: TypedTable,
  { row }: CellPlace,
  cells: Cells,
  heads: readonly TypedColumn[],
): TypedTable | null {
  const all = [...columns]
  const places = heads.map((head) => {
    const place = all.findIndex(({ field }) => field !== null && field === head.field)
    return place >= 0 ? place : all.push(head) - 1
  })
  const under = cells.slice(1).map((one, r) => {
    const line = all.map((_, c) => rows[row + r]?.[c] ?? '')
    for (const [i, place] of places.entries()) line[place] = one[i] ?? ''
    return line
  })
  return placed({ columns: all, rows }, { row, column: 0 }, under)
}

function isHeader(cells: Cells, found: readonly (string | null)[]): boolean {
  const filled = (cells[0] ?? []).filter((cell) => cell.trim() !== '').length
  const known = found.filter((field) => field !== null).length
  return cells.length > 1 && known > 0 && known * 2 >= filled
}

function findField(head: string, fields: readonly TypedField[]): string | null {
  const folded = foldHead(head)
  return (folded !== '' && fields.find(({ heads }) => heads.some((one) => foldHead(one) === folded))?.name) || null
}

const foldHead = (head: string): string =>
  head
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*:_-]|\((必填|选填|required|optional)\)/g, '')

/** The rows as the file that they would be, and the row of the table that each of its rows is; null: nothing is written. */
export function toFile({ columns, rows }: TypedTable, name: string): { file: File; rowOf: number[] } | null {
  const read = columns.flatMap(({ field }, at) => (field === null ? [] : [{ field, at }]))
  const written = [...rows.entries()].filter(([, row]) => !isEmptyRow(read.map(({ at }) => row[at] ?? '')))
  if (written.length === 0) return null
  const lines = [read.map(({ field }) => field), ...written.map(([, row]) => read.map(({ at }) => row[at] ?? ''))]
  const text = lines.map((cells) => cells.map(quote).join(',')).join('\n')
  return { file: new File([`\ufeff${text}\n`], name, { type: 'text/csv' }), rowOf: written.map(([at]) => at) }
}

function quote(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Cells as they come over the clipboard: tabs between them, line ends between rows; one that holds either is in quotes, its own doubled. */
export function readCells(pasted: string): string[][] {
  const text = pasted.replace(/\r\n?/g, '\n')
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows.filter((cells) => !isEmptyRow(cells))
}
