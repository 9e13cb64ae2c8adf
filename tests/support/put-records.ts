import { commitBatch } from '@causeway/server/records/commit'
import { naturalKey } from '@causeway/server/records/natural-key'
import { recordTypeOf } from '@causeway/server/records/record-types'
import type { StoredValues } from '@causeway/server/records/stored-values'
import type { Database } from '@causeway/server/database/database'

/** Records as they are stored, through the one door. Returns the batch. */
export async function putRecords(
  database: Database,
  type: string,
  institution: string,
  records: Record<string, string | number | null>[],
  dataDate = '2026-08-31',
): Promise<string | null> {
  const header = { recordType: type, fileName: `${type}.csv`, fileHash: () => 'none', encoding: () => null, dataDate }
  const { batch } = await commitBatch(database, header, async (writer) => {
    for (let start = 0; start < records.length; start += 500) {
      const rows = records.slice(start, start + 500).map((values, index) => ({
        row: start + index + 2,
        institution: type === 'institution' ? String(values['code']) : institution,
        key: naturalKey(recordTypeOf(type), values as StoredValues),
        values,
      }))
      await writer.add(rows)
    }
    return 'keep'
  })
  return batch
}

export async function putInstitution(database: Database, code: string, more: Record<string, string> = {}, dataDate?: string): Promise<void> {
  await putRecords(database, 'institution', code, [{ code, name_zh: `学院${code}`, name_en: `College ${code}`, country: 'CN', ...more }], dataDate)
}
