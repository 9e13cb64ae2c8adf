import type { Database } from '@causeway/server/ground/database/database'
import type { RowOutcome } from '@causeway/server/records/batch-writer'
import { commitBatch, type BatchResult } from '@causeway/server/records/commit'
import { naturalKey } from '@causeway/server/records/natural-key'
import { recordTypeOf } from '@causeway/server/records/record-types'

export type Values = Record<string, string | number | null>

interface PutResult extends BatchResult {
  outcomes: RowOutcome[]
}

/** Commits one batch of records with values as they are stored. A record of type `institution` belongs to its own code. */
export async function putRecords(
  database: Database,
  recordType: string,
  institution: string | null,
  rows: Values[],
  { dataDate = '2024-08-31' as string | null, decision = 'keep' as 'keep' | 'undo', alone = false } = {},
): Promise<PutResult> {
  const type = recordTypeOf(recordType)
  const outcomes: RowOutcome[] = []
  const header = {
    recordType,
    fileName: `${recordType}.csv`,
    fileHash: () => 'f'.repeat(64),
    encoding: () => 'utf-8',
    dataDate,
    institution: alone ? institution! : undefined,
  }
  const result = await commitBatch(database, header, async (writer) => {
    const checked = rows.map(({ institution: own, ...values }, i) => ({
      row: i + 2,
      institution: institution ?? String(own ?? values['code']),
      key: naturalKey(type, values),
      values,
    }))
    for (let start = 0; start < checked.length; start += 500)
      outcomes.push(...(await writer.add(checked.slice(start, start + 500))))
    return decision
  })
  return { ...result, outcomes }
}

/** A college of China that begins its school year in September. */
export async function putInstitution(database: Database, code: string, dataDate = '2026-08-31'): Promise<void> {
  await putRecords(
    database,
    'institution',
    null,
    [{ code, name_zh: `学院${code}`, name_en: `College ${code}`, country: 'CN' }],
    { dataDate },
  )
}
