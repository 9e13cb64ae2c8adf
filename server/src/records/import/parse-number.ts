import { CellProblem } from './row-problem.ts'

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
    return new CellProblem('TOO_PRECISE', {
      zh: `应为 ${step} 的整数倍`,
      en: `expected is a multiple of ${step}`,
    })
  }
  const value = Number(digits / divisor)
  if (value > LARGEST) return badNumber(factor)
  return match[1] === '-' && value !== 0 ? -value : value
}

function badNumber(factor: number): CellProblem {
  return factor === 1
    ? new CellProblem('BAD_NUMBER', {
        zh: '应为整数，如 30 或 1,200，不带单位',
        en: 'expected is a whole number, as 30 or 1,200, without a unit',
      })
    : new CellProblem('BAD_NUMBER', {
        zh: '应为数字，如 9.5 或 1,200.5，不带单位',
        en: 'expected is a number, as 9.5 or 1,200.5, without a unit',
      })
}
