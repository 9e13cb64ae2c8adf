import { fill } from '@causeway/shared/words/words'
import { emptyFile, ImportRefused } from '../ground/import-refused.ts'
import type { FoundHeader, HeaderSearch } from './header-search.ts'
import { isRejectsSheet } from './match-header.ts'
import { layOut, type SheetLayout } from './sheet-layout.ts'
import type { SourceRow, SourceTable } from '../ground/source-row.ts'
import { pickTables, readHeads, sheetNames } from './table-heads.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

type FindOne = (tables: SourceTable[], search: HeaderSearch) => Promise<FoundHeader>

/** Several sheets as one, under the columns of all: of each row it is known on which it is, and where on that. */
export async function joinSheets(
  tables: SourceTable[],
  { sheets, ...search }: HeaderSearch,
  findOne: FindOne,
): Promise<FoundHeader> {
  const [only] = tables
  // What --rejects wrote of several sheets is one; so is a text file.
  if (tables.length === 1 && (only!.name === null || isRejectsSheet(only!.name))) return findOne(tables, search)
  const isThere = (name: string) => tables.some((table) => table.name?.trim() === name.trim())
  // In a file that a saved mapping was not made for, those with its heads are meant.
  const isOfAll = sheets === 'all' || (search.mayMove === true && !sheets!.every(isThere))
  const asked = isOfAll ? pickTables(tables) : sheets!.map((name) => pickTables(tables, name)[0]!)
  const found: { table: SourceTable; header: FoundHeader }[] = []
  const without: string[] = []
  const heads = await readHeads(asked)
  for (const [i, table] of asked.entries()) {
    const header = await findOne([heads[i]!], search).catch((error: unknown) => {
      if (!(error instanceof ImportRefused)) throw error
      if (!isOfAll) throw onSheet(table.name!, error)
      return null
    })
    if (header) found.push({ table, header })
    else if (heads[i]!.head.length > 0) without.push(table.name!)
  }
  if (found.length === 0 && without.length > 0) return findOne(asked, search)
  if (found.length === 0) throw emptyFile({ file: search.fileName ?? '', sheets: sheetNames(asked) })
  const { headers, levels, layouts } = layOut(
    found.map(({ header }) => header),
    search.letters ?? [],
  )
  const first = found[0]!.header
  return {
    ...first,
    table: found[0]!.table,
    headers,
    ...(levels && { levels }),
    titles: [],
    titlesOn: new Map(found.map(({ header, table }) => [table.name!, header.titles ?? []])),
    headRows: found.flatMap(({ header, table }, i) =>
      header.headRows.map((cells) => layouts[i]!.place({ row: header.row, cells }, table.name!).cells),
    ),
    rows: rowsOf(
      found.map(({ table }) => table),
      layouts,
      (table) => findOne([table], search),
    ),
    otherSheets: [],
    sheetsRead: found.map(({ table }) => table.name!),
    sheetsWithout: without,
  }
}

/** A sheet is opened when it is its turn. */
async function* rowsOf(
  tables: readonly SourceTable[],
  layouts: readonly SheetLayout[],
  open: (table: SourceTable) => Promise<FoundHeader>,
): AsyncGenerator<SourceRow[]> {
  for (const [i, table] of tables.entries()) {
    const { rows } = await open(table)
    for await (const chunk of rows) yield chunk.map((row) => layouts[i]!.place(row, table.name!))
  }
}

function onSheet(sheet: string, { code, words, place }: ImportRefused): ImportRefused {
  return new ImportRefused(code, {
    ...fill(REFUSALS.ON_SHEET, { sheet, wordsZh: words.zh, wordsEn: words.en }),
    ...place,
  })
}
