import { fill } from '@causeway/shared/words/words'
import type { Field } from '../record-type.ts'
import { fieldsOf, recordTypeOf } from '../record-types.ts'
import { compileCondition } from './conditions.ts'
import { foldValue, makeColumns, remember, type FileColumns } from './file-columns.ts'
import type { FoundHeader } from './find-header.ts'
import type { Entry, Mapping, Source } from './mapping.ts'
import { INSTITUTION_COLUMN } from './match-header.ts'
import { compilePattern } from './pattern.ts'
import { makeHeaderCheck, widthOf, type EntryPlan, type FilePlan, type Reading } from './row-plan.ts'
import { CellProblem } from './row-problem.ts'
import { makeSections, type Sections } from './sections.ts'
import type { SourceRow } from './source-row.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

type Read = (row: SourceRow) => string | CellProblem

const ORDER = { 'D/M/Y': 'DMY', 'M/D/Y': 'MDY', 'Y/M/D': 'YMD' } as const

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
  columns: FileColumns,
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

/** Null: the file lacks an optional column. */
function compileSource(
  field: Field,
  source: string | Source,
  columns: FileColumns,
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
  columns: FileColumns,
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
