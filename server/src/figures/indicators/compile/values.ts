import { FOREIGN, UNKNOWN } from '@causeway/shared/unknown'
import { sql } from 'kysely'
import type { Field } from '../../../records/record-type.ts'
import type { FieldRef, Key, Value } from '../definition.ts'
import { greatest, least, type Sql, PART } from './compilation.ts'
import { endOrOpen, P, stageDay } from './dates.ts'
import type { Source } from './source.ts'

export interface CompiledValue {
  expression: Sql
  /** Stored as value times factor. */
  factor: number
}

const plain = (expression: Sql): CompiledValue => ({ expression, factor: 1 })

const NUMBERS: readonly string[] = ['integer', 'decimal', 'flag', 'year', 'level', 'date'] satisfies Field['kind'][]
const isNumber = (field: Field | null) => field !== null && NUMBERS.includes(field.kind)

/** Whether it may be another number in another period. */
export const isOfPeriod = (value: unknown): boolean => /"(clippedDays|sharedDays)"/.test(JSON.stringify(value))

export function valueOf(source: Source, value: Value): CompiledValue {
  if (typeof value === 'string') {
    const renamed = source.as[value]
    if (renamed !== undefined && typeof renamed !== 'string') return plain(keyText(source, renamed))
    const { expression, field } = source.column(value)
    return { expression, factor: field?.factor ?? 1 }
  }
  if ('else' in value) {
    const parts = value.else.map((path) => {
      const { expression, field } = source.column(path)
      return { expression: isNumber(field) ? expression : sql`nullif(${expression}, '')`, factor: field?.factor ?? 1 }
    })
    return { expression: sql`coalesce(${sql.join(parts.map((it) => it.expression))})`, factor: parts[0]!.factor }
  }
  if ('stage' in value) return plain(stageDay(source, value.stage))
  if ('days' in value) {
    const [start, end] = value.days.map((path) => source.column(path).expression) as [Sql, Sql]
    const days = sql`${endOrOpen(source, start, end)} - ${start} + 1`
    return plain(value.given ? sql`coalesce(${source.column(value.given).expression}, ${days})` : days)
  }
  if ('clippedDays' in value) {
    const [start, end] = value.clippedDays.map((path) => source.column(path).expression) as [Sql, Sql]
    const from = greatest(sql`coalesce(${start}, ${P.first})`, P.first)
    const to = least(endOrOpen(source, start, end), P.last)
    const days = sql`${to} - (${from}) + 1`
    return plain(sql`cast(case when ${days} > 0 then ${days} else 0 end as bigint) * ${source.heads()}`)
  }
  if ('sharedDays' in value) {
    const number = source.column(value.sharedDays)
    const [start, end] = value.over.map((path) => source.column(path).expression) as [Sql, Sql]
    const factor = number.field?.factor ?? 1
    const given = (day: Sql) => halvesUpTo(number.expression, factor, start, endOrOpen(source, start, end), day)
    const share = sql`(${given(P.last)} - ${given(sql`${P.first} - 1`)})`
    return { expression: sql`cast(${share} as bigint) * ${source.heads()}`, factor: HALVES }
  }
  const cases = Object.entries(value.map).map(([key, points]) => sql`when ${key} then ${sql.lit(points)}`)
  return plain(sql`case ${source.column(value.points).expression} ${sql.join(cases, sql` `)} else 0 end`)
}

/** What is shared out by days is counted in halves. */
export const HALVES = 2

/**
 * Up to a day a session has given number x days so far / days, rounded up to a half (domain.md 6.6, EX07): in halves, so that
 * rounding up is to whole ones, and division is of positive integers, which both databases cut off.
 */
function halvesUpTo(number: Sql, factor: number, start: Sql, end: Sql, day: Sql): Sql {
  const parts = sql`((${end} - ${start} + 1) * ${sql.lit(factor)})`
  const soFar = sql`(case when ${day} >= ${end} then ${end} else ${day} end - ${start} + 1)`
  return sql`(case when ${day} < ${start} then 0
    else (cast(${number} as bigint) * ${sql.lit(HALVES)} * ${soFar} + ${parts} - 1) / ${parts} end)`
}

/**
 * A key as one text; a tuple's parts are as they are, an empty one as nothing, and alone a country that names none. Never for
 * `persons`.
 */
export function keyText(source: Source, key: Key): Sql {
  if (key === 'persons') throw new Error('persons are counted, not written out')
  if (!Array.isArray(key)) {
    const text = sql`nullif(nullif(cast(${valueOf(source, key).expression} as text), ''), ${UNKNOWN})`
    return isCountry(source, key) ? sql`nullif(${text}, ${FOREIGN})` : text
  }
  return joined(
    key.map((part) => valueOf(source, part).expression),
    PART,
  )
}

function isCountry(source: Source, value: Value): boolean {
  return (
    typeof value === 'string' &&
    typeof (source.as[value] ?? '') === 'string' &&
    source.column(value).field?.kind === 'country'
  )
}

/** The category of a record under a dimension's field, empty where it has none. */
export function categoryText(source: Source, field: FieldRef): Sql {
  if (Array.isArray(field))
    return joined(
      field.map((path) => valueOf(source, path).expression),
      '/',
    )
  return sql`nullif(cast(${valueOf(source, field).expression} as text), '')`
}

/** Several as one text; an empty one is as nothing. */
export function joined(parts: Sql[], separator: string): Sql {
  const texts = parts.map((part) => sql`coalesce(cast(${part} as text), '')`)
  return sql`(${sql.join(texts, sql` || cast(${separator} as text) || `)})`
}
