import { toDay, toIso } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import type { Connection } from '../ground/database/database.ts'
import type { BatchPlace } from '../ground/database/doubtful-records.ts'
import { findLateRecords } from '../ground/database/late-records.ts'
import { today, type DataDateStep } from './data-date.ts'
import type { RecordType } from './record-type.ts'
import { reportedTypes } from './record-types.ts'
import type { RecordWarning } from './record-warning.ts'
import { recordTable } from './store.ts'

interface Dates {
  /** What the batch says; null: nothing. */
  said: string | null
  dataDate: DataDateStep
}

/** A day that does not move the data date, and records that begin after it. Papers, plans and decisions may be of any day. */
export async function findDataDateWarnings(
  db: Connection,
  place: BatchPlace,
  type: RecordType,
  { said, dataDate: { after: dataDate, kept } }: Dates,
): Promise<RecordWarning[]> {
  const warnings: RecordWarning[] = kept
    ? [{ code: 'DATA_DATE_KEPT', row: null, field: 'data_date', value: said, message: wordsOfEarlier(said!, dataDate) }]
    : []
  if (!(reportedTypes().includes(type) || type.name === 'nothing-to-report') || !('starts' in type.span))
    return warnings
  const days = { day: toDay(dataDate), today: toDay(today()) }
  const late = await findLateRecords(db, place, recordTable(type).table, days)
  if (!late) return warnings
  const offered = late.lastDay === null || late.lastDay <= days.day ? null : toIso(late.lastDay)
  const first = toIso(late.firstDay)
  const message = {
    zh: `有 ${late.count} 条记录始于数据截至日期 ${dataDate} 之后（最早 ${first}），数据截至日期未变。${
      offered === null
        ? '这些日期尚未到来，请核对。'
        : `如果各部门的台账都已报到 ${offered}，可用 causeway data-date --set ${offered} 更改数据截至日期；否则不必更改。`
    }`,
    en: `${late.count === 1 ? 'One record begins' : `${late.count} records begin`} after the data date ${dataDate} (the first on ${first}), which stays. ${
      offered === null
        ? 'These days are yet to come: check them.'
        : `If all units have reported up to ${offered}, move it with causeway data-date --set ${offered}; else leave it.`
    }`,
  }
  return [...warnings, { code: 'AFTER_DATA_DATE', row: late.row, field: type.span.starts[0]!, value: offered, message }]
}

function wordsOfEarlier(said: string, dataDate: string): Words {
  return {
    zh: `所写的数据截至日期 ${said} 早于现有的 ${dataDate}，仍为 ${dataDate}。要改早，须在“数据”页或用 causeway data-date 作出决定并写明原因。`,
    en: `The data date ${said} that was given is before the one there is, ${dataDate}, which stays. Moving it back is a decision with a reason: on the data page, or by causeway data-date.`,
  }
}
