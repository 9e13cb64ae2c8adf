import { describe, expect, it } from 'vitest'
import { newDraft, withCorrection } from '../../../web/src/features/data/import/import-draft.ts'
import { toInput } from '../../../web/src/features/data/import/to-input.ts'
import type { ImportReport, OwedReport as Owed } from '../../../web/src/graph/generated.ts'
import { countRight } from '../../../web/src/features/data/import/import-query.ts'
import { type MissingData, byUnit, byYear, countStates, listDue } from '../../../web/src/features/data/reporting.ts'
import DUE from './due.json' with { type: 'json' }

const TYPES = [
  { name: 'programme', label: 'Programme' },
  { name: 'mobility', label: 'Mobility' },
  { name: 'event', label: 'Event' },
]

function held(name: string, unit: string | null, state: 'RECORDS' | 'NOTHING' | 'UNREPORTED', records = 0) {
  return { type: { name }, unit, state, records, lastImport: null }
}

function missing(completeness: ReturnType<typeof held>[], owed: Owed[]): MissingData {
  return {
    y0: {
      year: 2020,
      start: '2020-09-01',
      end: '2021-08-31',
      partial: false,
      completeness,
      owed,
      findings: [],
      outliers: [],
      uncomputed: [
        {
          indicator: { id: 'events', code: 'PF07', name: 'Events' },
          gap: 'NO_RECORDS',
          missing: [{ type: { name: 'event' }, label: 'Event' }],
        },
      ],
    },
    y1: null,
    y2: null,
    y3: null,
    y4: null,
    y5: null,
    recordTypes: TYPES,
    units: null,
  }
}

describe('who is due', () => {
  it('is the whole college first, with the indicators that wait for it, then unit by unit', () => {
    const owed = (name: string, unit: string | null, direction: string | null = null) => ({
      ...{ type: { name, label: name }, unit, direction, audience: null },
    })
    const due = listDue(
      missing([], [owed('event', null), owed('mobility', null, 'in'), owed('event', 'A'), owed('programme', 'A')]),
    )
    expect(
      due.map(({ unit, items }) => [unit, items.map(({ type, indicators }) => [type.name, indicators.length])]),
    ).toEqual(DUE)
  })
})

describe('what there is', () => {
  it('is by type and year, in the order of the types, and is counted by state', () => {
    const year = missing([held('event', null, 'NOTHING'), held('mobility', null, 'RECORDS', 7)], []).y0!
    const rows = byYear(TYPES, [year])
    expect(rows.map(({ type, cells }) => [type.name, cells[0]?.state, cells[0]?.records])).toEqual([
      ['mobility', 'RECORDS', 7],
      ['event', 'NOTHING', 0],
    ])
    expect(countStates(year)).toEqual({ RECORDS: 1, NOTHING: 1, UNREPORTED: 0 })
  })

  it('is by unit with an empty place where nothing is expected', () => {
    const year = missing([held('event', 'A', 'RECORDS', 2), held('programme', 'B', 'UNREPORTED')], []).y0!
    const rows = byUnit(TYPES, year, ['A', 'B'], [])
    expect(rows.map(({ type, cells }) => [type.name, cells.map((cell) => cell?.records ?? null)])).toEqual([
      ['event', [2, null]],
    ])
  })
})

describe('what a person says of a file', () => {
  const one = {
    row: 3,
    sheet: null,
    content: null,
    column: 4,
    field: null,
    header: 'Country',
    before: '太国',
    value: '泰国',
  }

  it('remembers what stood in a cell through every change of it, and forgets a change that was undone', () => {
    const twice = withCorrection(withCorrection([], one), { ...one, before: '泰国', value: '老挝' })
    expect(twice).toEqual([{ ...one, value: '老挝' }])
    expect(withCorrection(twice, { ...one, before: '老挝', value: '太国' })).toEqual([])
    expect(withCorrection(twice, { ...one, sheet: '2023' })).toHaveLength(2)
  })

  it('goes to the server as it is; beside a mapping columns that it does not know are chosen, and other values for all rows', () => {
    const draft = {
      ...newDraft({
        ...{ institution: 'demo', everywhere: false, type: 'mobility', forUnit: null },
        file: new File(['x'], 'x.csv'),
      }),
      columns: { 1: 'direction', 2: null },
      constants: { unit: 'A', purpose: ' ' },
      corrections: [one],
      leaveOut: [
        { row: 7, sheet: null, content: null },
        { row: 7, sheet: '2023', content: null },
      ],
      replacesYear: 2023,
    }
    const input = toInput(draft, { dryRun: true, figures: false })
    expect(input.columns).toEqual([
      { column: 1, field: 'direction' },
      { column: 2, field: null },
    ])
    expect(input.constants).toEqual([{ field: 'unit', value: 'A' }])
    expect(input.corrections).toEqual([{ row: 3, sheet: null, column: 4, field: null, value: '泰国' }])
    expect([input.leaveOut, input.leaveOutOn]).toEqual([[7], [{ row: 7, sheet: '2023' }]])
    expect(input.replaces).toEqual({ years: [2023], units: [] })
    const mapped = toInput({ ...draft, mapping: 'bilgi-mobility' }, { dryRun: true, figures: false })
    expect([mapped.mapping, mapped.columns]).toEqual(['bilgi-mobility', input.columns])
    // What the mapping says of all rows is taken back by an empty value.
    expect(mapped.constants).toEqual([...input.constants!, { field: 'purpose', value: ' ' }])
  })

  it('counts the rows that could go in, also of a file that is refused for the others', () => {
    const report = { refused: true, rowsRead: 6, rowsLeftOut: 1, rejected: 2, accepted: 0, updated: 0, unchanged: 0 }
    expect(countRight(report as ImportReport)).toBe(3)
    expect(countRight({ ...report, refused: false, accepted: 2, updated: 1 } as ImportReport)).toBe(3)
  })
})
