import type { ChartPoint, ChartSpec } from '../charts/spec.ts'
import { dayWords } from '../day.ts'
import type { Gap } from '../figure.ts'
import { formatValue } from '../format-figure.ts'
import type { Table, TableCell } from '../table.ts'
import { inBoth, type Words } from '../words/words.ts'

/** One thing to be shown: its chart, and the table one step away. The page, its files and its embedded chart have the same one. */
export interface DrawnView {
  spec: ChartSpec
  table: Table
  /** What has to be known to read it. */
  notes?: Words[]
}

/** A number that is no figure of an indicator; null: there are no records to tell it from. */
export function numberCell(value: number | null, decimals = 0): TableCell {
  if (value === null) return { text: { zh: '…', en: '…' }, value, gap: 'NO_RECORDS' }
  return {
    text: inBoth((locale) => formatValue(value, decimals, locale)),
    value,
    gap: null,
  }
}

/** A point of such a number; null of a place of which there is none. */
export function plainPoint(value: number | null, text: Words, gap: Gap | null = null): ChartPoint {
  return { value, gap, text, low: null, high: null }
}

/** The day that a picture speaks for. */
export function upToDay(on: string): Words {
  return { zh: `截至${dayWords(on, 'ZH')}`, en: dayWords(on, 'EN') }
}
