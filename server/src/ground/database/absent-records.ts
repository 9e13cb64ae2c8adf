import { sql, type RawBuilder } from 'kysely'
import type { Connection } from './database.ts'
import { isOfType, type PointingTable } from './revert-versions.ts'

/** Which current records of a type are asked for. */
export interface StandingStretch {
  institution: string
  /** Records of this batch are not among them. */
  notOf: string
  /** First days, both ends among them; null: any. */
  days: readonly { first: number; last: number }[] | null
  /** The field of the class, and the classes; null: any. */
  classes: { field: string; in: readonly number[] } | null
  /** Empty: any. */
  units: readonly string[]
}

/** Current records of a stretch in the order of their keys, from after one key on. */
export async function listStanding(
  db: Connection,
  table: string,
  { institution, notOf, days, classes, units }: StandingStretch,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ key: string; since: number }[]> {
  const conditions = [
    after === null ? null : sql`key > ${after}`,
    days && anyOf(days.map(({ first, last }) => sql`first_day between ${sql.lit(first)} and ${sql.lit(last)}`)),
    classes && sql`${sql.ref(classes.field)} in (${sql.join(classes.in.map((year) => sql.lit(year)))})`,
    units.length === 0 ? null : sql`unit in (${sql.join(units)})`,
  ].filter((condition) => condition !== null)
  const { rows } = await sql<{ key: string; since: number }>`
    select key, since from ${sql.table(table)}
    where institution = ${institution} and until is null and batch <> ${notOf}
      ${sql.join(
        conditions.map((condition) => sql`and ${condition}`),
        sql` `,
      )}
    order by key limit ${limit}`.execute(db)
  return rows
}

function anyOf(conditions: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`(${sql.join(conditions, sql` or `)})`
}

const MOST_CODES = 100

/** Codes (or keys) that ended with a revision, that no current record has, and how many current records still name each in `field`. */
export async function countNamingEnded(
  db: Connection,
  from: Omit<PointingTable, 'columns'>,
  to: string,
  { institution, revision }: { institution: string; revision: number },
): Promise<{ code: string; count: number }[]> {
  const named = sql.ref(`x.${from.field}`)
  const by = (alias: string) => sql.ref(`${alias}.${from.by}`)
  const { rows } = await sql<{ code: string; count: number }>`
    select ${named} as code, count(*) as count from ${sql.table(from.table)} x
    where x.institution = ${institution} and x.until is null and ${isOfType(from)}
      and ${named} in (select ${by('t')} from ${sql.table(to)} t where t.institution = ${institution} and t.until = ${revision})
      and not exists (
        select 1 from ${sql.table(to)} c where c.institution = x.institution and ${by('c')} = ${named} and c.until is null)
    group by 1 order by 1 limit ${MOST_CODES}`.execute(db)
  return rows
}
