import { fill, type Words } from '@causeway/shared/words/words'
import { remember } from '../../../ground/kept.ts'
import { optionsOf } from '../../field-options.ts'
import type { Field, RecordType } from '../../record-type.ts'
import type { CellStyle } from '../cells/parse-cell.ts'
import { makeCellParser } from '../cells/parse-cell.ts'
import { fitsSaid, makeTitleFinder, mostTelling, type SaidInTitle } from '../cells/said-in-title.ts'
import { CellProblem } from '../ground/row-problem.ts'
import type { SourceRow } from '../ground/source-row.ts'
import type { SheetTitles, TitlesOf } from '../sheets/sheet-titles.ts'
import type { Source } from './mapping.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

export type TitlePlace = 'title' | 'sheet' | 'file'

/** What one of the texts beside a table says of a field. */
export interface SaidBeside extends SaidInTitle {
  place: TitlePlace
  /** The whole text. */
  line: string
}

const PLACES: Record<TitlePlace, Words> = {
  title: { zh: '表头上方的', en: 'the text above the header' },
  sheet: { zh: '工作表名', en: 'the name of the sheet' },
  file: { zh: '文件名', en: 'the name of the file' },
}
const LONGEST_LINE = 200

/** Returns what the titles, the name of the sheet and that of the file say of a field. `type`: words of its label say nothing of one record. */
export function saidBeside(
  field: Field,
  { label }: Pick<RecordType, 'label'>,
  { lines, name, file }: SheetTitles,
): SaidBeside[] {
  const find = makeTitleFinder(field)
  if (!find) return []
  const texts: [TitlePlace, string][] = [...lines.map((line): [TitlePlace, string] => ['title', line])]
  texts.push(['sheet', name], ['file', file])
  // 协议 in the title of a list of 合作协议 tells no agreement from another.
  const ofType = `${label.zh}\n${label.en}`.toLowerCase()
  const found = texts.flatMap(([place, line]) => {
    if (line.length > LONGEST_LINE) return []
    const said = find(line).filter(({ from, to }) => !ofType.includes(line.slice(from, to).toLowerCase()))
    return said.map((one): SaidBeside => ({ ...one, place, line }))
  })
  return mostTelling(found)
}

/** Returns what texts beside the table say of a field, as the `said` of a mapping keeps it. */
export function saidKept(field: Field, type: Pick<RecordType, 'label'>, titles: readonly SheetTitles[]): string[] {
  return [...new Set(titles.flatMap((one) => saidBeside(field, type, one).map(({ is }) => is)))]
}

type Read = (row: SourceRow) => string | CellProblem

/**
 * Wraps the reading of a value that a mapping gives to all rows. The value is a problem where a text beside the table says another,
 * unless `said` keeps that somebody chose the value in spite of it; and where it was taken from such a text and none says it now.
 */
export function heldAgainstTitles(
  { said = [] }: Source,
  field: Field,
  type: Pick<RecordType, 'label'>,
  titles: TitlesOf,
  style: CellStyle,
  read: Read,
): Read {
  if (makeTitleFinder(field) === null) return read
  const parse = makeCellParser(field, style)
  const known = said.map(String)
  const judge = (sheet: string | undefined) => {
    const now = saidBeside(field, type, titles(sheet))
    return remember((text: string) => {
      const value = parse(text, false)
      return value === null || value instanceof CellProblem ? null : problemOf(String(value), now, known, field)
    })
  }
  const onSheet = new Map<string | undefined, ReturnType<typeof judge>>()
  return (row) => {
    const text = read(row)
    if (typeof text !== 'string' || text.trim() === '') return text
    if (!onSheet.has(row.sheet)) onSheet.set(row.sheet, judge(row.sheet))
    return onSheet.get(row.sheet)!(text.trim()) ?? text
  }
}

function problemOf(
  value: string,
  now: readonly SaidBeside[],
  known: readonly string[],
  field: Field,
): CellProblem | null {
  const label = optionsOf(field).find(({ key }) => key === value)?.label ?? { zh: value, en: value }
  const facts = { labelZh: label.zh, labelEn: label.en }
  if (now.length === 0) {
    const isTaken = known.some((is) => fitsSaid(value, is))
    return isTaken ? new CellProblem('FILE_SAYS_NOTHING', fill(REFUSALS.FILE_SAYS_NOTHING, facts)) : null
  }
  for (const all of Map.groupBy(now, ({ place }) => place).values()) {
    if (all.some(({ is }) => fitsSaid(value, is) || known.includes(is))) continue
    const { place, line, from, to } = all[0]!
    const words = fill(REFUSALS.FILE_SAYS_OTHERWISE, {
      ...{ ...facts, line, said: line.slice(from, to), word: all.map(({ is }) => is).join(', ') },
      ...{ placeZh: PLACES[place].zh, placeEn: PLACES[place].en },
    })
    return new CellProblem('FILE_SAYS_OTHERWISE', words)
  }
  return null
}
