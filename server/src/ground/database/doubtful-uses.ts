import { sql } from 'kysely'
import type { Connection } from './database.ts'
import type { BatchPlace } from './doubtful-records.ts'

const MOST_DOUBTS = 500

export interface DoubtfulUse {
  row: number | null
  /** Code of the standard or resource. */
  subject: string
  country: string
  adopter: string
  /** First day of the use. */
  from: number
  /** First day of the adoption; null: there is no such adoption. */
  adopted: number | null
}

/** Uses of the batch whose adoption is not there, or began later. An adoption without any date is taken as it is. */
export async function listDoubtfulUses(db: Connection, { institution, batch }: BatchPlace): Promise<DoubtfulUse[]> {
  const { rows } = await sql<DoubtfulUse>`
    select u.row as row, coalesce(u.standard, u.resource) as subject, u.country as country, u.adopter as adopter,
      u.from_day as "from", coalesce(a.adopted_on_day, a.registered_on_day, a.in_system_on_day) as adopted
    from record_adoption_use u left join record_adoption a on a.institution = ${institution} and a.until is null
      and a.country = u.country and a.adopter = u.adopter
      and (a.standard = u.standard or (u.standard is null and a.resource = u.resource))
    where u.institution = ${institution} and u.until is null and u.batch = ${batch}
      and (a.key is null or u.from_day < coalesce(a.adopted_on_day, a.registered_on_day, a.in_system_on_day))
    order by u.row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}
