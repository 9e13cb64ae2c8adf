import type { ChartSpec } from '../charts/spec.ts'
import { formatValue } from '../format-figure.ts'
import type { Table, TableCell } from '../table.ts'
import type { Words } from '../words/words.ts'

/** One thing to be shown: its chart, and the table one step away. The page, its files and its embedded chart have the same one. */
export interface DrawnView {
  spec: ChartSpec
  table: Table
  /** What has to be known to read it. */
  notes?: Words[]
}

export function headingCell(text: Words): TableCell {
  return { text, value: null, gap: null, heading: true }
}

export function textCell(text: Words): TableCell {
  return { text, value: null, gap: null }
}

/** A number that is no figure of an indicator; null: there are no records to tell it from. */
export function numberCell(value: number | null, decimals = 0): TableCell {
  if (value === null) return { text: { zh: '…', en: '…' }, value, gap: 'NO_RECORDS' }
  return {
    text: { zh: formatValue(value, decimals, 'ZH'), en: formatValue(value, decimals, 'EN') },
    value,
    gap: null,
  }
}

/** Parts of a sentence in the manner of both languages. */
export function joinWords(parts: readonly (Words | null)[]): Words {
  const said = parts.filter((part) => part !== null)
  return { zh: said.map(({ zh }) => zh).join('，'), en: said.map(({ en }) => en).join(', ') }
}
