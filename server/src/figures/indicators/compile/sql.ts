import { sql, type RawBuilder } from 'kysely'

/** Between the parts of a tuple: a control character, which import refuses in every text. */
export const PART = '\u001f'

export type Sql = RawBuilder<unknown>

/** No conditions hold always. */
export function allOf(conditions: Sql[]): Sql {
  if (conditions.length === 0) return sql`1 = 1`
  return sql.join(conditions, sql` and `)
}

/** The smaller of two; both must be filled. Written out, since the databases name it differently. */
export function least(a: Sql, b: Sql): Sql {
  return sql`case when ${a} <= ${b} then ${a} else ${b} end`
}

export function greatest(a: Sql, b: Sql): Sql {
  return sql`case when ${a} >= ${b} then ${a} else ${b} end`
}

/** Rows made once and looked up by key: SQLite would else fold them into the join and compare every row with every other. */
export function once(rows: Sql): Sql {
  return sql`with made as materialized (${rows}) select * from made`
}
