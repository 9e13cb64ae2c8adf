import { fill, type Words } from '@causeway/shared/words/words'
import type { Database } from '../../../ground/database/database.ts'
import { isUntouchedExample } from '../../example-row.ts'
import { isNotesSheet } from '../../templates/notes.ts'
import { NOTHING_CHOSEN } from '../columns/chosen-reading.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import type { SourceTable } from '../ground/source-row.ts'
import { findHeader } from '../sheets/find-header.ts'
import { foldHeader, headersOf, isColumnOfOurs } from '../sheets/match-header.ts'
import { MOST_HEAD_ROWS, readHeads, visibleOf, type TableHead } from '../sheets/table-heads.ts'
import { recogniseFile } from './recognise-file.ts'
import { searchFor, type RecognisedType } from './recognise-types.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Why a sheet of a workbook is not read, unless somebody says so. */
export const SHEET_REASONS = ['EMPTY', 'HIDDEN', 'NO_TABLE', 'NOT_FILLED', 'NOTES', 'PIVOT', 'SAME_AS'] as const
export type SheetReason = (typeof SHEET_REASONS)[number]

/** What one sheet of a workbook is. */
export interface FoundSheet {
  name: string
  /** Null: it is read. */
  reason: SheetReason | null
  /** The reason in a sentence. */
  words: Words | null
  /** The likeliest first. */
  recognised: readonly RecognisedType[]
  /** Null: nothing is clearly meant. */
  meant: RecognisedType | null
}

/** Sheets of one workbook that are read as one table: their heads are alike. */
export interface SheetGroup {
  sheets: readonly string[]
  meant: RecognisedType | null
}

/** A table has a head and a row, each of more than one cell. */
const LEAST_ROWS = 2
/** A template has heads and one example. */
const MOST_EXAMPLE_ROWS = 2

/** What the sheets of a workbook are, and those that are tables put together where they are alike. */
export async function findSheets(
  database: Database,
  institution: string | undefined,
  tables: readonly SourceTable[],
): Promise<{ found: FoundSheet[]; groups: SheetGroup[] }> {
  const heads = await readHeads(visibleOf([...tables]))
  const found: FoundSheet[] = []
  const groups = new Map<string, { sheets: string[]; meant: RecognisedType | null }>()
  const seen = new Map<string, string>()
  for (const table of tables) {
    const head = heads.find(({ name }) => name === table.name)
    const one = await findSheet(database, institution, table, head, seen)
    found.push(one)
    if (one.reason !== null) continue
    const key = one.meant ? await keyOf(one.meant, head!) : one.name
    const group = groups.get(key)
    if (group) group.sheets.push(one.name)
    else groups.set(key, { sheets: [one.name], meant: one.meant })
  }
  // Of a template that nobody filled in it is said that it has no rows.
  const unfilled = found.find(({ reason }) => reason === 'NOT_FILLED')
  if (groups.size === 0 && unfilled) return { found, groups: [{ sheets: [unfilled.name], meant: unfilled.meant }] }
  return { found, groups: [...groups.values()] }
}

async function findSheet(
  database: Database,
  institution: string | undefined,
  { name, isPivot }: SourceTable,
  head: TableHead | undefined,
  seen: Map<string, string>,
): Promise<FoundSheet> {
  const leftOut = (reason: SheetReason, facts: Record<string, string> = {}): FoundSheet => {
    const words = fill(REFUSALS.SHEET_LEFT_OUT[reason], facts)
    return { name: name ?? '', reason, words, recognised: [], meant: null }
  }
  if (!head) return leftOut('HIDDEN')
  if (head.head.length === 0) return leftOut('EMPTY')
  if (isPivot) return leftOut('PIVOT')
  if (isNotesSheet(name)) return leftOut('NOTES')
  const rows = head.head.filter(({ cells }) => new Set(cells.filter((cell) => cell.trim() !== '')).size > 1)
  if (rows.length < LEAST_ROWS) return leftOut('NO_TABLE')
  // Of a longer one it is not known what follows.
  if (head.head.length < MOST_HEAD_ROWS) {
    const cells = JSON.stringify(head.head.map((row) => row.cells))
    const same = seen.get(cells)
    if (same !== undefined) return leftOut('SAME_AS', { sheet: same })
    seen.set(cells, name ?? '')
  }
  const recognised = await recogniseFile(database, institution, [head], NOTHING_CHOSEN)
  if (recognised.types.length === 0) return leftOut('NO_TABLE')
  const meant = meantOf(recognised) ?? namedAs(name, recognised.types)
  if (meant && (await isUnfilled(meant, head))) return { ...leftOut('NOT_FILLED'), recognised: recognised.types, meant }
  return { name: name ?? '', reason: null, words: null, recognised: recognised.types, meant }
}

/** Where nobody wrote below the example of a template. */
async function isUnfilled({ type, mapping }: RecognisedType, head: TableHead): Promise<boolean> {
  if (mapping !== null || head.head.length > MOST_EXAMPLE_ROWS) return false
  const { headers, rows } = await findHeader([head], searchFor(type, null))
  const columns = new Map(headers.map((text, at) => [headersOf(type).get(foldHeader(text))?.name, at]))
  const read = (cells: readonly string[]) => (field: string) =>
    columns.has(field) ? (cells[columns.get(field)!] ?? '') : undefined
  for await (const chunk of rows)
    for (const { cells } of chunk) if (!isUntouchedExample(type, read(cells))) return false
  return true
}

/** Where several saved mappings fit alike, somebody says which. */
function meantOf(recognised: Awaited<ReturnType<typeof recogniseFile>>): RecognisedType | null {
  try {
    return recognised.meant()
  } catch (error) {
    if (error instanceof ImportRefused) return null
    throw error
  }
}

/** The name of a sheet settles what its heads leave open. */
function namedAs(name: string | null, types: readonly RecognisedType[]): RecognisedType | null {
  const isNamed = ({ type: { label }, mapping }: RecognisedType) =>
    mapping === null && [label.zh, label.en].some((text) => foldHeader(text) === foldHeader(name ?? ''))
  return types.find(isNamed) ?? null
}

/** Of sheets that are read alike it is the same: by one mapping, or as one type under the same heads. */
async function keyOf({ type, mapping, joins }: RecognisedType, head: TableHead): Promise<string> {
  if (mapping !== null) return `mapping ${mapping} ${joins ? '' : head.name}`
  const { headers } = await findHeader([head], searchFor(type, null))
  const folded = headers.filter((text) => !isColumnOfOurs(text)).map(foldHeader)
  return JSON.stringify([type.name, ...folded.filter(Boolean).sort()])
}
