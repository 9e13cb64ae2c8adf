import { sql } from 'kysely'
import type { Day } from '@causeway/shared/day'
import type { Connection } from '../../ground/database/database.ts'
import { holds } from '../../ground/database/database-then.ts'

export interface UseRow {
  standard: string | null
  resource: string | null
  country: string
  adopter: string
  first: Day
  last_first: Day
  /** 1: one overlaps the stretch asked for. */
  recent: number
}

/**
 * Use by one learner or more, by what is used and by whom, as the records name it. `recent`: the stretch that is asked for.
 * `subjects`: codes of standards and resources; null: of all. `except`: keys of records that are the same as another.
 */
export async function selectUses(
  db: Connection,
  institution: string,
  given: { recent: readonly [first: Day, last: Day]; subjects: readonly string[] | null; except: readonly string[] },
): Promise<UseRow[]> {
  const [first, last] = given.recent
  const { subjects, except } = given
  if (subjects?.length === 0) return []
  const names = sql.join(subjects ?? [])
  const { rows } = await sql<UseRow>`
    select standard, resource, country, adopter, min(from_day) as first, max(from_day) as last_first,
      max(case when from_day <= ${last} and to_day >= ${first} then 1 else 0 end) as recent
    from record_adoption_use
    where institution = ${institution} and ${holds(db)} and learners > 0
      ${subjects === null ? sql`` : sql`and (standard in (${names}) or resource in (${names}))`}
      ${except.length === 0 ? sql`` : sql`and key not in (${sql.join([...except])})`}
    group by standard, resource, country, adopter`.execute(db)
  return rows
}
