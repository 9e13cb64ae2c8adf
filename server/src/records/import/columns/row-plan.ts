import { isUntouchedExample } from '../../example-row.ts'
import type { Field, RecordType } from '../../record-type.ts'
import { checkChosen, NOTHING_CHOSEN, type ChosenReading, refuseColumnsAlike } from './chosen-reading.ts'
import { readColumnValues } from './column-values.ts'
import type { FileColumns } from '../sheets/file-columns.ts'
import type { FoundHeader } from '../sheets/find-header.ts'
import { foldHeader, headAsRead, indexHeaders, listColumns } from '../sheets/match-header.ts'
import { checkUnknown, fieldOfHead, type PlanWarning, type UnknownHead } from './unknown-heads.ts'
import type { CellStyle } from '../cells/parse-cell.ts'
import type { DateReading } from '../cells/mapped-date.ts'
import type { WarningCode } from '../ground/problem-codes.ts'
import { BETWEEN, joinRemark, REMARK } from './remarks.ts'
import type { CellProblem, RowProblem } from '../ground/row-problem.ts'
import { readSheetLine } from '../sheets/sheet-lines.ts'
import { columnLetters, type SourceRow } from '../ground/source-row.ts'

/** How one field of a record is got from a row. */
export interface Reading {
  field: Field
  /** Index of the cell it comes from; null: from none, or from several. */
  column: number | null
  /** Indexes of the cells that its text is made of. */
  cells: readonly number[]
  /** The header over it as the person sees it, or the field's name. */
  header: string
  read(row: SourceRow): string | CellProblem
  /** Where it reads a code that is made from a name: that name. */
  nameIn?(row: SourceRow): string | CellProblem
  /** Where it reads a code that is made from several cells that identify the row. */
  isMadeOfRow?: true
  /** Where it reads the number of the row in the file. */
  countsRows?: true
  /** Of an entry that a name makes: whether the mapping says it of every new one alike. */
  saidOfAll?(row: SourceRow): boolean
  /** Texts that the mapping itself writes: they are meant as they are. */
  saidNames?: ReadonlySet<string>
  /** Of a date that a mapping names: how it is read. */
  dates?: DateReading
  /** The mapping says it of every file. */
  isConstant?: true
}

/** How rows become fields of one record type. */
export interface RowPlan {
  type: RecordType
  readings: Reading[]
  /** The institution's code; null: --institution says it. */
  institution: Reading | null
  style: CellStyle
  /** How many columns the header has. */
  width: number
  /** A mapping says what is read. */
  isMapped?: true
  /** Of these, columns without a name that nobody spoke of: what is in them would be lost. */
  unnamed: readonly number[]
}

/** What was found about the file while it was read, such as a heading that states another count than its rows bear out. */
export interface Finding {
  row: number
  /** Where several sheets are read: which. */
  sheet?: string
  column: string
  code: WarningCode
  value: string
  message: { zh: string; en: string }
}

/** How the rows of a file become records: one of each entry, where nothing else is said. */
export interface FilePlan {
  entries: EntryPlan[]
  /** False: the row is no data (a total, a heading, filtered out, the header repeated). */
  isData(row: SourceRow): boolean
  findings(): Finding[]
  /** What the file states beside what was read, once `findings` was asked for; of those that agree only the first. */
  sums?(): { sums: readonly StatedSum[]; agreed: number }
}

/** A sum or count that a file states, and what was read of it. */
export interface StatedSum {
  /** Of several files: which. */
  file?: string
  /** As a spreadsheet names the cell that states it. */
  cell: string
  /** The head of its column. */
  column: string
  stated: number
  read: number
  agrees: boolean
}

/** How a row of the file becomes several, before fields are read from them. */
export interface RowShape {
  /** Those of the file, then those that are made. */
  columns: FileColumns
  /** Indexes of the file's columns whose cells make rows, and of the column that they become. */
  unpivoted: { from: readonly number[]; to: number } | null
  /** The rows that one makes; a problem where it cannot be said which. */
  make(row: SourceRow): SourceRow[] | RowProblem
}

export interface EntryPlan {
  plan: RowPlan
  /** The rows that one makes before it is read; null: itself. */
  shape: RowShape | null
  /** Whether a row makes a record of it; null: each does. */
  holds: ((row: SourceRow) => boolean) | null
  /** By field that names a record: how that is made where no register has it. */
  creates: ReadonlyMap<string, RowPlan>
}

/**
 * The plan for a file whose headers are ours, in Chinese, in English or by name, or say what a person chose. `head`: its first rows, where
 * they were looked at. Throws `DUPLICATE_COLUMN`, `UNKNOWN_COLUMN` or `UNKNOWN_FIELD`.
 */
export function planOwnFile(
  type: RecordType,
  header: FoundHeader,
  chosen: ChosenReading = NOTHING_CHOSEN,
  head: readonly SourceRow[] = [],
): { plan: RowPlan; isData: FilePlan['isData']; warnings: PlanWarning[] } {
  const columns = listColumns(type)
  checkChosen(chosen, type, columns, header)
  const index = indexHeaders(columns)
  const claims = new Map<Field, Reading[]>()
  const claim = (field: Field, reading: Omit<Reading, 'field'>) => {
    claims.set(field, [...(claims.get(field) ?? []), { field, ...reading }])
  }
  const unknown: UnknownHead[] = []
  const values = readColumnValues(header, head)
  header.headers.forEach((text, column) => {
    const choice = chosen.columns.get(column)
    const head = headAsRead(text)
    if (choice === null || (choice === undefined && head === '')) return
    const named = index.get(foldHeader(head))
    const field =
      choice === undefined
        ? fieldOfHead(named, values[column]!)
        : columns.find((candidate) => candidate.name === choice)
    if (!field) {
      unknown.push({ header: text, column, isNamed: named !== undefined })
      return
    }
    claim(field, {
      column,
      cells: [column],
      header: text === '' ? columnLetters(column) : text,
      read: (row) => row.cells[column] ?? '',
    })
  })
  const said = chosen.constants.filter(({ value }) => value.trim() !== '')
  for (const [name, values] of Map.groupBy(said, (one) => one.field)) {
    const valueOn = new Map(values.map(({ sheet, value }) => [sheet ?? undefined, value]))
    claim(
      columns.find((candidate) => candidate.name === name)!,
      {
        ...{ column: null, cells: [], header: name },
        read: ({ given, sheet }) => given?.get(name) ?? valueOn.get(sheet) ?? valueOn.get(undefined) ?? '',
      },
    )
  }
  joinRemarks(claims, chosen)
  refuseColumnsAlike(claims, header.row)
  const readings = new Map([...claims].map(([field, [reading]]) => [field.name, reading!]))
  const warnings = checkUnknown(
    unknown,
    columns.filter((field) => !readings.has(field.name)),
    header,
  )
  const institution = readings.get('institution') ?? null
  if (type.name !== 'institution') readings.delete('institution')
  const inColumns = [...readings].flatMap(([name, { column }]): [string, number][] =>
    column === null ? [] : [[name, column]],
  )
  const isExample = makeExampleCheck(type, new Map(inColumns))
  const isHeader = makeHeaderCheck(header.headRows)
  const isOfTheSheet = makeSheetLineCheck(
    type.fields
      .filter(({ name, required }) => required && inColumns.some(([read]) => read === name))
      .map(({ name }) => readings.get(name)!.column!),
  )
  const plan: RowPlan = {
    type,
    readings: [...readings.values()],
    institution: type.name === 'institution' ? null : institution,
    style: chosen.style,
    width: header.headers.length,
    unnamed: unnamedOf(header.headers).filter((column) => !chosen.columns.has(column)),
  }
  return { plan, isData: (row) => !isExample(row) && !isHeader(row) && !isOfTheSheet(row), warnings }
}

/** Several columns may be kept in the remarks, where somebody chose them for it. */
function joinRemarks(claims: Map<Field, Reading[]>, { columns }: ChosenReading): void {
  for (const [field, readings] of claims) {
    const isAsked = readings.some(({ column }) => column !== null && columns.get(column) === REMARK)
    if (field.name !== REMARK || readings.length < 2 || !isAsked) continue
    const cells = readings.flatMap((reading) => reading.cells)
    const read = (row: SourceRow) => joinRemark(cells.map((at) => row.cells[at] ?? ''))
    claims.set(field, [
      { field, column: null, cells, header: readings.map(({ header: one }) => one).join(BETWEEN), read },
    ])
  }
}

/** Without the blank headers at its end, which spreadsheets leave behind. */
export function widthOf(headers: string[]): number {
  let width = headers.length
  while (width > 0 && headers[width - 1] === '') width--
  return width
}

/** Left of the first name there may be numbers of rows; right of a name its head may have been merged, as a second row of heads says. */
function unnamedOf(headers: string[]): number[] {
  const first = headers.findIndex((text) => text !== '')
  return headers.flatMap((text, at) => (text === '' && at > first ? [at] : []))
}

/** Tells the header where it is again further down, as where several files were put into one. `heads`: its rows. */
export function makeHeaderCheck(heads: readonly string[][]): (row: SourceRow) => boolean {
  return ({ cells }) =>
    heads.some((texts) => cells.length === texts.length && cells.every((cell, i) => cell.trim() === texts[i]))
}

/**
 * Tells a line of the sheet that is no record, under the rows as around them: totals, notes, who filled it in and signed. It begins with
 * such a word, and lacks something that every record has, or has it from the cell that it is merged with. `required`: where that is.
 */
function makeSheetLineCheck(required: number[]): (row: SourceRow) => boolean {
  return ({ cells, fromLeft }) => {
    const line = readSheetLine({ cells, fromLeft })
    const lacks = (at: number) => fromLeft?.has(at) === true || (cells[at] ?? '').trim() === ''
    return line !== null && (line.isHeading === true || required.some(lacks))
  }
}

/** Tells the example that a template came with, as long as nobody has changed it. `columns`: index of each field's cell. */
function makeExampleCheck(type: RecordType, columns: ReadonlyMap<string, number>): (row: SourceRow) => boolean {
  // Without its note the row cannot be recognised: asking costs nothing for the files of others.
  if (!columns.has('note')) return () => false
  return (row) =>
    isUntouchedExample(type, (field) => {
      const at = columns.get(field)
      return at === undefined ? undefined : (row.cells[at] ?? '')
    })
}
