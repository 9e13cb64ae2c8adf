import type { Database } from '../database/database.ts'
import { listInstitutions, type InstitutionFacts } from '../records/institutions.ts'

/** The college that a page opens on which names none: one of the college's own goes before the demonstration college. */
export async function openingInstitution(database: Database): Promise<InstitutionFacts | null> {
  const { institutions } = await listInstitutions(database, { first: 2 })
  return institutions.find((one) => !one.demonstration && one.dataDate !== null) ?? institutions[0] ?? null
}
