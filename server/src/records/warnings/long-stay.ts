import { sql } from 'kysely'
import { MOST_DOUBTS, ofTypes, type Warning } from '../warning.ts'

/** Longer than a school year abroad with its holidays. */
const LONGEST_STAY_DAYS = 400

export const LONG_STAY: Warning<'LONG_STAY'> = {
  codes: { LONG_STAY: { zh: '停留超过 400 天', en: 'a stay is longer than 400 days' } },
  of: ofTypes('mobility'),
  async find(db, { institution, batch }) {
    const days = sql`end_day - start_day + 1`
    const { rows } = await sql<{ row: number | null; days: number }>`
      select row, ${days} as days from record_mobility
      where institution = ${institution} and until is null and batch = ${batch} and ${days} > ${sql.lit(LONGEST_STAY_DAYS)}
        and (virtual is null or virtual <> 1)
      order by row limit ${MOST_DOUBTS}`.execute(db)
    return rows.map(({ row, days }) => ({
      ...{ code: 'LONG_STAY', row, field: 'end', value: String(days) },
      message: {
        zh: `停留 ${days} 天，超过 ${LONGEST_STAY_DAYS} 天，请核对起止日期。`,
        en: `A stay of ${days} days, more than ${LONGEST_STAY_DAYS}: look at its two dates.`,
      },
    }))
  },
}
