import type { SourceRow } from '@causeway/server/records/import/ground/source-row'
import { joinHeads } from '@causeway/server/records/import/sheets/head-rows'
import { ImportPreview } from '@causeway/server/records/import/report/import-preview'
import { NOTHING_CHOSEN } from '@causeway/server/records/import/columns/chosen-reading'
import { matchColumns } from '@causeway/server/records/import/columns/matched-columns'
import { readingOf } from '@causeway/server/records/import/moves/looked-table'
import type { MappingChange } from '@causeway/server/records/import/moves/move'
import { offerMoves } from '@causeway/server/records/import/moves/offer-moves'
import { parseMapping } from '@causeway/server/records/import/mapping/read-mapping'
import { recordTypeOf } from '@causeway/server/records/record-types'

/** A table as a text file has it; its first line is the header. */
export function preview(type: string, lines: string[], text: string | null = null, depth = 1): ImportPreview {
  const head = lines.map((line, at): SourceRow => ({ row: at + 1, cells: line.split(',') }))
  const { headers, levels } = joinHeads(head.slice(0, depth), true)
  const header = { headers, row: 1, headRows: [headers], ...(depth > 1 && { levels }) } as Parameters<
    typeof matchColumns
  >[1]
  const one = new ImportPreview()
  one.isOf(recordTypeOf(type), null)
  one.headerRow = 1
  one.columns = matchColumns(recordTypeOf(type), header, new Map(), head).map((column) => ({
    ...column,
    samples: [],
    wrong: 0,
  }))
  one.reading = { headers, levels: depth > 1 ? levels : null, head, chosen: NOTHING_CHOSEN, text }
  return one
}

export const ids = (one: ImportPreview) => offerMoves(one).map(({ id, isSure }) => (isSure ? id : `? ${id}`))

/** The reading with one move taken, or with all that are sure; it is a mapping that holds. */
export function taken(one: ImportPreview, asked?: string): Record<string, unknown> {
  const reading = readingOf(one) as Record<string, unknown>
  for (const { id, isSure, changes } of offerMoves(one))
    if (asked === undefined ? isSure : id === asked) put(reading, changes)
  parseMapping('taken', JSON.stringify(reading))
  return reading
}

function put(reading: Record<string, unknown>, changes: readonly MappingChange[]): void {
  for (const [path, value] of changes) {
    let at: Record<string, unknown> = reading
    for (const key of path.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>
    if (value === null) delete at[path.at(-1)!]
    else at[path.at(-1)!] = value
  }
}
