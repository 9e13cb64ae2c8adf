import { fill, type Words } from '@causeway/shared/words/words'
import { UNKNOWN } from '@causeway/shared/unknown'
import type { FieldOption } from '../../field-options.ts'
import type { Field, RecordType } from '../../record-type.ts'
import { fieldsOf } from '../../record-types.ts'
import { checkTogether, isPartial, sayWordless, wordlessIn } from './check-together.ts'
import { findMissing } from './missing-fields.ts'
import { strayCells } from './stray-cells.ts'
import { isLasting } from '../cells/partial-date.ts'
import { makeCellParser } from '../cells/parse-cell.ts'
import type { ProblemCode } from '../ground/problem-codes.ts'
import { CellProblem, flawProblem, shorten, type ParseCell, type RowProblem } from '../ground/row-problem.ts'
import { checkId, isId } from '../cells/rounded-id.ts'
import { makeLevelReader } from '../cells/read-levels.ts'
import type { Reading, RowPlan } from '../columns/row-plan.ts'
import { cellName, cellPlace, sheetAndRow, type RowPlace, type SourceRow, type Values } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** A row by itself: what its cells mean. Whether what it points to exists is asked later. */
export interface ReadRow {
  place: RowPlace
  /** as it is in the row; empty: --institution says it. */
  institution: string
  /** A person still as its own number. */
  values: Values
  /** Of the record that further columns make, where they are filled. */
  companion: Values | null
  problems: RowProblem[]
}

export interface RowChecker {
  /** Without these columns a row can change a record that is there, but not begin one. */
  readonly missing: Field[]
  /** Fields are missing that others have to fit with, so that only the record as it is can tell whether they do. */
  readonly isPartial: boolean
  check(row: SourceRow): ReadRow
  /** A problem at a field of a row, as the person sees it. */
  at(
    place: RowPlace,
    field: string,
    value: string | null,
    code: ProblemCode,
    message: Words,
    nearest?: readonly FieldOption[],
  ): RowProblem
}

/** Throws `MISSING_COLUMN` where the file lacks what a record is known by. */
export function makeRowChecker(plan: RowPlan, headerRow: number): RowChecker {
  const { type } = plan
  const companionNames = new Set(type.companion?.columns.map((field) => field.name))
  const readings = plan.readings.map((reading) => ({
    ...reading,
    parse: withLasting(
      type,
      reading.field,
      makeCellParser(reading.field, reading.dates ? { ...plan.style, dates: reading.dates } : plan.style),
    ),
    isId: isId(type, reading.field),
  }))
  const own = readings.filter((reading) => !companionNames.has(reading.field.name))
  const further = readings.filter((reading) => companionNames.has(reading.field.name))
  const headers = new Map(plan.readings.map((reading) => [reading.field.name, reading]))
  const readLevels = makeLevelReader(type)
  const hasWordless = own.some(({ field }) => field.wordless)
  const missing = findMissing(plan, new Set(headers.keys()), headerRow)
  const at: RowChecker['at'] = (place, field, value, code, message, nearest = []) => {
    const reading = field === 'institution' ? (plan.institution ?? undefined) : headers.get(field)
    const label = fieldsOf(type).find(({ name }) => name === field)?.label
    return { ...problemAt(place, reading, field, value, { code, message, nearest }, label), recordType: type.name }
  }
  return {
    missing,
    isPartial: missing.length > 0 || isPartial(type, headers),
    at,
    check(row) {
      const problems: RowProblem[] = []
      const values = readValues(row, own, problems)
      let institution = ''
      if (plan.institution) {
        const read = plan.institution.read(row)
        const text = (typeof read === 'string' && checkId(row, plan.institution, read)) || read
        if (typeof text === 'string') institution = text.normalize('NFKC').trim()
        else problems.push(problemAt(row, plan.institution, 'institution', cellOf(row, plan.institution), text))
      }
      problems.push(...strayCells(row, plan))
      if (hasWordless) sayWordless(row, own, values)
      readLevels(values, (field, { message, nearest }) => {
        const reading = headers.get(field)
        problems.push(at(row, field, reading ? cellOf(row, reading) : null, 'UNKNOWN_LEVEL', message, nearest))
      })
      const isWrong = (field: string) => {
        const reading = headers.get(field)
        if (reading === undefined) return false
        const { header } = cellPlace(row, reading)
        return problems.some((problem) => problem.column === header || problem.field === field)
      }
      const report = (field: string, code: ProblemCode, message: Words) => {
        // A field already found wrong is not also missing.
        if (isWrong(field)) return
        const reading = headers.get(field)
        problems.push(at(row, field, reading ? cellOf(row, reading) : null, code, message))
      }
      checkTogether(type, values, headers, report, isWrong)
      const companion = further.length > 0 ? readCompanion(row, type, values, further, problems, at) : null
      for (const problem of problems) problem.recordType = type.name
      return { place: row, institution, values, companion, problems }
    },
  }
}

/** 长期 leaves the end of what may go on without one empty. */
function withLasting({ span }: RecordType, { name }: Field, parse: ParseCell): ParseCell {
  const mayLast = 'starts' in span && span.ends === name && span.endless === 'open'
  return mayLast ? (text, isNumber) => (isLasting(text) ? null : parse(text, isNumber)) : parse
}

const EMPTY = new CellProblem('REQUIRED', { zh: '必填，不能为空', en: 'it is required and may not be empty' })

function namesPersons({ kind }: Field): boolean {
  return kind === 'person' || kind === 'record-key'
}

/** What is wrong is what a mapping made of the cell, and not the cell. */
function readAs(
  text: string,
  { code, message, nearest }: CellProblem,
): Pick<RowProblem, 'code' | 'message'> & { nearest: readonly FieldOption[] } {
  const { zh, en } = fill(REFUSALS.READ_AS, { text: shorten(text) })
  return { code, nearest, message: { zh: `${zh}${message.zh}`, en: `${en}${message.en}` } }
}

const MEANS_NONE = new CellProblem('REQUIRED', REFUSALS.MEANS_NONE)

type Prepared = Reading & { parse: ParseCell; isId: boolean }

function readValues(row: SourceRow, readings: Prepared[], problems: RowProblem[]): Values {
  const values: Values = {}
  for (const reading of readings) {
    const { field, column } = reading
    const text = reading.read(row)
    const plain = typeof text === 'string' ? text.trim() : ''
    let value: string | number | null | CellProblem
    if (typeof text !== 'string') value = text
    else if (plain === '' || (field.wordless && wordlessIn(text) !== undefined)) value = null
    else
      value =
        (reading.isId && checkId(row, reading, text)) ||
        reading.parse(plain, column !== null && row.numbers?.has(column) === true)
    if (value === null && field.kind === 'country' && field.required) value = UNKNOWN
    if (
      column !== null &&
      value !== null &&
      (row.fromAbove?.has(column) || row.fromLeft?.has(column)) &&
      (field.kind === 'integer' || field.kind === 'decimal') &&
      !field.ofEach
    ) {
      value = new CellProblem('MERGED_NUMBER', REFUSALS.MERGED_NUMBER)
    }
    const flaw = column === null ? undefined : row.flaws?.get(column)
    if (flaw) value = flawProblem(flaw)
    if (value instanceof CellProblem) {
      const found = value.cell ? { ...reading, ...value.cell } : reading
      const cell = cellOf(row, found)
      const isReadAsOther =
        found === reading && !namesPersons(field) && plain !== '' && cell !== null && cell.trim() !== plain
      problems.push(problemAt(row, found, field.name, cell, isReadAsOther ? readAs(plain, value) : value))
      value = null
    } else if (value === null && field.required) {
      // 至今 and 无 are something that is written.
      problems.push(
        problemAt(
          row,
          reading,
          field.name,
          plain === '' ? null : cellOf(row, reading),
          plain === '' ? EMPTY : MEANS_NONE,
        ),
      )
    }
    values[field.name] = value
  }
  return values
}

function readCompanion(
  row: SourceRow,
  type: RecordType,
  values: Values,
  readings: Prepared[],
  problems: RowProblem[],
  at: RowChecker['at'],
): Values | null {
  const { columns, as } = type.companion!
  const found = readValues(row, readings, problems)
  if (columns.every((field) => (found[field.name] ?? null) === null)) return null
  const before = problems.length
  for (const field of columns) {
    if ((found[field.name] ?? null) !== null) continue
    problems.push(
      at(row, field.name, null, 'REQUIRED', {
        zh: `${columns.map((column) => `「${column.label.zh}」`).join('、')}须一并填写`,
        en: `${columns.map((column) => `"${column.label.en}"`).join(', ')} are filled in together`,
      }),
    )
  }
  const from = found[as.from ?? ''],
    to = found[as.to ?? '']
  if (typeof from === 'string' && typeof to === 'string' && from > to) {
    problems.push(at(row, as.to!, to, 'REVERSED_RANGE', fill(REFUSALS.REVERSED_RANGE, { from, to })))
  }
  if (problems.length > before) return null
  return Object.fromEntries(
    Object.entries(as).map(([field, column]) => [field, found[column] ?? values[column] ?? null]),
  )
}

function cellOf(row: SourceRow, reading: Reading): string | null {
  if (reading.column !== null) return row.cells[reading.column] ?? null
  const text = reading.read(row)
  return typeof text === 'string' && text !== '' ? text : null
}

function problemAt(
  row: RowPlace,
  reading: Reading | undefined,
  field: string,
  value: string | null,
  { code, message, nearest }: Pick<RowProblem, 'code' | 'message'> & { nearest: readonly FieldOption[] },
  label: Words | undefined = reading?.field.label,
): RowProblem {
  const found = reading ? cellPlace(row, reading) : ({ at: null, header: field } as const)
  const { at, header } = found
  const place = cellName(row, found)
  // A report is kept, logged and sent on: who a row is of stays in the file.
  const shown = !value ? value : reading && namesPersons(reading.field) ? null : shorten(value)
  return {
    ...sheetAndRow(row),
    column: header,
    field,
    ...(at !== null && { at }),
    ...(nearest.length > 0 && { nearest }),
    code,
    value: shown,
    message: {
      zh: `${place ? `${place} ` : ''}「${label?.zh ?? field}」${shown ? `“${shown}”：` : '：'}${message.zh}`,
      en: `${place ? `${place} ` : ''}"${label?.en ?? field}"${shown ? ` is "${shown}": ` : ': '}${message.en}`,
    },
  }
}
