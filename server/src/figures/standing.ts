import { fill } from '@causeway/shared/words/words'
import { once } from '../ground/once.ts'
import { readStanding } from './store.ts'
import type { Connection, Database } from '../ground/database/database.ts'
import type { Identity } from '../records/identity/identity.ts'
import { readIdentity } from '../records/identity/read-identity.ts'
import type { Causeway } from './causeway.ts'
import { textThen } from './definitions-in-force.ts'
import type { Home } from './indicators/asked-periods.ts'
import { Memory } from './memory.ts'
import { requireInstitution, unknownInstitution } from '../records/institutions.ts'
import { QuestionError } from '../ground/question-error.ts'
import REFUSALS from './refusals.json' with { type: 'json' }
import { thenOf } from '../ground/database/database-then.ts'

/** An institution at one moment. */
export type Standing = NonNullable<Awaited<ReturnType<typeof readStanding>>> & Pick<Home, 'then'>

/** The latest revision at which anything that these types say changed. */
export function lastChange(standing: Standing, reads: readonly string[]): number {
  return Math.max(0, ...[...reads, 'data-date'].map((type) => standing.changedAt.get(type) ?? 0))
}

const MOST_REMEMBERED = 2_000
/** `state`: of the database, when it was looked at last. */
const memoryOf = once((_database: Database) => new Memory<{ standing: Standing; state: string }>(MOST_REMEMBERED))
const identities = new WeakMap<Standing, Promise<Identity | null>>()

/**
 * Where an institution is now, as everybody sees it. All of a standing is said by its epoch and revision: while these are as they
 * were it is the one from before, and only they are read, where anything was committed since. Null: no such institution.
 */
export async function readStandingNow(database: Database, institution: string): Promise<Standing | null> {
  if (thenOf(database.quick)) return readStanding(database.quick, institution)
  const memory = memoryOf(database)
  const state = await database.state()
  const known = memory.get(institution)
  if (known?.state === state) return known.standing
  const isStill = known !== undefined && (await isNow(database.quick, known.standing))
  const standing = isStill ? known.standing : await readStanding(database.quick, institution)
  if (standing) memory.set(institution, { standing, state }, 1)
  return standing
}

/** Where it stood when somebody looked last: to be held against what is read by it. Null: no such institution. */
export async function lastStanding(database: Database, institution: string): Promise<Standing | null> {
  return memoryOf(database).get(institution)?.standing ?? readStandingNow(database, institution)
}

async function isNow(db: Connection, { institution, epoch, revision }: Standing): Promise<boolean> {
  const now = await db
    .selectFrom('institution_state')
    .select(['revision', 'epoch'])
    .where('institution', '=', institution)
    .executeTakeFirst()
  return now?.revision === revision && now.epoch === epoch
}

/** What an institution's decisions come to at the revision of a standing, read once for it; null: none of them changes a figure. */
export function identityAt({ quick }: Database, standing: Standing): Promise<Identity | null> {
  const known = identities.get(standing)
  if (known) return known
  const identity = readIdentity(quick, standing.institution, standing.revision)
  identities.set(standing, identity)
  identity.catch(() => identities.delete(standing))
  return identity
}

/** Several questions about one institution that see one state of it. Throws `UNKNOWN_INSTITUTION`. */
export async function atOneMoment<T>(
  causeway: Causeway,
  institution: string,
  read: (db: Connection, standing: Standing) => Promise<T>,
): Promise<T> {
  const { database } = causeway
  const answer = await database.snapshot(async (db) => {
    const standing = await readStandingAsked(causeway, db, institution)
    return standing && { of: await read(db, standing) }
  })
  if (!answer) throw await unknownInstitution(database, institution)
  return answer.of
}

/** An institution as it is or, where a moment is asked about, as it was: its country, its school year, its data date. */
export async function readStandingAsked(
  causeway: Causeway,
  db: Connection,
  institution: string,
): Promise<Standing | null> {
  const { moment } = causeway
  if (!moment) return readStanding(db, institution)
  const { revision, dataDate, at } = moment
  const standing = await readStanding(db, institution, revision)
  const reference = await textThen(db, causeway, moment.texts, 'reference')
  const then = { revision, ...(reference && { reference }) }
  return standing && { ...standing, revision, dataDate, committedAt: at, changedAt: new Map(), then }
}

/**
 * The day that registers are read for: the one asked for, else the institution's data date. YYYY-MM-DD.
 * @throws QuestionError UNKNOWN_INSTITUTION, NO_DATA_DATE
 */
export async function readDayAsked(
  database: Database,
  institution: string,
  on: string | null | undefined,
): Promise<string> {
  const facts = await requireInstitution(database, institution)
  const day = on ?? facts.dataDate
  if (day !== null) return day
  throw new QuestionError('NO_DATA_DATE', fill(REFUSALS.NO_DATA_DATE, { nameZh: facts.name.zh, nameEn: facts.name.en }))
}
