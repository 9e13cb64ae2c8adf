import {
  listContradicted,
  listReportedTypes,
  type ContradictedReport,
} from '../ground/database/contradicted-zero-reports.ts'
import type { Connection } from '../ground/database/database.ts'
import type { BatchPlace } from '../ground/database/doubtful-records.ts'
import type { RecordType } from './record-type.ts'
import { findRecordType, recordTypeOf } from './record-types.ts'
import type { RecordWarning } from './record-warning.ts'
import { recordTable } from './store.ts'

/** A statement that there was nothing beside records of it, whichever of them the batch brought. */
export async function findZeroReportWarnings(
  db: Connection,
  place: BatchPlace,
  type: RecordType,
): Promise<RecordWarning[]> {
  if (type.name !== 'nothing-to-report')
    return (await listContradicted(db, place, reportedTable(type), 'record')).map((found) => toWarning(found, null))
  const warnings: RecordWarning[] = []
  for (const name of await listReportedTypes(db, place)) {
    const reported = findRecordType(name)
    if (!reported) continue
    for (const found of await listContradicted(db, place, reportedTable(reported), 'report'))
      warnings.push(toWarning(found, 'record_type'))
  }
  return warnings
}

function reportedTable(type: RecordType) {
  const { table } = recordTable(type)
  return { recordType: type.name, table, classField: 'class' in type.span ? type.span.class : null }
}

function toWarning(
  { row, record_type, from, to, unit, signer, records }: ContradictedReport,
  field: string | null,
): RecordWarning {
  const { label, key, fields } = recordTypeOf(record_type)
  const whose = unit === null ? { zh: '', en: '' } : { zh: `（${unit}）`, en: ` (${unit})` }
  return {
    code: 'NOTHING_AND_RECORDS',
    row,
    field: field ?? key[0]?.split('|')[0] ?? fields[0]!.name,
    value: record_type,
    message: {
      zh: `${signer}声明“${label.zh}”${whose.zh}在 ${from} 至 ${to} 没有业务，而该时段已有 ${records} 条记录。请核对，撤除有误的一方。`,
      en: `${signer} signed that there was nothing of "${label.en}"${whose.en} from ${from} to ${to}, and the records of it are ${records}: check both, and take the wrong one away.`,
    },
  }
}
