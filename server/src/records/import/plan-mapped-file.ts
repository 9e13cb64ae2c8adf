import { fill } from '@causeway/shared/words/words'
import { kept } from '../../ground/kept.ts'
import type { Field } from '../record-type.ts'
import { fieldsOf, recordTypeOf } from '../record-types.ts'
import type { FoundHeader } from './find-header.ts'
import { ImportRefused } from './import-refused.ts'
import type { Condition, Entry, Mapping, Source } from './mapping.ts'
import { foldHeader, INSTITUTION_COLUMN } from './match-header.ts'
import { compilePattern } from './pattern.ts'
import { makeHeaderCheck, widthOf, type EntryPlan, type FilePlan, type Finding, type Reading } from './row-plan.ts'
import { CellProblem } from './row-problem.ts'
import { columnLetters, type SourceRow } from './source-row.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

type Read = (row: SourceRow) => string | CellProblem

const ORDER = { 'D/M/Y': 'DMY', 'M/D/Y': 'MDY', 'Y/M/D': 'YMD' } as const
const MOST_REMEMBERED = 5_000

/** Headers that the file must have for this mapping. */
export function requiredHeaders(mapping: Mapping): string[] {
  const headers: string[] = []
  const add = (source: string | Source | undefined) => {
    if (source === undefined) return
    if (typeof source === 'string') headers.push(source)
    else {
      if (source.column !== undefined && !source.optional) headers.push(source.column)
      headers.push(...(source.columns ?? []), ...(source.when ?? []).map((condition) => condition.column))
    }
  }
  for (const { fields } of mapping.records) Object.values(fields).forEach(add)
  add(mapping.institution)
  const conditions = [mapping.skip, mapping.where, ...mapping.records.map(({ when }) => when)]
  for (const condition of conditions.flatMap((some) => some ?? [])) headers.push(condition.column)
  if (mapping.section) headers.push(mapping.section.column)
  return [...new Set(headers)]
}

/** The plan for a file that a mapping explains. Throws `DUPLICATE_COLUMN` where a header it names is twice. */
export function planMappedFile(mapping: Mapping, header: FoundHeader): FilePlan {
  const columns = makeColumns(header, new Set((mapping.empty ?? []).map(foldValue)))
  const section = mapping.section ? makeSections(mapping.section, columns) : null
  const skip = (mapping.skip ?? []).map((condition) => compileCondition(condition, columns))
  const where = (mapping.where ?? []).map((condition) => compileCondition(condition, columns))
  const isHeader = makeHeaderCheck(header.headers)
  return {
    entries: mapping.records.map((entry) => planEntry(entry, mapping, header, columns, section)),
    isData(row) {
      if (section?.read(row) || isHeader(row)) return false
      if (skip.some((holds) => holds(row))) return false
      if (!where.every((holds) => holds(row))) return false
      section?.count()
      return true
    },
    findings: () => section?.findings() ?? [],
  }
}

function planEntry(
  entry: Entry,
  mapping: Mapping,
  header: FoundHeader,
  columns: Columns,
  section: Sections | null,
): EntryPlan {
  const type = recordTypeOf(entry.type)
  const fields = new Map([...fieldsOf(type), ...(type.companion?.columns ?? [])].map((field) => [field.name, field]))
  const readings: Reading[] = []
  for (const [name, source] of Object.entries(entry.fields)) {
    const reading = compileSource(fields.get(name)!, source, columns, section)
    if (reading) readings.push(reading)
  }
  const institution = mapping.institution
    ? compileSource(INSTITUTION_COLUMN, mapping.institution, columns, section)
    : null
  const when = (entry.when ?? []).map((condition) => compileCondition(condition, columns))
  return {
    plan: {
      type,
      readings,
      institution,
      style: {
        ...(mapping.date_format && { dateOrder: ORDER[mapping.date_format] }),
        ...(mapping.decimal_comma && { decimalComma: true }),
      },
      width: widthOf(header.headers),
      unnamed: [],
    },
    holds: when.length === 0 ? null : (row) => when.every((holds) => holds(row)),
  }
}

type Columns = ReturnType<typeof makeColumns>

/** The columns of a file, as a mapping names them. `empty`: what says that nothing is in a cell. */
function makeColumns({ headers, row: headerRow }: FoundHeader, empty: ReadonlySet<string>) {
  const places = new Map<string, number[]>()
  headers.forEach((text, i) => kept(places, foldHeader(text), () => []).push(i))
  places.delete('')
  return {
    /** -1: the file lacks it. */
    find(name: string): number {
      const [at = -1, ...others] = places.get(foldHeader(name)) ?? []
      if (others.length === 0) return at
      const [a, b] = [columnLetters(at), columnLetters(others.at(-1)!)]
      throw new ImportRefused('DUPLICATE_COLUMN', {
        ...fill(REFUSALS.DUPLICATE_COLUMN, { a, b, name }),
        row: headerRow,
        column: name,
      })
    },
    header: (at: number) => headers[at] ?? '',
    /** The cell's text, trimmed; empty where it says that nothing is there. */
    text(row: SourceRow, at: number): string {
      const text = (row.cells[at] ?? '').trim()
      return text !== '' && empty.size > 0 && empty.has(foldValue(text)) ? '' : text
    },
  }
}

type Sections = ReturnType<typeof makeSections>

/** Headings between the data, and whether the rows under each are as many as it states. */
function makeSections(section: NonNullable<Mapping['section']>, columns: Columns) {
  const at = columns.find(section.column)
  const pattern = compilePattern(section.pattern)
  const findings: Finding[] = []
  let name = ''
  let open: { row: number; text: string; stated: number } | null = null
  let counted = 0
  const close = () => {
    if (open && open.stated !== counted && findings.length < 1_000)
      findings.push({
        ...{ row: open.row, column: columns.header(at), code: 'SECTION_COUNT', value: open.text },
        message: fill(REFUSALS.STATED_ROWS, { stated: open.stated, counted }),
      })
    open = null
  }
  return {
    name: () => name,
    /** True where the row is a heading. */
    read(row: SourceRow): boolean {
      const text = columns.text(row, at)
      const match = text === '' ? null : pattern.match(text)
      if (!match) return false
      close()
      name = match[section.name ?? 1] ?? ''
      const stated = section.count === undefined ? NaN : Number(match[section.count])
      open = Number.isInteger(stated) ? { row: row.row, text, stated } : null
      counted = 0
      return true
    },
    count: () => void counted++,
    findings() {
      close()
      return findings
    },
  }
}

function compileCondition(condition: Condition, columns: Columns): (row: SourceRow) => boolean {
  const at = columns.find(condition.column)
  const listed = new Set((condition.in ?? condition.not_in ?? []).map((value) => foldValue(String(value))))
  const pattern = condition.matches ?? condition.not_matches
  const compiled = pattern === undefined ? null : compilePattern(pattern)
  if (condition.in) return (row) => listed.has(foldValue(columns.text(row, at)))
  if (condition.not_in) return (row) => !listed.has(foldValue(columns.text(row, at)))
  if (compiled) {
    const wanted = condition.matches !== undefined
    const holds = remember((text) => (compiled.match(text) !== null) === wanted)
    return (row) => holds(columns.text(row, at))
  }
  return (row) => (columns.text(row, at) !== '') === condition.filled
}

/** Null: the file lacks an optional column. */
function compileSource(
  field: Field,
  source: string | Source,
  columns: Columns,
  section: Sections | null,
): Reading | null {
  if (typeof source === 'string') source = { column: source }
  const at = source.column === undefined ? null : columns.find(source.column)
  if (at === -1) return null
  const pick = compilePick(source, at, columns, section)
  const shape = compileShape(source)
  const when = (source.when ?? []).map((condition) => compileCondition(condition, columns))
  const read: Read = shape ? (row) => shape(pick(row)) : pick
  return {
    field,
    column: at,
    cells: at === null ? (source.columns ?? []).map((name) => columns.find(name)) : [at],
    header: at === null ? (source.columns?.join(source.join ?? '/') ?? field.name) : columns.header(at),
    read: when.length === 0 ? read : (row) => (when.every((holds) => holds(row)) ? read(row) : ''),
  }
}

function compilePick(
  source: Source,
  at: number | null,
  columns: Columns,
  section: Sections | null,
): (row: SourceRow) => string {
  if (at !== null) return (row) => columns.text(row, at)
  if (source.constant !== undefined) {
    const text = String(source.constant)
    return () => text
  }
  if (source.row) return (row) => String(row.row)
  if (source.section) return section!.name
  const each = source.columns!.map((name) => columns.find(name))
  const join = source.join ?? '/'
  return (row) => {
    const parts = each.map((i) => columns.text(row, i))
    return parts.every((part) => part === '') ? '' : parts.join(join)
  }
}

/** What becomes of the text on its way: split, removed, extracted, looked up. Null: nothing. */
function compileShape(source: Source): ((text: string) => string | CellProblem) | null {
  const { split, otherwise } = source
  const extract = source.extract === undefined ? null : compilePattern(source.extract)
  const remove = source.remove === undefined ? null : compilePattern(source.remove)
  const values =
    source.values && new Map(Object.entries(source.values).map(([from, to]) => [foldValue(from), String(to)]))
  const cases = source.cases?.map((one) => ({ pattern: compilePattern(one.matches), value: String(one.value) }))
  if (!split && !extract && !remove && !values && !cases && otherwise === undefined) return null
  const fallback = otherwise === undefined ? null : String(otherwise)
  return remember((whole) => {
    let text = whole
    if (split) text = (text.split(split.by).at(split.part > 0 ? split.part - 1 : split.part) ?? '').trim()
    if (remove) {
      const match = remove.match(text)
      if (match) text = (text.slice(0, match.index) + text.slice(match.index + match[0].length)).trim()
    }
    if (extract && text !== '') {
      const match = extract.match(text)
      if (!match) return fallback ?? noMatch(source.extract!)
      text = (match[1] ?? match[0]).trim()
    }
    const value = values?.get(foldValue(text))
    if (value !== undefined) return value
    for (const { pattern, value: template } of cases ?? []) {
      const match = pattern.match(text)
      if (match) return template.replaceAll(/\$([1-9])/g, (_, group: string) => match[Number(group)] ?? '')
    }
    if (fallback !== null && (values || cases || text === '')) return fallback
    return text
  })
}

function noMatch(pattern: string): CellProblem {
  return new CellProblem('NO_MATCH', fill(REFUSALS.NO_MATCH, { pattern }))
}

function foldValue(text: string): string {
  return text.normalize('NFKC').trim()
}

/** Cells repeat down a column: what was made of one is kept for the next. */
function remember<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = make(text)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(text, value)
    return value
  }
}
