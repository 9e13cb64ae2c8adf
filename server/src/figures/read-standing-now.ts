import type { Connection, Database } from '../ground/database/database.ts'
import type { Identity } from '../records/identity/identity.ts'
import { readIdentity } from '../records/identity/read-identity.ts'
import { Memory } from './memory.ts'
import type { Standing } from './standing.ts'
import { readStanding } from './store.ts'

const MOST_REMEMBERED = 2_000
const memories = new WeakMap<Database, Memory<Standing>>()
const identities = new WeakMap<Standing, Promise<Identity | null>>()

/**
 * Where an institution is now, as everybody sees it. All of a standing is said by its epoch and revision: while these are as they
 * were it is the one from before, and only they are read. Null: no such institution.
 */
export async function readStandingNow(database: Database, institution: string): Promise<Standing | null> {
  const memory = memories.get(database) ?? new Memory<Standing>(MOST_REMEMBERED)
  memories.set(database, memory)
  const known = memory.get(institution)
  if (known && (await isNow(database.quick, known))) return known
  const standing = await readStanding(database.quick, institution)
  if (standing) memory.set(institution, standing, 1)
  return standing
}

/** Where it stood when somebody looked last: to be held against what is read by it. Null: no such institution. */
export async function lastStanding(database: Database, institution: string): Promise<Standing | null> {
  return memories.get(database)?.get(institution) ?? readStandingNow(database, institution)
}

async function isNow(db: Connection, { institution, epoch, revision }: Standing): Promise<boolean> {
  const now = await db
    .selectFrom('institution_state as state')
    .leftJoin('setting as epoch', (join) => join.on('epoch.name', '=', 'epoch'))
    .select(['state.revision', 'epoch.value as epoch'])
    .where('state.institution', '=', institution)
    .executeTakeFirst()
  return now?.revision === revision && (now.epoch ?? '') === epoch
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
