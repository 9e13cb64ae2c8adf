/**
 * Values of one record by column name, as they are stored: decimals times their factor, dates as ISO text (and `<name>_day`),
 * persons hashed, flags 0 or 1.
 */
export type StoredValues = Record<string, string | number | null | undefined>

/** A version of a record. It holds from revision `since` to before revision `until`; the current one has `until` null. */
export interface StoredRecord {
  /** Name of the record type. */
  type: string
  institution: string
  key: string
  since: number
  until: number | null
  batch: string
  /** Row in the file it came from, as the person sees it there. */
  row: number | null
  values: StoredValues
}

/** Digits that a decimal keeps through a multiplication. */
const DIGITS = 15

/** A decimal as its column holds it: times the field's factor. 1.1 times 100 is 110, and not a little more, as floating numbers have it. */
export function timesFactor(value: number, factor: number): number {
  const product = value * factor
  return Number.isInteger(product) ? product : Number(product.toPrecision(DIGITS))
}
