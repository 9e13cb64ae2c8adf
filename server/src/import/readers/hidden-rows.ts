import type * as Sheets from '@e965/xlsx'

/** The files that a workbook is packed of, as the library hands them out when it is asked to. */
type Files = Record<string, { content: Buffer } | undefined>

const RELATIONS = 'xl/_rels/workbook.xml.rels'

/**
 * The numbers of the rows that each sheet hides. Of an .xls or .xlsb the library tells them. Of an .xlsx it does so only together
 * with all styles and the theme, which it refuses to read where they are not whole: there the sheet itself is looked at.
 */
export function readHiddenRows(book: Sheets.WorkBook): ReadonlySet<number>[] {
  const files = (book as { files?: Files }).files
  const paths = files ? sheetPaths(files) : null
  return book.SheetNames.map((name, i) => {
    const told = book.Sheets[name]?.['!rows']
    if (told) return new Set(told.flatMap((row, r) => (row?.hidden ? [r + 1] : [])))
    const path = paths?.get((book.Workbook?.Sheets?.[i] as { id?: string } | undefined)?.id ?? '')
    const sheet = path === undefined ? undefined : files?.[path]?.content
    return sheet?.includes('hidden') ? rowsHiddenIn(sheet.toString('latin1')) : new Set<number>()
  })
}

/** Where each sheet is, by the name that the workbook has for it. */
function sheetPaths(files: Files): Map<string, string> {
  const relations = files[RELATIONS]?.content.toString('utf8') ?? ''
  return new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id') ?? '',
      `xl/${attribute(tag, 'Target')?.replace(/^\/?(?:xl\/)?/, '')}`,
    ]),
  )
}

function rowsHiddenIn(sheet: string): Set<number> {
  const hidden = new Set<number>()
  let row = 0
  for (const [tag] of sheet.matchAll(/<(?:\w+:)?row\b[^>]*>/g)) {
    // A row without a number follows the one before.
    row = Number(attribute(tag, 'r') ?? row + 1)
    if (/\shidden\s*=\s*["'](?:1|true)["']/.test(tag)) hidden.add(row)
  }
  return hidden
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1]
}
