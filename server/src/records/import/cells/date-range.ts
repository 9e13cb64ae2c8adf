import { toPlain } from './parse-date.ts'
import { CellProblem } from '../ground/row-problem.ts'
import { isLasting, readPartialDate, type DateSaid, type DateStyle, type PartialDate } from './partial-date.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** The two ends of a cell that holds both. */
export interface DateRange {
  start: PartialDate
  end: PartialDate | 'open'
}

const LONGEST = 80
const APART = /[-‐‑–—―─−~〜至到]+|to|until|till/giu
const HOW_LONG =
  /[（(](?:共|计|合计|历时|为期|total)?(?:\d+|[一二三四五六七八九十百半两]+)(?:个?(?:天|日|周|月|学期|年)|days?|weeks?|months?)[）)]$/iu
/** An end without a year is in the year of the start: but where it then came first, and is so near, in the next. */
const DAYS_INTO_NEXT_YEAR = 183

/** The two dates of a cell; null: it holds no two; a problem: it may hold several pairs, or one that may be two days. */
export function readRange(raw: string, style: DateStyle = {}): DateRange | CellProblem | null {
  if (raw.length > LONGEST) return null
  const text = toPlain(raw.replaceAll('。', '.'))
    .replaceAll(/\s*[\r\n]+\s*/gu, '~')
    .replaceAll(/T?\b\d{1,2}:\d{2}(?::\d{2})?/gu, '')
    .replaceAll(/\s+/gu, '')
  // 2023-9-10 is one day. 2024.3-6 is not, though it is read as one where a day alone is expected.
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) return null
  const bare = text.replace(HOW_LONG, '')
  const found: DateRange[] = []
  let problem: CellProblem | null = null
  for (const { index, 0: sign } of bare.matchAll(APART)) {
    const range = readHalves(bare.slice(0, index), bare.slice(index + sign.length), style)
    if (range instanceof CellProblem) problem ??= range
    else if (range && !found.some((one) => JSON.stringify(one) === JSON.stringify(range))) found.push(range)
  }
  const alike = found.filter(({ start, end }) => end === 'open' || !start.day === !end.day)
  const meant = found.length > 1 ? alike : found
  if (meant.length === 1) return meant[0]!
  return found.length > 1 ? new CellProblem('AMBIGUOUS_DATE', REFUSALS.SEVERAL_RANGES) : problem
}

function readHalves(left: string, right: string, style: DateStyle): DateRange | CellProblem | null {
  const start = readPartialDate(left.replace(/^[自从由]/u, '').replace(/(?:开始|[起始])$/u, ''), style)
  if (start === 'open') return null
  if (start instanceof CellProblem) return start.code === 'BAD_DATE' ? null : start
  const isShort = !left.includes(start.year)
  const end = readEnd(right.replace(/(?:为止|[止终])?[）)]?$/u, ''), start, isShort, style)
  if (end instanceof CellProblem) return end.code === 'BAD_DATE' ? null : end
  return end && { start, end }
}

/** The later end, of which the year, or year and month, may be those of the earlier. */
function readEnd(text: string, start: PartialDate, isShort: boolean, style: DateStyle): DateSaid | null {
  if (isLasting(text)) return 'open'
  const { year, month, day } = start
  let match = /^(\d{1,2})[./月-](\d{1,2})[日号]?$/.exec(text)
  if (match && month !== undefined && Number(match[1]) <= 12)
    return within(start, readPartialDate(`${year}-${match[1]}-${match[2]}`))
  match = /^(\d{1,2})月(?:份|底|末)?$/.exec(text)
  if (match && month !== undefined) return within(start, readPartialDate(`${year}-${match[1]}`))
  match = /^(\d{1,2})[日号]?$/.exec(text)
  if (match && day !== undefined) return readPartialDate(`${year}-${month}-${match[1]}`)
  if (match && month !== undefined && !/[日号]$/.test(text))
    return within(start, readPartialDate(`${year}-${match[1]}`))
  const said = readPartialDate(text, style)
  // Of a year of two digits only where the other has one too.
  return said === 'open' || said instanceof CellProblem || isShort || text.includes(said.year) ? said : null
}

function within(start: PartialDate, end: DateSaid): DateSaid {
  if (end === 'open' || end instanceof CellProblem) return end
  const [first, last] = [dayOf(start), dayOf(end)]
  if (last >= first || start.month === end.month) return end
  const next = { ...end, year: String(Number(end.year) + 1) }
  return dayOf(next) - first <= DAYS_INTO_NEXT_YEAR ? next : end
}

function dayOf({ year, month = '1', day = '1' }: PartialDate): number {
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000
}
