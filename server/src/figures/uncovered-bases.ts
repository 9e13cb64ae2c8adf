import type { Viewer } from '../access/viewer.ts'
import { requireExact } from '../access/refuse.ts'
import type { Causeway } from './causeway.ts'
import type { Base } from './indicators/definition.ts'
import { zeroTypes } from './indicators/sets-of.ts'
import { readCoveredBases } from './indicators/evaluate.ts'
import { checkRequest } from './check-request.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { readStanding } from './store.ts'

/**
 * Of the records that an indicator is counted from, those that neither a record nor a zero report speaks for in a year; where that is
 * none, of those that a share of 0 % needs besides.
 */
export async function listUncoveredBases(
  causeway: Causeway,
  viewer: Viewer,
  request: Omit<SeriesRequest, 'from' | 'to'>,
  year: number,
): Promise<Base[]> {
  requireExact(viewer, request.institution)
  const question = checkRequest(causeway, viewer, { ...request, from: year, to: year, profile: 'EXACT' })
  return causeway.database.snapshot(async (db) => {
    const home = await readStanding(db, question.institution)
    if (!home) return []
    const covered = await readCoveredBases(db, { ...question, home, revision: null })
    const bases = question.declaration.base
    const missing = bases.filter((_, base) => !covered[base])
    if (missing.length > 0) return missing
    return zeroTypes(question.declaration)
      .filter((_, n) => !covered[bases.length + n])
      .map(({ of, where }) => (where ? { of, where } : of))
  })
}
