import { fill } from '@causeway/shared/words/words'
import { columnsAgain } from '@causeway/shared/columns-again'
import { unguardFormula } from '../../../ground/downloads.ts'
import { kept } from '../../../ground/kept.ts'
import { contentOf } from '../ground/row-content.ts'
import type { FoundHeader } from './find-header.ts'
import { ImportRefused, onlyHeader } from '../ground/import-refused.ts'
import { fieldCarried } from './match-header.ts'
import type { RememberedCorrections } from './remembered-corrections.ts'
import type { SaidLine, SourceRow, SourceTable } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/**
 * The rows under a header, as they were corrected, and then as the mapping remembers it. Guarded cells are read back as they were. `mapped`: by a mapping, which says what a
 * month means.
 */
export async function* dataRowsOf(
  header: FoundHeader,
  correcting: Correcting | undefined,
  mapped: boolean,
  remembered: RememberedCorrections | null = null,
): AsyncGenerator<SourceRow[]> {
  const correctNow = correcting ? makeCorrector(correcting, header.headers) : (rows: SourceRow[]) => rows
  const correctAgain = (row: SourceRow) => {
    const again = remembered!.of(row)
    return again.length > 0 ? correct(row, again) : row
  }
  const again = remembered ? (rows: SourceRow[]) => rows.map(correctAgain) : (rows: SourceRow[]) => rows
  const carry = header.isRejects ? makeCarrier(header.headers) : (rows: SourceRow[]) => rows
  const shown = mapped ? (rows: SourceRow[]) => rows.map(showMonths) : (rows: SourceRow[]) => rows
  for await (const chunk of header.rows)
    yield again(
      correctNow(
        carry(shown(header.isGuarded ? chunk.map((row) => ({ ...row, cells: row.cells.map(unguardFormula) })) : chunk)),
      ),
    )
}

/** What was said of wrong rows as a whole in the file that they are from: now each says it by itself. */
function makeCarrier(headers: readonly string[]): (rows: SourceRow[]) => SourceRow[] {
  const carried = headers.flatMap((head, at) => {
    const field = fieldCarried(head)
    return field === null ? [] : [{ field, at }]
  })
  if (carried.length === 0) return (rows) => rows
  const givenIn = ({ cells }: SourceRow) =>
    carried.flatMap(({ field, at }): [string, string][] => (cells[at]?.trim() ? [[field, cells[at].trim()]] : []))
  return (rows) => rows.map((row) => ({ ...row, given: new Map(givenIn(row)) }))
}

/** Of 2023-09. */
const MONTH_LENGTH = 7

/** A cell that shows a month says no more than that. */
function showMonths(row: SourceRow): SourceRow {
  if (!row.months) return row
  const cells = [...row.cells]
  for (const at of row.months) cells[at] = cells[at]!.slice(0, MONTH_LENGTH)
  return { ...row, cells }
}

/** The same rows, of which the first are read at once; `onRows` is called with all. */
export async function beginRows(
  rows: AsyncGenerator<SourceRow[]>,
  onRows: (rows: SourceRow[]) => void,
): Promise<AsyncGenerator<SourceRow[]>> {
  const first = await rows.next()
  if (!first.done) onRows(first.value)
  return follow(first, rows, onRows)
}

async function* follow(
  first: IteratorResult<SourceRow[]>,
  rest: AsyncGenerator<SourceRow[]>,
  onRows: (rows: SourceRow[]) => void,
): AsyncGenerator<SourceRow[]> {
  try {
    if (first.done) return
    yield first.value
    for await (const rows of rest) {
      onRows(rows)
      yield rows
    }
  } finally {
    await rest.return(undefined)
  }
}

/** Throws where nothing under the header is data. */
export function noRows(read: number, mapped: boolean, file: string, { name }: SourceTable): ImportRefused {
  if (read > 0 && mapped) {
    return new ImportRefused('NO_ROWS', fill(REFUSALS.NO_ROWS, { read }))
  }
  return onlyHeader({ file, sheets: name === null ? [] : [name] })
}

/** `row` as Excel numbers it, and its sheet where several are read. */
export interface RowToCorrect {
  row: number
  sheet?: string | null | undefined
  /** What was in it, where the file may be another edition: it is the row with that, whatever its number is now. */
  content?: string | null | undefined
}

/** A row that was known again by what is in it. */
export interface RowAgain {
  was: RowToCorrect
  row: number
  sheet?: string | undefined
}

export interface Correction extends RowToCorrect {
  column?: number | null | undefined
  field?: string | null | undefined
  value: string
}

/** What a person corrected before the rows are read. */
export interface Correcting {
  /** Of a cell, by the index of its column, or of a field that no cell says. */
  corrections: readonly Correction[]
  /** Rows that are not read. */
  leaveOut: readonly RowToCorrect[]
  /** Rows under the header of which it was said what they are. */
  lines?: readonly (RowToCorrect & { role: SaidLine })[]
  /** The heads of the edition in which `content` was said; absent: those of this one. */
  headsWere?: readonly string[] | undefined
  /** Hears of each row that was known again. */
  onAgain?: (row: RowAgain) => void
  /** Hears of each cell that was corrected. */
  onCorrected?: (cell: CorrectedCell) => void
}

export interface CorrectedCell {
  /** Index of the cell. */
  column: number
  before: string
  value: string
}

/** The rows as they were corrected. A cell that a person wrote anew has none of the flaws that it had in the file. */
function makeCorrector(
  { corrections, leaveOut, lines = [], headsWere, onAgain, onCorrected }: Correcting,
  heads: readonly string[],
): (rows: SourceRow[]) => SourceRow[] {
  const knowAgain = makeKnowing([...corrections, ...leaveOut, ...lines], makeContent(headsWere, heads), onAgain)
  const byRow = Map.groupBy(corrections, nameOf)
  const left = new Set(leaveOut.map(nameOf))
  const said = new Map(lines.map((line) => [nameOf(line), line.role]))
  return (rows) =>
    rows.flatMap((row) => {
      const name = knowAgain(row)
      if (name === undefined) return [row]
      if (left.has(name)) return []
      const corrected = byRow.get(name)
      if (onCorrected)
        for (const { column, value } of ofCells(corrected ?? []))
          onCorrected({ column, value, before: (row.cells[column] ?? '').trim() })
      const role = said.get(name)
      const is = role === undefined ? row : { ...row, said: role }
      return corrected ? [correct(is, corrected)] : [is]
    })
}

function nameOf({ row, sheet }: RowToCorrect): string | number {
  return sheet == null ? row : `${sheet}!${row}`
}

/** What somebody called a row: its number, or that of the row with the same in it. */
function makeKnowing(
  said: readonly RowToCorrect[],
  contentOf: (row: SourceRow) => string,
  onAgain: Correcting['onAgain'],
): (row: SourceRow) => string | number | undefined {
  const byContent = new Map<string, Map<string | number, RowToCorrect>>()
  for (const one of said) if (one.content) kept(byContent, one.content, () => new Map()).set(nameOf(one), one)
  if (byContent.size === 0) return nameOf
  const known = new Set([...byContent.values()].flatMap((rows) => [...rows.keys()]))
  return (row) => {
    const name = nameOf(row)
    const alike = byContent.get(contentOf(row))
    const was = alike?.get(name) ?? [...(alike?.values() ?? [])].find(({ sheet }) => (sheet ?? undefined) === row.sheet)
    if (!was) return known.has(name) ? undefined : name
    alike!.delete(nameOf(was))
    onAgain?.({ was, row: row.row, sheet: row.sheet })
    return nameOf(was)
  }
}

/** What is in a row as the other edition had it: its columns may be in another order here, and others between them. */
function makeContent(was: readonly string[] | undefined, now: readonly string[]): (row: SourceRow) => string {
  const places = was && columnsAgain(was, now)
  if (!places || (now.length === places.length && places.every((place, at) => place === at))) return contentOf
  return ({ cells, months, ...row }) => {
    const shown = places.flatMap((place, at) => (place !== null && months?.has(place) ? [at] : []))
    const asWas = places.map((place) => (place === null ? '' : (cells[place] ?? '')))
    return contentOf({ ...row, cells: asWas, ...(shown.length > 0 && { months: new Set(shown) }) })
  }
}

function ofCells(corrections: readonly Omit<Correction, 'row'>[]): { column: number; value: string }[] {
  return corrections.flatMap(({ column, value }) => (column == null ? [] : [{ column, value }]))
}

function correct(row: SourceRow, corrections: readonly Omit<Correction, 'row'>[]): SourceRow {
  const cells = [...row.cells]
  const given = corrections.flatMap(({ field, value }) => (field == null ? [] : [[field, value] as const]))
  for (const { column, value } of ofCells(corrections)) {
    while (cells.length < column) cells.push('')
    cells[column] = value
  }
  const columns = new Set(ofCells(corrections).map(({ column }) => column))
  const without = (some: Set<number> | undefined) => new Set([...(some ?? [])].filter((column) => !columns.has(column)))
  const flaws = new Map([...(row.flaws ?? [])].filter(([column]) => !columns.has(column)))
  const { flaws: _, ...rest } = row
  return {
    ...{ ...rest, cells, asInFile: row.asInFile ?? row.cells },
    ...(given.length > 0 && { given: new Map([...(row.given ?? []), ...given]) }),
    ...(flaws.size > 0 && { flaws }),
    ...(row.fromAbove && { fromAbove: without(row.fromAbove) }),
    ...(row.fromLeft && { fromLeft: without(row.fromLeft) }),
    ...(row.numbers && { numbers: without(row.numbers) }),
    ...(row.months && { months: without(row.months) }),
  }
}
