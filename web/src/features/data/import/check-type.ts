import type { ImportReport } from '../../../graph/generated.ts'
import { readImport } from './import-draft.ts'
import { changeTable, tablesOn } from './import-tables.ts'
import { changesOf, takeMoves } from './taken-moves.ts'
import type { ImportDesk } from './use-import.ts'

/**
 * Looks at a table whose type was chosen. A header that was seen to be of several rows before stays one. `seen`: what was known of it
 * until then.
 */
export async function checkType(desk: ImportDesk, id: number, seen: ImportReport | undefined): Promise<void> {
  await desk.check('check')
  const depth = seen?.head.filter(({ role }) => role === 'HEADER').length ?? 0
  if (seen?.recordType !== null || depth < 2) return
  const table = tablesOn(readImport()).find((one) => one.id === id)
  const report = readImport().reports.get(id)
  const deep = report?.moves.find(({ kind }) => kind === 'HEADER_ROWS')
  if (!table || !report || !deep || table.taken.length > 0) return
  changeTable(id, takeMoves(table, report, [changesOf(deep)]))
  await desk.check('check')
}
