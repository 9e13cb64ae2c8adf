import { remember } from '../../../ground/kept.ts'
import type { Field, RecordType } from '../../record-type.ts'
import { compileCondition } from './conditions.ts'
import { heldAgainstTitles } from './held-against-titles.ts'
import { codeFromName, codeFromParts } from '../cells/code-from-name.ts'
import type { FileColumns } from '../sheets/file-columns.ts'
import type { OneDate, Source } from './mapping.ts'
import type { CellStyle } from '../cells/parse-cell.ts'
import { joinRemark, REMARK } from '../columns/remarks.ts'
import type { Reading } from '../columns/row-plan.ts'
import { fill } from '@causeway/shared/words/words'
import { CellProblem } from '../ground/row-problem.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }
import type { Sections } from './sections.ts'
import type { TitlesOf } from '../sheets/sheet-titles.ts'
import { compilePattern } from '../ground/pattern.ts'
import { compileShape } from './source-shape.ts'
import type { SourceRow } from '../ground/source-row.ts'
import type { Ranges } from '../cells/mapped-date.ts'
import { compileName, compilePlus, datesOf } from './source-values.ts'

/** What the sources of a mapping have in common. */
export interface OfTheFile {
  columns: FileColumns
  /** Of the file: those that are named by a letter. */
  letters: readonly number[]
  section: Sections | null
  titles: TitlesOf
  /** The type that the fields are of. */
  type: Pick<RecordType, 'label'>
  style: CellStyle
  ranges: Ranges
  /** By the name of a column of which both ends are read: what one date in it is. */
  oneDates: ReadonlyMap<string, OneDate>
}

type Read = (row: SourceRow) => string | CellProblem

/** Null: the file lacks an optional column. */
export function compileSource(field: Field, source: string | Source, given: OfTheFile): Reading | null {
  if (typeof source === 'string') source = { column: source }
  const { columns, style, ranges } = given
  const parts = Array.isArray(source.made_from) ? source.made_from : (source.columns ?? [])
  const ofName = typeof source.made_from === 'string'
  const name = source.column ?? source.name ?? (ofName ? (source.made_from as string) : undefined)
  const at = name === undefined ? null : columns.find(name)
  if (at === -1) return null
  const pick = compilePick(source, at, given, field.name === REMARK)
  const shape = compileShape(source, field, style)
  const when = (source.when ?? []).map((condition) => compileCondition(condition, columns))
  let read: Read = shape ? (row) => shape(pick(row)) : pick
  if (shape && (source.title || source.sheet || source.file)) read = sayingTitle(pick, read)
  if (source.plus) read = compilePlus(source, read, at, columns, style, ranges)
  if (source.name !== undefined) read = compileName(source, read, columns, style)
  const oneDate = given.oneDates.get(source.column ?? '')
  const dates = datesOf(field, source.plus ? {} : source, ranges, oneDate)
  if (isOfAllRows(source))
    read = heldAgainstTitles(source, field, given.type, given.titles, dates ? { ...style, dates } : style, read)
  if (when.length > 0) read = onlyWhere(when, read)
  const nameIn = read
  if (ofName) read = madeFrom(nameIn)
  if (at === null && parts.length === 0) read = unlessGiven(field.name, read)
  return {
    field,
    ...(dates && { dates }),
    ...(source.constant !== undefined && { isConstant: true as const }),
    ...(ofName && { nameIn }),
    ...(Array.isArray(source.made_from) && { isMadeOfRow: true as const }),
    ...(source.row && { countsRows: true as const }),
    ...(field.kind === 'reference' && { saidNames: textsIn(source) }),
    column: at,
    cells: at === null ? parts.map((one) => columns.find(one)) : [at],
    header: at === null ? parts.join(source.join ?? '/') || field.name : columns.header(at),
    read,
  }
}

/** Whether it is a value that somebody gave to all rows, or to all of a sheet. */
function isOfAllRows({ constant, sheet, values, extract }: Source): boolean {
  return constant !== undefined || (sheet === true && values !== undefined && extract === undefined)
}

function textsIn({ constant, values = {}, otherwise }: Source): Set<string> {
  return new Set([constant, otherwise, ...Object.values(values)].filter((text) => text !== undefined).map(String))
}

function onlyWhere(when: ((row: SourceRow) => boolean)[], read: Read): Read {
  return (row) => (when.every((holds) => holds(row)) ? read(row) : '')
}

function madeFrom(nameIn: Read): Read {
  const toCode = remember(codeFromName)
  return (row) => {
    const name = nameIn(row)
    return typeof name === 'string' ? toCode(name) : name
  }
}

/** What somebody said of the row itself comes before what holds of all. */
function unlessGiven(field: string, read: Read): Read {
  return (row) => row.given?.get(field) ?? read(row)
}

/** What is above the table, or its name, is put right in no cell. */
function sayingTitle(pick: (row: SourceRow) => string, read: Read): Read {
  return (row) => {
    const text = read(row)
    if (!(text instanceof CellProblem) || text.code !== 'NO_MATCH') return text
    const line = pick(row)
    return new CellProblem('NO_MATCH', line === '' ? REFUSALS.NO_TITLE : fill(REFUSALS.OTHER_TITLE, { line }))
  }
}

/** The first line that a pattern fits; where none does, or there is none, all of them. */
function pickTitle({ extract, cases = [] }: Source, titles: TitlesOf): (row: SourceRow) => string {
  const patterns = [...(extract === undefined ? [] : [extract]), ...cases.map(({ matches }) => matches)]
  const compiled = patterns.map(compilePattern)
  const pick = remember((sheet) => {
    const { lines } = titles(sheet)
    return lines.find((line) => compiled.some((pattern) => pattern.match(line))) ?? lines.join(' ')
  })
  return ({ sheet = '' }) => pick(sheet)
}

function compilePick(
  source: Source,
  at: number | null,
  { columns, section, titles }: OfTheFile,
  isRemark: boolean,
): (row: SourceRow) => string {
  if (at !== null) return (row) => columns.text(row, at)
  if (source.constant !== undefined) {
    const text = String(source.constant)
    return () => text
  }
  if (source.row) return (row) => String(row.row)
  if (source.section) return section!.name
  if (source.sheet) return ({ sheet }) => titles(sheet).name
  if (source.file) return ({ sheet }) => titles(sheet).file
  if (source.title) return pickTitle(source, titles)
  if (Array.isArray(source.made_from)) {
    const made = source.made_from.map((name) => columns.find(name))
    return (row) => codeFromParts(made.map((i) => columns.text(row, i)))
  }
  const each = source.columns!.map((name) => columns.find(name))
  const join = source.join ?? '/'
  return (row) => {
    const parts = each.map((i) => columns.text(row, i))
    if (isRemark) return joinRemark(parts, join)
    return parts.every((part) => part === '') ? '' : parts.join(join)
  }
}
