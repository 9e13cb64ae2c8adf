import { fill } from '@causeway/shared/words/words'
import type { FileColumns } from '../sheets/file-columns.ts'
import type { FoundHeader } from '../sheets/find-header.ts'
import { partHeads } from '../sheets/head-rows.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import type { Mapping, Unpivot } from './mapping.ts'
import { compilePattern } from '../ground/pattern.ts'
import { isTotalHead } from '../sheets/sheet-lines.ts'
import { columnLetters, type CellPlace, type SourceRow } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const MOST_UNPIVOTED = 1_000

/** One row a filled cell of some columns. */
export interface Unpivoting {
  /** Of the rows that are made: those of the file, and after them what the heads and the cell are called. */
  headers: string[]
  /** Indexes of the columns that make rows. */
  columns: readonly number[]
  make(row: SourceRow): SourceRow[]
}

/** `isHeadcount`: a cell of 0 says that there is nobody, and makes no row. `lineOf`: of the mapping. */
export function makeUnpivoting(
  { columns: asked, names, values }: Unpivot,
  header: FoundHeader,
  columns: FileColumns,
  { isHeadcount, lineOf }: { isHeadcount: boolean; lineOf: Mapping['lineOf'] },
): Unpivoting {
  const picked = pickColumns(asked, header, columns, lineOf)
  if (picked.length > MOST_UNPIVOTED)
    throw new ImportRefused('TOO_MANY_PARTS', {
      ...fill(REFUSALS.UNPIVOT_TOO_WIDE, { count: picked.length, most: MOST_UNPIVOTED }),
      row: header.row,
    })
  const made = [...names, values]
  const taken = made.find((name) => columns.find(name) !== -1)
  if (taken !== undefined)
    throw new ImportRefused('DUPLICATE_COLUMN', {
      ...fill(REFUSALS.NAME_IS_A_COLUMN, { name: taken }),
      row: header.row,
      column: taken,
    })
  const width = header.headers.length
  const sources = picked.map((at) => {
    const heads = header.levels?.[at] ?? partHeads(header.headers[at]!, names.length)
    const place: CellPlace = { at, header: header.headers[at]! }
    return { at, heads, from: new Map(made.map((_, i) => [width + i, place])) }
  })
  const value = width + names.length
  return {
    headers: [...header.headers, ...made],
    columns: picked,
    make(row) {
      const rows: SourceRow[] = []
      for (const { at, heads, from } of sources) {
        const text = columns.text(row, at)
        if (text === '' || (isHeadcount && isNobody(text))) continue
        const cells = row.cells.slice(0, width)
        while (cells.length < width) cells.push('')
        cells.push(...heads, row.cells[at] ?? '')
        rows.push({
          ...row,
          cells,
          ...marksOf(row, at, value),
          from: placesOf(row, width, cells, from),
          origin: row.origin ?? row,
        })
      }
      return rows
    },
  }
}

function pickColumns(
  asked: string | string[],
  { headers, row }: FoundHeader,
  columns: FileColumns,
  lineOf: Mapping['lineOf'],
): number[] {
  if (typeof asked !== 'string') return [...new Set(asked.map((name) => columns.find(name)))]
  const pattern = compilePattern(asked)
  // A total of others is compared with them, and is no row beside them.
  const isTotal = (text: string) => isTotalHead(text.slice(text.lastIndexOf('/') + 1))
  const picked = headers.flatMap((text, at) =>
    text !== '' && !isTotal(text) && pattern.match(text.normalize('NFKC')) !== null ? [at] : [],
  )
  if (picked.length > 0) return picked
  const seen = headers.filter((text) => text !== '').slice(0, 12)
  const line = lineOf?.(asked) ?? '?'
  throw new ImportRefused('MISSING_COLUMN', {
    ...fill(REFUSALS.NO_COLUMN_MATCHES, { pattern: asked, line, zh: seen.join('、'), en: seen.join(', ') }),
    row,
    column: asked,
  })
}

function isNobody(text: string): boolean {
  return /^0+(?:\.0+)?\s*[人名]?$/.test(text.normalize('NFKC'))
}

/** What is known of the cell that makes the row, as it is of the row's cell of values. */
function marksOf({ flaws, fromAbove, fromLeft, numbers }: SourceRow, at: number, value: number): Partial<SourceRow> {
  const flaw = flaws?.get(at)
  return {
    ...(flaw && { flaws: new Map([...flaws!, [value, flaw]]) }),
    ...(fromLeft?.has(at) && { fromLeft: new Set([...fromLeft, value]) }),
    ...(fromAbove?.has(at) && { fromAbove: new Set([...fromAbove, value]) }),
    ...(numbers?.has(at) && { numbers: new Set([...numbers, value]) }),
  }
}

/**
 * Where in the file the cells of a row that is made are. `made`: of those after the columns of the file, as on a sheet that is read
 * alone. Cells past the last head come after these, so that they are found as in any row.
 */
function placesOf(
  row: SourceRow,
  width: number,
  cells: string[],
  made: ReadonlyMap<number, CellPlace>,
): ReadonlyMap<number, CellPlace> {
  if (!row.from && row.cells.length <= width) return made
  const placeAt = (at: number, header: string) => row.from?.get(at) ?? { at, header }
  const places = new Map([...(row.from ?? [])].filter(([at]) => at < width))
  for (const [at, { at: source, header }] of made) places.set(at, placeAt(source, header))
  for (let at = width; at < row.cells.length; at++) {
    places.set(cells.length, placeAt(at, columnLetters(at)))
    cells.push(row.cells[at]!)
  }
  return places
}
