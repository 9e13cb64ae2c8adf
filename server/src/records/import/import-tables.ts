import { basename, extname } from 'node:path'
import { withoutTableEnding } from '@causeway/shared/table-files'
import type { Database } from '../../ground/database/database.ts'
import { readEncoding } from './check-request.ts'
import { NOTHING_CHOSEN } from './columns/chosen-reading.ts'
import { ImportRefused } from './ground/import-refused.ts'
import type { TablePlace } from './ground/row-places.ts'
import { filesIn, type FileLeftOut } from './readers/files-in.ts'
import type { OpenFiles } from './readers/open-files.ts'
import type { SheetsOfFile } from './report/import-report.ts'
import type { ImportPart, ImportRequest } from './report/import-request.ts'
import { findSheets, type FoundSheet, type SheetGroup } from './saved/find-sheets.ts'

/** One table of an import: a file, or sheets of a workbook of which several tables are read. */
export interface ImportTable {
  /** Which of those that were asked for. */
  asked: number
  fileName: string
  /** None: the file is one table. */
  sheets: readonly string[]
  /** As if it were asked for alone. */
  request: ImportRequest
}

/**
 * The tables that are asked for; a workbook of which nobody said what it holds may be several. `onLeftOut` is called with the files
 * of a folder that are not read.
 */
export async function tablesAsked(
  database: Database,
  request: ImportRequest,
  files: OpenFiles,
  onLeftOut: (file: FileLeftOut) => void,
): Promise<{ tables: ImportTable[]; found: SheetsOfFile[] }> {
  const { more = [], ...whole } = request
  const parts: ImportPart[] = [request, ...more]
  filesIn(
    parts.map(({ path }) => path),
    onLeftOut,
  )
  const tables = parts.flatMap((part, asked) =>
    filesIn([part.path]).map((path): ImportTable => {
      const { as, mapping, namedMapping, mappingText, chosen, encoding, correcting, name, fileHash } = part
      const { sameRecords = whole.sameRecords, asksSame = whole.asksSame } = part
      const same = { sameRecords, asksSame }
      const reading = { as, mapping, namedMapping, mappingText, chosen, encoding, correcting, name, fileHash, ...same }
      const sheets = chosen?.sheets ?? (chosen?.sheet === undefined ? [] : [chosen.sheet])
      return { asked, fileName: name ?? basename(path), sheets, request: { ...whole, ...reading, path } }
    }),
  )
  const once = [
    ...new Map(tables.map((table) => [`${table.request.path}\n${table.sheets.join('\n')}`, table])).values(),
  ]
  const all: ImportTable[] = []
  const found: SheetsOfFile[] = []
  for (const table of once) {
    const sheets = await sheetsOf(database, table, files)
    if (sheets) found.push({ asked: table.asked, fileName: table.fileName, sheets: sheets.found })
    // Of a template of several types one sheet may be filled in.
    const isParted = sheets && (sheets.groups.length > 1 || sheets.found.some(({ reason }) => reason === 'NOT_FILLED'))
    all.push(...(isParted ? sheets.groups.map((group) => ofGroup(table, group)) : [table]))
  }
  return { tables: all, found }
}

/** Null: it is one table, whatever sheets there are; or what is wrong with it is found when it is read. */
async function sheetsOf(
  database: Database,
  { request, sheets }: ImportTable,
  files: OpenFiles,
): Promise<{ found: FoundSheet[]; groups: SheetGroup[] } | null> {
  const { as, mapping, namedMapping, mappingText, institution, chosen, encoding } = request
  const isSaid = [as, mapping, namedMapping, mappingText, chosen?.headerRow].some((said) => said !== undefined)
  if (!request.allSheets || isSaid || sheets.length > 0) return null
  try {
    const { tables } = await files.open(request, encoding === undefined ? null : readEncoding(encoding))
    return tables.length < 2 ? null : await findSheets(database, institution, tables)
  } catch (error) {
    if (error instanceof ImportRefused) return null
    throw error
  }
}

function ofGroup(table: ImportTable, { sheets, meant }: SheetGroup): ImportTable {
  const { chosen = NOTHING_CHOSEN, ...request } = table.request
  const reading = sheets.length > 1 ? { ...chosen, sheets } : { ...chosen, sheet: sheets[0]! }
  const known = meant && { as: meant.type.name, namedMapping: meant.mapping ?? undefined }
  return { ...table, sheets, request: { ...request, ...known, chosen: reading } }
}

/** What tells a table from the others that go in with it: its file where there are several, and its sheet where it has one alone. */
export function placeOf({ fileName, sheets, request }: ImportTable, all: readonly ImportTable[]): TablePlace {
  const isOneFile = all.every((other) => other.request.path === request.path)
  return { ...(!isOneFile && { file: fileName }), ...(sheets.length === 1 && { sheet: sheets[0]! }) }
}

/** Where wrong rows of one of several tables are written to: beside the name that was asked for, with its own in it. */
export function rejectsPathOf(rejects: string, { fileName, sheets }: ImportTable, at: number): string {
  const ending = extname(rejects)
  const own = [withoutTableEnding(fileName), ...sheets].join('-')
  const fit = [...own.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')].slice(0, LONGEST_NAME).join('')
  return `${rejects.slice(0, rejects.length - ending.length)}-${at + 1}-${fit}${ending}`
}

const LONGEST_NAME = 40
