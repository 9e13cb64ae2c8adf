import type { Connection, Database } from '../ground/database/database.ts'
import type { Standing } from './standing.ts'
import { readStanding } from './store.ts'
import { unknownInstitution } from '../records/unknown-institution.ts'

/** Several questions about one institution that see one state of it. Throws `UNKNOWN_INSTITUTION`. */
export async function atOneMoment<T>(
  database: Database,
  institution: string,
  read: (db: Connection, standing: Standing) => Promise<T>,
): Promise<T> {
  const answer = await database.snapshot(async (db) => {
    const standing = await readStanding(db, institution)
    return standing && { of: await read(db, standing) }
  })
  if (!answer) throw await unknownInstitution(database, institution)
  return answer.of
}
