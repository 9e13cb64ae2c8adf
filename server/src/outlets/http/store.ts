import { sql } from 'kysely'
import type { AnswerReads } from '../graph/context.ts'
import { readSetting, type Database } from '../../ground/database/database.ts'
import { listPublic } from '../../figures/releases/release.ts'
import { once } from '../../ground/once.ts'

/** Stamps that were read in a state of the database, and are true as long as it is in that. */
const stampsOf = once((_database: Database) => ({ state: '', stamps: new Map<string, string | Promise<string>>() }))
const MOST_STAMPS = 1_000

/**
 * What represents the state of the records that an answer depends on: the epoch of the database and the revisions of the
 * institutions. Looked at for every request: the command line changes records from another process.
 */
export async function readStamp(database: Database, reads: AnswerReads): Promise<string> {
  return stampIn(await database.state(), database, reads)
}

/** The stamp in a state that was read just before, or in a later one. At once where it is known. */
export function stampIn(state: string, database: Database, reads: AnswerReads): string | Promise<string> {
  const here = stampsOf(database)
  if (here.state !== state || here.stamps.size >= MOST_STAMPS) Object.assign(here, { state, stamps: new Map() })
  const { stamps } = here
  const of = reads.everyInstitution ? '*' : JSON.stringify([...reads.institutions].sort())
  const name = `${reads.released ? 'released ' : ''}${of}`
  const stamp = stamps.get(name)
  if (stamp !== undefined) return stamp
  const reading = reads.released
    ? releasedStamp(database, reads)
    : selectStamp(database, reads).then((revisions) => `${revisions} ${minutesIn(state)}`)
  stamps.set(name, reading)
  reading.then(
    (read) => stamps.set(name, read),
    () => stamps.delete(name),
  )
  return reading
}

/** What the public is answered follows from what is released and from which colleges there are, and from nothing that is live. */
async function releasedStamp(database: Database, reads: AnswerReads): Promise<string> {
  const of = reads.everyInstitution ? null : [...reads.institutions]
  const shown = await listPublic(database, of)
  const releases = shown.map((one) => [one.institution, one.id, one.status])
  const hasRelease = new Set(shown.map(({ institution }) => institution))
  // Of a college that has released nothing its own record says the name.
  const changed = database.quick.selectFrom('record_revision').where('record_type', '=', 'institution')
  const named = of === null ? changed : changed.where('institution', 'in', ['', ...of])
  const names = await named.select(['institution', 'revision']).orderBy('institution').execute()
  const live = names.filter(({ institution }) => !hasRelease.has(institution))
  return JSON.stringify([await readSetting(database.quick, 'epoch'), releases, live])
}

/** The part of the state that the clock decides: how many releases are out. */
const minutesIn = (state: string) => / @\d+$/.exec(state)?.[0] ?? ''

async function selectStamp({ quick }: Database, { everyInstitution, institutions }: AnswerReads): Promise<string> {
  const revisions = everyInstitution
    ? sql`select '*', cast(count(*) as text) || ':' || cast(coalesce(sum(revision), 0) as text) from institution_state`
    : sql`select institution, cast(revision as text) from institution_state where institution in (${sql.join(['', ...institutions])})`
  const epoch = sql`select name, value from setting where name = 'epoch'`
  const { rows } = await sql<{ name: string; value: string }>`${epoch} union all ${revisions}`.execute(quick)
  return rows
    .map(({ name, value }) => `${name}:${value}`)
    .sort()
    .join(' ')
}

/** True when the database answers. */
export async function isReady({ quick }: Database): Promise<boolean> {
  await quick.selectFrom('setting').select('name').limit(1).execute()
  return true
}
