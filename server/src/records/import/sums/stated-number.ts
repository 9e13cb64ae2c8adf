import { firstNumber } from '../cells/first-number.ts'

/** A number as a cell states it. */
export interface StatedNumber {
  value: number
  /** What is counted, as 人 in 8人; empty: it is not said. */
  unit: string
}

const PLAIN = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(人次|[\p{L}%]{0,3})$/u
/** Of persons or rows, and not of countries. */
const COUNTED = /(\d+)\s*(人次|[人名位条项个])(?!(?!学|教|师|留|外|记录)\p{Script=Han})/gu
const LONGEST = 60

/** The number that a cell is, alone or with its unit; null: it is none. */
export function readNumber(text: string): StatedNumber | null {
  const number = Number(text)
  if (!Number.isNaN(number)) return text.trim() === '' ? null : { value: number, unit: '' }
  if (text.length > LONGEST) return null
  const found = PLAIN.exec(text.normalize('NFKC').trim())
  return found ? { value: Number(found[1]!.replaceAll(',', '')), unit: found[2]! } : null
}

/** What a cell of a column of numbers adds to its sum: of 约50 that is 50, as a mapping may read it; 万 is a unit, as in a total. */
export function addendIn(text: string): number {
  return readNumber(text)?.value ?? firstNumber(text.replace('万', '')) ?? 0
}

/** How many a text says there are, as 共8人 or 合计（8人）; null: nothing, or several numbers. */
export function readCount(text: string): StatedNumber | null {
  if (text.length > LONGEST) return null
  const found = [...text.normalize('NFKC').matchAll(COUNTED)]
  return found.length === 1 ? { value: Number(found[0]![1]), unit: found[0]![2]! } : null
}

export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))
}
