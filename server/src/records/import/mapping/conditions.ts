import { remember } from '../../../ground/kept.ts'
import { foldValue, type FileColumns } from '../sheets/file-columns.ts'
import type { Condition } from './mapping.ts'
import { compilePattern } from '../ground/pattern.ts'
import type { SourceRow } from '../ground/source-row.ts'

/** Whether a condition holds of a row. */
export function compileCondition(condition: Condition, columns: FileColumns): (row: SourceRow) => boolean {
  const at = columns.find(condition.column)
  const listed = new Set((condition.in ?? condition.not_in ?? []).map((value) => foldValue(String(value))))
  const pattern = condition.matches ?? condition.not_matches
  const compiled = pattern === undefined ? null : compilePattern(pattern)
  if (condition.in) return (row) => listed.has(foldValue(columns.text(row, at)))
  if (condition.not_in) return (row) => !listed.has(foldValue(columns.text(row, at)))
  if (compiled) {
    const wanted = condition.matches !== undefined
    const holds = remember((text) => (compiled.match(text) !== null) === wanted)
    return (row) => holds(columns.text(row, at))
  }
  return (row) => (columns.text(row, at) !== '') === condition.filled
}
