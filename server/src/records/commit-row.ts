import { fill, type Words } from '@causeway/shared/words/words'
import type { Database } from '../ground/database/database.ts'
import { QuestionError } from '../ground/question-error.ts'
import { headerWithoutFile, type CheckedRow, type MadeBy } from './batch-writer.ts'
import { commitBatch, type BatchResult } from './commit.ts'
import { naturalKey } from './natural-key.ts'
import { recordTypeOf } from './record-types.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

const LARGEST_VALUE = 2_000_000_000

/** One row that a person gives, as its own batch that can be taken back. The key: that of a row that is there; null: a new one. */
export function commitRow(
  database: Database,
  made: { recordType: string; doneBy: string; institution: string; by: MadeBy },
  values: CheckedRow['values'],
  key: string | null,
): Promise<BatchResult> {
  const { recordType, institution } = made
  const row = { row: null, institution, key: key ?? naturalKey(recordTypeOf(recordType), values), values }
  return commitBatch(database, headerWithoutFile(made, values), async (writer) => {
    await writer.add([row])
    return 'keep'
  })
}

/** A number as it is stored: whole. `named`: what the refusal calls it. */
export function toStoredValue(value: number, factor: number, code: string, named: Words): number {
  const stored = Math.round(value * factor)
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST_VALUE)
    throw new QuestionError(code, { zh: `${named.zh}过大。`, en: `${named.en} is too large.` })
  const decimals = Math.round(Math.log10(factor))
  // What is nearest to the decimal that was meant differs from it in the last bits only.
  if (Math.abs(stored / factor - value) > Math.abs(value) * 1e-12)
    throw new QuestionError(code, fill(REFUSALS.TOO_PRECISE, { namedZh: named.zh, decimals, namedEn: named.en }))
  return stored
}

/** Without the spaces around it; null: there is none. */
export function toStoredText(text: string | null | undefined, longest: number, code: string): string | null {
  const trimmed = (text ?? '').trim()
  if (trimmed.length > longest) throw new QuestionError(code, fill(REFUSALS.TEXT_TOO_LONG, { longest }))
  if (/\p{Cc}/u.test(trimmed.replaceAll(/[\t\n\r]/g, '')))
    throw new QuestionError(code, { zh: '文字中有控制字符。', en: 'A text holds control characters.' })
  return trimmed || null
}
