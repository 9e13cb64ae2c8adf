import { sql } from 'kysely'
import type { AnswerReads } from '../graph/context.ts'
import type { Database } from '../../ground/database/database.ts'

/**
 * What represents the state of the records that an answer depends on: the epoch of the database and the revisions of the
 * institutions. Read for every request: the command line changes records from another process.
 */
export async function readStamp({ quick }: Database, reads: AnswerReads): Promise<string> {
  const epoch = await quick.selectFrom('setting').select('value').where('name', '=', 'epoch').executeTakeFirst()
  const parts = [epoch?.value ?? '']
  if (reads.everyInstitution) {
    const all = await quick
      .selectFrom('institution_state')
      .select([
        sql<number | string>`count(*)`.as('institutions'),
        sql<number | string | null>`sum(revision)`.as('revisions'),
      ])
      .executeTakeFirstOrThrow()
    parts.push(`*${all.institutions}:${all.revisions ?? 0}`)
  } else if (reads.institutions.size > 0) {
    const states = await quick
      .selectFrom('institution_state')
      .select(['institution', 'revision'])
      .where('institution', 'in', [...reads.institutions])
      .execute()
    parts.push(...states.map((it) => `${it.institution}:${it.revision}`).sort())
  }
  return parts.join(' ')
}

/** True when the database answers. */
export async function isReady({ quick }: Database): Promise<boolean> {
  await quick.selectFrom('setting').select('name').limit(1).execute()
  return true
}
