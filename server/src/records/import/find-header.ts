import { fill, type Words } from '@causeway/shared/words/words'
import { ImportRefused, emptyFile } from './import-refused.ts'
import {
  foldHeader,
  GUARDED_HEADER,
  isClose,
  isOfNoField,
  REJECT_REASON_HEADER,
  REJECT_ROW_HEADER,
  REJECTS_SHEET,
} from './match-header.ts'
import { findNearest } from '../../ground/nearest.ts'
import type { WarningCode } from './problem-codes.ts'
import type { SourceRow, SourceTable } from './source-row.ts'
import { pickTables, sheetNames } from './table-heads.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** How far down a header is looked for. */
const MOST_TITLE_ROWS = 60
/** Where no header is found: sheets that are looked at for what may be meant. */
const MOST_SHEETS_NAMED = 20

export interface FoundHeader {
  table: SourceTable
  /** As Excel numbers it. */
  row: number
  headers: string[]
  /** The rows under the header. */
  rows: AsyncIterable<SourceRow[]>
  /** It was written by `--rejects`. */
  isRejects: boolean
  /** Its cells are guarded against being read as formulas, and are read back as they were. */
  isGuarded: boolean
  /** Other sheets with such a header: they are not read. */
  otherSheets: string[]
}

export interface HeaderSearch {
  /** What a folded header means here; undefined: nothing. */
  knows(foldedHeader: string): boolean
  /** Headers that must all be there: those that a mapping names. */
  required?: string[]
  sheet?: string | number
  headerRow?: number
  /** That row is the header whatever it says: somebody chose it. */
  isChosenRow?: true
  /** For the message where there is nothing in the file. */
  fileName?: string
  /** For the message where none is found. */
  expected: { zh: string[]; en: string[] }
}

/** The header among the first rows: below title rows, in the first sheet that has one. Throws `NO_HEADER` and its like. */
export async function findHeader(tables: SourceTable[], search: HeaderSearch): Promise<FoundHeader> {
  const candidates = pickTables(tables, search.sheet)
  let best: {
    table: SourceTable
    head: SourceRow[]
    at: number
    score: number
    rest: AsyncIterator<SourceRow[]>
  } | null = null
  const others: string[] = []
  let anything = false
  for (const table of candidates) {
    const rest = table.rows()[Symbol.asyncIterator]()
    const head = await peek(rest)
    anything ||= head.length > 0
    const found = findIn(head, search)
    if (found && (!best || found.score > best.score * 2)) {
      await best?.rest.return?.(undefined)
      best = { table, head, ...found, rest }
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
  const { table, head, at, rest } = best
  const headers = head[at]!.cells.map((cell) => cell.trim())
  const isRejects = headers.includes(REJECT_ROW_HEADER) && headers.includes(REJECT_REASON_HEADER)
  return {
    table,
    row: head[at]!.row,
    headers,
    rows: rowsAfter(head.slice(at + 1), rest),
    isRejects,
    isGuarded: (isRejects && table.name !== REJECTS_SHEET) || headers.includes(GUARDED_HEADER),
    otherSheets: others,
  }
}

/** That further sheets have such a header, and were not read. */
export function sheetsLeft({ table, otherSheets }: FoundHeader): { code: WarningCode; message: Words }[] {
  if (otherSheets.length === 0) return []
  const message = {
    zh: `只读取了工作表「${table.name}」；${otherSheets.map((name) => `「${name}」`).join('、')}也有这样的表头，未读取。`,
    en: `Only the sheet "${table.name}" was read; ${otherSheets.map((name) => `"${name}"`).join(', ')} have such a header too and were not.`,
  }
  return [{ code: 'OTHER_SHEETS', message }]
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

function findIn(head: SourceRow[], search: HeaderSearch): { at: number; score: number } | null {
  const rejects = head.findIndex(
    (row) => row.cells.includes(REJECT_ROW_HEADER) && row.cells.includes(REJECT_REASON_HEADER),
  )
  if (rejects >= 0) return { at: rejects, score: Infinity }
  if (search.headerRow !== undefined) {
    const at = head.findIndex((row) => row.row === search.headerRow)
    return at >= 0 && (search.isChosenRow || scoreOf(head[at]!, search) > 0)
      ? { at, score: scoreOf(head[at]!, search) }
      : null
  }
  let best: { at: number; score: number } | null = null
  for (let at = 0; at < Math.min(head.length, MOST_TITLE_ROWS); at++) {
    const score = scoreOf(head[at]!, search)
    if (score > (best?.score ?? 0)) best = { at, score }
    // A header whose cells are merged downwards ends with its last row.
    else if (best && best.at === at - 1 && score === best.score && isContinued(head[best.at]!, head[at]!))
      best = { at, score }
  }
  return best
}

function isContinued(above: SourceRow, row: SourceRow): boolean {
  return row.fromAbove !== undefined && row.cells.some((cell, i) => row.fromAbove!.has(i) && cell === above.cells[i])
}

function scoreOf(row: SourceRow, search: HeaderSearch): number {
  const folded = new Set(row.cells.map(foldHeader))
  if (search.required) {
    return search.required.every((header) => folded.has(foldHeader(header))) ? folded.size : 0
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

function noSuchRow(row: number): ImportRefused {
  return new ImportRefused('NO_HEADER', {
    ...fill(REFUSALS.NO_HEADER, { row }),
    row,
  })
}

function noHeader(head: SourceRow[], search: HeaderSearch): ImportRefused {
  if (search.required) return missingMapped(head, search.required)
  // The row most like a header: the one with most texts that are a slip of the pen for a name.
  let likely: { row: number; pairs: [cell: string, name: string][] } | null = null
  const names = [...search.expected.en, ...search.expected.zh]
  for (const row of head.slice(0, 20)) {
    const pairs = row.cells.slice(0, 50).flatMap((text): [string, string][] => {
      const cell = text.trim()
      if (cell === '' || cell.length > 60 || isOfNoField(cell)) return []
      const close = names.filter((name) => isClose(cell, name))
      const [near] = findNearest(cell, close, 1)
      return near === undefined ? [] : [[cell, near]]
    })
    if (pairs.length > (likely?.pairs.length ?? 0)) likely = { row: row.row, pairs }
  }
  const hint = likely
    ? {
        zh: `第 ${likely.row} 行像是表头：${likely.pairs
          .slice(0, 5)
          .map(([cell, near]) => `「${cell}」是否应为「${near}」`)
          .join('；')}？`,
        en: ` Row ${likely.row} looks like one: did you mean ${likely.pairs
          .slice(0, 5)
          .map(([cell, near]) => `"${near}" by "${cell}"`)
          .join(', ')}?`,
      }
    : { zh: '', en: '' }
  return new ImportRefused('NO_HEADER', {
    zh: `前 ${MOST_TITLE_ROWS} 行中没有找到表头。应有一行写明列名，如 ${search.expected.zh.slice(0, 12).join('、')}。${hint.zh}可用 causeway template 生成模板，或为该表编写对照文件。`,
    en: `No header was found in the first ${MOST_TITLE_ROWS} rows. One row must name the columns, as ${search.expected.en.slice(0, 12).join(', ')}.${hint.en} \`causeway template\` writes the empty workbook; a file of another shape takes a mapping.`,
    row: likely?.row ?? null,
  })
}

function missingMapped(head: SourceRow[], required: string[]): ImportRefused {
  let best: { row: SourceRow; missing: string[] } | null = null
  for (const row of head) {
    const folded = new Set(row.cells.map(foldHeader))
    const missing = required.filter((header) => !folded.has(foldHeader(header)))
    if (missing.length < required.length && missing.length < (best?.missing.length ?? Infinity)) best = { row, missing }
  }
  const missing = best?.missing ?? required
  const headers = (best?.row.cells ?? []).filter((cell) => cell !== '')
  const hints = missing.map((header) => [header, findNearest(header, headers, 1)[0]] as const)
  return new ImportRefused('MISSING_COLUMN', {
    zh: `文件缺少对照所用的列：${hints.map(([header, near]) => `「${header}」${near ? `（是否即「${near}」？）` : ''}`).join('、')}。请核对文件与对照是否配套。`,
    en: `The file lacks columns that the mapping names: ${hints.map(([header, near]) => `"${header}"${near ? ` (is it "${near}"?)` : ''}`).join(', ')}. Check that the file and the mapping belong together.`,
    ...(best && { row: best.row.row }),
    column: missing[0]!,
  })
}
