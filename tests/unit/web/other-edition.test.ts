import { expect, it } from 'vitest'
import { newDraft, type Draft } from '../../../web/src/features/data/import/import-draft.ts'
import {
  isUnplaced,
  knownAgain,
  placedAgain,
  tablesAgain,
} from '../../../web/src/features/data/import/other-edition.ts'
import { toInput } from '../../../web/src/features/data/import/to-input.ts'
import type { ImportReport } from '../../../web/src/graph/generated.ts'

const cell = { column: 0, field: null, header: '国家', before: '太国', value: '泰国' }
const said: Draft = {
  ...newDraft({ institution: 'X', everywhere: false, type: 'mobility', forUnit: null, file: new File([], 'a.csv') }),
  fileHash: 'h',
  constants: { purpose: 'study' },
  heads: ['国家', '目的', '备注'],
  columns: { 0: 'country', 1: 'purpose', 2: 'note' },
  corrections: [
    { row: 3, sheet: null, content: 'three', ...cell },
    { row: 4, sheet: null, content: 'four', ...cell },
  ],
  leaveOut: [
    { row: 5, sheet: null, content: 'five' },
    { row: 9, sheet: null, content: null },
  ],
}

it('a file that comes again is looked at with all that was said of it, and rows are known by what is in them', () => {
  const file = new File(['x'], 'a.csv')
  expect(tablesAgain([said], new File([], 'b.csv'), 'X')).toEqual([])
  expect(tablesAgain([said], file, 'Y')).toEqual([])
  expect(tablesAgain([{ ...said, columns: {}, constants: {}, corrections: [], leaveOut: [] }], file, 'X')).toEqual([])
  const [again] = tablesAgain([said], file, 'X')
  expect(again).toMatchObject({ file, fileHash: null, constants: { purpose: 'study' }, isOtherEdition: true })
  expect(again!.id).not.toBe(said.id)
  // First its columns are looked for, with nothing that was said of them.
  expect(isUnplaced(again!)).toBe(true)
  const look = toInput(again!, { dryRun: true, figures: false })
  expect([look.columns, look.corrections, look.leaveOutOn, look.constants]).toEqual([
    ...[null, [], []],
    [{ field: 'purpose', value: 'study' }],
  ])
  const placed = { ...again!, ...placedAgain(again!, ['目的', '新', '国家']) }
  expect([placed.columns, placed.corrections[0]!.column, placed.carried]).toEqual([
    ...[{ 0: 'purpose', 2: 'country' }, 2],
    { kept: 0, dropped: ['备注'] },
  ])
  const input = toInput(placed, { dryRun: true, figures: false })
  expect(input.headsWere).toEqual(said.heads)
  expect(input.corrections).toMatchObject([{ row: 3, content: 'three' }, { content: 'four' }])
  expect([input.leaveOut, input.leaveOutOn]).toEqual([
    [],
    [{ row: 5, sheet: null, content: 'five' }, expect.anything()],
  ])

  const report = (rowsRead: number, ...rows: [was: number, row: number][]) =>
    ({
      rowsRead,
      rowsAgain: rows.map(([was, row]) => ({ was, wasOn: null, row, sheet: null })),
    }) as unknown as ImportReport
  // Refused before a row was read, nothing is known of them.
  expect([knownAgain(placed, report(0)), knownAgain(again!, report(7))]).toEqual([{}, {}])
  const now = { ...placed, ...knownAgain(placed, report(7, [3, 4], [5, 2])) }
  expect(now).toMatchObject({ corrections: [{ row: 4, content: 'three' }], leaveOut: [{ row: 2, content: 'five' }] })
  expect([now.isOtherEdition, now.carried]).toEqual([false, { kept: 2, dropped: ['备注', '4 国家', '9'] }])
  expect(toInput(now, { dryRun: true, figures: false })).toMatchObject({ leaveOut: [2], leaveOutOn: [] })
})
