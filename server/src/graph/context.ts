import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from '../causeway.ts'
import { unknownInstitution } from '../figures/unknown-institution.ts'
import { findInstitution, type InstitutionFacts } from '../records/institutions.ts'

/** Institutions whose revisions an answer depends on. */
export class AnswerReads {
  readonly institutions = new Set<string>()
  /** It depends on every institution: a list of them was read, or one was looked for in vain. */
  everyInstitution = false
}

/** What every resolver is given: who asks, of what, and what the request has read so far. */
export interface GraphContext {
  causeway: Causeway
  viewer: Viewer
  requestId: string
  reads: AnswerReads
  /** Facts of an institution, read once a request. */
  institutions: Map<string, Promise<InstitutionFacts>>
}

/** The institution, read once a request and noted as read. Throws `UNKNOWN_INSTITUTION` with the nearest codes. */
export function readInstitution(context: GraphContext, code: string): Promise<InstitutionFacts> {
  context.reads.institutions.add(code)
  let facts = context.institutions.get(code)
  if (!facts) {
    facts = findOrRefuse(context, code)
    context.institutions.set(code, facts)
  }
  return facts
}

async function findOrRefuse({ causeway: { database }, reads }: GraphContext, code: string): Promise<InstitutionFacts> {
  const facts = await findInstitution(database, code)
  if (facts) return facts
  reads.everyInstitution = true
  throw await unknownInstitution(database, code)
}
