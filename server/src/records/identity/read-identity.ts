import type { Connection } from '../../ground/database/database.ts'
import type { Decision } from './decision.ts'
import { Identity } from './identity.ts'
import { selectDecisions, selectInstitutionDecisions } from './store.ts'

/** What an institution's decisions come to at a revision (null: now); null where there are none that change a figure. */
export async function readIdentity(
  db: Connection,
  institution: string,
  revision: number | null,
): Promise<Identity | null> {
  const decisions = await selectDecisions(db, institution, revision)
  return decisions.some(({ sameAs, recordType }) => sameAs !== null && recordType !== 'institution')
    ? new Identity(decisions)
    : null
}

/** Every decision at a revision (null: now), splits and institutions too. */
export function readDecisions(
  db: Connection,
  institution: string,
  revision: number | null = null,
): Promise<Decision[]> {
  return selectDecisions(db, institution, revision)
}

/** What was decided of an institution as a whole: that another took its place, or that it took another's. */
export function readInstitutionDecisions(db: Connection, institution: string): Promise<Decision[]> {
  return selectInstitutionDecisions(db, institution)
}
