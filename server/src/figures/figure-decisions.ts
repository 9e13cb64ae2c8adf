import { maySeeExact, type Viewer } from '../access/viewer.ts'
import type { Causeway } from './causeway.ts'
import type { Decision } from '../records/identity/decision.ts'
import { readInstitutionDecisions } from '../records/identity/read-identity.ts'
import { readTouchingDecisions } from './indicators/evaluate-touched.ts'
import { checkRequest } from './check-request.ts'
import type { FigureAddress } from './figure-records.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { readStanding } from './store.ts'

/**
 * What was decided to be one thing and touched the records of a figure; that the institution itself was merged touches them all.
 * Null for who may not see exact figures: which codes there are is theirs.
 */
export async function listFigureDecisions(
  { database, ...causeway }: Causeway,
  viewer: Viewer,
  request: SeriesRequest,
  { year, category, across }: FigureAddress,
): Promise<Decision[] | null> {
  if (!maySeeExact(viewer, request.institution)) return null
  const asked = { ...request, from: year, to: year, profile: 'EXACT' as const }
  const question = checkRequest({ database, ...causeway }, viewer, asked)
  return database.snapshot(async (db) => {
    const home = await readStanding(db, question.institution)
    if (!home) return null
    const cut = category === null ? { by: null, across: null } : {}
    const own = await readTouchingDecisions(db, { ...question, ...cut, home, revision: null }, { category, across })
    return [...(await readInstitutionDecisions(db, question.institution)), ...own]
  })
}
