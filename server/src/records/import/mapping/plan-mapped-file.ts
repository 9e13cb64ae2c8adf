import { fill, type Words } from '@causeway/shared/words/words'
import { fieldsOf, recordTypeOf } from '../../record-types.ts'
import { compileSource, type OfTheFile } from './compile-source.ts'
import { compileCondition } from './conditions.ts'
import { foldValue, makeColumns, type FileColumns } from '../sheets/file-columns.ts'
import type { FoundHeader } from '../sheets/find-header.ts'
import type { Entry, Mapping } from './mapping.ts'
import { OneDays, oneDatesOf } from './one-date.ts'
import { INSTITUTION_COLUMN } from '../sheets/match-header.ts'
import { lettersNamed, requiredHeaders } from './named-columns.ts'
import { titlesUnder } from '../sheets/sheet-titles.ts'
import { missingColumns } from '../sheets/no-header.ts'
import { planCreated } from './plan-created.ts'
import {
  makeHeaderCheck,
  widthOf,
  type EntryPlan,
  type FilePlan,
  type Finding,
  type Reading,
  type RowPlan,
} from '../columns/row-plan.ts'
import { makeRowShape } from './row-shape.ts'
import { makeSections } from './sections.ts'
import { makeRanges } from '../cells/mapped-date.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const ORDER = { 'D/M/Y': 'DMY', 'M/D/Y': 'MDY', 'Y/M/D': 'YMD' } as const
const BY_NAME: Words = { zh: '姓名', en: 'name' }
const BY_NAME_AND_BIRTH: Words = { zh: '姓名和出生日期', en: 'name and birth date' }

/** The plan for a file that a mapping explains. Throws `DUPLICATE_COLUMN` where a header it names is twice. */
export function planMappedFile(mapping: Mapping, header: FoundHeader): FilePlan {
  const empty = new Set((mapping.empty ?? []).map(foldValue))
  const columns = makeColumns(header, empty)
  checkColumns(mapping, header, columns)
  const section = mapping.section ? makeSections(mapping.section, columns) : null
  const skip = (mapping.skip ?? []).map((condition) => compileCondition(condition, columns))
  const where = (mapping.where ?? []).map((condition) => compileCondition(condition, columns))
  const isHeader = makeHeaderCheck(header.headRows)
  const order = mapping.date_format && ORDER[mapping.date_format]
  const given: Omit<OfTheFile, 'type'> = {
    ...{ columns, section, titles: titlesUnder(header) },
    ...{ ranges: makeRanges(mapping.terms, order), oneDates: new Map() },
    letters: lettersNamed(mapping).map((letter) => columns.find(letter)),
    style: { ...(order && { dateOrder: order }), ...(mapping.decimal_comma && { decimalComma: true }) },
  }
  const entries = mapping.records.map((entry) => planEntry(entry, mapping, header, given, empty))
  // What a row is made into has other columns, and cells of its parts.
  const whole = entries.flatMap(({ plan, shape }) => (shape ? [] : plan.readings))
  const oneDays = new OneDays(whole, columns, given.ranges)
  return {
    entries,
    isData(row) {
      if (section?.read(row) || isHeader(row)) return false
      if (skip.some((holds) => holds(row))) return false
      if (!where.every((holds) => holds(row))) return false
      section?.count()
      oneDays.see(row)
      return true
    },
    findings: () => [...personsByName(mapping, header.row), ...(section?.findings() ?? []), ...oneDays.findings()],
  }
}

function planEntry(
  entry: Entry,
  mapping: Mapping,
  header: FoundHeader,
  ofTheFile: Omit<OfTheFile, 'type'>,
  empty: ReadonlySet<string>,
): EntryPlan {
  const shape = makeRowShape(entry, header, ofTheFile.columns, empty, mapping.lineOf)
  const type = recordTypeOf(entry.type)
  const oneDates = oneDatesOf(type, entry.fields)
  const given = { ...ofTheFile, type, columns: shape?.columns ?? ofTheFile.columns, oneDates }
  const fields = new Map([...fieldsOf(type), ...(type.companion?.columns ?? [])].map((field) => [field.name, field]))
  const readings: Reading[] = []
  for (const [name, source] of Object.entries(entry.fields)) {
    const reading = compileSource(fields.get(name)!, source, given)
    if (reading) readings.push(reading)
  }
  const institution = mapping.institution ? compileSource(INSTITUTION_COLUMN, mapping.institution, given) : null
  // What `unpivot` makes is asked of the rows that it makes, in its shape.
  const when = (entry.when ?? []).filter(({ column }) => ofTheFile.columns.find(column) !== -1)
  const holds = when.map((condition) => compileCondition(condition, ofTheFile.columns))
  const plan: RowPlan = {
    ...{ type, readings, institution, style: given.style, isMapped: true },
    ...widthUnder(header, shape?.columns.headers.length, ofTheFile.letters),
  }
  return {
    shape,
    plan,
    creates: planCreated(mapping, plan, (field, source) => compileSource(field, source, given)),
    holds: holds.length === 0 ? null : (row) => holds.every((one) => one(row)),
  }
}

/** The header is found by those that are named. Throws `MISSING_COLUMN` of a letter, and where there is no header. */
function checkColumns(mapping: Mapping, { headers, row }: FoundHeader, columns: FileColumns): void {
  const missing = requiredHeaders(mapping).filter((name) => columns.find(name) === -1)
  if (missing.length > 0) throw missingColumns(missing, { row, cells: headers }, mapping.lineOf)
}

/** What is past the header, or under no head. `shaped`: the width of the rows that are made. `letters`: columns that have a head or not. */
function widthUnder({ headers, headRows }: FoundHeader, shaped: number | undefined, letters: readonly number[]) {
  if (shaped === undefined && headRows.length === 0) return { width: Infinity, unnamed: [] }
  const named = widthOf(headers)
  const width = Math.max(named, ...letters.map((at) => at + 1))
  const end = shaped === undefined ? width : headers.length
  const past = Array.from({ length: end - named }, (_, i) => named + i)
  return { width: shaped ?? width, unnamed: past.filter((at) => !letters.includes(at)) }
}

/** A name is a weaker key than a number, which is said once of each column. */
function personsByName({ records }: Mapping, row: number): Finding[] {
  const sources = records.flatMap(({ fields }) => Object.values(fields))
  const named = new Map<string, Finding>()
  for (const source of sources) {
    if (typeof source === 'string' || source.name === undefined) continue
    const by = source.birth === undefined ? BY_NAME : BY_NAME_AND_BIRTH
    named.set(source.name, {
      ...{ row, column: source.name, code: 'PERSONS_BY_NAME', value: source.name },
      message: fill(REFUSALS.PERSONS_BY_NAME, { byZh: by.zh, byEn: by.en }),
    })
  }
  return [...named.values()]
}
