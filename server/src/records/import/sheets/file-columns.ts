import { fill } from '@causeway/shared/words/words'
import { kept } from '../../../ground/kept.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import { foldHeader } from './match-header.ts'
import { columnIndex, columnLetters, type SourceRow } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** The columns of a file, as a mapping names them. */
export interface FileColumns {
  readonly headers: readonly string[]
  /** By its header, or by its letter as in `=C`; -1: the file lacks it. Throws `DUPLICATE_COLUMN` where the header is twice. */
  find(name: string): number
  header(at: number): string
  /** The cell's text, trimmed; empty where it says that nothing is there. */
  text(row: SourceRow, at: number): string
}

const BY_LETTER = /^=([A-Z]{1,3})$/i

/** A column named by its letter. */
export function isLetter(name: string): boolean {
  return BY_LETTER.test(name)
}

/** `empty`: what says that nothing is in a cell, folded. */
export function makeColumns(
  { headers, row: headerRow }: { headers: readonly string[]; row: number },
  empty: ReadonlySet<string>,
): FileColumns {
  const places = new Map<string, number[]>()
  headers.forEach((text, i) => kept(places, foldHeader(text), () => []).push(i))
  places.delete('')
  return {
    headers,
    find(name) {
      const letters = places.has(foldHeader(name)) ? undefined : BY_LETTER.exec(name)?.[1]
      if (letters !== undefined) {
        const at = columnIndex(letters)
        return at < headers.length ? at : -1
      }
      const [at = -1, ...others] = places.get(foldHeader(name)) ?? []
      if (others.length === 0) return at
      const [a, b] = [columnLetters(at), columnLetters(others.at(-1)!)]
      throw new ImportRefused('DUPLICATE_COLUMN', {
        ...fill(REFUSALS.DUPLICATE_COLUMN, { a, b, name }),
        row: headerRow,
        column: name,
      })
    },
    header: (at) => headers[at] ?? '',
    text(row, at) {
      const text = (row.cells[at] ?? '').trim()
      return text !== '' && empty.size > 0 && empty.has(foldValue(text)) ? '' : text
    },
  }
}

/** As values are compared: width does not tell them apart. */
export function foldValue(text: string): string {
  return text.normalize('NFKC').trim()
}
