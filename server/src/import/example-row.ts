import type { SourceRow } from './source-row.ts'

export function isExampleRow(_row: SourceRow): boolean {
  return false
}
