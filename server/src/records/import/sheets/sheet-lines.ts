import type { SourceRow } from '../ground/source-row.ts'

const TOTALS = '(?:本页)?(?:合\\s{0,4}计|总\\s{0,4}计|小\\s{0,4}计|共\\s{0,4}计)'
const FEET =
  '附?注|备注|说明|填表说明|数据来源|(?:填表|填报|制表|审核|复核|负责|单位负责|部门负责|联系)人?|联系电话|(?:填表|填报|制表)(?:日期|单位|部门)'
const TOTAL = new RegExp(`^(?:${TOTALS}|(?:grand |sub-?)?total)\\s*([（(][^）)]*[）)])?\\s*([:：].*)?$`, 'isu')
const FOOT = new RegExp(
  `^(?:${FEET}|notes?|source|(?:prepared|checked|approved) by|date)\\s*([（(][^）)]*[）)])?\\s*\\d{0,2}\\s*[:：]`,
  'iu',
)
/** The usual lines that are no records, as a pattern of a mapping. */
export const USUAL_LINES = `^(${TOTALS}|Total)\\s*([（(:：].*)?$|^(${FEET})\\s*\\d{0,2}\\s*[（(:：]`

/** A line of a sheet that is no record: by which word it says so, and in which column. */
export interface SheetLine {
  column: number
  word: string
  isTotal: boolean
  /** What the rows under it are of, as 一、老挝工坊 across the table. */
  isHeading?: true
  /** Its word says it to nobody: a person did. */
  isSaid?: true
}

/** The number that a heading between the rows begins with, as a pattern of a mapping. */
export const HEADING_NUMBER = '^(?:[一二三四五六七八九十]{1,3}\\s*[、．.]|[（(][一二三四五六七八九十]{1,3}[）)])'
const NUMBERED = new RegExp(HEADING_NUMBER, 'u')
/** A heading is over as many columns. */
const LEAST_COLUMNS = 3

/** A total, a note, a heading, who filled it in and signed, as somebody said or its first cell says; null: it is none of these. */
export function readSheetLine(row: Pick<SourceRow, 'cells' | 'said' | 'fromLeft'>): SheetLine | null {
  const { cells, said } = row
  const column = cells.findIndex((cell) => cell.trim() !== '')
  if (column < 0 || said === 'RECORD') return null
  const text = cells[column]!.trim()
  if (said === undefined && isHeading(row, column)) return { column, word: text, isTotal: false, isHeading: true }
  const isTotal = said === undefined ? TOTAL.test(text) : said === 'TOTAL'
  const isKnown = TOTAL.test(text) || FOOT.test(text)
  if (!isKnown && said === undefined) return null
  const word = /^[^（(:：]+/u.exec(text)?.[0].trim() ?? text
  return { column, word, isTotal, ...(!isKnown && { isSaid: true }) }
}

/** One text alone, merged over the columns, or with a number before it; a total or a note may be written so too. */
function isHeading({ cells, fromLeft }: Pick<SourceRow, 'cells' | 'fromLeft'>, column: number): boolean {
  const text = cells[column]!.trim()
  if (cells.length < LEAST_COLUMNS || TOTAL.test(text) || FOOT.test(text) || !/\p{L}/u.test(text)) return false
  const others = cells.flatMap((cell, at) => (at > column && cell.trim() !== '' ? [at] : []))
  if (others.length === 0) return NUMBERED.test(text)
  return others.length + 1 >= LEAST_COLUMNS && others.every((at) => fromLeft?.has(at))
}

const TOTAL_HEAD = /^(?:合计|总计|小计|共计|总数|总人数|合计人数|人数合计|total|sum)$/iu

/** A column that states what others of its row come to, by the last of its heads. */
export function isTotalHead(head: string): boolean {
  return TOTAL_HEAD.test(foldHead(head))
}

/** Without what is in brackets, as a unit. */
export function foldHead(head: string): string {
  return head
    .normalize('NFKC')
    .replaceAll(/\([^)]*\)/g, '')
    .replaceAll(/\s/g, '')
}
