import type { CellFlaw, SourceRow } from '../ground/source-row.ts'
import { cellTooLong, LONGEST_CELL, LONGEST_ROW, MOST_COLUMNS, rowTooLong, tooManyColumns } from './unreadable.ts'

const QUOTE = 34
const LF = 10
const CR = 13

/**
 * Comma-separated text to rows, a chunk at a time (RFC 4180, read the way Excel reads it). Written here and not taken from a
 * library because an odd quote must be said and cost its own cell: csv-parse drops the rows after one, or, relaxed, is silent.
 */
export class CsvParser {
  readonly #delimiter: number
  #row = 1
  #cells: string[] = []
  #length = 0
  #flaws: Map<number, CellFlaw> | undefined
  /** The part of the cell that came with earlier chunks or before a doubled quote. */
  #cell = ''
  #state: 'start' | 'plain' | 'quoted' | 'quote-seen' = 'start'
  #afterCr = false
  #filled = false

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0)
  }

  /** The rows that `text` completes. */
  push(text: string): SourceRow[] {
    const rows: SourceRow[] = []
    const delimiter = this.#delimiter
    let from = 0
    let at = 0
    if (this.#afterCr && text.length > 0) {
      this.#afterCr = false
      if (text.charCodeAt(0) === LF) from = at = 1
    }
    while (at < text.length) {
      const char = text.charCodeAt(at)
      if (this.#state === 'quoted') {
        const end = text.indexOf('"', at)
        if (end < 0) break
        this.#cell += text.slice(from, end)
        this.#state = 'quote-seen'
        from = at = end + 1
        continue
      }
      if (this.#state === 'quote-seen') {
        if (char === QUOTE) {
          // The second of a doubled quote: it is kept, and the cell goes on.
          this.#state = 'quoted'
          from = at++
          this.#checkLength()
          continue
        }
        if (char !== delimiter && char !== LF && char !== CR) {
          this.#flaw('odd-quote')
          this.#cell += '"'
          this.#state = 'plain'
        }
      }
      if (char === delimiter) {
        this.#endCell(text.slice(from, at))
        from = ++at
      } else if (char === LF || char === CR) {
        this.#endCell(text.slice(from, at))
        this.#endRow(rows)
        at++
        if (char === CR) {
          if (at === text.length) this.#afterCr = true
          else if (text.charCodeAt(at) === LF) at++
        }
        from = at
      } else if (char === QUOTE && this.#state === 'start') {
        this.#state = 'quoted'
        from = ++at
      } else {
        this.#state = 'plain'
        at++
        while (at < text.length) {
          const next = text.charCodeAt(at)
          if (next === delimiter || next === LF || next === CR) break
          at++
        }
      }
    }
    if (from < text.length) this.#cell += text.slice(from)
    this.#checkLength()
    return rows
  }

  /** The row that the end of the file completes, if any. */
  end(): SourceRow[] {
    const rows: SourceRow[] = []
    if (this.#state === 'quoted') this.#flaw('unclosed-quote')
    if (this.#state !== 'start' || this.#cells.length > 0) {
      this.#endCell('')
      this.#endRow(rows)
    }
    return rows
  }

  #flaw(kind: 'odd-quote' | 'unclosed-quote'): void {
    this.#flaws ??= new Map()
    this.#flaws.set(this.#cells.length, { kind })
  }

  #checkLength(): void {
    if (this.#cell.length > LONGEST_CELL) throw cellTooLong(this.#row, this.#cells.length)
  }

  #endCell(rest: string): void {
    const cell = detach(this.#cell === '' ? rest : this.#cell + rest)
    if (cell !== '') this.#filled = true
    this.#cells.push(cell)
    this.#cell = ''
    this.#state = 'start'
    if (this.#cells.length > MOST_COLUMNS) throw tooManyColumns(this.#row)
    this.#length += cell.length
    if (this.#length > LONGEST_ROW) throw rowTooLong(this.#row)
  }

  #endRow(rows: SourceRow[]): void {
    if (this.#filled) rows.push({ row: this.#row, cells: this.#cells, ...(this.#flaws && { flaws: this.#flaws }) })
    this.#row++
    this.#cells = []
    this.#length = 0
    this.#flaws = undefined
    this.#filled = false
  }
}

/**
 * A copy that does not keep the chunk it was cut from in memory: the engine makes a slice of 13 characters or more a view of the
 * whole, and a few thousand remembered cells would hold the whole file.
 */
function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}

/** Comma, semicolon or tab: the one that parts most lines of the sample into the same number of cells. */
export function findDelimiter(sample: string): string {
  return judgeDelimiters(sample).delimiter
}

/** Returns whether a delimiter parts most lines of the sample alike, and at least two. */
export function partsLines(sample: string): boolean {
  const { lines, of } = judgeDelimiters(sample)
  return lines >= 2 && lines * 2 >= of
}

/** Returns whether spaces or bars keep columns apart in several lines, as in a text of fixed widths. */
export function looksSpaced(sample: string): boolean {
  return sample.split(/\r?\n/).filter((line) => /\S( {2,}|\|)\S/.test(line)).length >= 2
}

/** Returns the likeliest delimiter, and how many `lines` it parts into the same number of cells, `of` how many. */
function judgeDelimiters(sample: string): { delimiter: string; lines: number; of: number } {
  let best = { delimiter: ',', lines: 0, of: 0 }
  let bestScore = 0
  for (const delimiter of [',', ';', '\t']) {
    const parser = new CsvParser(delimiter)
    const rows = parser.push(sample)
    if (rows.length < 50) rows.push(...parser.end())
    const linesByWidth = new Map<number, number>()
    for (const { cells } of rows.slice(0, 200))
      linesByWidth.set(cells.length, (linesByWidth.get(cells.length) ?? 0) + 1)
    for (const [width, lines] of linesByWidth) {
      const score = (width - 1) * lines
      if (score > bestScore) [best, bestScore] = [{ delimiter, lines, of: Math.min(rows.length, 200) }, score]
    }
  }
  return best
}
