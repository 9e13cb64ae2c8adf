import { randomUUID, createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { bringTables, findMissing } from './bring-tables.ts'
import type { DeclaredTable, Kind } from './columns.ts'
import { readSetting, writeSetting, type Database, type Tables } from './database.ts'
import * as firstTables from './migrations/0001-first-tables.ts'
import * as byHand from './migrations/0004-by-hand.ts'
import * as sessions from './migrations/0005-sessions.ts'
import * as dataDate from './migrations/0006-data-date.ts'
import * as hiddenCells from './migrations/0007-hidden-cells.ts'
import * as institutionEpoch from './migrations/0008-institution-epoch.ts'
import * as rankedFigures from './migrations/0009-ranked-figures.ts'
import * as savedMappings from './migrations/0010-saved-mappings.ts'
import * as batchTypes from './migrations/0011-batch-types.ts'
import * as revisions from './migrations/0012-revisions.ts'
import * as releases from './migrations/0013-releases.ts'
import * as oneTime from './migrations/0014-one-time.ts'
import * as exactReleases from './migrations/0015-exact-releases.ts'
import * as reports from './migrations/0016-reports.ts'
import { listTables } from './list-tables.ts'
import { findUnplaced, placeTables } from './place-tables.ts'
import type { SystemTables } from './tables.ts'
import { BLOCS, BLOCS_TEXT } from '../reference/blocs.ts'
import { CONTINENTS_TEXT, COUNTRIES } from '../reference/countries.ts'

/** It changed record tables, which are brought to their declarations after the migrations. */
const NOTHING_LEFT = { up: async () => {} }

/**
 * In order; a name that a database has run is never changed. They are frozen text: nothing in them reads a declaration of today. One
 * that changes what record tables hold asks first whether the table is there: a new database has none of them yet.
 */
const MIGRATIONS: Record<string, { up(db: Kysely<Tables>, kind: Kind): Promise<void> }> = {
  '0001-first-tables': firstTables,
  '0002-whole-domain': NOTHING_LEFT,
  '0003-same-as': NOTHING_LEFT,
  '0004-by-hand': byHand,
  '0005-sessions': sessions,
  '0006-data-date': dataDate,
  '0007-hidden-cells': hiddenCells,
  '0008-institution-epoch': institutionEpoch,
  '0009-ranked-figures': rankedFigures,
  '0010-saved-mappings': savedMappings,
  '0011-batch-types': batchTypes,
  '0012-revisions': revisions,
  '0013-releases': releases,
  '0014-one-time': oneTime,
  '0015-exact-releases': exactReleases,
  '0016-reports': reports,
}

const MIGRATION_LOCK = 4_127_001
const REFERENCE_SETTING = 'reference-data'
const EPOCH_SETTING = 'epoch'

/**
 * Brings the tables and the reference data up to date. Does nothing, and takes no lock, where they are.
 * @throws QuestionError OWN_FIELD_CHANGED where a column holds something else than an own field is declared as
 */
export async function bringUpToDate(database: Database, declared: readonly DeclaredTable[]): Promise<void> {
  if (await isUpToDate(database, declared)) return
  await database.write(async (db) => {
    // Two processes that start together must not both make the tables.
    if (database.kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(db)
    await runMigrations(db, database.kind)
    await bringTables(db, database.kind, declared)
    await placeTables(database.kind, db)
    await fillReferenceTables(db)
    if ((await readSetting(db, EPOCH_SETTING)) === null) await writeSetting(db, EPOCH_SETTING, randomUUID())
  })
}

async function isUpToDate({ kind, quick }: Database, declared: readonly DeclaredTable[]): Promise<boolean> {
  if (!(await listTables(kind, quick)).some(({ name }) => name === 'setting')) return false
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(quick)
  const run = new Set(rows.map(({ name }) => name))
  if (!Object.keys(MIGRATIONS).every((name) => run.has(name))) return false
  if ((await findMissing(kind, quick, declared)).length > 0) return false
  if ((await findUnplaced(kind, quick)).length > 0) return false
  return (await readSetting(quick, REFERENCE_SETTING)) === referenceHash()
}

async function runMigrations(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const migrations = Object.entries(MIGRATIONS).map(([name, { up }]): [string, Migration] => [
    name,
    { up: (inside) => up(inside as Kysely<Tables>, kind) },
  ])
  const migrator = new Migrator({ db, provider: { getMigrations: async () => Object.fromEntries(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** Replaces the tables of countries and blocs by what the reference data files say. */
async function fillReferenceTables(db: Kysely<Tables>): Promise<void> {
  const hash = referenceHash()
  if ((await readSetting(db, REFERENCE_SETTING)) === hash) return
  const { countries, memberships } = readReferenceRows()
  await db.deleteFrom('country').execute()
  await db.deleteFrom('bloc_membership').execute()
  await db.insertInto('country').values(countries).execute()
  await db.insertInto('bloc_membership').values(memberships).execute()
  await writeSetting(db, REFERENCE_SETTING, hash)
}

export interface ReferenceRows {
  countries: SystemTables['country'][]
  memberships: SystemTables['bloc_membership'][]
}

/** What queries join: the continent of each country, and who was in which bloc when. */
export function readReferenceRows(): ReferenceRows {
  return {
    countries: COUNTRIES.map(({ code, continent }) => ({ code, continent })),
    memberships: BLOCS.flatMap(({ id, members }) =>
      members.map(({ country, from, to }) => ({ bloc: id, country, from_day: from, to_day: to })),
    ),
  }
}

/** Changes with the reference data: a kept figure that read it is then no longer true. */
export function referenceHash(): string {
  return createHash('sha256').update(CONTINENTS_TEXT).update(BLOCS_TEXT).digest('hex').slice(0, 16)
}
