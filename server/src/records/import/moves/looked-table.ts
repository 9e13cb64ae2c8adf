import { parse } from 'yaml'
import { keyFieldsOf, type Field, type RecordType } from '../../record-type.ts'
import { fieldsOf, recordTypeOf } from '../../record-types.ts'
import type { ImportPreview, ShownColumn } from '../report/import-preview.ts'
import { makeParts } from '../mapping/split-rows.ts'
import type { Condition, Entry, Source, Unpivot, WrittenMapping } from '../mapping/mapping.ts'
import { columnsOf, nameOf } from './column-names.ts'
import { headingPattern } from './lines-left-out.ts'
import { readingAsMapping } from './reading-as-mapping.ts'
import { readSheetLine, USUAL_LINES, type SheetLine } from '../sheets/sheet-lines.ts'
import { joinedBefore } from '../sheets/head-rows.ts'
import type { SheetTitles } from '../sheets/sheet-titles.ts'
import type { SourceRow } from '../ground/source-row.ts'

/** The first rows of a file, and how they are read so far, for one of the entries of the mapping. */
export interface LookedTable {
  base: WrittenMapping
  /** Nothing but the heads of the file says how it is read. */
  isOwn: boolean
  isText: boolean
  /** Where the entry is in the mapping. */
  path: (string | number)[]
  type: RecordType
  fields: Record<string, string | Source>
  unpivot: Unpivot | undefined
  /** Columns of which each part makes a row. */
  splits: { column: string; by: string }[]
  columns: ShownColumn[]
  /** What a mapping calls each column. */
  names: string[]
  /** The heads of each column, one a row of the header. */
  levels: string[][]
  headerRow: number
  /** What is said of each sheet as a whole. */
  titles: readonly SheetTitles[]
  /** All first rows, titles among them. */
  head: readonly SourceRow[]
  /** Those of them that may be records. */
  rows: SourceRow[]
  /** Those between the records that say what the next ones are of. */
  headings: SheetLine[]
}

/** Of a cell that shows a month alone, as `dataRowsOf` shows it. */
const MONTH_LENGTH = 7

/** How a file is read so far, as an object of the mapping language; null: it could not be read. */
export function readingOf(preview: ImportPreview): WrittenMapping | null {
  const text = readingAsMapping(preview)
  if (text === null || preview.reading === null) return null
  const base = parse(text) as WrittenMapping
  const { text: by, head, headers } = preview.reading
  const under = head.filter(({ row }) => row > (preview.headerRow ?? 0))
  if (by === null && !base.skip) base.skip = skipOf(under, headers)
  return base
}

/** A table for each entry; none: the file could not be read. */
export function lookAt(preview: ImportPreview): LookedTable[] {
  const { reading, headerRow } = preview
  const base = readingOf(preview)
  if (!base || !reading || headerRow === null) return []
  const { headers, head } = reading
  // Of a sheet that is wider nobody reads moves.
  const width = preview.columns.length
  const depth = reading.levels?.[0]?.length ?? 1
  const levels = (reading.levels ?? joinedBefore(headers) ?? headers.map((text) => [text])).slice(0, width)
  const first = base.header_rows === 0 ? headerRow : headerRow + depth
  const under = head.filter(({ row }) => row >= first)
  const rows = under.filter((row) => !readSheetLine(row)).map(showMonths)
  const headings = under.flatMap((row) => readSheetLine(row) ?? []).filter(({ isHeading }) => isHeading)
  const entries = base.records?.map((entry, at) => ({ entry, path: ['records', at] }))
  return (entries ?? [{ entry: base as Entry, path: [] }]).map(({ entry, path }) => ({
    ...{ base, path, levels, headerRow, head, rows, headings },
    titles: preview.titles,
    isOwn: reading.text === null,
    isText: preview.sheet === null,
    type: recordTypeOf(entry.type),
    fields: entry.fields,
    unpivot: entry.unpivot ?? base.unpivot,
    splits: [...(base.split_rows ?? []), ...(path.length > 0 ? (entry.split_rows ?? []) : [])],
    columns: preview.columns,
    names: levels.map((_, at) => nameOf(headers, at)),
  }))
}

/** Totals are rows of most sheets, and no records. */
export function skipOf(head: readonly SourceRow[], headers: readonly string[]): Condition[] {
  const named = headers.findIndex((text) => text.trim() !== '')
  const lines = head.flatMap((row) => readSheetLine(row) ?? []).filter(({ column }) => headers[column]?.trim())
  const columns = [...new Set([...lines.map(({ column }) => column), ...(named < 0 ? [] : [named])])]
  return columns.map((column) => {
    const headings = headingPattern(lines.filter((line) => line.column === column))
    return { column: nameOf(headers, column), matches: [USUAL_LINES, ...headings].join('|') }
  })
}

function showMonths(row: SourceRow): SourceRow {
  if (!row.months) return row
  return { ...row, cells: row.cells.map((cell, at) => (row.months!.has(at) ? cell.slice(0, MONTH_LENGTH) : cell)) }
}

/** What is in a column, empty cells left out; of cells that are parted the parts. */
export function textsOf({ rows, base, splits, names }: LookedTable, at: number): string[] {
  const nothing = new Set(base.empty ?? [])
  const split = splits.find(({ column }) => column === names[at])
  const parts = split && makeParts(split.by)
  return rows.flatMap(({ cells }) => {
    const text = cells[at]?.trim() ?? ''
    const all = parts ? parts(text).map((part) => part.trim()) : [text]
    return all.filter((part) => part !== '' && !nothing.has(part))
  })
}

export function shareOf(texts: readonly string[], holds: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(holds).length / texts.length
}

/** Fields of the type that nothing is read for. */
export function lackingOf({ type, fields }: LookedTable): Field[] {
  return fieldsOf(type).filter(({ name }) => !(name in fields))
}

/** Without it no row is right. */
export function isNeeded(type: RecordType, { name, required }: Field): boolean {
  return required === true || keyFieldsOf(type).includes(name)
}

/** Whether a field is read from a column, by its index. */
export function isRead({ fields, names, unpivot }: LookedTable, at: number): boolean {
  const name = names[at]!
  if (Object.values(fields).some((source) => columnsOf(source).includes(name))) return true
  return Array.isArray(unpivot?.columns) && unpivot.columns.includes(name)
}
