import { BEFORE_EVERY_DAY, toIso } from '@causeway/shared/day'
import { fill } from '@causeway/shared/words/words'
import { sql } from 'kysely'
import { isKnownByCode, keyFieldsOf, tableOf } from '../record-type.ts'
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
  // Of types that are known by a code the importer is asked, or warned, row by row.
  of: (type) => reportedTypes().includes(type) && 'starts' in type.span && !isKnownByCode(type),
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
  say({ count, before, after }, type) {
    const { span, label, fields } = type
    if (before === null || after === null || !('starts' in span)) return null
    const [of, was, is] = [Number(count), toIso(before), toIso(after)]
    const key = keyFieldsOf(type).flatMap((name) => fields.find((field) => field.name === name)?.label ?? [])
    const facts = { count: of, was, is, typeZh: label.zh, typeEn: label.en.toLowerCase() }
    const keys = { keyZh: key.map(({ zh }) => `“${zh}”`).join(''), keyEn: key.map(({ en }) => `"${en}"`).join(', ') }
    return { code: 'OTHER_YEAR', field: span.starts[0]!, value: is, ...fill(WORDS.OTHER_YEAR, { ...facts, ...keys }) }
  },
})
