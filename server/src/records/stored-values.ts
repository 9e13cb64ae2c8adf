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
