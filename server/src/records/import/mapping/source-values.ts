import type { Field } from '../../record-type.ts'
import type { FileColumns } from '../sheets/file-columns.ts'
import type { OneDate, Source } from './mapping.ts'
import type { CellStyle } from '../cells/parse-cell.ts'
import { CellProblem } from '../ground/row-problem.ts'
import type { SourceRow } from '../ground/source-row.ts'
import { findNumber, namesFurther } from '../cells/first-number.ts'
import { lastDayOf, readAmount, UNITS_OF_TIME } from '../cells/later-date.ts'
import { makeMappedDate, type DateReading, type Ranges } from '../cells/mapped-date.ts'
import { isLasting } from '../cells/partial-date.ts'
import { countPersons, nameKey, readBirth, severalPersons } from '../cells/persons.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

type Read = (row: SourceRow) => string | CellProblem

/** How the dates of a field are read: undefined where it has none. */
export function datesOf(
  { kind, edge }: Field,
  { range, month = edge, year }: Source,
  ranges: Ranges,
  oneDate?: OneDate,
): DateReading | undefined {
  if (kind !== 'date') return undefined
  const isLast = edge === 'last' || range === 'end'
  const ofRange = range && { range, ...(oneDate && { oneDate }) }
  return { isLast, ranges, ...ofRange, ...(month && { month }), ...(year && { year }) }
}

/** A date so much later than the one that is read. What it is counted from begins something, so that of a month it is the first day. */
export function compilePlus(
  source: Source,
  read: Read,
  at: number | null,
  cells: FileColumns,
  style: CellStyle,
  ranges: Ranges,
): Read {
  const unit = UNITS_OF_TIME.find((one) => source.plus![one] !== undefined)!
  const said = source.plus![unit]!
  const begins: Field = { name: '', label: { zh: '', en: '' }, kind: 'date', edge: 'first' }
  const parse = makeMappedDate(datesOf(begins, source, ranges)!, style.dateOrder)
  const from = typeof said === 'number' ? null : cells.find(said.column)
  const amountOf = (row: SourceRow) =>
    from === null ? (said as number) : readAmount(cells.text(row, from), unit, style.decimalComma)
  return (row) => {
    const text = read(row)
    if (typeof text !== 'string' || text === '') return text
    const first = parse(text, at !== null && row.numbers?.has(at) === true)
    if (typeof first !== 'string') return first instanceof CellProblem ? first : ''
    const end = from === null ? null : endSaid(cells.text(row, from), ranges, source, style.dateOrder)
    if (end !== null) return end
    const amount = amountOf(row)
    if (amount === null) return ''
    const last = amount instanceof CellProblem ? amount : lastDayOf(first, unit, amount)
    return last instanceof CellProblem && from !== null ? last.at(from, cells.header(from)) : last
  }
}

/** The end that a cell says itself where it should say how long: 长期 is none, 2023.10-2028.10 has one. Null: it says no end. */
function endSaid(text: string, ranges: Ranges, source: Source, order: CellStyle['dateOrder']): string | null {
  if (isLasting(text)) return ''
  const both = ranges.read(text)
  if (both === null || both instanceof CellProblem) return null
  if (both.end === 'open') return ''
  const ends: Field = { name: '', label: { zh: '', en: '' }, kind: 'date', edge: 'last' }
  const end = makeMappedDate(datesOf(ends, { ...source, range: 'end' }, ranges)!, order)(text, false)
  return typeof end === 'string' ? end : null
}

/** The key of a person who has no number. `read`: the name. */
export function compileName(source: Source, read: Read, cells: FileColumns, style: CellStyle): Read {
  const born = source.birth === undefined ? null : cells.find(source.birth)
  return (row) => {
    const name = read(row)
    if (typeof name !== 'string' || name === '') return name
    const count = countPersons(name)
    if (count > 1) return severalPersons(count)
    if (born === null) return nameKey(name, null)
    const order = style.dateOrder
    const birth = readBirth(cells.text(row, born), {
      ...(order && { order }),
      isNumber: row.numbers?.has(born) === true,
    })
    return birth instanceof CellProblem ? birth.at(born, cells.header(born)) : nameKey(name, birth)
  }
}

/** What says that nothing is there says so of a number too. */
const NOTHING = /^(?:无|没有|[-—–/]+)?$/u

/** The first number of a text, as the field counts it. Of several beside each other nobody knows which is meant. */
export function takeNumber(text: string, { label, unit }: Field, decimalComma = false): string | CellProblem {
  if (NOTHING.test(text)) return text
  // 3.5万元 is 3.5 where the field counts 万元.
  const inTenThousands = `${label.zh}${unit?.zh ?? ''}`.includes('万元')
  const found = findNumber(inTenThousands ? text.replace('万', '') : text, decimalComma)
  if (!found) return new CellProblem('BAD_NUMBER', REFUSALS.NO_NUMBER)
  if (namesFurther(found.after)) return new CellProblem('SEVERAL_VALUES', REFUSALS.SEVERAL_NUMBERS)
  const isYuan = inTenThousands && !text.includes('万') && /^\s*元/u.test(found.after)
  return isYuan ? new CellProblem('BAD_NUMBER', REFUSALS.IN_TEN_THOUSANDS) : found.digits
}
