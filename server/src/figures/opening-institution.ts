import type { Viewer } from '../access/viewer.ts'
import type { Database } from '../ground/database/database.ts'
import { findInstitution, listInstitutions, type InstitutionFacts } from '../records/institutions.ts'

/** How many are looked at for one that has records. */
const LOOKED_AT = 10

/** The institution that a page opens on where its address names none: that of who asks, else one of one's own that has records, else the first. */
export async function findOpeningInstitution(database: Database, viewer: Viewer): Promise<InstitutionFacts | null> {
  if (viewer.institution !== null) return findInstitution(database, viewer.institution)
  const { institutions } = await listInstitutions(database, { first: LOOKED_AT })
  return institutions.find((one) => !one.demonstration && one.dataDate !== null) ?? institutions[0] ?? null
}
