import { fill } from '@causeway/shared/words/words'
import { joinHeads } from '../sheets/head-rows.ts'
import { nameOf } from './column-names.ts'
import { headerAround } from '../sheets/likely-header.ts'
import { skipOf, type LookedTable } from './looked-table.ts'
import { MOST_EXAMPLES, type Move } from './move.ts'
import WORDS from './moves.json' with { type: 'json' }

/** The header as the rows that it may have, where merged heads, or heads under empty ones, speak for several. */
export function headerMove(table: LookedTable): Move | null {
  const { base, isOwn, head, headerRow, isText } = table
  if (!isOwn || base.header_rows !== undefined) return null
  const found = head.findIndex(({ row }) => row === headerRow)
  if (found < 0) return null
  const { from, to } = headerAround(head, found)
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
      [['skip'], skipOf(head.slice(to + 1), headers)],
      [['made_for'], null],
    ],
  }
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
