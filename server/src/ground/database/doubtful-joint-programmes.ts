import { sql } from 'kysely'
import type { Connection } from './database.ts'
import type { BatchPlace } from './doubtful-records.ts'

const MOST_DOUBTS = 500

export interface OrdinaryProgramme {
  row: number | null
  programme: string
  approval: string
}

/** Joint programmes whose programme is not of kind joint. `of`: which of the two the batch brought. */
export async function listNotJoint(
  db: Connection,
  { institution, batch }: BatchPlace,
  of: 'joint-programme' | 'programme',
): Promise<OrdinaryProgramme[]> {
  const brought = of === 'programme' ? sql`p` : sql`j`
  const { rows } = await sql<OrdinaryProgramme>`
    select ${brought}.row as row, j.programme as programme, min(j.approval) as approval
    from record_joint_programme j
    join record_programme p on p.institution = j.institution and p.code = j.programme and p.until is null
    where j.institution = ${institution} and j.until is null and (p.kind is null or p.kind <> 'joint')
      and ${brought}.batch = ${batch}
    group by 1, 2 order by 1 limit ${MOST_DOUBTS}`.execute(db)
  return rows
}
