import type { ImportMove, ImportReport } from '../../../graph/generated.ts'
import { TERM } from './known-terms.ts'
import type { Draft, ReadingChange, TakenMove } from './import-draft.ts'

type Taken = Pick<ImportMove, 'id' | 'kind' | 'sentence' | 'columns'> & { changes: ReadingChange[] }

const OF_SHAPE = ['HEADER_ROWS', 'UNPIVOT', 'SECOND_TYPE']

export function changesOf({ changes, ...move }: ImportMove): Taken {
  return { ...move, changes: JSON.parse(changes) as ReadingChange[] }
}

/** Takes moves, each to be undone by itself. What was chosen of the columns that they read is in the reading from now on, or gave way. */
export function takeMoves(draft: Draft, { reading }: ImportReport, moves: readonly Taken[]): Partial<Draft> {
  if (reading === null) return {}
  let taken: Partial<Draft> = {}
  for (const move of moves) taken = { ...taken, ...takeMove({ ...draft, ...taken }, taken.reading ?? reading, move) }
  return taken
}

/** Takes the words whose days were written, as a move that can be undone; one that the file has no more says nothing. */
export function takeTerms(draft: Draft, report: ImportReport, between: string): Partial<Draft> {
  const asked = new Set(report.words.flatMap(({ code, value }) => (code === TERM ? [value] : [])))
  const terms = Object.entries(draft.terms).filter(([term, days]) => asked.has(term) && days.every(Boolean))
  if (terms.length === 0) return {}
  const sentence = terms.map(([term, days]) => `${term} = ${days.join(' → ')}`).join(between)
  const changes = terms.map(([term, days]): ReadingChange => [['terms', term], [...days]])
  const move: Taken = { id: sentence, kind: 'RANGE', sentence, columns: [], changes }
  return { ...takeMoves(draft, report, [move]), terms: {} }
}

function takeMove(draft: Draft, from: string, { id, kind, sentence, columns: read, changes }: Taken): Partial<Draft> {
  const { columns, constants, ofSheets } = draft
  const fields = changes.flatMap(([path]) => (path.includes('fields') ? [String(path.at(-1))] : []))
  const isHeader = kind === 'HEADER_ROWS'
  const taken: TakenMove = {
    ...{ id, sentence, columns: read, changes, from },
    isOfShape: OF_SHAPE.includes(kind),
    before: beforeOf(draft),
  }
  return {
    reading: applyChanges(from, changes),
    mapping: null,
    madeOf: draft.mapping ?? draft.madeOf,
    columns: without(columns, isHeader ? Object.keys(columns) : read.map(String)),
    constants: without(constants, fields),
    ofSheets: without(ofSheets, fields),
    ...(isHeader && { headerRow: null, headRows: null }),
    taken: [...draft.taken, taken],
  }
}

function beforeOf(draft: Draft): TakenMove['before'] {
  const { reading, mapping, columns, constants, ofSheets, headerRow, headRows } = draft
  return { reading, mapping, columns, constants, ofSheets, headerRow, headRows }
}

/** Another header names other columns: what was said of them waits until this is undone. */
export function pointHeader(draft: Draft, row: number, depth: number, sentence: string): Partial<Draft> {
  const pointed: TakenMove = {
    ...{ id: `header ${row} ${depth}`, sentence, columns: [], changes: [], from: null, isOfShape: true },
    before: { ...beforeOf(draft), taken: draft.taken },
  }
  // That a header of one row has no more is not said by pointing at it.
  return { headerRow: row, headRows: depth === 1 ? null : depth, columns: {}, reading: null, taken: [pointed] }
}

/** The header is found again, and with it other columns. */
export function withoutHeader(): Partial<Draft> {
  return { headerRow: null, headRows: null, columns: {}, reading: null, taken: [] }
}

/** Undoes one; what was taken later is taken again where it is not of another shape. */
export function undoMove(draft: Draft, id: string): Partial<Draft> {
  const at = draft.taken.findIndex((one) => one.id === id)
  const undone = draft.taken[at]
  if (!undone) return {}
  const later = draft.taken.slice(at + 1)
  const { before } = undone
  if (undone.from === null || undone.isOfShape || later.length === 0 || later.some(({ isOfShape }) => isOfShape))
    return { taken: draft.taken.slice(0, at), ...before }
  let reading = undone.from
  const again = later.map((one): TakenMove => {
    const now = { ...one, from: reading, before: { ...one.before, reading } }
    reading = applyChanges(reading, one.changes)
    return now
  })
  return { reading, taken: [...draft.taken.slice(0, at), ...again] }
}

/** `reading`: JSON. */
export function applyChanges(reading: string, changes: readonly ReadingChange[]): string {
  const whole = JSON.parse(reading) as Record<string, unknown>
  for (const [path, value] of changes) {
    let at = whole
    for (const key of path.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>
    if (value === null) delete at[path.at(-1)!]
    else at[path.at(-1)!] = value
  }
  return JSON.stringify(whole)
}

interface Entry {
  type: string
  fields: Record<string, unknown>
}

/** What a reading makes of each row. */
function entriesOf(reading: string): { entry: Entry; path: (string | number)[] }[] {
  const whole = JSON.parse(reading) as Entry & { records?: Entry[] }
  return whole.records?.map((entry, at) => ({ entry, path: ['records', at] })) ?? [{ entry: whole, path: [] }]
}

/** Names of the fields that are read, of whatever. */
export function fieldsRead(reading: string): Set<string> {
  return new Set(entriesOf(reading).flatMap(({ entry }) => Object.keys(entry.fields)))
}

/** Names of the fields of the first entry that are read from a column, by what the mapping may call it. */
export function fieldsFrom(reading: string, names: readonly string[]): string[] {
  const { entry } = entriesOf(reading)[0]!
  return Object.entries(entry.fields).flatMap(([field, source]) => {
    const column = typeof source === 'string' ? source : (source as { column?: string; name?: string } | null)
    const name = typeof column === 'string' ? column : (column?.column ?? column?.name)
    return name !== undefined && names.includes(name) ? [field] : []
  })
}

/** The column that a field of the first entry which has it is read from, by what the mapping calls it. */
export function columnOf(reading: string, field: string): string | undefined {
  for (const { entry } of entriesOf(reading)) {
    const source = entry.fields[field] as string | { column?: string; made_from?: string | string[] } | undefined
    if (source !== undefined)
      return typeof source === 'string' ? source : (source.column ?? [source.made_from ?? []].flat()[0])
  }
  return undefined
}

/** The change that reads a field of the first entry from a column, by what the mapping calls it. */
export function readFrom(reading: string, field: string, column: string): ReadingChange[] {
  const { path } = entriesOf(reading)[0]!
  return [[[...path, 'fields', field], { column }]]
}

function without<Value>(some: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(some).filter(([key]) => !keys.includes(key)))
}
