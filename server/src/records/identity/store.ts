import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import type { Decision, Relation } from './decision.ts'
import { holds, holdsAt } from '../../ground/database/database-then.ts'

interface Row {
  record_type: string
  code: string
  same_as: string | null
  relation: Relation
  from: string | null
  decided_by: string
  reason: string | null
  institution: string
  key: string
  since: number
  batch: string
}

const COLUMNS = sql`record_type, code, same_as, relation, "from", decided_by, reason, institution, key, since, batch`

/** What an institution has decided, as of a revision; null: as of when the connection reads. In the order of type and code. */
export async function selectDecisions(
  db: Connection,
  institution: string,
  revision: number | null,
): Promise<Decision[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from record_same_as
    where institution = ${institution} and ${revision === null ? holds(db) : holdsAt(revision)} order by record_type, code, key`.execute(
    db,
  )
  return rows.map(toDecision)
}

/** What is of one institution's code anywhere: the decision that it merged may be its own record or the successor's. */
export async function selectInstitutionDecisions(db: Connection, code: string): Promise<Decision[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from record_same_as
    where record_type = 'institution' and until is null and (code = ${code} or same_as = ${code})
    order by code, institution, key`.execute(db)
  return rows.map(toDecision)
}

function toDecision(row: Row): Decision {
  const { record_type: recordType, same_as: sameAs, decided_by: decidedBy, ...rest } = row
  return { recordType, sameAs: sameAs === '' ? null : sameAs, decidedBy, ...rest }
}

/** True where a current record of the type has the value in the column. */
export async function hasValue(
  db: Connection,
  table: string,
  column: string,
  institution: string,
  value: string,
): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)}
    where institution = ${institution} and until is null and ${sql.ref(column)} = ${value} limit 1`.execute(db)
  return rows.length > 0
}

/** Keys of the current records that an id of a source system names, whichever unit gave it; two, where there are several. */
export async function listKeysOfSource(
  db: Connection,
  table: string,
  institution: string,
  sourceId: string,
): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`select key from ${sql.table(table)}
    where institution = ${institution} and until is null and source_id = ${sourceId} order by key limit 2`.execute(db)
  return rows.map(({ key }) => key)
}

/** How many current records an institution has, of those with `least` or more, or nothing, in the column. */
export async function countFrom(
  db: Connection,
  table: string,
  institution: string,
  since: { column: string; least: number } | null,
): Promise<number> {
  const column = sql.ref(since?.column ?? 'key')
  const late = since === null ? sql`1 = 1` : sql`(${column} is null or ${column} >= ${since.least})`
  const { rows } = await sql<{ count: number | string }>`select count(*) as count from ${sql.table(table)}
    where institution = ${institution} and until is null and ${late}`.execute(db)
  return Number(rows[0]!.count)
}

/** Different values of a column of current records, some of them. */
export async function listValues(
  db: Connection,
  table: string,
  column: string,
  institution: string,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`select distinct ${sql.ref(column)} as value from ${sql.table(table)}
    where institution = ${institution} and until is null and ${sql.ref(column)} is not null order by 1 limit ${most}`.execute(
    db,
  )
  return rows.map(({ value }) => value)
}

/** Names of current records that have codes; none where there are more than `most`. */
export async function listNames(
  db: Connection,
  table: string,
  columns: readonly string[],
  institution: string,
  most: number,
): Promise<{ code: string; name: string }[]> {
  const parts = columns.map(
    (column) => sql`select code, ${sql.ref(column)} as name from ${sql.table(table)}
      where institution = ${institution} and until is null and ${sql.ref(column)} is not null`,
  )
  const { rows } = await sql<{
    code: string
    name: string
  }>`select code, name from (${sql.join(parts, sql` union all `)}) n
    limit ${most + 1}`.execute(db)
  return rows.length > most ? [] : rows
}

/** Current records of a type that has codes, in the order of these. */
export async function listNamed(
  db: Connection,
  table: string,
  institution: string,
  most: number,
): Promise<Record<string, string | number | null>[]> {
  const { rows } = await sql<Record<string, string | number | null>>`select * from ${sql.table(table)}
    where institution = ${institution} and until is null order by code limit ${sql.lit(most)}`.execute(db)
  return rows
}
