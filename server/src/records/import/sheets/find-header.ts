import { fill } from '@causeway/shared/words/words'
import { emptyFile, ImportRefused } from '../ground/import-refused.ts'
import { isLetter } from './file-columns.ts'
import { joinHeads, rowsOfHeader, type JoinedHeads } from './head-rows.ts'
import { MOST_TITLE_ROWS, type FoundHeader, type HeaderSearch } from './header-search.ts'
import { joinSheets } from './join-sheets.ts'
import { foldHeader, GUARDED_HEADER, isRejectsSheet, REJECT_REASON_HEADER, REJECT_ROW_HEADER } from './match-header.ts'
import { noHeader, noSuchRow, unclosedQuote } from './no-header.ts'
import { columnIndex, columnLetters, type SourceRow, type SourceTable } from '../ground/source-row.ts'
import { namedSheets } from './sheets-left.ts'
import { pickTables, sheetNames } from './table-heads.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Where no header is found: sheets that are looked at for what may be meant. */
const MOST_SHEETS_NAMED = 20
/** Columns that a hidden sheet has to have where no other has a header. */
const LEAST_OF_HIDDEN = 3

export type { FoundHeader } from './header-search.ts'

/**
 * The header among the first rows: below title rows, in the first sheet that has one, or in all that are read. Throws `NO_HEADER` and
 * its like.
 */
export async function findHeader(tables: SourceTable[], search: HeaderSearch): Promise<FoundHeader> {
  try {
    const found = await (search.sheets === undefined ? findOne(tables, search) : joinSheets(tables, search, findOne))
    const hidden = await hiddenLike(tables, search, scoreOf(found.headers, search) / 2)
    return hidden.length > 0 ? { ...found, hiddenSheets: hidden } : found
  } catch (error) {
    if (!(error instanceof ImportRefused) || error.code !== 'NO_HEADER') throw error
    const hidden = await hiddenLike(tables, search, LEAST_OF_HIDDEN)
    throw hidden.length > 0
      ? new ImportRefused('NO_HEADER', fill(REFUSALS.HEADER_ON_HIDDEN, namedSheets(hidden)))
      : error
  }
}

/** The names of hidden sheets that nobody asked for and whose header scores so much at least. */
async function hiddenLike(tables: SourceTable[], search: HeaderSearch, least: number): Promise<string[]> {
  const names: string[] = []
  const isAsked = search.sheet !== undefined || Array.isArray(search.sheets)
  if (isAsked || search.headerRows === 0 || tables.every(({ hidden }) => hidden)) return names
  for (const table of tables.filter(({ hidden }) => hidden)) {
    const found = findIn(await peekAll([table]), search, false)
    if (found && found.score >= least) names.push(table.name!)
  }
  return names
}

async function findOne(tables: SourceTable[], search: HeaderSearch): Promise<FoundHeader> {
  const candidates = pickTables(tables, search.sheet)
  let best: {
    table: SourceTable
    head: SourceRow[]
    found: HeaderPlace
    rest: AsyncIterator<SourceRow[]>
  } | null = null
  const others: string[] = []
  let anything = false
  for (const table of candidates) {
    const rest = table.rows()[Symbol.asyncIterator]()
    const head = await peek(rest)
    anything ||= head.length > 0
    const found = findIn(head, search, table.name === null)
    if (found && (!best || found.score > best.found.score * 2)) {
      await best?.rest.return?.(undefined)
      best = { table, head, found, rest }
    } else {
      if (found && table.name) others.push(table.name)
      await rest.return?.(undefined)
    }
  }
  if (!anything) {
    throw emptyFile({ file: search.fileName ?? '', sheets: sheetNames(candidates) })
  }
  if (!best)
    throw search.isChosenRow
      ? noSuchRow(search.headerRow!)
      : noHeader(await peekAll(candidates.slice(0, MOST_SHEETS_NAMED)), search)
  const { table, head, found, rest } = best
  const { at, depth } = found
  const rows = head.slice(at, at + depth)
  const unclosed = unclosedQuote(rows)
  if (unclosed) throw unclosed
  const { headers, levels } = depth === 0 ? lettersOver(head.slice(at)) : joinHeads(rows, table.name === null)
  for (let missing = widthNamed(head.slice(at), search) - headers.length; missing > 0; missing--) {
    headers.push('')
    levels.push(rows.map(() => ''))
  }
  const isRejects = headers.includes(REJECT_ROW_HEADER) && headers.includes(REJECT_REASON_HEADER)
  return {
    table,
    row: head[at]!.row,
    headers,
    ...(depth > 1 && { levels }),
    headRows: rows.map(({ cells }) => cells.map((cell) => cell.trim())),
    titles: head.slice(0, at),
    ...(search.fileName !== undefined && { fileName: search.fileName }),
    rows: rowsAfter(head.slice(at + depth), rest),
    isRejects,
    isGuarded: (isRejects && !isRejectsSheet(table.name)) || headers.includes(GUARDED_HEADER),
    otherSheets: others,
  }
}

async function peek(rows: AsyncIterator<SourceRow[]>): Promise<SourceRow[]> {
  const head: SourceRow[] = []
  while (head.length < MOST_TITLE_ROWS) {
    const next = await rows.next()
    if (next.done) break
    head.push(...next.value)
  }
  return head
}

async function peekAll(tables: SourceTable[]): Promise<SourceRow[]> {
  const heads = await Promise.all(
    tables.map(async (table) => {
      const rows = table.rows()[Symbol.asyncIterator]()
      const head = await peek(rows)
      await rows.return?.(undefined)
      return head.slice(0, MOST_TITLE_ROWS)
    }),
  )
  return heads.flat()
}

/** Where a header is among the first rows of a table, and how many of them it takes. */
interface HeaderPlace {
  at: number
  depth: number
  score: number
}

function findIn(head: SourceRow[], search: HeaderSearch, isText: boolean): HeaderPlace | null {
  const rejects = head.findIndex(
    (row) => row.cells.includes(REJECT_ROW_HEADER) && row.cells.includes(REJECT_REASON_HEADER),
  )
  if (rejects >= 0) return { at: rejects, depth: 1, score: Infinity }
  const { headerRow, headerRows = 1 } = search
  if (headerRows === 0) {
    const at = head.findIndex((row) => row.row >= (headerRow ?? 1))
    return at >= 0 ? { at, depth: 0, score: 1 } : null
  }
  const placeAt = (at: number): HeaderPlace => {
    const rows = rowsOfHeader(head, at, headerRows)
    const names = rows.length > 1 ? joinHeads(rows, isText).headers : head[at]!.cells
    return { at, depth: rows.length, score: scoreOf(names, search) }
  }
  if (headerRow !== undefined) {
    const at = head.findIndex((row) => row.row === headerRow)
    const place = at >= 0 ? placeAt(at) : null
    if (place && (search.isChosenRow || place.score > 0)) return place
    if (!search.mayMove) return null
  }
  let best: HeaderPlace | null = null
  for (let at = 0; at < Math.min(head.length, MOST_TITLE_ROWS); at++) {
    const place = placeAt(at)
    if (place.score > (best?.score ?? 0)) best = place
    // A header whose cells are merged downwards ends with its last row.
    else if (
      best &&
      headerRows === 1 &&
      best.at === at - 1 &&
      place.score === best.score &&
      isContinued(head[best.at]!, head[at]!)
    )
      best = place
  }
  return best
}

function lettersOver(rows: readonly SourceRow[]): JoinedHeads {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const headers = Array.from({ length: width }, (_, at) => columnLetters(at))
  return { headers, levels: [] }
}

/** How many columns there are at least, where a letter names one that has no head. */
function widthNamed(rows: readonly SourceRow[], { required = [] }: HeaderSearch): number {
  const letters = required.filter(isLetter).map((name) => columnIndex(name.slice(1)) + 1)
  if (letters.length === 0) return 0
  const widest = Math.max(...rows.map(({ cells }) => cells.length))
  return Math.max(...letters.filter((width) => width <= widest), 0)
}

function isContinued(above: SourceRow, row: SourceRow): boolean {
  return row.fromAbove !== undefined && row.cells.some((cell, i) => row.fromAbove!.has(i) && cell === above.cells[i])
}

function scoreOf(cells: readonly string[], search: HeaderSearch): number {
  const folded = new Set(cells.map(foldHeader))
  if (search.required) {
    // What a letter names is there wherever the header may be.
    const isThere = (header: string) => folded.has(foldHeader(header)) || isLetter(header)
    return search.required.every(isThere) ? folded.size : 0
  }
  let known = 0
  for (const header of folded) if (header !== '' && search.knows(header)) known++
  return known
}

async function* rowsAfter(head: SourceRow[], rest: AsyncIterator<SourceRow[]>): AsyncGenerator<SourceRow[]> {
  try {
    if (head.length > 0) yield head
    for (;;) {
      const next = await rest.next()
      if (next.done) return
      yield next.value
    }
  } finally {
    await rest.return?.(undefined)
  }
}
