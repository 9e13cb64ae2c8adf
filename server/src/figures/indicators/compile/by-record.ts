import { sql } from 'kysely'
import { kept } from '../../../ground/kept.ts'
import { readReferenceRows } from '../../../ground/database/migrate.ts'
import type { SystemTables } from '../../../ground/database/tables.ts'
import { allOf, type Asked, type PeriodRow, type Sql } from './compilation.ts'
import { columnsOf, type Counts } from './count.ts'
import { nameOf, type Each } from './dimensions.ts'
import { FIELD, LINE, type Written } from './lines.ts'
import type { Source } from './source.ts'

/** In place of an empty field, and between the periods of a record and what a column says in each. */
const NONE = '\u001c'
const PERIOD = ','
const SAID = ':'

/** A condition of a record; `byPeriod`: it may hold in one period and not in another. */
export interface Held {
  cond: Sql
  byPeriod: boolean
}

export const always = (cond: Sql): Held => ({ cond, byPeriod: false })
export const ofPeriod = (cond: Sql): Held => ({ cond, byPeriod: true })

interface Selected {
  columns: Record<string, Sql>
  /** The one that may say something else in another period; null: none. */
  ofPeriod: string | null
  joins: Sql
  held: readonly Held[]
}

/** A row for each record, whose `periods` are those that it is in; empty: it is in none. */
export function selectRecords(source: Source, { columns, ofPeriod, joins, held }: Selected): Sql {
  const fixed = Object.entries(columns).filter(([name]) => name !== ofPeriod)
  const list = sql.join(fixed.map(([name, value]) => sql`${value} as ${sql.ref(name)}`))
  const said = ofPeriod === null ? sql`` : sql` || ${sql.lit(SAID)} || coalesce(cast(${columns[ofPeriod]} as text), '')`
  const hold = (byPeriod: boolean) => allOf(held.filter((one) => one.byPeriod === byPeriod).map(({ cond }) => cond))
  const periods = sql`select string_agg(cast(p.year as text)${said}, ${sql.lit(PERIOD)})
    from period as p where ${hold(true)}`
  return sql`select ${list}, (${periods}) as periods from ${source.from()} ${joins} where ${hold(false)}`
}

/** What is to be made of records. */
export interface Grouping {
  each: Each
  counts: Counts
  /** What is read of each record. */
  columns: readonly string[]
  /** The column that its periods say; null: none. */
  ofPeriod: string | null
  /** The column whose texts are grouped each by itself; null: none. */
  apart: string | null
  periods: readonly PeriodRow[]
  memberships: readonly SystemTables['bloc_membership'][]
}

export function groupingOf(
  each: Each,
  counts: Counts,
  ofPeriod: string | null,
  asked: Asked,
  apart: string | null = null,
): Grouping {
  const { periods, reference = readReferenceRows() } = asked
  const read = [...Object.values(counts).flatMap(columnsOf), ...(apart === null ? [] : [apart])]
  const categories = each.flatMap((by, at) => (by ? [nameOf(at)] : []))
  const columns = [...new Set([...categories, ...read])].filter((one) => one !== ofPeriod)
  return { each, counts, columns, ofPeriod, apart, periods, memberships: reference.memberships }
}

/** One text with a line for each record: these columns of it, and its periods. */
export function writeRecords(rows: Sql, columns: readonly string[]): Sql {
  const fields = [...columns, 'periods'].map(
    (name) => sql`coalesce(cast(${sql.ref(`m.${name}`)} as text), ${sql.lit(NONE)})`,
  )
  const line = sql.join(fields, sql` || ${sql.lit(FIELD)} || `)
  return sql`select cast(null as integer) as place, string_agg(${line}, ${sql.lit(LINE)}) as lines from (${rows}) as m`
}

/** Which records say the same in a column. */
interface Alike {
  /** Of each record a number for what it says; 0: nothing. */
  of: readonly number[]
  /** Records, those that say the same one after the other. */
  order: readonly number[]
}

/** What the statement said of each record that is in any period. */
export class WrittenRecords {
  /** The places of its periods, of each record. */
  readonly periods: readonly (readonly number[])[]
  /** What the column that hangs on the period says in each of them; NaN: nothing. */
  readonly said: readonly (readonly number[])[]
  readonly #fields: readonly string[][]
  readonly #columns: readonly string[]
  readonly #numbers = new Map<string, number[]>()
  readonly #alike = new Map<string, Alike>()

  /** @param years the names of the periods, in order */
  constructor(written: readonly Written[], columns: readonly string[], years: readonly number[]) {
    const places = new Map(years.map((year, place) => [String(year), place]))
    const lines = written.flatMap(({ lines }) => (lines === null ? [] : lines.split(LINE)))
    this.#columns = columns
    this.#fields = lines.map((line) => line.split(FIELD)).filter((fields) => fields[columns.length] !== NONE)
    const within = this.#fields.map((fields) => fields[columns.length]!.split(PERIOD).map((one) => one.split(SAID)))
    this.periods = within.map((all) => all.map(([year]) => places.get(year!)!))
    this.said = within.map((all) => all.map(([, said]) => (said ? Number(said) : Number.NaN)))
  }

  get size(): number {
    return this.#fields.length
  }

  /** Null: the record says nothing there. */
  texts(column: string): (string | null)[] {
    const place = this.#columns.indexOf(column)
    return this.#fields.map((fields) => (fields[place] === NONE ? null : fields[place]!))
  }

  /** NaN: the record says nothing there. */
  numbers(column: string): readonly number[] {
    return kept(this.#numbers, column, () =>
      this.texts(column).map((text) => (text === null ? Number.NaN : Number(text))),
    )
  }

  alike(column: string): Alike {
    return kept(this.#alike, column, () => {
      const ids = new Map<string, number>()
      const of = this.texts(column).map((text) => (text === null ? 0 : kept(ids, text, () => ids.size + 1)))
      return { of, order: of.map((_, record) => record).sort((a, b) => of[a]! - of[b]!) }
    })
  }
}
