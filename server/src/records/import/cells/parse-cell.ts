import { fill } from '@causeway/shared/words/words'
import type { Field } from '../../record-type.ts'
import { didYouMean, findNearest, findSoundingAlike } from '../../../ground/nearest.ts'
import { makeCountryParser } from './parse-country.ts'
import { makeMappedDate, type DateReading } from './mapped-date.ts'
import { countPersons, isPlaceholder, numberBesideName, severalPersons } from './persons.ts'
import { parseDate, parseMonthDay, type DateOrder } from './parse-date.ts'
import { CellProblem, type ParseCell } from '../ground/row-problem.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

export interface CellStyle {
  dateOrder?: DateOrder
  decimalComma?: boolean
  /** What a mapping says of the dates of this field. */
  dates?: DateReading
}

const LONGEST_CODE = 200
const MOST_OFFERED = 3
const LONGEST_TEXT = 4_000
const MOST_REMEMBERED = 5_000
/** Looking for the nearest name is slow next to reading a row: a file of a million wrong rows gets it for the first ones only. */
const MOST_SUGGESTIONS = 2_000

// Controls but tab and line breaks, lone surrogates, what a wrong encoding left behind: PostgreSQL refuses NUL, and people see none.
const FORBIDDEN = /[[\p{Cc}--[\t\n\r]]\p{Cs}\ufffd\ufffe\uffff]/v

const FLAGS = new Map<string, 0 | 1>([
  ...['1', '是', 'yes', 'y', 'true', 't', '有', '√', '✓', '✔', '对', '通过', '合格', 'pass', 'passed'].map(
    (text) => [text, 1] as [string, 1],
  ),
  ...['0', '否', 'no', 'n', 'false', 'f', '无', '×', '✗', '✘', '不是', '未通过', '不合格', 'fail', 'failed'].map(
    (text) => [text, 0] as [string, 0],
  ),
])

/** How cells of a field are read. Choices, countries and dates repeat down a column: each spelling is read once. */
export function makeCellParser(field: Field, style: CellStyle = {}): ParseCell {
  const parse = makeFieldParser(field, style)
  const guarded: ParseCell = (text, isNumber) =>
    FORBIDDEN.test(text) ? new CellProblem('BAD_CHARACTER', REFUSALS.BAD_CHARACTER) : parse(text, isNumber)
  if (['text', 'code', 'person', 'reference', 'level', 'record-key'].includes(field.kind)) return guarded
  const known = new Map<string, string | number | null | CellProblem>()
  return (text, isNumber) => {
    const key = isNumber ? `#${text}` : text
    const before = known.get(key)
    if (before !== undefined) return before
    const value = guarded(text, isNumber)
    if (known.size < MOST_REMEMBERED) known.set(key, value)
    return value
  }
}

function makeFieldParser(field: Field, style: CellStyle): ParseCell {
  switch (field.kind) {
    case 'text':
      return (text) =>
        isNothing(text) && !field.verbatim ? null : text.length > LONGEST_TEXT ? tooLong(LONGEST_TEXT) : text.trim()
    case 'code':
    case 'reference':
    case 'level':
      return parseCode
    case 'person':
      return (text) => {
        const count = countPersons(text)
        if (count > 1) return severalPersons(count)
        if (isPlaceholder(text)) return new CellProblem('REQUIRED', REFUSALS.PERSON_LATER)
        return parseCode(numberBesideName(text) ?? text)
      }
    case 'record-key':
      // Each of its parts is read as the field that it is of: texts keep their full-width brackets.
      return (text) => (text.length > LONGEST_TEXT ? tooLong(LONGEST_TEXT) : text.trim())
    case 'date':
      if (style.dates) return withNothing(makeMappedDate(style.dates, style.dateOrder))
      return (text, isNumber) => (isNothing(text) ? null : parseDate(text, style.dateOrder, isNumber))
    case 'month-day':
      return (text) => (isNothing(text) ? null : parseMonthDay(text))
    case 'flag':
      return makeFlagParser(field)
    case 'integer':
    case 'decimal':
      // 无 in a column of counts means none, which is a number.
      return (text) =>
        checkBounds(field, isNothing(text) ? 0 : parseNumber(text, field.factor ?? 1, style.decimalComma))
    case 'year':
      return (text) => {
        const match = /^(\d{4})\s*(年|届|级)?$/.exec(text.normalize('NFKC').trim())
        const year = Number(match?.[1])
        return match && year >= 1900 && year <= 2199
          ? checkBounds(field, year)
          : new CellProblem('BAD_YEAR', { zh: '应为四位年份，如 2023', en: 'expected is a year, as 2023' })
      }
    case 'country':
      return makeCountryParser(isNothing, field.mustBeKnown)
    case 'choice':
      return makeChoiceParser(field)
  }
}

function parseCode(text: string): string | null | CellProblem {
  if (isNothing(text)) return null
  const code = text.normalize('NFKC').trim()
  return code.length > LONGEST_CODE ? tooLong(LONGEST_CODE) : code
}

function withNothing(parse: ParseCell): ParseCell {
  return (text, isNumber) => (isNothing(text) ? null : parse(text, isNumber))
}

/** What people write where there is nothing: 无, a dash. Numbers read it as none. */
function isNothing(text: string): boolean {
  return text === '无' || text === '-' || text === '—' || text === '——' || text === '/'
}

function tooLong(limit: number): CellProblem {
  return new CellProblem('TOO_LONG', { zh: `超过 ${limit} 个字符`, en: `it is longer than ${limit} characters` })
}

function checkBounds(field: Field, value: number | CellProblem): number | CellProblem {
  if (typeof value !== 'number') return value
  const plain = value / (field.factor ?? 1)
  if (field.min !== undefined && plain < field.min) {
    return new CellProblem('OUT_OF_RANGE', { zh: `不应小于 ${field.min}`, en: `it may not be less than ${field.min}` })
  }
  if (field.max !== undefined && plain > field.max) {
    return new CellProblem('OUT_OF_RANGE', { zh: `不应大于 ${field.max}`, en: `it may not be more than ${field.max}` })
  }
  if (Math.abs(plain) > 2_000_000_000) {
    return new CellProblem('OUT_OF_RANGE', { zh: '数值过大', en: 'the number is too large' })
  }
  return value
}

function foldChoice(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
}

function makeFlagParser({ yes = [], no = [] }: Field): ParseCell {
  const own = [...yes.map((text) => [text, 1] as const), ...no.map((text) => [text, 0] as const)]
  const known = new Map([...FLAGS, ...own.map(([text, value]) => [foldChoice(text), value] as const)])
  return (text) =>
    known.get(foldChoice(text)) ??
    new CellProblem('BAD_FLAG', { zh: '应为 是 或 否（1 或 0）', en: 'expected is yes or no (1 or 0)' })
}

function makeChoiceParser(field: Field): ParseCell {
  const keys = new Map<string, string>()
  const choices = field.choices ?? []
  // Keys and labels first: another choice's `also` must not take them.
  for (const choice of choices) keys.set(foldChoice(choice.key), choice.key)
  for (const choice of choices)
    for (const text of [choice.label.zh, choice.label.en])
      if (!keys.has(foldChoice(text))) keys.set(foldChoice(text), choice.key)
  for (const choice of choices)
    for (const text of choice.also ?? []) if (!keys.has(foldChoice(text))) keys.set(foldChoice(text), choice.key)
  const none = new Set((field.none ?? []).map(foldChoice))
  let suggestions = 0
  return (text) => {
    const key = keys.get(foldChoice(text))
    if (key !== undefined) return key
    if (isNothing(text) || none.has(foldChoice(text))) return null
    const near = suggestions++ < MOST_SUGGESTIONS ? nearestKeys(text, keys) : []
    const meant = near.map((one) => choices.find((choice) => choice.key === one)!)
    const expected = choices.length <= 12 ? choices : choices.slice(0, 12)
    return new CellProblem('UNKNOWN_CHOICE', {
      zh: `应为 ${expected.map((choice) => choice.label.zh).join('、')}${choices.length > 12 ? ' 等' : ''} 之一${didYouMean(meant.map((choice) => choice.label.zh)).zh}`,
      en: `expected is one of ${expected.map((choice) => choice.key).join(', ')}${choices.length > 12 ? ' …' : ''}${didYouMean(meant.map((choice) => choice.key)).en}`,
      nearest: meant,
    })
  }
}

/** Of the choices, the keys that may be meant. */
function nearestKeys(text: string, keys: ReadonlyMap<string, string>): string[] {
  const near = [...findSoundingAlike(text, keys.keys()), ...findNearest(text, keys.keys(), 2)]
  return [...new Set(near.map((one) => keys.get(one)!))].slice(0, MOST_OFFERED)
}

const LARGEST = Number.MAX_SAFE_INTEGER

/**
 * A number as people write it, times `factor`, as a whole number: exact, by its digits and never by floating point.
 * `decimalComma`: 1.234,5 is one thousand and some.
 */
export function parseNumber(raw: string, factor: number, decimalComma = false): number | CellProblem {
  let text = raw.normalize('NFKC').replaceAll(/[\s'’]/g, '')
  text = text.replaceAll('−', '-').replaceAll('。', '.')
  const [thousands, point] = decimalComma ? ['.', ','] : [',', '.']
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${thousands}\\d{3})+(\\${point}\\d+)?$`)
  if (grouped.test(text)) text = text.replaceAll(thousands, '')
  if (decimalComma) text = text.replace(',', '.')
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!match || (match[2] === '' && !match[3])) return badNumber(factor)
  const whole = match[2]!
  const decimals = (match[3] ?? '').replace(/0+$/, '')
  if (whole.length > 15 || decimals.length > 15) return badNumber(factor)
  // value * factor = digits * factor / 10^decimals: whole, or too precise.
  const digits = BigInt(whole + decimals || '0') * BigInt(factor)
  const divisor = 10n ** BigInt(decimals.length)
  if (digits % divisor !== 0n) {
    if (factor === 1) return badNumber(factor)
    const step = String(1 / factor)
    return new CellProblem('TOO_PRECISE', fill(REFUSALS.TOO_PRECISE, { step }))
  }
  const value = Number(digits / divisor)
  if (value > LARGEST) return badNumber(factor)
  return match[1] === '-' && value !== 0 ? -value : value
}

function badNumber(factor: number): CellProblem {
  return factor === 1
    ? new CellProblem('BAD_NUMBER', REFUSALS.WHOLE_NUMBER)
    : new CellProblem('BAD_NUMBER', REFUSALS.NUMBER)
}
