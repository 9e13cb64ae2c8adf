import type { Field } from '../record-type.ts'
import type { SourceRow, Values } from './source-row.ts'
import type { CellProblem } from './row-problem.ts'

interface WordlessReading {
  field: Field
  read(row: SourceRow): string | CellProblem
}

const NONE = new Set(['无', '没有', 'none', 'nil'])
const DASHES = /^[-‐‑‒–—―－─/]+$/

/** What is in a cell instead of a number; undefined: something else. */
export function wordlessIn(text: string): 'blank' | 'none' | 'dash' | undefined {
  const plain = text.trim().toLowerCase()
  if (plain === '') return 'blank'
  if (NONE.has(plain)) return 'none'
  return DASHES.test(plain) ? 'dash' : undefined
}

/** Keeps a blank, 无 and a dash apart where a published number was looked for: none of them is 0. What the row itself says is. */
export function sayWordless(row: SourceRow, readings: readonly WordlessReading[], values: Values): void {
  for (const reading of readings) {
    const { wordless, name } = reading.field
    if (!wordless) continue
    const has = readings.some(({ field }) => field.name === wordless.field)
    if (values[wordless.field] != null) continue
    const text = reading.read(row)
    const found = typeof text === 'string' && values[name] === null ? wordlessIn(text) : undefined
    if (found !== undefined) values[wordless.field] = wordless[found]
    else if (!has) values[wordless.field] = null
  }
}
