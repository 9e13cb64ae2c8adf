import { sql } from 'kysely'
import type { Day } from '@causeway/shared/day'
import type { Connection } from '../../ground/database/database.ts'
import { contentOrder } from '../../figures/indicators/compile/one-per.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { holds } from '../../ground/database/database-then.ts'

const TYPE = recordTypeOf('assessment-result')

/** One test before or after a training. Scores are stored times their factor. */
export interface TestRow {
  key: string
  person: string
  instrument: string
  version: string
  phase: 'pre' | 'post'
  attempt: number | null
  date_day: Day
  raw: number
}

/**
 * The tests before and after trainings that have a score, in the order in which equals are taken. `except`: keys of records that are the
 * same as another; `areSeveralOne`: some persons are.
 */
export async function selectTests(
  db: Connection,
  institution: string,
  except: readonly string[],
  areSeveralOne: boolean,
): Promise<TestRow[]> {
  const order = sql.join([
    ...(areSeveralOne ? contentOrder(TYPE, (name) => sql.ref(`t.${name}`)) : []),
    sql.ref('t.key'),
  ])
  const { rows } = await sql<TestRow>`
    select key, person, instrument, version, phase, attempt, date_day, raw
    from record_assessment_result as t
    where institution = ${institution} and ${holds(db)} and phase in ('pre', 'post') and raw is not null
      ${except.length === 0 ? sql`` : sql`and key not in (${sql.join([...except])})`}
    order by ${order}`.execute(db)
  return rows.map((row) => ({
    ...row,
    version: row.version ?? '',
    attempt: row.attempt === null ? null : Number(row.attempt),
    date_day: Number(row.date_day),
    raw: Number(row.raw),
  }))
}
