import { BEFORE_EVERY_DAY, toIso } from '@causeway/shared/day'
import { fill, type Words } from '@causeway/shared/words/words'
import { sql, type RawBuilder } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { tableOf, type RecordType } from '../record-type.ts'
import { findRecordType, RECORD_TYPES, recordTypeOf } from '../record-types.ts'
import { MOST_DOUBTS, type RecordWarning, type Touched, type Warning } from '../warning.ts'
import { isBrought, isCurrent, warningOf } from './doubt.ts'
import WORDS from './words.json' with { type: 'json' }

/** Records of days on which what they name was not there, as a programme (`lasting`, `namesOn`). */
export const OUT_OF_TIME: Warning = {
  of: ({ lasting, namesOn }) => lasting === true || namesOn !== undefined,
  async find(db, touched, type) {
    const warnings: RecordWarning[] = []
    if (type.namesOn) {
      for (const doubt of await listOutOfTime(db, touched, type)) warnings.push(sayOutOfTime(doubt))
    }
    if (!type.lasting) return warnings
    for (const from of RECORD_TYPES.filter(({ namesOn }) => namesOn)) {
      for (const { field, to } of targetsOf(from)) {
        if (to !== type.name) continue
        for (const doubt of await listPointedOutOfTime(db, touched, { from, field, to }))
          warnings.push(...sayPointedOutOfTime(type, from, doubt))
      }
    }
    return warnings
  },
}

/** A field that names a record which is there for a time, and the type of that. */
interface Target {
  field: string
  to: string
}

function targetsOf(type: RecordType): Target[] {
  return type.fields.flatMap(({ name, to }) =>
    to !== undefined && findRecordType(to)?.lasting && to !== type.name ? [{ field: name, to }] : [],
  )
}

/** A record of the batch that is of a day on which what it points to was not there. */
interface OutOfTime extends Target {
  row: number | null
  day: number
  code: string
  /** The stretch of what it points to; last null: still open. */
  first: number | null
  last: number | null
}

function sayOutOfTime({ row, day, field, to, code, first, last }: OutOfTime): RecordWarning {
  const on = toIso(day)
  const { label } = recordTypeOf(to)
  const what: Words = { zh: `${label.zh}${code} `, en: `${label.en} ${code}` }
  if (last !== null && day > last)
    return warningOf(row, {
      ...{ code: 'NO_LONGER_THERE', field, value: code },
      ...fill(WORDS.NO_LONGER_THERE, { whatZh: what.zh, toIso: toIso(last), on, whatEn: what.en }),
    })
  return warningOf(row, {
    ...{ code: 'NOT_YET_THERE', field, value: code },
    ...fill(WORDS.NOT_YET_THERE, { whatZh: what.zh, toIso: toIso(first!), on, whatEn: what.en }),
  })
}

/** What of the batch others point to from days on which it was not there. */
interface PointedOutOfTime {
  row: number | null
  code: string
  first: number | null
  last: number | null
  /** How many of them are before its first day, and the earliest of those; after its last day, and the latest. */
  early: number
  earliest: number | null
  late: number
  latest: number | null
}

function sayPointedOutOfTime(
  { label, span }: RecordType,
  from: RecordType,
  { row, code, first, last, early, earliest, late, latest }: PointedOutOfTime,
): RecordWarning[] {
  if (!('starts' in span)) return []
  const warnings: RecordWarning[] = []
  const records = (count: number): Words => ({
    zh: `${count} 条“${from.label.zh}”记录`,
    en: `${count} ${count === 1 ? 'record' : 'records'} of ${from.label.en.toLowerCase()}`,
  })
  if (late > 0) {
    const words = {
      zh: `${label.zh}${code} 终止于 ${toIso(last!)}，但有${records(late).zh}在其后，最晚的始于 ${toIso(latest!)}。请更正终止日期或这些记录。`,
      en: `${label.en} ${code} ends on ${toIso(last!)}, but ${records(late).en} come after it, the last on ${toIso(latest!)}. Correct its end or those records.`,
    }
    warnings.push(warningOf(row, { code: 'NO_LONGER_THERE', field: span.ends!, value: code, ...words }))
  }
  if (early > 0) {
    const words = {
      zh: `${label.zh}${code} 始于 ${toIso(first!)}，但有${records(early).zh}在其前，最早的始于 ${toIso(earliest!)}。请更正起始日期或这些记录。`,
      en: `${label.en} ${code} begins on ${toIso(first!)}, but ${records(early).en} come before it, the first on ${toIso(earliest!)}. Correct its first day or those records.`,
    }
    warnings.push(warningOf(row, { code: 'NOT_YET_THERE', field: span.starts[0]!, value: code, ...words }))
  }
  return warnings
}

/** Over all that a type points to. The batch is read once; its rows one by one only where some are out of time. */
async function listOutOfTime(db: Connection, touched: Touched, type: RecordType): Promise<OutOfTime[]> {
  const targets = targetsOf(type).filter(({ field }) => touched.brought.filled.has(field))
  if (targets.length === 0) return []
  const found = await findOutOfTime(db, touched, type, targets)
  const doubts: OutOfTime[] = []
  for (const [i, { field, to }] of targets.entries()) {
    const codes = [...new Set(found.filter(({ target }) => target === i).map(({ code }) => code))]
    if (codes.length === 0) continue
    const day = dayOf(type)
    const { rows } = await sql<Omit<OutOfTime, 'field' | 'to'>>`
      select a.row as row, ${day} as day, t.code as code, t.first_day as first, t.last_day as last
      from ${sql.table(tableOf(type.name))} a join ${sql.table(tableOf(to))} t
        on t.institution = a.institution and t.code = ${sql.ref(`a.${field}`)} and t.until is null
      where ${isBrought(touched, 'a')} and ${sql.ref(`a.${field}`)} in (${sql.join(codes)})
        and ${day} > ${sql.lit(BEFORE_EVERY_DAY)} and ${isOut(day, day)}
      order by a.row limit ${MOST_DOUBTS}`.execute(db)
    doubts.push(...rows.map((row) => ({ ...row, field, to })))
  }
  return doubts.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)).slice(0, MOST_DOUBTS)
}

/** What is pointed to from days on which it was not there: its place among `targets`, and its code. */
async function findOutOfTime(
  db: Connection,
  touched: Touched,
  type: RecordType,
  targets: readonly Target[],
): Promise<{ target: number; code: string }[]> {
  const day = dayOf(type)
  const names = targets.map((_, i) => sql.ref(`code_${i}`))
  const codes = targets.map(({ field }, i) => sql`${sql.ref(`a.${field}`)} as ${names[i]}`)
  const parts = targets.map(
    ({ to }, i) => sql`select cast(${i} as integer) as target, t.code as code from pointing p
      join ${sql.table(tableOf(to))} t on ${isCurrent(touched, 't')} and t.code = p.${names[i]}
      where ${isOut(sql`p.earliest`, sql`p.latest`)}`,
  )
  const { rows } = await sql<{ target: number; code: string }>`
    with pointing as materialized (
      select ${sql.join(codes)}, min(${day}) as earliest, max(${day}) as latest from ${sql.table(tableOf(type.name))} a
      where ${isBrought(touched, 'a')} and ${day} > ${sql.lit(BEFORE_EVERY_DAY)}
      group by ${sql.join(targets.map(({ field }) => sql.ref(`a.${field}`)))}
    )
    ${sql.join(parts, sql` union `)} limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** The other way round: the batch brought what is pointed to, or moved its days. */
async function listPointedOutOfTime(
  db: Connection,
  touched: Touched,
  { from, field, to }: Target & { from: RecordType },
): Promise<PointedOutOfTime[]> {
  const day = dayOf(from)
  const [early, late] = [sql`${day} < t.first_day`, sql`${day} > t.last_day`]
  // A cross join: SQLite then reads what points once, and finds what it points to by its code.
  const { rows } = await sql<PointedOutOfTime>`
    select t.row as row, t.code as code, t.first_day as first, t.last_day as last,
      sum(case when ${early} then 1 else 0 end) as early, min(case when ${early} then ${day} end) as earliest,
      sum(case when ${late} then 1 else 0 end) as late, max(case when ${late} then ${day} end) as latest
    from ${sql.table(tableOf(from.name))} a cross join ${sql.table(tableOf(to))} t
    where ${isCurrent(touched, 'a')} and ${day} > ${sql.lit(BEFORE_EVERY_DAY)}
      and t.institution = a.institution and t.code = ${sql.ref(`a.${field}`)} and t.until is null
      and t.batch = ${touched.batch} and ${isOut(day, day)}
    group by t.row, t.code, t.first_day, t.last_day
    order by t.row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** Of records as `a`: of several columns the first that is filled. */
function dayOf({ namesOn }: RecordType): RawBuilder<unknown> {
  const columns = namesOn!.map((name) => sql.ref(`a.${name}`))
  return columns.length === 1 ? columns[0]! : sql`coalesce(${sql.join(columns)})`
}

/** Of what is named as `t`. */
function isOut(earliest: RawBuilder<unknown>, latest: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${earliest} < t.first_day or ${latest} > t.last_day)`
}
