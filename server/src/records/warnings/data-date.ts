import { toDay, toIso } from '@causeway/shared/day'
import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { today } from '../data-date.ts'
import { tableOf } from '../record-type.ts'
import { reportedTypes } from '../record-types.ts'
import type { Touched, Warning } from '../warning.ts'

/** A day that is said and does not move the data date. */
export const DATA_DATE_KEPT: Warning<'DATA_DATE_KEPT'> = {
  codes: {
    DATA_DATE_KEPT: {
      zh: '所写的数据截至日期早于现有的：数据截至日期未变',
      en: 'the data date that was given is before the one there is, which stays',
    },
  },
  of: () => true,
  async find(_db, { said, dataDate: { after, kept } }) {
    if (!kept) return []
    const message = {
      zh: `所写的数据截至日期 ${said} 早于现有的 ${after}，仍为 ${after}。要改早，须在“数据”页或用 causeway data-date 作出决定并写明原因。`,
      en: `The data date ${said} that was given is before the one there is, ${after}, which stays. Moving it back is a decision with a reason: on the data page, or by causeway data-date.`,
    }
    return [{ code: 'DATA_DATE_KEPT', row: null, field: 'data_date', value: said, message }]
  },
}

/** Records that begin after the data date. Papers, plans and decisions may be of any day. */
export const AFTER_DATA_DATE: Warning<'AFTER_DATA_DATE'> = {
  codes: {
    AFTER_DATA_DATE: {
      zh: '记录始于数据截至日期之后；数据截至日期未变',
      en: 'records begin after the data date, which stays as it is',
    },
  },
  of: (type) => (reportedTypes().includes(type) || type.name === 'nothing-to-report') && 'starts' in type.span,
  async find(db, touched, { name, span }) {
    const dataDate = touched.dataDate.after
    const days = { day: toDay(dataDate), today: toDay(today()) }
    const late = await findLateRecords(db, touched, tableOf(name), days)
    if (!late || !('starts' in span)) return []
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
    return [{ code: 'AFTER_DATA_DATE', row: late.row, field: span.starts[0]!, value: offered, message }]
  },
}

/** What of a batch begins after a day. Days since 1970. */
interface LateRecords {
  count: number
  /** Of the first of them; null: it came without one. */
  row: number | null
  firstDay: number
  /** The last day of the whole batch on which a record begins or ends, none after `today`; null: all are after it. */
  lastDay: number | null
}

/** Records of the batch that begin after `day`; null: there is none. */
async function findLateRecords(
  db: Connection,
  { institution, batch }: Touched,
  table: string,
  { day, today }: { day: number; today: number },
): Promise<LateRecords | null> {
  const { rows } = await sql<{ count: number | string; row: number | null; first: number | null; last: number | null }>`
    select count(case when first_day > ${day} then 1 end) as count, min(case when first_day > ${day} then row end) as row,
      min(case when first_day > ${day} then first_day end) as first,
      max(case when last_day <= ${today} then last_day when first_day <= ${today} then first_day end) as last
    from ${sql.table(table)} where institution = ${institution} and until is null and batch = ${batch}`.execute(db)
  const { count, row, first, last } = rows[0]!
  return first === null ? null : { count: Number(count), row, firstDay: first, lastDay: last }
}
