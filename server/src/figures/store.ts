import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database/database.ts'
import type { Standing } from './standing.ts'

/** In one statement, so that its parts are of one moment. Null: no such institution. */
export async function readStanding(db: Kysely<Tables>, institution: string): Promise<Standing | null> {
  const { rows } = await sql<StandingRow>`
    select home.country, home.school_year_start, state.revision, state.data_date, state.committed_at,
      change.record_type, change.revision as changed_at, epoch.value as epoch
    from record_institution as home
    left join institution_state as state on state.institution = home.institution
    left join record_revision as change on change.institution = home.institution
    left join setting as epoch on epoch.name = 'epoch'
    where home.institution = ${institution} and home.until is null`.execute(db)
  const [row] = rows
  if (!row) return null
  return {
    institution,
    country: row.country,
    schoolYearStart: row.school_year_start ?? '09-01',
    dataDate: row.data_date,
    epoch: row.epoch ?? '',
    revision: row.revision ?? 0,
    committedAt: row.committed_at,
    changedAt: new Map(rows.flatMap((it) => (it.record_type === null ? [] : [[it.record_type, it.changed_at!]]))),
  }
}

interface StandingRow {
  country: string
  school_year_start: string | null
  revision: number | null
  data_date: string | null
  committed_at: string | null
  record_type: string | null
  changed_at: number | null
  epoch: string | null
}

export function listRevisions(db: Kysely<Tables>): Promise<{ institution: string; revision: number }[]> {
  return db.selectFrom('institution_state').select(['institution', 'revision']).execute()
}

export interface KeptKey {
  institution: string
  indicator: string
  basis: string
  at: string
  dimension: string
  scope: string
}

export interface KeptSet {
  definition: string
  revision: number
  from_year: number
  to_year: number
  figures: string
}

export async function findKept(db: Kysely<Tables>, key: KeptKey): Promise<KeptSet | null> {
  const row = await db
    .selectFrom('figure_set')
    .select(['definition', 'revision', 'from_year', 'to_year', 'figures'])
    .where((eb) => eb.and(key))
    .executeTakeFirst()
  return row ?? null
}

export interface MadeSet {
  /** Of the database when it was made. */
  epoch: string
  key: KeptKey
  set: KeptSet
}

/** Keeps sets, each key once, but for those of which a newer one is kept already or whose epoch is over. */
export async function keepAll(db: Kysely<Tables>, made: MadeSet[]): Promise<void> {
  const now = await db.selectFrom('setting').select('value').where('name', '=', 'epoch').executeTakeFirst()
  const rows = made.filter(({ epoch }) => epoch === now?.value).map(({ key, set }) => ({ ...key, ...set }))
  if (rows.length === 0) return
  await db
    .insertInto('figure_set')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['institution', 'indicator', 'basis', 'at', 'dimension', 'scope'])
        .doUpdateSet(({ ref }) => ({
          definition: ref('excluded.definition'),
          revision: ref('excluded.revision'),
          from_year: ref('excluded.from_year'),
          to_year: ref('excluded.to_year'),
          figures: ref('excluded.figures'),
        }))
        .whereRef('figure_set.revision', '<=', 'excluded.revision'),
    )
    .execute()
}

/** Every kept set, in the order of its key. */
export function listKept(db: Kysely<Tables>): Promise<(KeptKey & KeptSet)[]> {
  return db
    .selectFrom('figure_set')
    .selectAll()
    .orderBy('institution')
    .orderBy('indicator')
    .orderBy('basis')
    .orderBy('at')
    .orderBy('dimension')
    .orderBy('scope')
    .execute()
}
