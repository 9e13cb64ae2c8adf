import { fill, type Words } from '@causeway/shared/words/words'
import { once } from '../../../ground/once.ts'
import { COMMON_FIELDS, keyFieldsOf, type Field, type RecordType } from '../../record-type.ts'
import { RECORD_TYPES, recordTypeOf } from '../../record-types.ts'
import { NOTHING_CHOSEN, type ChosenReading } from '../columns/chosen-reading.ts'
import { findHeader } from '../sheets/find-header.ts'
import { joinHeads, rowsOfHeader } from '../sheets/head-rows.ts'
import type { HeaderSearch } from '../sheets/header-search.ts'
import { ImportRefused, emptyFile, onlyHeader } from '../ground/import-refused.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { foldHeader, headersOf, indexHeaders, isColumnOfOurs, listColumns } from '../sheets/match-header.ts'
import { makeCellParser } from '../cells/parse-cell.ts'
import { lettersNamed, requiredHeaders } from '../mapping/named-columns.ts'
import { CellProblem } from '../ground/row-problem.ts'
import { listShippedMappings } from '../mapping/shipped-mappings.ts'
import type { SourceRow, SourceTable } from '../ground/source-row.ts'
import { recogniseTitles } from './recognise-titles.ts'
import type { SavedFit } from './saved-fit.ts'
import { pickTables, readHeads, sheetNames, type TableHead } from '../sheets/table-heads.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** What kind of records a file may hold. */
export interface RecognisedType {
  type: RecordType
  /** Name of a mapping that fits; null: its own headers say it. */
  mapping: string | null
  /** Of a mapping that the institution saved; absent: it ships, or there is none. */
  saved?: SavedFit
  /** That mapping reads several sheets as one table. */
  joins?: true
  /** How much of the file it explains, 0 to 100. */
  sharePercent: number
  why: Words
  /** Required fields that the file has no column for. */
  missing: Field[]
}

const MOST_HEADER_ROWS = 60
const MOST_LISTED = 5
/** Less than this of the columns explained says nothing. */
const LEAST_SHARE = 15
/** So much better than the next one is sure. */
const CLEARLY = 1.05
const LEAST_SURE = 45
/** A title offers a kind of records, and is never enough to read a file by. */
const SHARE_OF_TITLE = 30
const WEIGHT_OF_TITLE = 15

/** The kinds of records that a file may hold, the likeliest first: by any row that may be its header, or by the one that somebody chose. */
export async function recogniseTypes(
  tables: SourceTable[],
  chosen: Pick<ChosenReading, 'sheet' | 'headerRow' | 'headRows'> = {},
): Promise<RecognisedType[]> {
  const heads = await readHeads(pickTables(tables, chosen.sheet))
  const own = RECORD_TYPES.map((type) => bestOf(type, heads, chosen)).filter((found) => found !== null)
  const mapped = await listFittingMappings(heads, chosen.headerRow)
  const known = new Set(own.filter(({ sharePercent }) => sharePercent >= LEAST_SHARE).map(({ type }) => type))
  const inTitles = recogniseTitles(heads)
  const titles = new Set(inTitles.map(({ type }) => type))
  const titled = inTitles
    .filter(({ type }) => !known.has(type))
    .map(({ type, title }, at): RecognisedType => {
      const why = fill(REFUSALS.TITLE_SAYS, { title })
      return { type, mapping: null, sharePercent: SHARE_OF_TITLE - at, why, missing: [] }
    })
  // A list of foreign teachers has heads of students too: what its title says comes before what its heads say as well.
  const weightOf = ({ type, mapping, sharePercent }: RecognisedType) =>
    sharePercent + (mapping === null && known.has(type) && titles.has(type) ? WEIGHT_OF_TITLE : 0)
  return [...mapped, ...own, ...titled]
    .filter(({ sharePercent }) => sharePercent >= LEAST_SHARE)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, MOST_LISTED)
}

/** The one that is clearly meant, or null. */
export function clearlyMeant([first, second]: RecognisedType[]): RecognisedType | null {
  if (!first || first.sharePercent < LEAST_SURE) return null
  return !second || first.sharePercent >= second.sharePercent * CLEARLY ? first : null
}

/** That it cannot be recognised; or that there is nothing to tell it by. */
export function notRecognised(file: string, heads: readonly TableHead[]): ImportRefused {
  const rows = heads.reduce((sum, { head }) => sum + head.length, 0)
  if (rows === 0) return emptyFile({ file, sheets: sheetNames(heads) })
  if (rows === 1) return onlyHeader({ file, sheets: sheetNames(heads.filter(({ head }) => head.length > 0)) })
  return new ImportRefused('NOT_RECOGNISED', REFUSALS.NOT_RECOGNISED)
}

/** Each type asks for the same cells. */
const foldedOf = once(({ cells }: SourceRow) => cells.map(foldHeader))

function bestOf(
  type: RecordType,
  heads: TableHead[],
  { headerRow, headRows = 1 }: Pick<ChosenReading, 'headerRow' | 'headRows'>,
): RecognisedType | null {
  const index = headersOf(type)
  let best: RecognisedType | null = null
  for (const { head, name } of heads)
    head.slice(0, MOST_HEADER_ROWS).forEach((first, at) => {
      if (headerRow !== undefined && first.row !== headerRow) return
      const isDeep = headerRow !== undefined && headRows > 1
      const row = isDeep
        ? { ...first, cells: joinHeads(rowsOfHeader(head, at, headRows), name === null).headers }
        : first
      const known = foldedOf(row).flatMap((folded, column): [Field, number][] => {
        const field = index.get(folded)
        return field ? [[field, column]] : []
      })
      if (known.length < 2) return
      const found = judge(type, row, known, head.slice(at + (isDeep ? headRows : 1)))
      if (found.sharePercent > (best?.sharePercent ?? 0)) best = found
    })
  return best
}

/** A column explained counts by how much it says: a note tells nothing of its file, a field with choices that fit tells much. */
function judge(
  type: RecordType,
  header: SourceRow,
  known: [field: Field, column: number][],
  rows: SourceRow[],
): RecognisedType {
  const headed = header.cells.filter((cell) => cell.trim() !== '' && !isColumnOfOurs(cell.trim())).length
  const names = new Set(known.map(([{ name }]) => name))
  let weight = 0
  for (const [field, column] of known)
    weight += (COMMON_FIELDS.includes(field) ? 0.5 : 1) * fitOf(field, column, rows, type)
  const required = type.fields.filter((field) => field.required)
  const missing = required.filter(({ name }) => !names.has(name))
  const lacksKey = !names.has('source_id') && missing.some(({ name }) => keyFieldsOf(type).includes(name))
  const has = required.length === 0 ? 1 : (required.length - missing.length) / required.length
  const share = Math.min(1, weight / Math.max(1, headed)) * (0.4 + 0.6 * has) * (lacksKey ? 0.7 : 1)
  return {
    type,
    mapping: null,
    sharePercent: Math.round(share * 1000) / 10,
    why: sayWhy(known.length, headed, missing),
    missing,
  }
}

const ROWS_TRIED = 30

/** How much of a column can be read as the field: a half at least, since a wrong cell is nothing unusual. */
function fitOf(field: Field, column: number, rows: SourceRow[], type: RecordType): number {
  const parse = makeCellParser(field)
  let tried = 0
  let fits = 0
  for (const row of rows.slice(0, ROWS_TRIED)) {
    const text = row.cells[column]?.trim() ?? ''
    if (text === '') continue
    tried++
    if (!(parse(text, row.numbers?.has(column) === true) instanceof CellProblem)) fits++
  }
  const share = tried === 0 ? 0.8 : fits / tried
  const isTelling = field.kind === 'choice' && type.fields.includes(field)
  return tried > 0 && isTelling ? 0.2 + share : 0.5 + share / 2
}

function sayWhy(known: number, headed: number, missing: Field[]): Words {
  const of = { zh: `${headed} 列中认出 ${known} 列`, en: `${known} of ${headed} columns are known` }
  if (missing.length === 0)
    return { zh: `${of.zh}，必填项齐全。`, en: `${of.en}, and every required field has its column.` }
  const names = (locale: keyof Words) =>
    missing
      .slice(0, 5)
      .map(({ label }) => (locale === 'zh' ? `「${label.zh}」` : `"${label.en}"`))
      .join(locale === 'zh' ? '、' : ', ')
  return {
    zh: `${of.zh}；缺少必填项${names('zh')}${missing.length > 5 ? '等' : ''}。`,
    en: `${of.en}; required and missing: ${names('en')}${missing.length > 5 ? ' …' : ''}.`,
  }
}

/** Mappings that ship and whose every column the file has. */
async function listFittingMappings(heads: TableHead[], headerRow?: number): Promise<RecognisedType[]> {
  const fitting: RecognisedType[] = []
  for (const { name, mapping } of await listShippedMappings()) {
    const type = recordTypeOf(mapping.records[0].type)
    const search = searchFor(type, mapping, { ...NOTHING_CHOSEN, headerRow })
    const header = await findHeader(heads, search).catch((error: unknown) => {
      if (error instanceof ImportRefused) return null
      throw error
    })
    const required = requiredHeaders(mapping)
    // Of a file of wrong rows the header is known by what was added to it.
    const folded = new Set(header?.headers.map(foldHeader))
    if (!header || (header.isRejects && !required.every((head) => folded.has(foldHeader(head))))) continue
    const [needed, headed] = [required.length, header.headers.filter((text) => text !== '').length]
    const label = mapping.name ?? { zh: name, en: name }
    fitting.push({
      type,
      mapping: name,
      // All that somebody who knew the file wrote down is there; the more of it, the surer.
      sharePercent: Math.min(99, 70 + Math.round((needed / Math.max(1, headed)) * 29)),
      why: fill(REFUSALS.FITS_MAPPING, { labelZh: label.zh, needed, labelEn: label.en }),
      missing: [],
    })
  }
  return fitting
}

/** What a header of this file must say: the columns that the mapping names, or else any of the record type's. */
export function searchFor(
  type: RecordType,
  mapping: Mapping | null,
  chosen: ChosenReading = NOTHING_CHOSEN,
): HeaderSearch {
  if (mapping) {
    // What a mapping leaves open is the person's to say, and which sheets of a file that a saved one was not made for.
    const { header_row: headerRow = chosen.headerRow, header_rows: headerRows = chosen.headRows } = mapping
    const isSaid = mapping.made_for !== undefined && (chosen.sheet !== undefined || chosen.sheets !== undefined)
    const named: Pick<Mapping, 'sheet' | 'sheets'> = isSaid ? {} : mapping
    const { sheet = chosen.sheet, sheets = named.sheet === undefined ? chosen.sheets : undefined } = named
    return {
      knows: () => true,
      required: requiredHeaders(mapping),
      expected: { zh: requiredHeaders(mapping), en: requiredHeaders(mapping) },
      ...(sheet !== undefined && { sheet }),
      ...(headerRow !== undefined && { headerRow }),
      ...(mapping.made_for && { mayMove: true as const }),
      ...(headerRows !== undefined && { headerRows }),
      ...(sheets !== undefined && { sheets, letters: lettersNamed(mapping) }),
      ...(mapping.lineOf && { lineOf: mapping.lineOf }),
    }
  }
  const columns = listColumns(type)
  const index = indexHeaders(columns)
  return {
    knows: (folded: string) => index.has(folded),
    expected: { zh: columns.map((field) => field.label.zh), en: columns.map((field) => field.name) },
    ...(chosen.sheet !== undefined && { sheet: chosen.sheet }),
    ...(chosen.sheets && { sheets: chosen.sheets }),
    ...(chosen.headerRow !== undefined && { headerRow: chosen.headerRow, isChosenRow: true as const }),
    ...(chosen.headRows !== undefined && { headerRows: chosen.headRows }),
  }
}
