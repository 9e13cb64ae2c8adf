import { BEFORE_EVERY_DAY, toIso } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import { sql, type RawBuilder } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { tableOf, type RecordType } from '../record-type.ts'
import { findRecordType, RECORD_TYPES, recordTypeOf } from '../record-types.ts'
import { MOST_DOUBTS, type RecordWarning, type Touched, type Warning } from '../warning.ts'

type Code = 'NOT_YET_THERE' | 'NO_LONGER_THERE'
type OutOfTimeWarning = RecordWarning<Code>

/** Records of days on which what they name was not there, as a programme (`lasting`, `namesOn`). */
export const OUT_OF_TIME: Warning<Code> = {
  codes: {
    NOT_YET_THERE: {
      zh: '记录的日期早于所引用的专业、平台、办学点、标准或资源的起始日期',
      en: 'a record is of a day before what it points to began',
    },
    NO_LONGER_THERE: {
      zh: '记录的日期晚于所引用的专业、平台、办学点、标准或资源的终止日期',
      en: 'a record is of a day after what it points to ended',
    },
  },
  of: ({ lasting, namesOn }) => lasting === true || namesOn !== undefined,
  async find(db, touched, type) {
    const warnings: OutOfTimeWarning[] = []
    const targets = type.namesOn ? targetsOf(type) : []
    if (targets.length > 0) {
      for (const doubt of await listOutOfTime(db, touched, datedTable(type), targets.map(toTable)))
        warnings.push(toOutOfTime(recordTypeOf(targets.find(({ field }) => field === doubt.field)!.to), doubt))
    }
    if (!type.lasting) return warnings
    for (const from of RECORD_TYPES.filter(({ namesOn }) => namesOn)) {
      for (const target of targetsOf(from)) {
        if (target.to !== type.name) continue
        for (const doubt of await listPointedOutOfTime(db, touched, toTable(target), datedTable(from)))
          warnings.push(...toPointedOutOfTime(type, from, doubt))
      }
    }
    return warnings
  },
}

interface Target {
  field: string
  to: string
}

function targetsOf(type: RecordType): Target[] {
  return type.fields.flatMap(({ name, to }) =>
    to !== undefined && findRecordType(to)?.lasting && to !== type.name ? [{ field: name, to }] : [],
  )
}

function toTable({ field, to }: Target): PointedTable {
  return { field, table: tableOf(to) }
}

function datedTable({ name, namesOn }: RecordType): DatedTable {
  return { table: tableOf(name), days: namesOn! }
}

function toOutOfTime(target: RecordType, { row, day, field, code, first, last }: OutOfTime): OutOfTimeWarning {
  const on = toIso(day)
  const what: Words = { zh: `${target.label.zh}${code} `, en: `${target.label.en} ${code}` }
  if (last !== null && day > last) {
    const message = {
      zh: `${what.zh}已于 ${toIso(last)} 终止，而本行始于 ${on}。请核对日期和编号；确实仍在运行的，请更正其终止日期。`,
      en: `${what.en} ended on ${toIso(last)}, and this row is of ${on}. Look at the date and the code; if it still runs, correct its end.`,
    }
    return { code: 'NO_LONGER_THERE', row, field, value: code, message }
  }
  const message = {
    zh: `${what.zh}自 ${toIso(first!)} 起才有，而本行始于 ${on}。请核对日期和编号；确实更早的，请更正其起始日期。`,
    en: `${what.en} began on ${toIso(first!)}, and this row is of ${on}. Look at the date and the code; if it began earlier, correct its first day.`,
  }
  return { code: 'NOT_YET_THERE', row, field, value: code, message }
}

function toPointedOutOfTime(target: RecordType, from: RecordType, doubt: PointedOutOfTime): OutOfTimeWarning[] {
  const { row, code, first, last, early, earliest, late, latest } = doubt
  const { span } = target
  if (!('starts' in span)) return []
  const warnings: OutOfTimeWarning[] = []
  const records = (count: number): Words => ({
    zh: `${count} 条“${from.label.zh}”记录`,
    en: `${count} ${count === 1 ? 'record' : 'records'} of ${from.label.en.toLowerCase()}`,
  })
  if (late > 0) {
    const message = {
      zh: `${target.label.zh}${code} 终止于 ${toIso(last!)}，但有${records(late).zh}在其后，最晚的始于 ${toIso(latest!)}。请更正终止日期或这些记录。`,
      en: `${target.label.en} ${code} ends on ${toIso(last!)}, but ${records(late).en} come after it, the last on ${toIso(latest!)}. Correct its end or those records.`,
    }
    warnings.push({ code: 'NO_LONGER_THERE', row, field: span.ends!, value: code, message })
  }
  if (early > 0) {
    const message = {
      zh: `${target.label.zh}${code} 始于 ${toIso(first!)}，但有${records(early).zh}在其前，最早的始于 ${toIso(earliest!)}。请更正起始日期或这些记录。`,
      en: `${target.label.en} ${code} begins on ${toIso(first!)}, but ${records(early).en} come before it, the first on ${toIso(earliest!)}. Correct its first day or those records.`,
    }
    warnings.push({ code: 'NOT_YET_THERE', row, field: span.starts[0]!, value: code, message })
  }
  return warnings
}

/** Records of one table by what decides their day: of several columns the first that is filled. */
interface DatedTable {
  table: string
  days: readonly string[]
}

/** What a field of them points to, by its code. */
interface PointedTable {
  field: string
  table: string
}

/** A record of the batch that is of a day on which what it points to was not there. */
interface OutOfTime {
  row: number | null
  day: number
  field: string
  code: string
  /** The stretch of what it points to; last null: still open. */
  first: number | null
  last: number | null
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

/** Over all that a type points to. The batch is read once; its rows one by one only where some are out of time. */
async function listOutOfTime(
  db: Connection,
  place: Touched,
  from: DatedTable,
  targets: readonly PointedTable[],
): Promise<OutOfTime[]> {
  const found = await findOutOfTime(db, place, from, targets)
  const doubts: OutOfTime[] = []
  for (const [i, { field, table: target }] of targets.entries()) {
    const codes = [...new Set(found.filter(({ target }) => target === i).map(({ code }) => code))]
    if (codes.length === 0) continue
    const day = dayOf(from.days)
    const { rows } = await sql<Omit<OutOfTime, 'field'>>`
      select a.row as row, ${day} as day, t.code as code, t.first_day as first, t.last_day as last
      from ${sql.table(from.table)} a join ${sql.table(target)} t
        on t.institution = a.institution and t.code = ${sql.ref(`a.${field}`)} and t.until is null
      where ${isBrought(place)} and ${sql.ref(`a.${field}`)} in (${sql.join(codes)})
        and ${day} > ${sql.lit(BEFORE_EVERY_DAY)} and ${isOut(day, day, 't')}
      order by a.row limit ${MOST_DOUBTS}`.execute(db)
    doubts.push(...rows.map((row) => ({ ...row, field })))
  }
  return doubts.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)).slice(0, MOST_DOUBTS)
}

/** What is pointed to from days on which it was not there: its place among `targets`, and its code. */
async function findOutOfTime(
  db: Connection,
  place: Touched,
  { table, days }: DatedTable,
  targets: readonly PointedTable[],
): Promise<{ target: number; code: string }[]> {
  const day = dayOf(days)
  const names = targets.map((_, i) => sql.ref(`code_${i}`))
  const codes = targets.map(({ field }, i) => sql`${sql.ref(`a.${field}`)} as ${names[i]}`)
  const parts = targets.map(
    ({ table: target }, i) => sql`select cast(${i} as integer) as target, t.code as code from pointing p
      join ${sql.table(target)} t on t.institution = ${place.institution} and t.code = p.${names[i]} and t.until is null
      where ${isOut(sql`p.earliest`, sql`p.latest`, 't')}`,
  )
  const { rows } = await sql<{ target: number; code: string }>`
    with pointing as materialized (
      select ${sql.join(codes)}, min(${day}) as earliest, max(${day}) as latest from ${sql.table(table)} a
      where ${isBrought(place)} and ${day} > ${sql.lit(BEFORE_EVERY_DAY)}
      group by ${sql.join(targets.map(({ field }) => sql.ref(`a.${field}`)))}
    )
    ${sql.join(parts, sql` union `)} limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** The other way round: the batch brought what is pointed to, or moved its days. */
async function listPointedOutOfTime(
  db: Connection,
  { institution, batch }: Touched,
  { field, table: target }: PointedTable,
  { table, days }: DatedTable,
): Promise<PointedOutOfTime[]> {
  const day = dayOf(days)
  const [early, late] = [sql`${day} < t.first_day`, sql`${day} > t.last_day`]
  // A cross join: SQLite then reads what points once, and finds what it points to by its code.
  const { rows } = await sql<PointedOutOfTime>`
    select t.row as row, t.code as code, t.first_day as first, t.last_day as last,
      sum(case when ${early} then 1 else 0 end) as early, min(case when ${early} then ${day} end) as earliest,
      sum(case when ${late} then 1 else 0 end) as late, max(case when ${late} then ${day} end) as latest
    from ${sql.table(table)} a cross join ${sql.table(target)} t
    where a.institution = ${institution} and a.until is null and ${day} > ${sql.lit(BEFORE_EVERY_DAY)}
      and t.institution = a.institution and t.code = ${sql.ref(`a.${field}`)} and t.until is null and t.batch = ${batch}
      and ${isOut(day, day, 't')}
    group by t.row, t.code, t.first_day, t.last_day
    order by t.row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

function dayOf(days: readonly string[]): RawBuilder<unknown> {
  const columns = days.map((name) => sql.ref(`a.${name}`))
  return columns.length === 1 ? columns[0]! : sql`coalesce(${sql.join(columns)})`
}

function isBrought({ institution, batch }: Touched): RawBuilder<unknown> {
  return sql`a.institution = ${institution} and a.until is null and a.batch = ${batch}`
}

function isOut(earliest: RawBuilder<unknown>, latest: RawBuilder<unknown>, alias: string): RawBuilder<unknown> {
  return sql`(${earliest} < ${sql.ref(`${alias}.first_day`)} or ${latest} > ${sql.ref(`${alias}.last_day`)})`
}
