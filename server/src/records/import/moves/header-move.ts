import { fill } from '@causeway/shared/words/words'
import { joinHeads } from '../sheets/head-rows.ts'
import { nameOf } from './reading-as-mapping.ts'
import type { SourceRow } from '../ground/source-row.ts'
import { skipOf, type LookedTable } from './looked-table.ts'
import { MOST_EXAMPLES, type Move } from './move.ts'
import WORDS from './moves.json' with { type: 'json' }

const MOST_ROWS = 4
const NUMERIC = /^[\d.,%/—–-]+$/

/** The header as the rows that it may have, where merged heads, or heads under empty ones, speak for several. */
export function headerMove(table: LookedTable): Move | null {
  const { base, isOwn, head, headerRow, isText } = table
  if (!isOwn || base.header_rows !== undefined) return null
  const found = head.findIndex(({ row }) => row === headerRow)
  if (found < 0) return null
  let [from, to] = [found, found]
  while (from > 0 && to - from < MOST_ROWS && isUnder(head[from]!, head[from - 1]!)) from--
  while (head[to + 1] && to - from < MOST_ROWS && isUnder(head[to + 1]!, head[to]!)) to++
  const rows = head.slice(from, to + 1)
  if (rows.length < 2 || rows.some(({ row }, at) => row !== rows[0]!.row + at)) return null
  const { headers } = joinHeads(rows, isText)
  const fields = fieldsUnder(table, headers)
  if (Object.keys(fields).length === 0) return null
  const joined = headers.flatMap((text, at) => (text.includes('/') ? [at] : []))
  return {
    ...{ id: 'header-rows', kind: 'HEADER_ROWS', isSure: true },
    columns: joined,
    words: fill(WORDS.HEADER_ROWS, { n: rows.length }),
    examples: joined.slice(0, MOST_EXAMPLES).map((at) => ({
      before: rows.map(({ cells }) => cells[at]?.trim() ?? '').join(' | '),
      after: headers[at]!,
    })),
    changes: [
      [['header_rows'], rows.length],
      [['fields'], fields],
      [['skip'], skipOf(head, headers)],
      [['made_for'], null],
    ],
  }
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

/** The fields of one column each, by the names that the columns get. */
function fieldsUnder({ columns, fields, names }: LookedTable, headers: readonly string[]): Record<string, unknown> {
  const ofColumns = columns.flatMap(({ index, field, suggestions }) => {
    const meant = field ?? suggestions[0]
    return meant && headers[index] !== undefined ? [{ index, name: meant.name }] : []
  })
  const byField = Map.groupBy(ofColumns, ({ name }) => name)
  const alone = ofColumns.filter(({ name }) => byField.get(name)!.length === 1)
  const others = Object.entries(fields).filter(
    ([name, source]) => !byField.has(name) && !(typeof source === 'string' && names.includes(source)),
  )
  return Object.fromEntries([...alone.map(({ index, name }) => [name, nameOf(headers, index)]), ...others])
}
