import { remember } from '../../../ground/kept.ts'
import { fill, type Words } from '@causeway/shared/words/words'
import { eitherWidth } from '../cells/either-width.ts'
import type { FileColumns } from '../sheets/file-columns.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import type { SplitRows } from './mapping.ts'
import { compilePattern } from '../ground/pattern.ts'
import { CellProblem } from '../ground/row-problem.ts'
import type { SourceRow } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const MOST_PARTS = 1_000

/** One row a part of a cell; several columns side by side. */
export interface RowSplitting {
  /** A problem, at the column of this index, where the parts do not go together. */
  make(row: SourceRow): SourceRow[] | { problem: CellProblem; column: number }
}

/** The pattern that `by` is, written between slashes; null: it is text. */
export function patternOf(by: string): string | null {
  return by.length > 2 && by.startsWith('/') && by.endsWith('/') ? by.slice(1, -1) : null
}

export function makeRowSplitting(asked: readonly SplitRows[], columns: FileColumns): RowSplitting {
  const isAlone = asked.length === 1
  const splits = asked.map(({ column, by }) => {
    const part = makeParts(by)
    return {
      column,
      at: columns.find(column),
      parts: remember((text: string) => withoutEnds(part(text), isAlone)),
    }
  })
  return {
    make(row) {
      const parted = splits.map(({ parts, at, column }) => ({ at, column, parts: parts(columns.text(row, at)) }))
      const count = Math.max(...parted.map(({ parts }) => parts.length))
      if (count > MOST_PARTS) {
        const { column } = parted.find(({ parts }) => parts.length === count)!
        throw new ImportRefused('TOO_MANY_PARTS', {
          ...fill(REFUSALS.SPLIT_TOO_MUCH, { row: row.row, column, count, most: MOST_PARTS }),
          row: row.row,
          column,
        })
      }
      const uneven = parted.find(({ parts }) => parts.length > 1 && parts.length < count)
      if (uneven) return { problem: unevenParts(parted), column: uneven.at }
      if (parted.every(({ parts, at }) => parts.length === 1 && parts[0] === columns.text(row, at))) return [row]
      return Array.from({ length: count }, (_, i) => {
        const cells = [...row.cells]
        const numbers = new Set(row.numbers)
        for (const { at, parts } of parted) {
          while (cells.length < at) cells.push('')
          cells[at] = parts[i] ?? parts[0]!
          if (parts.length > 1) numbers.delete(at)
        }
        return { ...row, cells, ...(row.numbers && { numbers }), origin: row.origin ?? row }
      })
    },
  }
}

function unevenParts(parted: readonly { column: string; parts: string[] }[]): CellProblem {
  const counted = parted.filter(({ parts }) => parts.length > 1)
  const say = (language: keyof Words) =>
    counted
      .map(({ column, parts }) =>
        language === 'zh' ? `「${column}」${parts.length} 段` : `"${column}" has ${parts.length}`,
      )
      .join(language === 'zh' ? '，' : ', ')
  return new CellProblem('UNEVEN_PARTS', fill(REFUSALS.UNEVEN_PARTS, { zh: say('zh'), en: say('en') }))
}

/** The parts of a text, with what is around them. */
export function makeParts(by: string): (text: string) => string[] {
  const source = patternOf(by)
  if (source === null) return (text) => text.split(eitherWidth(by))
  const pattern = compilePattern(source)
  return (text) => {
    const parts: string[] = []
    let rest = text
    for (;;) {
      const match = pattern.match(rest)
      // What matches nothing parts nothing.
      if (!match || match[0] === '') return [...parts, rest]
      parts.push(rest.slice(0, match.index))
      rest = rest.slice(match.index + match[0].length)
      if (parts.length > MOST_PARTS) return [...parts, rest]
    }
  }
}

/** A separator at an end parts nothing. Between two of them is an empty part only where parts of other columns have to fit. */
function withoutEnds(parts: string[], isAlone: boolean): string[] {
  const trimmed = parts.map((part) => part.trim())
  if (isAlone) {
    const filled = trimmed.filter((part) => part !== '')
    return filled.length > 0 ? filled : ['']
  }
  let [from, to] = [0, trimmed.length]
  while (to > 1 && trimmed[to - 1] === '') to--
  while (from < to - 1 && trimmed[from] === '') from++
  return trimmed.slice(from, to)
}
