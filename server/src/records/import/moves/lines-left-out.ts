import type { Document } from 'yaml'
import type { Condition } from '../mapping/mapping.ts'
import type { ImportPreview } from '../report/import-preview.ts'
import { HEADING_NUMBER, type SheetLine } from '../sheets/sheet-lines.ts'
import { nameOf } from './column-names.ts'

const USUAL_TOTALS = ['合计', '总计', '小计', '共计', 'Total']

/** Lines of the sheet that are no records, by the words that they began with. */
export function addLeftOut(document: Document, headers: readonly string[], lines: ImportPreview['linesLeftOut']): void {
  const conditions = [...Map.groupBy(lines, ({ column }) => column)].map(([column, some]) => {
    const wordsOf = (holds: (one: SheetLine) => boolean) => some.filter(holds).map(({ word }) => word)
    const totals = wordsOf(({ isTotal, isSaid }) => isTotal && !isSaid)
    const said = wordsOf(({ isSaid }) => isSaid === true)
    const feet = wordsOf((one) => !one.isTotal && !one.isSaid && !one.isHeading)
    const headings = headingPattern(some)
    const whole = [...totals, ...(totals.length > 0 ? USUAL_TOTALS : []), ...said]
    const patterns = [
      ...(whole.length > 0 ? [`^(${anyOf(whole)})\\s*([（(:：].*)?$`] : []),
      ...headings,
      ...(feet.length > 0 ? [`^(${anyOf(feet)})\\s*[（(:：]`] : []),
    ]
    return { column: nameOf(headers, column), matches: patterns.join('|') }
  })
  const known = (document.toJS() as { skip?: Condition[] }).skip ?? []
  const isNew = (one: Condition) =>
    !known.some(({ column, matches }) => column === one.column && matches === one.matches)
  const skip = [...known, ...conditions.filter(isNew)]
  if (skip.length > known.length) document.set('skip', document.createNode(skip))
}

/** Headings between the rows: by their numbers, where they have some, so that one more is none the less a heading next year. */
export function headingPattern(lines: readonly SheetLine[]): string[] {
  const words = lines.flatMap(({ isHeading, word }) => (isHeading ? [word] : []))
  const numbered = new RegExp(HEADING_NUMBER, 'u')
  const others = words.filter((word) => !numbered.test(word))
  return [
    ...(others.length < words.length ? [HEADING_NUMBER] : []),
    ...(others.length > 0 ? [`^(${anyOf(others)})$`] : []),
  ]
}

/** A pattern of any of these words. */
export function anyOf(words: readonly string[]): string {
  return [...new Set(words)].map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)).join('|')
}
