import { Document, isMap, parseDocument, type YAMLMap } from 'yaml'
import { FOREIGN, UNKNOWN } from '@causeway/shared/unknown'
import { keyFieldsOf, type Field, type RecordType } from '../../record-type.ts'
import { findRecordType } from '../../record-types.ts'
import type { Answer, ChosenReading } from '../columns/chosen-reading.ts'
import type { ImportPreview } from '../report/import-preview.ts'
import type { MatchedColumn } from '../columns/matched-columns.ts'
import { INSTITUTION_COLUMN, isColumnOfOurs, listColumns } from '../sheets/match-header.ts'
import { makeCellParser } from '../cells/parse-cell.ts'
import { namesSeveral } from '../cells/several-names.ts'
import { CellProblem } from '../ground/row-problem.ts'
import { setHeads, toHeads } from '../saved/made-for.ts'
import { BETWEEN, REMARK } from '../columns/remarks.ts'
import { saidKept } from '../mapping/held-against-titles.ts'
import type { Entry, Source, WrittenMapping } from '../mapping/mapping.ts'
import { datesOf, takeNumber } from '../mapping/source-values.ts'
import { readAmount, type UnitOfTime } from '../cells/later-date.ts'
import { makeRanges, type Ranges } from '../cells/mapped-date.ts'
import type { SheetTitles } from '../sheets/sheet-titles.ts'
import { columnsOf, nameOf } from './column-names.ts'
import { addLeftOut } from './lines-left-out.ts'

type Choices = Pick<ChosenReading, 'columns' | 'constants' | 'answers' | 'style' | 'addUp' | 'headRows' | 'sheets'>

const ORDERS = { DMY: 'D/M/Y', MDY: 'M/D/Y', YMD: 'Y/M/D' } as const
/** Kinds of fields whose texts repeat: what one was corrected to holds for the next file. */
const REPEATING: readonly Field['kind'][] = ['choice', 'country', 'reference', 'flag', 'level']
/** Kinds of fields whose texts are kept by column where they cannot be read. */
const COUNTED: readonly Field['kind'][] = ['date', 'month-day', 'year', 'integer', 'decimal']
/** What makes the text that values are compared with another than the cell's. */
const TAKES_A_PART = ['split', 'extract', 'place', 'remove']
const OF_ALL_ROWS = ['constant', 'title', 'sheet', 'file']
const MOST_VALUES = 2_000

/** How a file was read, with all that a person said of it, as the text of a mapping; null: it could not be read. */
export function readingAsMapping(preview: ImportPreview): string | null {
  const { recordType, columns, reading } = preview
  const type = recordType === null ? undefined : findRecordType(recordType)
  if (!type || !reading || columns.length === 0) return null
  const { headers, chosen, text } = reading
  const document =
    text === null
      ? ownReading(type, headers, columns, chosen, preview.titles)
      : withChoices(text, headers, chosen, preview.titles)
  const lines = preview.linesLeftOut
  // What a mapping leaves out by itself it says itself.
  addLeftOut(document, headers, text === null ? lines : lines.filter(({ isSaid }) => isSaid))
  addValues(document, headers, preview.corrected)
  addCorrections(document, headers, preview.corrected, text !== null)
  setHeads(document, toHeads(headers.filter((head) => !isColumnOfOurs(head))))
  return document.toString({ lineWidth: 120 })
}

/** The text of a mapping with what a person chose of columns that it does not read, or reads otherwise. */
export function withChosen(
  text: string,
  headers: readonly string[],
  chosen: Choices,
  titles: readonly SheetTitles[],
): string {
  return withChoices(text, headers, chosen, titles).toString({ lineWidth: 120 })
}

/** Whether anything was chosen that a mapping does not say. */
export function choosesMore({ columns, constants, answers = [], style, addUp }: Choices): boolean {
  return columns.size + constants.length + answers.length > 0 || Object.keys(style).length > 0 || addUp === true
}

function ownReading(
  type: RecordType,
  headers: readonly string[],
  columns: readonly MatchedColumn[],
  { constants, style, addUp, headRows, sheets }: Choices,
  titles: readonly SheetTitles[],
): Document {
  const fields: Record<string, Source | string> = {}
  let institution: string | undefined
  for (const { index, field } of columns) {
    if (!field) continue
    const column = nameOf(headers, index)
    if (field === INSTITUTION_COLUMN) institution = column
    else
      fields[field.name] =
        field.name in fields ? beside(fields[field.name]!, column) : sourceOf(type, field.name, column)
  }
  for (const [field, values] of Map.groupBy(constants, (one) => one.field))
    fields[field] = constantSource(type, values, titles)
  return new Document({
    type: type.name,
    ...(sheets && { sheets: [...sheets] }),
    ...(headRows !== undefined && { header_rows: headRows }),
    ...(style.dateOrder && { date_format: ORDERS[style.dateOrder] }),
    ...(style.decimalComma && { decimal_comma: true }),
    ...(institution !== undefined && { institution }),
    fields,
    ...(addUp && { add_up: 'headcount' }),
  })
}

/** Of several sheets each may have its own value. What repeats is asked for on a sheet that is new; a text of another's name is none. */
function constantSource(type: RecordType, values: Choices['constants'], titles: readonly SheetTitles[]): Source {
  const { field, value: whole } = values.find(({ sheet }) => sheet == null) ?? { ...values[0]!, value: undefined }
  const ofSheets = values.flatMap(({ sheet, value }) => (sheet == null ? [] : [[sheet, value]]))
  const { kind, ...of } = listColumns(type).find(({ name }) => name === field)!
  const kept = saidKept({ kind, ...of }, type, titles)
  const said = kept.length > 0 ? { said: kept } : {}
  if (ofSheets.length === 0) return { constant: whole!, ...said }
  const otherwise = whole ?? (REPEATING.includes(kind) ? undefined : '')
  return { sheet: true, values: Object.fromEntries(ofSheets), ...(otherwise !== undefined && { otherwise }), ...said }
}

/** A file may lack the column of a field that a record can do without. */
function sourceOf(type: RecordType, field: string, column: string): string | { column: string; optional: true } {
  const isNeeded =
    type.fields.some(({ name, required }) => name === field && required) || keyFieldsOf(type).includes(field)
  return isNeeded ? column : { column, optional: true }
}

/** The remarks may be of several columns. */
function beside(source: string | Source, column: string): Source {
  const { column: first = '', columns = [first] } = typeof source === 'string' ? { column: source } : source
  return { columns: [...columns, column], join: BETWEEN }
}

function withChoices(
  text: string,
  headers: readonly string[],
  { columns, constants, answers = [], style, addUp }: Choices,
  titles: readonly SheetTitles[],
): Document {
  const document = documentOf(text)
  for (const [index, field] of columns) {
    const column = nameOf(headers, index)
    for (const fields of fieldMaps(document))
      for (const { key } of [...fields.items]) if (columnOf(fields.get(key, true)) === column) fields.delete(key)
    if (field !== null)
      setField(document, field, (type, known) =>
        field === REMARK && known !== undefined ? beside(known, column) : sourceOf(type, field, column),
      )
  }
  for (const [field, values] of Map.groupBy(constants, (one) => one.field))
    if (values.some(({ value }) => value.trim() !== ''))
      setField(document, field, (type) => constantSource(type, values, titles))
    else takeBack(document, field)
  for (const answer of answers) setAnswer(document, answer)
  if (style.dateOrder) document.set('date_format', ORDERS[style.dateOrder])
  if (style.decimalComma) document.set('decimal_comma', true)
  if (addUp && document.has('fields')) document.set('add_up', 'headcount')
  return document
}

/** What a page decided comes as JSON, and is kept as people write it. */
function documentOf(text: string): Document {
  const document = parseDocument(text) as Document
  return text.trimStart().startsWith('{') ? new Document(document.toJS() as object) : document
}

/** In the first entry whose type has such a field. */
function setField(
  document: Document,
  field: string,
  from: (type: RecordType, known?: string | Source) => string | object,
): void {
  const entries = entriesOf(document).map((entry) => ({ entry, type: findRecordType(String(entry.get('type')))! }))
  if (field === INSTITUTION_COLUMN.name) {
    const source = from(entries[0]!.type)
    return document.set(field, document.createNode(source))
  }
  const has = ({ type }: { type: RecordType }) => listColumns(type).some((known) => known.name === field)
  const { entry, type } = entries.find(has) ?? entries[0]!
  const fields = entry.get('fields', true) as unknown as YAMLMap
  const known = (fields.toJSON() as Record<string, string | Source>)[field]
  fields.set(field, document.createNode(from(type, known)))
}

/** What is said of a field for all rows. */
function takeBack(document: Document, field: string): void {
  for (const fields of fieldMaps(document)) {
    const source = fields.get(field, true) as unknown
    if (isMap(source) && OF_ALL_ROWS.some((key) => source.has(key))) fields.delete(field)
  }
}

/** In each entry that reads the field, and what names make entries with. */
function setAnswer(document: Document, { recordType, field, text, value }: Answer): void {
  const all: [type: string, fields: unknown][] = entriesOf(document).map((entry) => [
    String(entry.get('type')),
    entry.get('fields', true),
  ])
  const created = document.get('create_with', true) as unknown
  if (isMap(created)) all.push(...created.items.map((one): [string, unknown] => [String(one.key), one.value]))
  for (const [type, fields] of all) {
    if (!isMap(fields) || (recordType != null && recordType !== type)) continue
    const source = fields.get(field, true) as unknown
    const column = columnOf(source)
    if (isMap(source) && source.has('values')) (source.get('values') as YAMLMap).set(text, value)
    else if (isMap(source)) source.set('values', document.createNode({ [text]: value }))
    else if (column !== undefined) fields.set(field, document.createNode({ column, values: { [text]: value } }))
  }
}

function entriesOf(document: Document): YAMLMap[] {
  const records = document.get('records') as { items?: unknown[] } | undefined
  return (records?.items ?? [document.contents]).filter((item) => isMap(item)) as YAMLMap[]
}

function fieldMaps(document: Document): YAMLMap[] {
  return entriesOf(document).flatMap((entry) => {
    const fields = entry.get('fields', true)
    return isMap(fields) ? [fields as YAMLMap] : []
  })
}

/** The one column that a source is read from, if it is one. */
function columnOf(source: unknown): string | undefined {
  const node = source as { value?: unknown } | undefined
  if (isMap(source)) return source.has('column') ? String(source.get('column')) : undefined
  return typeof node?.value === 'string' ? node.value : undefined
}

/** What cells were corrected to, where all that say the same were corrected alike. */
function addValues(document: Document, headers: readonly string[], corrected: ImportPreview['corrected']): void {
  let left = MOST_VALUES
  const split = splitColumns(document)
  for (const { column, before, value } of correctedAlike(headers, corrected)) {
    if (split.includes(column) || left-- <= 0) continue
    for (const entry of entriesOf(document)) addValue(document, entry, column, before, value)
  }
}

/** Texts of a column of which every cell that was corrected was corrected to the same. */
function correctedAlike(
  headers: readonly string[],
  corrected: ImportPreview['corrected'],
): { column: string; before: string; value: string }[] {
  const ofColumns = [...Map.groupBy(corrected, ({ column }) => column)]
  return ofColumns.flatMap(([index, answers]) =>
    [...Map.groupBy(answers, (one) => one.before)].flatMap(([before, alike]) => {
      const [value, ...others] = new Set(alike.map((one) => one.value))
      return before === '' || others.length > 0 ? [] : [{ column: nameOf(headers, index), before, value: value! }]
    }),
  )
}

/**
 * Keeps what cells of dates and numbers were corrected to, by column and text. A text that the field can read stands for itself: it
 * was corrected in its row alone.
 */
function addCorrections(
  document: Document,
  headers: readonly string[],
  corrected: ImportPreview['corrected'],
  isMapped: boolean,
): void {
  const known = document.toJS() as WrittenMapping
  const ranges = makeRanges(known.terms)
  const entries = entriesOf(document).map((entry) => ({
    columns: listColumns(findRecordType(String(entry.get('type')))!),
    fields: (entry.toJSON() as Entry).fields,
  }))
  for (const { column, before, value } of correctedAlike(headers, corrected).slice(0, MOST_VALUES)) {
    const readings = entries.flatMap(({ columns, fields }) =>
      Object.entries(fields).flatMap(([name, said]) => {
        const field = columns.find((one) => one.name === name)
        const source = typeof said === 'string' ? { column: said } : said
        return field && readsColumn(source, column) ? [{ field, source }] : []
      }),
    )
    const isReadable = ({ field, source }: (typeof readings)[number]) =>
      !(readAlone(field, source, before, isMapped ? ranges : null) instanceof CellProblem)
    const isKept = readings.length > 0 && readings.every(({ field }) => COUNTED.includes(field.kind))
    if (isKept && !readings.every(isReadable)) document.setIn(['corrections', column, before], value)
  }
}

function readsColumn(source: Source, column: string): boolean {
  const amounts = Object.values(source.plus ?? {})
  return columnsOf(source).includes(column) || amounts.some((one) => typeof one === 'object' && one.column === column)
}

/** What a field makes of a text by itself. `ranges`: null where nothing but the heads says how the file is read. */
function readAlone(field: Field, source: Source, text: string, ranges: Ranges | null) {
  const [unit, amount] = Object.entries(source.plus ?? {})[0] ?? []
  if (unit !== undefined && typeof amount === 'object') return readAmount(text, unit as UnitOfTime)
  if (source.number) return takeNumber(text, field)
  const dates = ranges && datesOf(field, source, ranges)
  return makeCellParser(field, dates ? { dates } : {})(text, false)
}

/** To each field of an entry that is read from the column, and whose words repeat. */
function addValue(document: Document, entry: YAMLMap, column: string, before: string, value: string): void {
  const columns = listColumns(findRecordType(String(entry.get('type')))!)
  const fields = entry.get('fields', true) as unknown as YAMLMap
  for (const { key } of fields.items) {
    const field = columns.find(({ name }) => name === String(key))
    const source = fields.get(key, true) as unknown
    if (!field || !REPEATING.includes(field.kind) || columnOf(source) !== column) continue
    const known = isMap(source) ? (source.get('values') as YAMLMap | undefined) : undefined
    if (isMap(source) && TAKES_A_PART.some((part) => source.has(part))) continue
    if (isOneOfSeveral(field, before, value)) continue
    // A word that the mapping knows means what it says of it.
    const meant = known?.has(value) ? known.get(value) : keyOf(field, value)
    if (meant === null) continue
    if (known) known.set(before, meant)
    else if (isMap(source)) source.set('values', document.createNode({ [before]: meant }))
    else fields.set(key, document.createNode({ column, values: { [before]: meant } }))
  }
}

/** What a cell that names several was taken for is of its row alone: in the next one it may be another of them. */
function isOneOfSeveral(field: Field, before: string, value: string): boolean {
  if (field.kind === 'reference') return namesSeveral(before)
  const named = makeCellParser(field)(before, false)
  if (!(named instanceof CellProblem) || named.code !== 'SEVERAL_VALUES') return false
  const key = keyOf(field, value)
  return key !== UNKNOWN && key !== FOREIGN
}

/** As it is kept, so that a mapping reads the same in either language; null: it is nothing of the field. */
function keyOf(field: Field, text: string): string | null {
  const key = makeCellParser(field)(text, false)
  if (key instanceof CellProblem) return null
  return typeof key === 'string' ? key : text
}

/** Columns of which a part of the cell is read at a time. */
function splitColumns(document: Document): string[] {
  return [document.contents, ...entriesOf(document)].flatMap((place) => {
    const splits = isMap(place) ? (place.toJSON() as { split_rows?: { column: string }[] }).split_rows : undefined
    return (splits ?? []).map(({ column }) => column)
  })
}
