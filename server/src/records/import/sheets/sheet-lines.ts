import type { SourceRow } from '../ground/source-row.ts'

const TOTAL = /^(本页)?(合\s*计|总\s*计|小\s*计|共\s*计|(grand |sub-?)?total)\s*([（(][^）)]*[）)])?\s*([:：].*)?$/isu
const FOOT =
  /^(附?注|备注|说明|填表说明|数据来源|(填表|填报|制表|审核|复核|负责|单位负责|部门负责|联系)人?|联系电话|(填表|填报|制表)(日期|单位|部门)|notes?|source|(prepared|checked|approved) by|date)\s*([（(][^）)]*[）)])?\s*\d{0,2}\s*[:：]/iu

/** A line of a sheet that is no record: by which word it says so, and in which column. */
export interface SheetLine {
  column: number
  word: string
  isTotal: boolean
  /** Its word says it to nobody: a person did. */
  isSaid?: true
}

/** A total, a note, who filled it in and signed, as somebody said or its first cell says; null: it is none of these. */
export function readSheetLine({ cells, said }: Pick<SourceRow, 'cells' | 'said'>): SheetLine | null {
  const column = cells.findIndex((cell) => cell.trim() !== '')
  if (column < 0 || said === 'RECORD') return null
  const text = cells[column]!.trim()
  const isTotal = said === undefined ? TOTAL.test(text) : said === 'TOTAL'
  const isKnown = TOTAL.test(text) || FOOT.test(text)
  if (!isKnown && said === undefined) return null
  const word = /^[^（(:：]+/u.exec(text)?.[0].trim() ?? text
  return { column, word, isTotal, ...(!isKnown && { isSaid: true }) }
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
