import { isIsoDate } from '@causeway/shared/day'
import { badCursor, fromCursor, toCursor } from '../ground/cursor.ts'
import type { Connection, Database } from '../ground/database/database.ts'
import {
  columnOf,
  comesAfter,
  isBetween,
  isEmpty,
  isFilled,
  orNames,
  placeIn,
  type Condition,
  type Expression,
} from '../ground/database/list-conditions.ts'
import { QuestionError } from '../ground/question-error.ts'
import { nameFields } from './record-names.ts'
import { columnsOf } from './record-table.ts'
import { tableOf, type Field, type RecordType } from './record-type.ts'
import { fieldsOf, recordTypeOf } from './record-types.ts'
import { holdsText } from './store.ts'
import { timesFactor, type StoredRecord } from './stored-values.ts'
import type { Words } from '@causeway/shared/words/words'

/** What one field of the records of a list must hold. Exactly one of the groups `text`, `in`, `from` and `to`, `empty` is given. */
export interface RecordCondition {
  field: string
  /** A part of the text, in any case; of a code also a part of the name that it stands for. */
  text?: string | null
  /** Keys of choices, countries or flags. */
  in?: readonly string[] | null
  /** The first day or least number that passes. */
  from?: string | null
  /** The last day or greatest number that passes. */
  to?: string | null
  /** True: the field must be empty; false: it must be filled. */
  empty?: boolean | null
}

/** The column that a list is sorted by. Empty fields come last in both directions; equal ones are sorted by key. */
export interface RecordSort {
  field: string
  descending?: boolean | null
}

const TEXTS = new Set<Field['kind']>(['text', 'code', 'reference', 'month-day', 'record-key'])
const NUMBERS = new Set<Field['kind']>(['integer', 'year', 'decimal'])
const LONGEST_TEXT = 200

/** Returns the field of a type by its name. @throws QuestionError UNKNOWN_DIMENSION */
export function fieldNamed(type: RecordType, name: string): Field {
  const fields = fieldsOf(type)
  const field = fields.find((one) => one.name === name)
  if (field) return field
  const known = fields.map((one) => one.name)
  throw new QuestionError('UNKNOWN_DIMENSION', {
    zh: `${type.label.zh}没有字段 ${name}；可用：${known.join('、')}。`,
    en: `A record of ${type.name} has no ${name}. It has ${known.join(', ')}.`,
    facts: { dimension: name, dimensions: known },
  })
}

/** Returns the SQL of a condition other than `in`. @throws QuestionError UNKNOWN_DIMENSION, BAD_CONDITION */
export function conditionSql(
  db: Connection,
  kind: Database['kind'],
  { type, institution }: { type: RecordType; institution: string },
  condition: RecordCondition,
): Condition {
  const field = fieldNamed(type, condition.field)
  const column = columnOf(field.name)
  const { text, from, to, empty } = condition
  if (empty != null) return empty ? isEmpty(column) : isFilled(column)
  if (text != null) {
    if (!TEXTS.has(field.kind)) throw badCondition(field)
    const search = text.trim().slice(0, LONGEST_TEXT)
    const own = holdsText(kind, [field.name], search)
    const named = field.to ?? field.codeOf
    const target = named === undefined || field.name === 'code' ? null : recordTypeOf(named)
    if (!target?.fields.some(({ name }) => name === 'code')) return own
    const names = [...new Set([...nameFields(target.title.zh), ...nameFields(target.title.en)])]
    const holdsFor = holdsText(kind, names, search)
    return orNames(db, own, column, { table: tableOf(target.name), institution, holdsFor })
  }
  const range = isBetween(
    column,
    from == null ? null : toBound(field, from, Math.ceil),
    to == null ? null : toBound(field, to, Math.floor),
  )
  if (!range) throw badCondition(field)
  return range
}

/** A bound of a range as the column stores it: ISO dates compare as text, and numbers are whole. */
function toBound(field: Field, text: string, whole: (value: number) => number): string | number {
  const written = text.trim()
  if (field.kind === 'date' && isIsoDate(written)) return written
  const number = written === '' || !NUMBERS.has(field.kind) ? NaN : timesFactor(Number(written), field.factor ?? 1)
  if (!Number.isFinite(number)) throw badCondition(field)
  const most = greatestOf(field)
  return Math.max(-most, Math.min(most, whole(number)))
}

/** The greatest number that the column of a field can be compared with: PostgreSQL refuses a greater one. */
function greatestOf(field: Field): number {
  return columnsOf(field)[0]!.kind === 'bigint' ? Number.MAX_SAFE_INTEGER : 2 ** 31 - 1
}

function badCondition({ label, kind, name }: Field): QuestionError {
  const takes: Words = TEXTS.has(kind)
    ? { zh: '文字（text）', en: 'a text' }
    : kind === 'date'
      ? { zh: '日期范围（from、to，如 2024-09-01）', en: 'a range of days (from, to, as 2024-09-01)' }
      : NUMBERS.has(kind)
        ? { zh: '数值范围（from、to）', en: 'a range of numbers (from, to)' }
        : { zh: '取值（in）', en: 'keys (in)' }
  return new QuestionError('BAD_CONDITION', {
    zh: `“${label.zh}”（${name}）可按${takes.zh}或是否为空（empty）筛选。`,
    en: `"${label.en}" (${name}) is filtered by ${takes.en} or by whether it is empty.`,
    facts: { field: name },
  })
}

/** What `order by` takes, and what it takes to go on after a cursor. */
export interface SortSql {
  value: Expression
  empty: Condition
  descending: boolean
  cursorOf(record: StoredRecord): string
  /** Rows that come after the one of a cursor. @throws QuestionError BAD_PAGE */
  after(cursor: string): Condition
}

/** Returns the SQL of a sort: a choice by its place among the declared ones, everything else as it is stored. @throws QuestionError UNKNOWN_DIMENSION */
export function sortSql(type: RecordType, { field: name, descending: given }: RecordSort): SortSql {
  const field = fieldNamed(type, name)
  const column = columnOf(field.name)
  const descending = given === true
  const places = new Map(field.choices?.map(({ key }, at) => [key, at]))
  const value = places.size === 0 ? column : placeIn(column, [...places.keys()])
  const placeOf = (stored: string | number | null) =>
    stored === null || places.size === 0 ? stored : (places.get(String(stored)) ?? places.size)
  const empty = isEmpty(column)
  return {
    ...{ value, empty, descending },
    cursorOf: ({ values, key }) => toCursor(JSON.stringify([placeOf(values[field.name] ?? null), key])),
    after(cursor) {
      const [last, key] = fromSortCursor(cursor)
      const isText = places.size === 0 && columnsOf(field)[0]!.kind === 'text'
      const fits = isText
        ? typeof last === 'string'
        : Number.isInteger(last) && Math.abs(Number(last)) <= greatestOf(field)
      if (last !== null && !fits) throw badCursor()
      return comesAfter({ value, empty, descending }, last, key)
    },
  }
}

function fromSortCursor(cursor: string): [value: string | number | null, key: string] {
  const [value, key] = parse(fromCursor(cursor))
  const isValue = value === null || typeof value === 'string' || typeof value === 'number'
  if (!isValue || typeof key !== 'string' || `${value}${key}`.includes('\0')) throw badCursor()
  return [value, key]
}

function parse(text: string): unknown[] {
  try {
    const read: unknown = JSON.parse(text)
    if (Array.isArray(read) && read.length === 2) return read
  } catch {
    // Not a cursor of a sorted list.
  }
  throw badCursor()
}
