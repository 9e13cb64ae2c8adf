import { BEFORE_EVERY_DAY, toIso } from '@causeway/shared/day'
import { fill } from '@causeway/shared/words/words'
import { sql } from 'kysely'
import { tableOf } from '../record-type.ts'
import { reportedTypes } from '../record-types.ts'
import { doubt, isBrought } from './doubt.ts'
import WORDS from './words.json' with { type: 'json' }

/** A corrected date seldom moves by as much; what comes back every year does. */
const HALF_A_YEAR = 183

interface Moved {
  count: number | string
  /** Of the first of them in the file. */
  row: number | null
  /** Days since 1970; null: none moved. */
  before: number | null
  after: number | null
}

/**
 * Records that took the place of one of another year: what comes back under one name, as a competition, may have overwritten the last
 * one. The row is that of the earliest in the file, the days those of the latest that moved.
 */
export const OTHER_YEAR = doubt<Moved>({
  of: (type) => reportedTypes().includes(type) && 'starts' in type.span,
  ask(touched, { name }) {
    if (!touched.wasFilled) return null
    const table = sql.table(tableOf(name))
    return sql<Moved>`
      select count(*) as count, min(now.row) as row, max(was.first_day) as before, max(now.first_day) as after
      from ${table} as now join ${table} as was
        on was.institution = now.institution and was.key = now.key and was.until = now.since
      where ${isBrought(touched, 'now')} and was.first_day > ${BEFORE_EVERY_DAY} and now.first_day > ${BEFORE_EVERY_DAY}
        and abs(now.first_day - was.first_day) > ${HALF_A_YEAR}`
  },
  say({ count, before, after }, { span }) {
    if (before === null || after === null || !('starts' in span)) return null
    const [of, was, is] = [Number(count), toIso(before), toIso(after)]
    const words = of === 1 ? WORDS.OTHER_YEAR_ONE : WORDS.OTHER_YEAR
    return { code: 'OTHER_YEAR', field: span.starts[0]!, value: is, ...fill(words, { count: of, was, is }) }
  },
})
