import { fill } from '@causeway/shared/words/words'
import { toDay, toIso } from '@causeway/shared/day'
import { sql } from 'kysely'
import { today } from '../data-date.ts'
import { tableOf } from '../record-type.ts'
import { reportedTypes } from '../record-types.ts'
import type { Warning } from '../warning.ts'
import { doubt, isBrought, warningOf } from './doubt.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** A day that is said and does not move the data date. */
export const DATA_DATE_KEPT: Warning = {
  of: () => true,
  async find(_db, { said, dataDate: { after, kept } }) {
    if (!kept) return []
    const words = fill(REFUSALS.EARLIER_DATA_DATE, { said, after })
    return [warningOf(null, { code: 'DATA_DATE_KEPT', field: 'data_date', value: said, ...words })]
  },
}

/** What of a batch begins after the data date. Days since 1970. */
interface LateRecords {
  count: number | string
  /** Of the first of them; null: it came without one. */
  row: number | null
  /** Null: none is late. */
  first: number | null
  /** The last day of the whole batch on which a record begins or ends, none after today; null: all are after it. */
  last: number | null
  dataDate: string
}

/** Records that begin after the data date. Papers, plans and decisions may be of any day. */
export const AFTER_DATA_DATE = doubt({
  of: (type) => (reportedTypes().includes(type) || type.name === 'nothing-to-report') && 'starts' in type.span,
  ask(touched, { name }) {
    const dataDate = touched.dataDate.after
    const [day, now] = [toDay(dataDate), toDay(today())]
    if (touched.brought.latest <= day) return null
    return sql<LateRecords>`
      select count(case when first_day > ${day} then 1 end) as count, min(case when first_day > ${day} then row end) as row,
        min(case when first_day > ${day} then first_day end) as first,
        max(case when last_day <= ${now} then last_day when first_day <= ${now} then first_day end) as last,
        ${sql.lit(dataDate)} as "dataDate"
      from ${sql.table(tableOf(name))} where ${isBrought(touched)}`
  },
  say({ first: day, last, dataDate, ...late }, { span }) {
    if (day === null || !('starts' in span)) return null
    const [count, first] = [Number(late.count), toIso(day)]
    const offered = last === null || last <= toDay(dataDate) ? null : toIso(last)
    const [zh, en] =
      offered === null
        ? ['这些日期尚未到来，请核对。', 'These days are yet to come: check them.']
        : [
            `如果各部门的台账都已报到 ${offered}，可用 causeway data-date --set ${offered} 更改数据截至日期；否则不必更改。`,
            `If all units have reported up to ${offered}, move it with causeway data-date --set ${offered}; else leave it.`,
          ]
    return {
      ...{ code: 'AFTER_DATA_DATE', field: span.starts[0]!, value: offered },
      zh: `有 ${count} 条记录始于数据截至日期 ${dataDate} 之后（最早 ${first}），数据截至日期未变。${zh}`,
      en: `${count === 1 ? 'One record begins' : `${count} records begin`} after the data date ${dataDate} (the first on ${first}), which stays. ${en}`,
    }
  },
})
