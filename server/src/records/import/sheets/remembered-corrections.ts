import { fill } from '@causeway/shared/words/words'
import { cellName, sheetAndRow, type SourceRow } from '../ground/source-row.ts'
import { foldValue, makeColumns } from './file-columns.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** By column, as a mapping names it: texts of cells, and what to read in their place. */
export type CorrectionsByColumn = Readonly<Record<string, Readonly<Record<string, string | number>>>>

/** A text of a column that a mapping corrects, as far as the file has it. */
export interface RememberedCorrection {
  /** As the mapping names it. */
  column: string
  /** Index of the column. */
  at: number
  /** As the mapping has it. */
  text: string
  value: string
  /** In how many cells it was corrected. */
  count: number
  /** The first row that has it. */
  first: SourceRow | null
}

/** Corrects cells as the mapping remembers it from the file before, and counts them. A cell that a user corrected in this file is left. */
export class RememberedCorrections {
  readonly #byColumn = new Map<number, Map<string, RememberedCorrection>>()

  constructor(corrections: CorrectionsByColumn, header: { headers: readonly string[]; row: number }) {
    const columns = makeColumns(header, new Set())
    for (const [column, texts] of Object.entries(corrections)) {
      const at = columns.find(column)
      if (at < 0) continue
      const known = this.#byColumn.get(at) ?? new Map<string, RememberedCorrection>()
      this.#byColumn.set(at, known)
      for (const [text, value] of Object.entries(texts))
        known.set(foldValue(text), { column, at, text, value: String(value), count: 0, first: null })
    }
  }

  /** Returns the corrections that apply to a row, and counts them. */
  of(row: SourceRow): { column: number; value: string }[] {
    return [...this.#byColumn].flatMap(([at, known]) => {
      const found = known.get(foldValue(row.cells[at] ?? ''))
      if (!found || (row.asInFile && row.asInFile[at] !== row.cells[at])) return []
      found.count++
      found.first ??= row
      return [{ column: at, value: found.value }]
    })
  }

  /** Those that the file had a cell for. */
  list(): RememberedCorrection[] {
    return [...this.#byColumn.values()].flatMap((known) => [...known.values()].filter(({ count }) => count > 0))
  }

  /** One warning for each of them. */
  findings() {
    return this.list().map(({ column, at, text, value, count, first }) => {
      const cell = cellName(first!, first!.from?.get(at) ?? { at, header: column })
      const { zh, en } = fill(REFUSALS.CORRECTED_AGAIN, { text, value: value || '—', count })
      return {
        ...{ ...sheetAndRow(first!), column, code: 'CORRECTED_AGAIN' as const, value: text },
        message: { zh: `${cell} 「${column}」：${zh}`, en: `${cell} "${column}": ${en}` },
      }
    })
  }
}
