import type { ImportReport } from '../../../graph/generated.ts'
import type { Draft, ImportState } from './import-draft.ts'
import { tablesOf } from './import-tables.ts'

/** What is said of the columns and words of a table, and holds wherever the heads are the same. */
const OF_HEADS = ['type', 'mapping', 'madeOf', 'answers', 'renamed', 'columns'] as const
const OF_WRITING = ['dateOrder', 'decimalComma', 'addUp'] as const
/** Of a reading, what says which sheet it is of, and where on it. */
const PLACES = ['sheet', 'sheets', 'header_row']

/** The header as it is on the sheet; empty: none was found. */
function headsOf({ head }: ImportReport): string {
  const rows = head.filter(({ role }) => role === 'HEADER').map(({ cells }) => cells.map((cell) => cell.trim()))
  return rows.length === 0 ? '' : JSON.stringify(rows)
}

/** Other tables of the same file whose heads are the same, and which may be of the same type. */
export function tablesLike(state: ImportState, table: Draft): Draft[] {
  const report = state.reports.get(table.id)
  const heads = report ? headsOf(report) : ''
  if (heads === '') return []
  return tablesOf(state).filter((other) => {
    const seen = state.reports.get(other.id)
    const isOfType =
      other.type === table.type || [table, other].some(({ type, typeFound }) => type === null || typeFound)
    return (
      other.isOn && other.id !== table.id && other.file === table.file && isOfType && seen && headsOf(seen) === heads
    )
  })
}

/** Somebody said of it how its columns or words are read. */
export function isAnswered({ reading, taken, answers, renamed, columns }: Draft): boolean {
  return reading !== null || taken.length + answers.length + Object.keys({ ...renamed, ...columns }).length > 0
}

/** Something was said of it that may hold of another too. */
export function hasAnswers(table: Draft): boolean {
  return isAnswered(table) || Object.values(table.constants).some((value) => value !== '')
}

interface Likeness {
  /** With what is said of all its rows too. */
  whole: boolean
  /** The reading of the other so far, of which what it says of all rows stays. */
  own?: string | null
}

/** How one table is read, for another with the same heads. */
export function readLike(table: Draft, { whole, own = null }: Likeness): Partial<Draft> {
  const ofSheet = (reading: string | null) =>
    reading === null ? null : whole ? withoutPlaces(reading) : withOwn(withoutPlaces(reading), own)
  const pick = (names: readonly (keyof Draft)[]) => Object.fromEntries(names.map((name) => [name, table[name]]))
  return {
    ...pick([...OF_HEADS, ...OF_WRITING]),
    reading: ofSheet(table.reading),
    taken: table.taken.map((one) => ({
      ...{ ...one, from: ofSheet(one.from) },
      before: { ...one.before, reading: ofSheet(one.before.reading), ...(!whole && { constants: {}, ofSheets: {} }) },
    })),
    ...(whole && { constants: table.constants }),
    like: table.id,
  }
}

/** Whether another table is read in another way, or says other values for all its rows. */
export function differs(table: Draft, other: Draft): boolean {
  const signOf = (draft: Draft) => {
    const { type, reading, constants, ...rest } = { ...draft, ...readLike(draft, { whole: true }) }
    return JSON.stringify([
      type,
      reading,
      constants,
      ...OF_WRITING.map((name) => rest[name]),
      rest.answers,
      rest.columns,
    ])
  }
  return signOf(table) !== signOf(other)
}

type Source = string | { constant?: unknown; sheet?: true }

interface Entry {
  type: string
  fields: Record<string, Source>
}

type Reading = Record<string, unknown> & Partial<Entry> & { records?: Entry[] }

function withoutPlaces(reading: string): string {
  const mapping = JSON.parse(reading) as Reading
  for (const place of PLACES) delete mapping[place]
  return JSON.stringify(mapping)
}

/** What holds of all rows of a sheet, as the one says it and not the other. */
function withOwn(reading: string, own: string | null): string {
  const mapping = JSON.parse(reading) as Reading
  const theirs = own === null ? [] : entriesOf(JSON.parse(own) as Reading)
  for (const { type, fields } of entriesOf(mapping)) {
    const same = theirs.find((one) => one.type === type)?.fields ?? {}
    for (const [field, source] of Object.entries(fields)) if (isOfSheet(source)) delete fields[field]
    for (const [field, source] of Object.entries(same)) if (isOfSheet(source)) fields[field] ??= source
  }
  return JSON.stringify(mapping)
}

function entriesOf({ type = '', fields = {}, records }: Reading): Entry[] {
  return records ?? [{ type, fields }]
}

function isOfSheet(source: Source): boolean {
  return typeof source === 'object' && (source.constant !== undefined || source.sheet === true)
}

/** What was said of the table that is looked at holds by itself for those like it of which nobody said anything else. */
export function shared(state: ImportState): ReadonlyMap<number, Partial<Draft>> {
  const { draft } = state
  if (!draft || draft.like !== null || !(isAnswered(draft) || (draft.type !== null && !draft.typeFound)))
    return new Map()
  const followers = tablesLike(state, draft).filter((other) => other.like === draft.id || !isAnswered(other))
  const readingOf = ({ id, reading }: Draft) => reading ?? state.reports.get(id)?.reading ?? null
  return new Map(followers.map((one) => [one.id, readLike(draft, { whole: false, own: readingOf(one) })]))
}
