/** The first number in a text. */
export interface FoundNumber {
  /** In digits, as a cell of numbers is read. */
  digits: string
  /** What follows it. */
  after: string
}

const HAN = '零一二三四五六七八九'
const STEPS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
])
const GREAT_STEPS = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
])
const LONGEST = 1_000
const POINT = /(?<![\d.])[-−]?(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+)(?:\.\d+)?/u
const COMMA = /(?<![\d,])[-−]?(?:\d{1,3}(?:[. ]\d{3})+(?!\d)|\d+)(?:,\d+)?/u
const NUMERALS = /半|[〇○零一二两三四五六七八九十百千万亿]+/u

/** As in 34人, 约50, 5,500元, 三年, 十二, 1.2万人, 两年半. Null: there is none. */
export function findNumber(raw: string, decimalComma = false): FoundNumber | null {
  const text = raw.normalize('NFKC').slice(0, LONGEST)
  const written = (decimalComma ? COMMA : POINT).exec(text)
  const spoken = NUMERALS.exec(text)
  if (spoken && (!written || spoken.index < written.index)) {
    const value = spoken[0] === '半' ? 0.5 : valueOf(spoken[0])
    return withHalf(value, text.slice(spoken.index + spoken[0].length), decimalComma)
  }
  if (!written) return null
  const after = text.slice(written.index + written[0].length)
  const digits = isSign(text, written) ? written[0].replace('−', '-') : written[0].replace(/^[-−]/u, '')
  const great = GREAT_STEPS.get(after.trimStart()[0] ?? '')
  const value = valueIn(digits, decimalComma)
  if (great) return withHalf(tidy(value * great), after.trimStart().slice(1), decimalComma)
  return isHalfAfter(after) ? withHalf(value, after, decimalComma) : { digits, after }
}

function valueIn(digits: string, decimalComma: boolean): number {
  return Number(decimalComma ? digits.replaceAll(/[. ]/gu, '').replace(',', '.') : digits.replaceAll(/[, ]/gu, ''))
}

const BRACKETED = /[([（［][^)\]）］]*[)\]）］]?/gu
/** The 2 of m2 is none. */
const FURTHER = /(?<![A-Za-z\d])\d|[零一二两三四五六七八九十百]+(?=\s*(?:[人名位个项次天日年月所家]|$))/u

/** Whether more numbers follow in a text, as in 男12女8; those in brackets are parts of the first. */
export function namesFurther(after: string): boolean {
  return FURTHER.test(after.replaceAll(BRACKETED, ''))
}

/** As `findNumber` finds it. */
export function firstNumber(text: string): number | null {
  const found = findNumber(text)
  return found && valueIn(found.digits, false)
}

/** A dash before a number is a minus only at the beginning. */
function isSign(text: string, { index }: RegExpExecArray): boolean {
  return text.slice(0, index).trim() === ''
}

/** 两年半 is two and a half. */
function isHalfAfter(after: string): boolean {
  return /^\s*个?(?:半|(?:年|小时|天|日)半)/u.test(after)
}

function withHalf(value: number, after: string, decimalComma: boolean): FoundNumber {
  const digits = String(isHalfAfter(after) ? value + 0.5 : value)
  return { digits: decimalComma ? digits.replace('.', ',') : digits, after: after.replace(/^(\s*个?)半/u, '$1') }
}

function tidy(value: number): number {
  return Number(value.toPrecision(15))
}

/** 一百二十 to 120, 三万五千 to 35000, 二〇二三 to 2023. */
function valueOf(numerals: string): number {
  const plain = numerals.replaceAll(/[〇○]/gu, '零').replaceAll('两', '二')
  if (!/[十百千万亿]/u.test(plain)) return Number([...plain].map((one) => HAN.indexOf(one)).join(''))
  let [whole, part, digit] = [0, 0, 0]
  for (const one of plain) {
    const [step, great] = [STEPS.get(one), GREAT_STEPS.get(one)]
    if (step) {
      part += (digit || 1) * step
      digit = 0
    } else if (great) {
      whole = (whole + part + digit || 1) * great
      part = digit = 0
    } else digit = HAN.indexOf(one)
  }
  return whole + part + digit
}
