import { kept } from '../../../ground/kept.ts'
import type { RecordChange } from '../../batch-writer.ts'
import type { RecordType } from '../../record-type.ts'
import type { ChosenReading } from '../columns/chosen-reading.ts'
import type { CorrectedCell, RowAgain } from '../sheets/data-rows.ts'
import { depthOf, type FoundHeader } from '../sheets/header-search.ts'
import { likelyHeader } from '../sheets/likely-header.ts'
import type { MatchedColumn } from '../columns/matched-columns.ts'
import type { RecognisedType } from '../saved/recognise-types.ts'
import { writtenText } from '../cells/rounded-id.ts'
import { contentOf } from '../ground/row-content.ts'
import type { RowProblem } from '../ground/row-problem.ts'
import { readSheetLine, type SheetLine } from '../sheets/sheet-lines.ts'
import { nameOfRow, sheetAndRow, type SourceRow } from '../ground/source-row.ts'
import { UnknownWords } from './unknown-words.ts'
import type { RememberedCorrections } from '../sheets/remembered-corrections.ts'
import { allTitles, type SheetTitles } from '../sheets/sheet-titles.ts'
import type { TableHead } from '../sheets/table-heads.ts'

export const ROW_OUTCOMES = ['NEW', 'UPDATED', 'UNCHANGED', 'REJECTED', 'LEFT_OUT'] as const
/** What a line of a sheet is that is no record. */
export const LINE_ROLES = ['TITLE', 'HEADER', 'HEADING', 'TOTAL', 'NOTE', 'HIDDEN'] as const
type LineRole = (typeof LINE_ROLES)[number]
export type ShownOutcome = (typeof ROW_OUTCOMES)[number]

/** A row of the file as a person is shown it. */
export interface ShownRow {
  row: number
  /** Where several sheets are read: which. */
  sheet?: string
  /** The workbook shows it to nobody. */
  hidden?: true
  /** By the index of the column. */
  cells: string[]
  /** By this it is known again in another edition of the file. */
  content: string
  /** Null: it is not known what became of it. */
  outcome: ShownOutcome | null
  problems: RowProblem[]
  /** Of the first lines of a sheet: absent of a record. */
  role?: LineRole | null
  /** Cells that are merged with the one to the left, and with the one above, by index. */
  merged?: { left: number[]; above: number[] }
}

/** A column with some of what is in it. */
export interface ShownColumn extends MatchedColumn {
  samples: string[]
  /** Cells of it that are wrong. */
  wrong: number
}

/** How a file is read. */
interface ReadSoFar {
  headers: readonly string[]
  /** The heads of each column where the header has several rows. */
  levels: string[][] | null
  /** The first rows of the table. */
  head: readonly SourceRow[]
  chosen: ChosenReading
  /** Of the mapping that it is read by; null: by its heads. */
  text: string | null
}

const MOST_ROWS = 50
const MOST_LINES_NOTED = 20
const MOST_HEAD_ROWS = 30
const MOST_BRIEF_CELLS = 40
const MOST_WRONG_ROWS = 500
const MOST_CHANGES = 200
const MOST_CELLS = 200
const LONGEST_CELL = 500
/** Of all wrong rows together. */
const MOST_CHARACTERS = 1_000_000
const MOST_SAMPLES = 4
const LONGEST_SAMPLE = 60

/** What of an import is kept to be looked at: how the file was read, its first rows, its wrong ones, and the first changes. */
export class ImportPreview {
  recognised: RecognisedType[] = []
  recordType: string | null = null
  /** All that its rows make, that one first. */
  recordTypes: string[] = []
  mapping: string | null = null
  sheet: string | null = null
  otherSheets: string[] = []
  /** Where several are read: which. */
  sheetsRead: string[] = []
  /** All of the workbook that are not hidden; none of a text file. */
  sheets: string[] = []
  headerRow: number | null = null
  /** What is said of each sheet that is read as a whole. */
  titles: readonly SheetTitles[] = []
  columns: ShownColumn[] = []
  /** Null: nothing was read yet. */
  reading: ReadSoFar | null = null
  /** What a mapping remembers of corrections; null: nothing. */
  remembered: RememberedCorrections | null = null
  /** What cells said that a person corrected. */
  readonly corrected: CorrectedCell[] = []
  /** Rows of which something was said, known again by what is in them. */
  readonly again: RowAgain[] = []
  /** Totals and notes under the rows: by which word, in which column. */
  readonly linesLeftOut: SheetLine[] = []
  /** What repeats and means nothing yet. */
  readonly words = new UnknownWords()
  readonly rows: ShownRow[] = []
  readonly wrongRows: ShownRow[] = []
  readonly added: RecordChange[] = []
  readonly updated: RecordChange[] = []
  /** How many, by record type. */
  readonly changes = new Map<string, { added: number; updated: number }>()
  #heads = new Map<string | null, { rows: ShownRow[]; likely: HeaderLines | null }>()
  /** Where somebody, or the import itself, says that the header is. */
  #header: HeaderLines | null = null
  readonly #shown = new Map<string, ShownRow>()
  /** Of rows that were made of another: what is shown of that. */
  readonly #wrongOrigins = new Map<SourceRow, ShownRow>()
  #characters = 0

  /** Said of the tables before it is known what they hold. */
  opened(sheets: string[], heads: readonly TableHead[], { headerRow: row, headRows = 1 }: ChosenReading): void {
    // Of several files each is opened twice: to know what it holds, and when its turn comes.
    this.rows.length = this.corrected.length = this.again.length = 0
    this.#shown.clear()
    this.sheets = sheets
    const firstOf = (head: readonly SourceRow[]) => head.slice(0, MOST_HEAD_ROWS)
    this.#heads = new Map(
      heads.map(({ name, head }) => [name, { rows: firstOf(head).map(toBrief), likely: likelyHeader(firstOf(head)) }]),
    )
    if (row !== undefined) this.#header = { row, depth: headRows }
    // Until it is known which is read: the one with most in it, since notes and covers are beside tables.
    const fullness = ({ head }: TableHead) => head.reduce((sum, { cells }) => sum + cells.filter(Boolean).length, 0)
    this.sheet = heads.toSorted((a, b) => fullness(b) - fullness(a))[0]?.name ?? null
  }

  /** The first rows of the table that was read, titles and header among them. */
  get head(): ShownRow[] {
    const { rows = [], likely = null } = this.#heads.get(this.sheet) ?? {}
    return rows.map((row) => ({ ...row, role: roleOf(row, this.#header ?? likely) }))
  }

  /** The row that seems to be the last of the header on the sheet that is shown; null: none does. */
  get likelyHeader(): { sheet?: string; headerRow: number } | null {
    const { likely = null } = this.#heads.get(this.sheet) ?? {}
    return likely && { ...(this.sheet !== null && { sheet: this.sheet }), headerRow: likely.row + likely.depth - 1 }
  }

  isOf({ name }: RecordType, mapping: string | null): void {
    this.recordType = name
    this.recordTypes = [name]
    this.mapping = mapping
  }

  /** Record types that the rows make. */
  makes(names: readonly string[]): void {
    this.recordTypes = [...new Set([...this.recordTypes, ...names])]
  }

  found(header: FoundHeader, columns: MatchedColumn[]): void {
    this.sheet = header.table.name
    this.sheetsRead = header.sheetsRead ?? []
    this.otherSheets = header.otherSheets
    this.headerRow = header.row
    this.titles = allTitles(header)
    this.#header = { row: header.row, depth: depthOf(header) }
    this.columns = columns.slice(0, MOST_CELLS).map((column) => ({ ...column, samples: [], wrong: 0 }))
    // Which columns a mapping reads is known after the first rows were.
    for (const { cells } of this.rows) this.#sample(cells)
  }

  /** Said of every row under the header, as it was corrected. */
  read(rows: readonly SourceRow[]): void {
    for (const row of rows) {
      if (this.rows.length >= MOST_ROWS) return
      const shown = toShown(row)
      this.rows.push(shown)
      this.#shown.set(nameOfRow(row), shown)
      this.#sample(row.cells)
    }
  }

  #sample(cells: readonly string[]): void {
    for (const column of this.columns) {
      const text = (cells[column.index] ?? '').trim().slice(0, LONGEST_SAMPLE)
      if (text !== '' && column.samples.length < MOST_SAMPLES && !column.samples.includes(text))
        column.samples.push(text)
    }
  }

  rejected({ origin, ...made }: SourceRow, problems: RowProblem[]): void {
    this.words.add(problems)
    for (const { at } of problems) {
      const column = at === undefined ? undefined : this.columns[at]
      if (column) column.wrong++
    }
    const source = origin ?? made
    const shown = this.#shown.get(nameOfRow(source))
    if (shown) Object.assign(shown, { outcome: 'REJECTED', problems: [...shown.problems, ...problems] })
    const before = origin && this.#wrongOrigins.get(origin)
    if (before) return void before.problems.push(...problems)
    if (this.wrongRows.length >= MOST_WRONG_ROWS || this.#characters > MOST_CHARACTERS) return
    const wrong = toShown(source)
    for (const cell of wrong.cells) this.#characters += cell.length
    Object.assign(wrong, { outcome: 'REJECTED', problems: [...problems] })
    this.wrongRows.push(wrong)
    if (origin) this.#wrongOrigins.set(origin, wrong)
  }

  became(source: SourceRow, outcome: ShownOutcome): void {
    if (outcome === 'LEFT_OUT' && this.linesLeftOut.length < MOST_LINES_NOTED) {
      const line = readSheetLine(source)
      if (line) this.linesLeftOut.push(line)
    }
    const shown = this.#shown.get(nameOfRow(source))
    if (shown && shown.outcome !== 'REJECTED') shown.outcome = outcome
  }

  changed(change: RecordChange): void {
    const isNew = change.before === null
    const counts = kept(this.changes, change.type, () => ({ added: 0, updated: 0 }))
    counts[isNew ? 'added' : 'updated']++
    // Each type has its share, so that those of one do not hide the others.
    if (counts[isNew ? 'added' : 'updated'] <= MOST_CHANGES) (isNew ? this.added : this.updated).push(change)
  }
}

/** The rows of a header. */
interface HeaderLines {
  row: number
  depth: number
}

function roleOf({ row, cells, merged, hidden }: ShownRow, header: HeaderLines | null): LineRole | null {
  if (header && row < header.row) return 'TITLE'
  if (header && row < header.row + header.depth) return 'HEADER'
  const line = readSheetLine({ cells, fromLeft: new Set(merged?.left) })
  if (line) return line.isTotal ? 'TOTAL' : line.isHeading ? 'HEADING' : 'NOTE'
  return hidden ? 'HIDDEN' : null
}

/** Enough to know a row by. */
function toBrief(row: SourceRow): ShownRow {
  const cells = row.cells.slice(0, MOST_BRIEF_CELLS).map((cell) => cell.slice(0, LONGEST_SAMPLE))
  const shown = (cells: ReadonlySet<number> = new Set()) => [...cells].filter((at) => at < MOST_BRIEF_CELLS)
  const merged = { left: shown(row.fromLeft), above: shown(row.fromAbove) }
  return {
    ...{ ...sheetAndRow(row), ...(row.hidden && { hidden: row.hidden }), cells, merged, content: contentOf(row) },
    ...{ outcome: null, problems: [] },
  }
}

function toShown(source: SourceRow): ShownRow {
  return {
    ...sheetAndRow(source),
    cells: source.cells.slice(0, MOST_CELLS).map((_, at) => writtenText(source, at).slice(0, LONGEST_CELL)),
    content: contentOf(source),
    outcome: null,
    problems: [],
  }
}
