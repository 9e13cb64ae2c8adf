import { maySeeExact, type Viewer } from '../access/viewer.ts'
import type { Causeway } from './causeway.ts'
import { readEvidenceCounts } from './indicators/evaluate.ts'
import { checkRequest } from './check-request.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { readStanding } from './store.ts'

/**
 * The share of the records behind one figure that have evidence valid on its period's last day, or on the data date while it is
 * not over: from 0 to 100. Null for one who may not read the records, and where there are none.
 */
export async function readEvidenceShare(
  { database, ...causeway }: Causeway,
  viewer: Viewer,
  request: SeriesRequest,
  { year, category, across }: { year: number; category: string | null; across: string | null },
): Promise<number | null> {
  if (!maySeeExact(viewer, request.institution)) return null
  const question = checkRequest({ database, ...causeway }, viewer, {
    ...request,
    from: year,
    to: year,
    profile: 'EXACT',
  })
  return database.snapshot(async (db) => {
    const home = await readStanding(db, question.institution)
    if (!home) return null
    const cut = category === null ? { by: null, across: null } : {}
    const counts = await readEvidenceCounts(db, { ...question, ...cut, home, revision: null }, { category, across })
    return counts.total === 0 ? null : (counts.proved / counts.total) * 100
  })
}
