import { expect, test } from 'vitest'
import { newDraft, type Draft, type ReadingChange } from '../../../web/src/features/data/import/import-draft.ts'
import { takeMoves, undoMove } from '../../../web/src/features/data/import/taken-moves.ts'
import type { ImportReport } from '../../../web/src/graph/generated.ts'

const BASE = '{"type":"mobility","fields":{"person":"学号"}}'
const about = { institution: 'X', everywhere: false, file: new File([], 'a.csv'), type: 'mobility', forUnit: null }

function take(draft: Draft, id: string, changes: ReadingChange[], kind: 'RANGE' | 'HEADER_ROWS' = 'RANGE'): Draft {
  const report = { reading: draft.reading ?? BASE } as ImportReport
  return { ...draft, ...takeMoves(draft, report, [{ id, kind, sentence: id, columns: [3], changes }]) }
}

const read = ({ reading }: Draft) => reading && (JSON.parse(reading) as object)

test('a move that is undone leaves those that were taken after it, unless it made other columns', () => {
  const begun = {
    ...newDraft(about),
    columns: { 1: 'country', 3: 'start' },
    constants: { end: '2023-01-01', direction: 'out' },
  }
  const first = take(begun, 'range', [[['fields', 'end'], { column: '起止', range: 'end' }]])
  // What was chosen of the column that it reads, or said of the field, gave way.
  expect(first).toMatchObject({ columns: { 1: 'country' }, constants: { direction: 'out' } })
  expect(Object.keys(first.columns)).toEqual(['1'])
  const both = take(first, 'create', [
    [['create'], ['programme']],
    [['fields', 'person'], null],
  ])
  expect(read(both)).toEqual({
    type: 'mobility',
    fields: { end: { column: '起止', range: 'end' } },
    create: ['programme'],
  })

  expect(read({ ...both, ...undoMove(both, 'create') })).toEqual(read(first))
  const back = { ...first, ...undoMove(first, 'range') }
  expect([back.reading, back.columns, back.taken]).toEqual([null, begun.columns, []])
  const third = take(both, 'third', [
    [
      ['terms', '秋'],
      ['2023-09-01', '2024-01-15'],
    ],
  ])
  const without = { ...third, ...undoMove(third, 'create') }
  expect(read(without)).toEqual({ ...read(first), terms: { 秋: ['2023-09-01', '2024-01-15'] } })
  expect(without.taken.map(({ id }) => id)).toEqual(['range', 'third'])
  // A second undo knows nothing of the first.
  expect(read({ ...without, ...undoMove(without, 'third') })).toEqual(read(first))

  // Taken together, the first is undone by itself too.
  const moves = (['a', 'b'] as const).map((id) => ({ ...{ id, kind: 'RANGE' as const, sentence: id, columns: [] } }))
  const together = takeMoves(begun, { reading: BASE } as ImportReport, [
    { ...moves[0]!, changes: [[['create'], ['programme']]] },
    { ...moves[1]!, changes: [[['empty'], ['/']]] },
  ])
  const one = { ...begun, ...together, ...undoMove({ ...begun, ...together }, 'a') }
  expect([read(one), one.taken.map(({ id }) => id)]).toEqual([{ ...JSON.parse(BASE), empty: ['/'] }, ['b']])
  expect(undoMove(one, 'b').taken).toEqual([])

  const header = take(first, 'header', [[['header_rows'], 2]], 'HEADER_ROWS')
  const later = take(header, 'later', [[['create'], ['programme']]])
  const undone = { ...later, ...undoMove(later, 'header') }
  expect([read(undone), undone.taken.length]).toEqual([read(first), 1])
})
