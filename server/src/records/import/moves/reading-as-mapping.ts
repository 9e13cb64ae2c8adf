import { Document, isMap, parseDocument, type YAMLMap } from 'yaml'
import { kept } from '../../../ground/kept.ts'
import { keyFieldsOf, type Field, type RecordType } from '../../record-type.ts'
import { findRecordType } from '../../record-types.ts'
import type { Answer, ChosenReading } from '../columns/chosen-reading.ts'
import { isLetter } from '../sheets/file-columns.ts'
import type { ImportPreview } from '../report/import-preview.ts'
import type { MatchedColumn } from '../columns/matched-columns.ts'
import { foldHeader, INSTITUTION_COLUMN, isColumnOfOurs, listColumns } from '../sheets/match-header.ts'
import { makeCellParser } from '../cells/parse-cell.ts'
import { CellProblem } from '../ground/row-problem.ts'
import { setHeads, toHeads } from '../saved/made-for.ts'
import { BETWEEN, REMARK } from '../columns/remarks.ts'
import type { Condition, Source } from '../mapping/mapping.ts'
import { HEADING_NUMBER, type SheetLine } from '../sheets/sheet-lines.ts'
import { columnLetters } from '../ground/source-row.ts'

type Choices = Pick<ChosenReading, 'columns' | 'constants' | 'answers' | 'style' | 'addUp' | 'headRows' | 'sheets'>

const ORDERS = { DMY: 'D/M/Y', MDY: 'M/D/Y', YMD: 'Y/M/D' } as const
/** Kinds of fields whose texts repeat: what one was corrected to holds for the next file. */
const REPEATING: readonly Field['kind'][] = ['choice', 'country', 'reference', 'flag', 'level']
const USUAL_TOTALS = ['合计', '总计', '小计', '共计', 'Total']
/** What makes the text that values are compared with another than the cell's. */
const TAKES_A_PART = ['split', 'extract', 'place', 'remove']
const MOST_VALUES = 2_000

/** How a file was read, with all that a person said of it, as the text of a mapping; null: it could not be read. */
export function readingAsMapping(preview: ImportPreview): string | null {
  const { recordType, columns, reading } = preview
  const type = recordType === null ? undefined : findRecordType(recordType)
  if (!type || !reading || columns.length === 0) return null
  const { headers, chosen, text } = reading
  const document = text === null ? ownReading(type, headers, columns, chosen) : withChoices(text, headers, chosen)
  const lines = preview.linesLeftOut
  // What a mapping leaves out by itself it says itself.
  addLeftOut(document, headers, text === null ? lines : lines.filter(({ isSaid }) => isSaid))
  addValues(document, headers, preview.corrected)
  setHeads(document, toHeads(headers.filter((head) => !isColumnOfOurs(head))))
  return document.toString({ lineWidth: 120 })
}

/** The text of a mapping with what a person chose of columns that it does not read, or reads otherwise. */
export function withChosen(text: string, headers: readonly string[], chosen: Choices): string {
  return withChoices(text, headers, chosen).toString({ lineWidth: 120 })
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
  for (const { field, value } of constants) fields[field] = { constant: value }
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
  for (const { field, value } of constants) setField(document, field, () => ({ constant: value }))
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
  for (const [index, answers] of Map.groupBy(corrected, ({ column }) => column)) {
    const column = nameOf(headers, index)
    if (split.includes(column)) continue
    for (const [before, alike] of Map.groupBy(answers, (one) => one.before)) {
      const [value, ...others] = new Set(alike.map((one) => one.value))
      if (before === '' || others.length > 0 || left-- <= 0) continue
      for (const entry of entriesOf(document)) addValue(document, entry, column, before, value!)
    }
  }
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
    // A word that the mapping knows means what it says of it.
    const meant = known?.has(value) ? known.get(value) : keyOf(field, value)
    if (meant === null) continue
    if (known) known.set(before, meant)
    else if (isMap(source)) source.set('values', document.createNode({ [before]: meant }))
    else fields.set(key, document.createNode({ column, values: { [before]: meant } }))
  }
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

/** Lines of the sheet that are no records, by the words that they began with. */
function addLeftOut(document: Document, headers: readonly string[], lines: ImportPreview['linesLeftOut']): void {
  const conditions = [...Map.groupBy(lines, ({ column }) => column)].map(([column, some]) => {
    const wordsOf = (holds: (one: SheetLine) => boolean) => some.filter(holds).map(({ word }) => word)
    const totals = wordsOf(({ isTotal, isSaid }) => isTotal && !isSaid)
    const said = wordsOf(({ isSaid }) => isSaid === true)
    const feet = wordsOf((one) => !one.isTotal && !one.isSaid && !one.isHeading)
    const headings = headingPattern(some)
    const whole = [...totals, ...(totals.length > 0 ? USUAL_TOTALS : []), ...said]
    const patterns = [
      ...(whole.length > 0 ? [`^(${anyOf(whole)})\\s*([（(:：].*)?$`] : []),
      ...headings,
      ...(feet.length > 0 ? [`^(${anyOf(feet)})\\s*[（(:：]`] : []),
    ]
    return { column: nameOf(headers, column), matches: patterns.join('|') }
  })
  const known = (document.toJS() as { skip?: Condition[] }).skip ?? []
  const isNew = (one: Condition) =>
    !known.some(({ column, matches }) => column === one.column && matches === one.matches)
  const skip = [...known, ...conditions.filter(isNew)]
  if (skip.length > known.length) document.set('skip', document.createNode(skip))
}

/** Headings between the rows: by their numbers, where they have some, so that one more is none the less a heading next year. */
export function headingPattern(lines: readonly SheetLine[]): string[] {
  const words = lines.flatMap(({ isHeading, word }) => (isHeading ? [word] : []))
  const numbered = new RegExp(HEADING_NUMBER, 'u')
  const others = words.filter((word) => !numbered.test(word))
  return [
    ...(others.length < words.length ? [HEADING_NUMBER] : []),
    ...(others.length > 0 ? [`^(${anyOf(others)})$`] : []),
  ]
}

const times = new WeakMap<readonly string[], Map<string, number>>()

/** How often each head is there. A sheet may have thousands, and each is asked about. */
function timesOf(headers: readonly string[]): Map<string, number> {
  return kept(times, headers, () => {
    const found = new Map<string, number>()
    for (const head of headers) found.set(foldHeader(head), (found.get(foldHeader(head)) ?? 0) + 1)
    return found
  })
}

/** As a mapping names a column: by its head, and by its letter where the head is empty, twice, or reads as a letter. */
export function nameOf(headers: readonly string[], index: number): string {
  const head = headers[index]?.trim() ?? ''
  const isAlone = timesOf(headers).get(foldHeader(head)) === 1
  return head !== '' && isAlone && !isLetter(head) ? head : `=${columnLetters(index)}`
}

/** A pattern of any of these words. */
export function anyOf(words: readonly string[]): string {
  return [...new Set(words)].map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)).join('|')
}
