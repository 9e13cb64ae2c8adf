import { expect, it } from 'vitest'
import { newDraft, NOTHING_CHOSEN, readImport, setImport } from '../../../web/src/features/data/import/import-draft.ts'
import { openTable, settle, tablesOf, tablesOn } from '../../../web/src/features/data/import/import-tables.ts'
import type { WholeReport } from '../../../web/src/graph/generated.ts'

const begun = { institution: 'X', everywhere: false, type: null, forUnit: null }

function part(table: number, sheets: string[], type: string, rowsRead = 0) {
  const recordType = { name: type, label: type, fields: [] }
  const file = { mapping: null, fileHash: null, columns: [{ header: '学号' }] }
  return { table, tableSheets: sheets, recordType, ...file, problemCount: 0, rowsRead }
}

const FOUND = [
  { table: 0, name: 'stays', leftOut: null, why: null },
  { table: 0, name: 'notes', leftOut: 'NO_HEADER', why: 'no header' },
  { table: 0, name: 'staff', leftOut: null, why: null },
]

function whole(parts: ReturnType<typeof part>[]): WholeReport {
  return { refused: false, rowsRead: 0, parts, sheetsFound: FOUND } as unknown as WholeReport
}

it('a workbook that is split by its first rows keeps its tables, and the one looked at, once all rows are counted', () => {
  const [workbook, file] = ['a.xlsx', 'b.csv'].map((name) => newDraft({ ...begun, file: new File([], name) }))
  setImport({ ...NOTHING_CHOSEN, draft: workbook!, aside: [{ ...file!, choice: workbook!.choice }] })
  const sent = tablesOn(readImport())
  settle(
    'check',
    whole([part(0, ['stays'], 'mobility'), part(0, ['staff'], 'staff'), part(1, [], 'event')]),
    sent,
    'X',
    false,
  )
  const ids = tablesOf(readImport()).map(({ id }) => id)
  expect(tablesOf(readImport()).map(({ sheet, isOn, type }) => [sheet, isOn, type])).toEqual([
    ['stays', true, 'mobility'],
    ['notes', false, null],
    ['staff', true, 'staff'],
    [null, true, 'event'],
  ])
  openTable(ids[3]!)
  const counted = [part(1, [], 'event', 3), part(0, ['staff'], 'staff', 2), part(0, ['stays'], 'mobility', 1)]
  settle('check', whole(counted), sent, 'X')
  const { draft, report, reports } = readImport()
  expect(tablesOf(readImport()).map(({ id }) => id)).toEqual(ids)
  expect(ids.map((id) => reports.get(id)?.rowsRead)).toEqual([1, undefined, 2, 3])
  expect([draft?.id, report?.rowsRead]).toEqual([ids[3], 3])
})
