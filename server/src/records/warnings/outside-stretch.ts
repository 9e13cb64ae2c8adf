import { fill } from '@causeway/shared/words/words'
import { toIso } from '@causeway/shared/day'
import { sql, type RawBuilder } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { tableOf } from '../record-type.ts'
import { recordTypeOf } from '../record-types.ts'
import { MOST_DOUBTS, type RecordWarning, type RecordWarningCode, type Touched, type Warning } from '../warning.ts'
import { isCurrent, warningOf } from './doubt.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** Records of persons of a type, those of them that have these values, are within a stretch of the same person. */
interface Rule {
  code: RecordWarningCode
  type: string
  only: Readonly<Record<string, string>>
  stretch: string
}

/** A person of whom there is no such stretch at all is not doubted: the register may be kept of some only. */
const RULES: Rule[] = [
  {
    code: 'OUTSIDE_ENROLMENT',
    type: 'mobility',
    only: { direction: 'out', audience: 'student' },
    stretch: 'enrolment',
  },
  { code: 'OUTSIDE_ENROLMENT', type: 'placement', only: {}, stretch: 'enrolment' },
  { code: 'OUTSIDE_EMPLOYMENT', type: 'mobility', only: { direction: 'out', audience: 'staff' }, stretch: 'staff' },
  { code: 'OUTSIDE_EMPLOYMENT', type: 'office-held', only: {}, stretch: 'staff' },
]

/** Stays of learners outside their enrolment, stays and posts of staff outside their employment, whichever of the two the batch brought. */
export const OUTSIDE_STRETCH: Warning = {
  of: ({ name }) => RULES.some(({ type, stretch }) => name === type || name === stretch),
  async find(db, touched, { name }) {
    const warnings: RecordWarning[] = []
    for (const rule of RULES) {
      if (name !== rule.type && name !== rule.stretch) continue
      const isRecord = name === rule.type
      // A first import of a million enrolments has no stays to compare with.
      const { rows } = await sql`
        select 1 from ${sql.table(tableOf(isRecord ? rule.stretch : rule.type))}
        where institution = ${touched.institution} limit 1`.execute(db)
      if (rows.length === 0) continue
      const doubts = await listOutsideStretch(db, touched, rule, isRecord)
      warnings.push(...doubts.map((doubt) => sayOutside(rule, doubt, isRecord)))
    }
    return warnings
  },
}

/** A record that begins or ends on a day on which its person has no such stretch, though it has one at another time. */
interface OutsideStretch {
  /** Of the batch: the record's own, or that of the person's stretch. */
  row: number | null
  first: number
  /** Null: still open. */
  last: number | null
}

function sayOutside({ code, type, stretch }: Rule, doubt: OutsideStretch, isRecord: boolean): RecordWarning {
  const [from, to] = [toIso(doubt.first), doubt.last === null ? null : toIso(doubt.last)]
  const { zh, en } =
    to === null
      ? { zh: `${from} 起`, en: `The time from ${from} on` }
      : { zh: `${from} 至 ${to}`, en: `The time from ${from} to ${to}` }
  const [of, within] = [recordTypeOf(type).label, recordTypeOf(stretch).label]
  const { span } = recordTypeOf(isRecord ? type : stretch)
  const words = isRecord
    ? fill(REFUSALS.OUTSIDE_OF_ANOTHER, { zh, withinZh: within.zh, en, withinEn: within.en.toLowerCase() })
    : fill(REFUSALS.ANOTHER_OUTSIDE, { ofZh: of.zh, zh, ofEn: of.en.toLowerCase(), en })
  return warningOf(doubt.row, { code, field: 'starts' in span ? span.starts[0]! : 'start', value: from, ...words })
}

/** `isRecord`: which of the two the batch brought, the record or the stretch. */
async function listOutsideStretch(
  db: Connection,
  touched: Touched,
  rule: Rule,
  isRecord: boolean,
): Promise<OutsideStretch[]> {
  const { batch } = touched
  const [type, stretch] = [sql.table(tableOf(rule.type)), sql.table(tableOf(rule.stretch))]
  const conditions = Object.entries(rule.only).map(([field, value]) => sql`and ${sql.ref(field)} = ${value}`)
  const brought = sql`min(case when s.batch = ${batch} then s.row end)`
  const { rows } = await sql<OutsideStretch>`
    with stretch as materialized (
      select person, batch, row, first_day, last_day from ${stretch}
      where ${isCurrent(touched)} and first_day is not null
        and person in (select person from ${type} where ${isCurrent(touched)})
    ), part as materialized (
      select key, person, batch, row, first_day, last_day from ${type}
      where ${isCurrent(touched)} and person is not null and first_day is not null
        ${sql.join(conditions, sql` `)} ${isRecord ? sql`and batch = ${batch}` : sql``}
    )
    select ${isRecord ? sql`p.row` : brought} as row, p.first_day as first, p.last_day as last
    from part p join stretch s on s.person = p.person
    group by p.key, p.row, p.first_day, p.last_day
    having (${never(holdsFirst)} or ${never(holdsLast)}) ${isRecord ? sql`` : sql`and ${brought} is not null`}
    order by 1 limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

const holdsFirst = sql`s.first_day <= p.first_day and (s.last_day is null or s.last_day >= p.first_day)`
const holdsLast = sql`s.last_day is null or (p.last_day is not null and s.first_day <= p.last_day and s.last_day >= p.last_day)`

function never(holds: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`max(case when ${holds} then 1 else 0 end) = 0`
}
