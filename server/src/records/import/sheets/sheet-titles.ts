import type { FoundHeader } from './header-search.ts'
import type { SourceRow } from '../ground/source-row.ts'

/** What is said of a sheet as a whole: its name, that of its file, and the lines above its header. */
export interface SheetTitles {
  /** Empty: a text file. */
  name: string
  /** The name of the file without its ending. */
  file: string
  lines: readonly string[]
}

/** Of each sheet that is read, by its name; of one alone, of whatever name a row has. */
export type TitlesOf = (sheet: string | undefined) => SheetTitles

const NO_LINES: readonly string[] = []

export function titlesUnder({ table, titles = [], titlesOn, fileName = '' }: FoundHeader): TitlesOf {
  const file = fileName.replace(/(\.(csv|gz|tsv|txt|xlsx|xlsm|xls))+$/i, '')
  if (!titlesOn) {
    const only = { name: table.name ?? '', file, lines: toLines(titles) }
    return () => only
  }
  const known = new Map([...titlesOn].map(([name, rows]) => [name, { name, file, lines: toLines(rows) }]))
  return (sheet = '') => known.get(sheet) ?? { name: sheet, file, lines: NO_LINES }
}

/** Those of each sheet that is read. */
export function allTitles(header: FoundHeader): SheetTitles[] {
  const of = titlesUnder(header)
  return (header.sheetsRead ?? [undefined]).map(of)
}

/** Of each line the different texts in it. */
function toLines(rows: readonly SourceRow[]): string[] {
  return rows.flatMap(({ cells }) => {
    const texts = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''))
    return texts.size > 0 ? [[...texts].join(' ')] : []
  })
}
