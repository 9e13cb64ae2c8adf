import { FOREIGN, UNKNOWN } from '@causeway/shared/unknown'
import { sql } from 'kysely'
import type { Connection } from './database.ts'
import type { BatchPlace } from './doubtful-records.ts'

const MOST_DOUBTS = 500

export interface AwardedLevel {
  row: number | null
  certificate: string
  /** As the award says it. */
  level: string
  /** As the certificate lists its levels. */
  levels: string
}

/** Levels that awards name, beside those of their certificate, where the batch brought either. */
export async function listAwardedLevels(db: Connection, { institution, batch }: BatchPlace): Promise<AwardedLevel[]> {
  const { rows } = await sql<AwardedLevel>`
    select min(case when a.batch = ${batch} then a.row else t.row end) as row, a.certificate, a.level, t.level as levels
    from record_certificate_award a
    join record_certificate_type t on t.institution = a.institution and t.code = a.certificate and t.until is null
    where a.institution = ${institution} and a.until is null and a.level is not null and t.level is not null
      and (a.batch = ${batch} or t.batch = ${batch})
    group by a.certificate, a.level, t.level order by 1`.execute(db)
  return rows
}

export interface Issuer {
  row: number | null
  issuer: string
  country: string
}

/** Who issues the certificates of the batch, and from where. */
export async function listIssuers(db: Connection, { institution, batch }: BatchPlace): Promise<Issuer[]> {
  const { rows } = await sql<Issuer>`
    select row, issuer, country from record_certificate_type
    where institution = ${institution} and until is null and batch = ${batch} and country not in (${UNKNOWN}, ${FOREIGN})
    order by row`.execute(db)
  return rows
}

/** Names of the columns of a scale and its version. */
export interface ScaledTable {
  table: string
  scale: string
  version: string
}

export interface UsedScale {
  row: number | null
  scale: string
  version: string
  /** The first and last days on which it was used. */
  first: number
  last: number
}

/** Which scales the batch's results are on. */
export async function listScales(
  db: Connection,
  { institution, batch }: BatchPlace,
  { table, scale, version }: ScaledTable,
): Promise<UsedScale[]> {
  const [s, v] = [sql.ref(scale), sql.ref(version)]
  const { rows } = await sql<UsedScale>`
    select min(row) as row, ${s} as scale, ${v} as version, min(date_day) as first, max(date_day) as last
    from ${sql.table(table)}
    where institution = ${institution} and until is null and batch = ${batch} and ${s} is not null and ${v} is not null
    group by 2, 3 order by 1`.execute(db)
  return rows
}

/** Rows of the batch on a scale, of days before its first or after its last. */
export async function listOffScale(
  db: Connection,
  { institution, batch }: BatchPlace,
  { table, scale, version }: ScaledTable,
  used: UsedScale,
  inForce: { from: number; to: number | null },
): Promise<{ row: number | null; day: number }[]> {
  const after = inForce.to === null ? sql`` : sql`or date_day > ${sql.lit(inForce.to)}`
  const { rows } = await sql<{ row: number | null; day: number }>`
    select row, date_day as day from ${sql.table(table)}
    where institution = ${institution} and until is null and batch = ${batch}
      and ${sql.ref(scale)} = ${used.scale} and ${sql.ref(version)} = ${used.version}
      and (date_day < ${sql.lit(inForce.from)} ${after})
    order by row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** A team whose rows contradict one another: how many medals, scores and scales they name. */
export interface DoubtfulTeam {
  row: number | null
  event: string
  skill: string
  team: string
  medals: number
  scores: number
  scales: number
}

/** Teams with a row in the batch whose rows name several medals, scores or scales. */
export async function listDoubtfulTeams(db: Connection, { institution, batch }: BatchPlace): Promise<DoubtfulTeam[]> {
  const { rows } = await sql<DoubtfulTeam>`
    select min(case when batch = ${batch} then row end) as row, event, skill, team, count(distinct medal) as medals,
      count(distinct score) as scores, count(distinct scale) as scales
    from record_competition_result where institution = ${institution} and until is null and team is not null
    group by event, skill, team
    having sum(case when batch = ${batch} then 1 else 0 end) > 0
      and (count(distinct medal) > 1 or count(distinct score) > 1 or count(distinct scale) > 1)
    order by 1 limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** Competitions that results of the batch name, and that no event of the kind is called; none where there is no such event. */
export async function listUnknownCompetitions(
  db: Connection,
  { institution, batch }: BatchPlace,
): Promise<{ row: number | null; event: string }[]> {
  const { rows } = await sql<{ row: number | null; event: string }>`
    with known as materialized (
      select code, title_zh, title_en from record_event
      where institution = ${institution} and until is null and kind = 'competition'
    )
    select min(row) as row, event from record_competition_result
    where institution = ${institution} and until is null and batch = ${batch} and exists (select 1 from known)
      and event not in (
        select code from known union select title_zh from known where title_zh is not null
        union select title_en from known where title_en is not null)
    group by event order by 1 limit ${MOST_DOUBTS}`.execute(db)
  return rows
}
