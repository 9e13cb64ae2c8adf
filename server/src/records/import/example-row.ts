import { isUntouchedExample } from '../example-row.ts'
import type { RecordType } from '../record-type.ts'
import type { SourceRow } from './source-row.ts'

/** Tells the example that a template came with, as long as nobody has changed it. `columns`: index of each field's cell. */
export function makeExampleCheck(type: RecordType, columns: ReadonlyMap<string, number>): (row: SourceRow) => boolean {
  // Without its note the row cannot be told: asking costs nothing for the files of others.
  if (!columns.has('note')) return () => false
  return (row) =>
    isUntouchedExample(type, (field) => {
      const at = columns.get(field)
      return at === undefined ? undefined : (row.cells[at] ?? '')
    })
}
