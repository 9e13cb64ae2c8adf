import { sql } from 'kysely'
import type { Compilation, Sql } from './compilation.ts'
import { categoryIn, categoryOfBloc, type Each } from './dimensions.ts'

/** Between lines, and between the fields of one: control characters, which import refuses in every text. */
export const LINE = '\u001e'
export const FIELD = '\u001d'

/** What a select says of one breakdown: its lines, one a group, as one text. */
export interface Written {
  /** The place of the breakdown among several; null: it says the same of all. */
  place: number | null
  /** Null: there are none. */
  lines: string | null
}

interface Lines {
  rows: Sql
  /** Several breakdowns of the rows; absent: they say their category themselves. */
  each?: Each | undefined
  /** What is said of a group; null: nothing. */
  fields: readonly (Sql | null)[]
  /** What rows `m` are grouped by; null: nothing. */
  by: readonly (Sql | null)[]
  /** Made of the rows of one breakdown. */
  shaped?: ((rows: Sql) => Sql) | undefined
}

/**
 * One select. Of several breakdowns the rows are gathered once and sorted for each by itself, which takes much less than sorting all
 * together; and one text with all lines takes much less to hand over than a row for each.
 */
export function writeLines(compilation: Compilation, { rows, each, fields, by, shaped = (of) => of }: Lines): Sql {
  const line = sql.join(
    fields.map((field) => (field ? sql`coalesce(cast(${field} as text), '')` : sql`''`)),
    sql` || ${sql.lit(FIELD)} || `,
  )
  const linesOf = (of: Sql) => sql`(select string_agg(line, ${sql.lit(LINE)}) from
    (select ${line} as line from (${shaped(of)}) as m group by ${sql.join(by.filter((one) => one !== null))}) as every)`
  if (!each) return sql`select cast(null as integer) as place, ${linesOf(rows)} as lines`
  const gathered = compilation.gather(rows)
  const { text: category, where: isIn } = categoryIn(each)
  const cut = linesOf(sql`select g.*, ${category} as category from ${gathered} as g where ${isIn}`)
  const bloc = each.findIndex((by) => by?.dimension === 'bloc')
  const { text, join, where } = categoryOfBloc(bloc)
  const lines =
    bloc < 0
      ? cut
      : sql`case when cut.place = ${sql.lit(bloc)}
        then ${linesOf(sql`select g.*, ${text} as category from ${gathered} as g ${join} where ${where}`)} else ${cut} end`
  return sql`select cut.place, ${lines} as lines from cut`
}

/** The lines of each of so many breakdowns, by the names of their fields. */
export function readLines<Row>(
  written: readonly Written[],
  breakdowns: number,
  fields: readonly (keyof Row)[],
): Row[][] {
  const split = Array.from({ length: breakdowns }, (): Row[] => [])
  for (const { place, lines } of written)
    for (const line of lines?.split(LINE) ?? []) {
      const values = line.split(FIELD)
      const row = {} as Record<keyof Row, unknown>
      for (const [at, name] of fields.entries()) row[name] = values[at] || null
      for (const rows of place === null ? split : [split[Number(place)]!]) rows.push(row as Row)
    }
  return split
}
