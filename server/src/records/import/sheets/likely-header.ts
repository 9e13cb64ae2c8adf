import type { SourceRow } from '../ground/source-row.ts'

const MOST_ROWS = 4
const NUMERIC = /^[\d.,%/—–-]+$/
/** So much of what a full row has makes a row full. */
const FULL = 0.6

/** Where the header of a table seems to be, whatever it says: the first row, under titles, that is as full as those below; null: nowhere. */
export function likelyHeader(head: readonly SourceRow[]): { row: number; depth: number } | null {
  const widths = head.map(({ cells }) => new Set(cells.map((cell) => cell.trim()).filter((text) => text !== '')).size)
  const usual = widths.toSorted((a, b) => b - a)[Math.floor(widths.length / 3)] ?? 0
  const at = widths.findIndex((width) => width > 1 && width >= usual * FULL)
  if (at < 0 || at === head.length - 1) return null
  const { from, to } = headerAround(head, at)
  return { row: head[from]!.row, depth: to - from + 1 }
}

/** The rows around one of a header that seem to be of it, where merged heads, or heads under empty ones, speak for several. */
export function headerAround(head: readonly SourceRow[], found: number): { from: number; to: number } {
  let [from, to] = [found, found]
  while (from > 0 && to - from < MOST_ROWS && isUnder(head[from]!, head[from - 1]!)) from--
  while (head[to + 1] && to - from < MOST_ROWS && isUnder(head[to + 1]!, head[to]!)) to++
  return { from, to }
}

/**
 * Heads that are merged downwards are there again in the lower row. Where nothing is merged, as in a text file, they are empty below, or
 * to the right. Under a title no cell is empty.
 */
function isUnder(lower: SourceRow, upper: SourceRow): boolean {
  const text = (row: SourceRow, at: number) => row.cells[at]?.trim() ?? ''
  const width = Math.max(lower.cells.length, upper.cells.length)
  const columns = Array.from({ length: width }, (_, at) => at)
  const merged = columns.some((at) => lower.fromAbove?.has(at) && text(lower, at) !== '')
  const sideways = columns.some((at) => upper.fromLeft?.has(at) && !lower.fromAbove?.has(at))
  if (merged && sideways) return true
  const isUnderOther = (at: number) =>
    text(lower, at) !== '' && (text(upper, at) === '' || [at - 1, at + 1].some((near) => isAlike(upper, at, near)))
  const isBelowNone = (at: number) => text(lower, at) === '' || text(lower, at) === text(upper, at)
  const under = columns.filter((at) => !isBelowNone(at))
  const isHead = under.every((at) => !NUMERIC.test(text(lower, at)))
  const goesDown = columns.some((at) => isBelowNone(at) && text(upper, at) !== '')
  return goesDown && under.length > 1 && isHead && under.every((at) => isUnderOther(at) || text(upper, at + 1) === '')
}

function isAlike({ cells }: SourceRow, at: number, near: number): boolean {
  return near >= 0 && (cells[near] ?? '').trim() === (cells[at] ?? '').trim()
}
