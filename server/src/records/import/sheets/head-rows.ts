import type { SourceRow } from '../ground/source-row.ts'
import { isColumnOfOurs, REJECT_ROW_HEADER } from './match-header.ts'

/** A header of several rows as one. */
export interface JoinedHeads {
  /** The name of each column: its heads from the top, joined by `/`. */
  headers: string[]
  /** The heads of each column, one a row of the header; empty where one is merged downwards, or there is none. */
  levels: string[][]
}

const BETWEEN = '/'

/** `isText`: the file is text, in which a head merged sideways is followed by empty ones. */
export function joinHeads(rows: readonly SourceRow[], isText: boolean): JoinedHeads {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const at = (level: number, column: number) => rows[level]!.cells[column]?.trim() ?? ''
  const levels = Array.from({ length: width }, (_, column) =>
    rows.map((row, level) => {
      const text = at(level, column)
      if (level === 0) return text
      const isBelowItself = row.fromAbove?.has(column) || text === at(level - 1, column)
      return isBelowItself ? '' : text
    }),
  )
  if (isText) fillSideways(levels, rows.length)
  return { headers: levels.map((heads) => heads.filter((text) => text !== '').join(BETWEEN)), levels }
}

/** Saved as text, 人数 over 男 and 女 is 人数 and an empty cell: a head without one above it is under the one to the left. */
function fillSideways(levels: string[][], depth: number): void {
  for (let level = 0; level < depth - 1; level++)
    levels.forEach((heads, column) => {
      const before = levels[column - 1]
      const hasUnder = (one: string[]) => one.slice(level + 1).some((text) => text !== '')
      if (before && heads[level] === '' && hasUnder(heads) && hasUnder(before)) heads[level] = before[level]!
    })
}

/** The heads of a name that was joined, as far as the name tells them. */
export function partHeads(name: string, depth: number): string[] {
  const parts = name.split(BETWEEN)
  const heads = parts.length <= depth ? parts : [...parts.slice(0, depth - 1), parts.slice(depth - 1).join(BETWEEN)]
  return Array.from({ length: depth }, (_, level) => heads[level] ?? '')
}

/** Of a file of wrong rows, whose heads were joined when it was written: those of each column; null: it is another, or none were. */
export function joinedBefore(headers: readonly string[]): string[][] | null {
  const depth = Math.max(...headers.map((text) => (isColumnOfOurs(text) ? 1 : text.split(BETWEEN).length)))
  if (!headers.includes(REJECT_ROW_HEADER) || depth === 1) return null
  return headers.map((text) => (isColumnOfOurs(text) ? [text] : partHeads(text, depth)))
}

/** Rows without anything in them are not among the first rows of a table, but count. */
export function rowsOfHeader(head: readonly SourceRow[], at: number, depth: number): SourceRow[] {
  const first = head[at]!.row
  return head.slice(at, at + depth).filter(({ row }) => row < first + depth)
}
