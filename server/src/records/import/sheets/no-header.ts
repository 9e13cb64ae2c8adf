import { fill } from '@causeway/shared/words/words'
import { findNearest } from '../../../ground/nearest.ts'
import { isLetter } from './file-columns.ts'
import { joinHeads, rowsOfHeader } from './head-rows.ts'
import { MOST_TITLE_ROWS, type HeaderSearch } from './header-search.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import { foldHeader, isClose, isOfNoField } from './match-header.ts'
import { columnLetters, type SourceRow } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const MOST_ROWS_OF_HEADER = 20
const MOST_HEADS_NAMED = 15

/** That none of the first rows is a header, with what may have been meant. */
export function noHeader(head: SourceRow[], search: HeaderSearch): ImportRefused {
  const { required, headerRow, mayMove } = search
  const unclosed = unclosedQuote(head)
  if (unclosed) return unclosed
  if (required && headerRow !== undefined && !mayMove && !head.some(({ row }) => row === headerRow))
    return noSuchRow(headerRow)
  if (required) return missingMapped(head, required, search)
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

/** That a quote in these rows is never closed: all that follows is in that cell. */
export function unclosedQuote(rows: readonly SourceRow[]): ImportRefused | null {
  for (const { row, flaws } of rows)
    for (const [at, { kind }] of flaws ?? []) {
      if (kind !== 'unclosed-quote') continue
      const place = { row, column: columnLetters(at) }
      return new ImportRefused('NO_HEADER', { ...fill(REFUSALS.UNCLOSED_HEADER, place), ...place })
    }
  return null
}

/** That a row which was chosen is none of the first. */
export function noSuchRow(row: number): ImportRefused {
  return new ImportRefused('NO_HEADER', {
    ...fill(REFUSALS.NO_HEADER, { row }),
    row,
  })
}

function missingMapped(head: SourceRow[], required: string[], { headerRow, headerRows, lineOf }: HeaderSearch) {
  const named = required.filter((header) => !isLetter(header))
  const lacks = (cells: readonly string[]) => {
    const folded = new Set(cells.map(foldHeader))
    return named.filter((header) => !folded.has(foldHeader(header)))
  }
  let best: { row: number; cells: readonly string[]; missing: string[] } | null = null
  for (const [at, { row }] of head.entries()) {
    if (headerRow !== undefined && row !== headerRow) continue
    const { headers: cells } = joinHeads(rowsOfHeader(head, at, headerRows ?? 1), false)
    const missing = lacks(cells)
    const isLikely = missing.length < named.length || headerRow !== undefined
    if (isLikely && missing.length < (best?.missing.length ?? Infinity)) best = { row, cells, missing }
  }
  return missingColumns(best?.missing ?? named, best ?? fullestRow(head, headerRows), lineOf)
}

/** Where no head is as the mapping names it: what is most likely the header. */
function fullestRow(head: SourceRow[], headerRows = 1): { row: number; cells: readonly string[] } | null {
  const texts = (cells: readonly string[]) => new Set(cells.filter((cell) => cell.trim() !== '')).size
  let fullest: { row: number; cells: readonly string[] } | null = null
  for (const [at, { row }] of head.slice(0, MOST_ROWS_OF_HEADER).entries()) {
    const { headers: cells } = joinHeads(rowsOfHeader(head, at, headerRows), false)
    if (texts(cells) > texts(fullest?.cells ?? [])) fullest = { row, cells }
  }
  return fullest
}

/** Columns that a mapping names and a file lacks. `header`: the row that is most like its header, and what is in it. */
export function missingColumns(
  missing: readonly string[],
  header: { row: number; cells: readonly string[] } | null,
  lineOf?: HeaderSearch['lineOf'],
): ImportRefused {
  const headers = (header?.cells ?? []).filter((cell) => cell !== '')
  const hints = missing.map((name) => ({ name, near: nearestHead(name, headers), line: lineOf?.(name) ?? null }))
  const zh = hints.map(({ name, near, line }) => {
    const more = [line === null ? [] : [`对照第 ${line} 行`], near ? [`是否即「${near}」？`] : []].flat()
    return `「${name}」${more.length > 0 ? `（${more.join('；')}）` : ''}`
  })
  const en = hints.map(({ name, near, line }) => {
    const more = [line === null ? [] : [`line ${line} of the mapping`], near ? [`is it "${near}"?`] : []].flat()
    return `"${name}"${more.length > 0 ? ` (${more.join('; ')})` : ''}`
  })
  return new ImportRefused('MISSING_COLUMN', {
    ...fill(REFUSALS.MAPPED_COLUMNS_MISSING, { zh: zh.join('、'), en: en.join(', '), ...sayHeads(headers) }),
    ...(header && { row: header.row }),
    column: missing[0]!,
  })
}

/** So that what is meant can be found among them. */
function sayHeads(headers: readonly string[]): { headsZh: string; headsEn: string } {
  if (headers.length === 0) return { headsZh: '', headsEn: '' }
  const named = [...new Set(headers)].slice(0, MOST_HEADS_NAMED).map((header) => header.slice(0, 40))
  const more = headers.length > named.length
  return {
    headsZh: `文件的列名有 ${named.join('、')}${more ? ' 等' : ''}。`,
    headsEn: ` The file has ${named.join(', ')}${more ? ' …' : ''}.`,
  }
}

/** Where heads are joined, one under the same head, or one that ends alike, is near too. */
function nearestHead(name: string, headers: readonly string[]): string | undefined {
  const [near] = findNearest(name, headers, 1)
  if (near !== undefined || !name.includes('/')) return near
  const [above, last] = [name.slice(0, name.lastIndexOf('/') + 1), name.slice(name.lastIndexOf('/'))]
  return headers.find((header) => header.startsWith(above)) ?? headers.find((header) => header.endsWith(last))
}
