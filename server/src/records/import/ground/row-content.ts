import { createHash } from 'node:crypto'
import type { SourceRow } from './source-row.ts'

const LENGTH = 22
/** Of 2023-09: a cell that shows a month is read as that, or as its first day. */
const MONTH_LENGTH = 7

/** By what is in it a row is known again, wherever it is in another edition of its file. */
export function contentOf({ cells, asInFile = cells, months }: SourceRow): string {
  const texts = asInFile.map((cell, at) => (months?.has(at) ? cell.slice(0, MONTH_LENGTH) : cell.trim()))
  while (texts.length > 0 && texts.at(-1) === '') texts.pop()
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, LENGTH)
}
