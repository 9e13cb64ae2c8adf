import type { Figure } from '@causeway/shared/figure'
import { requireExact } from '../access/refuse.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from './causeway.ts'
import { evaluate } from './indicators/evaluate.ts'
import { assemble } from './assemble.ts'
import { atOneMoment } from './at-one-moment.ts'
import { checkRequest } from './check-request.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'

/**
 * The figures that records gave at an earlier revision of the institution, with the data date of then. For one who may see exact
 * ones.
 * @throws QuestionError FORBIDDEN and UNAUTHENTICATED without the right, and those of `readSeries`
 */
export async function readFiguresThen(
  causeway: Causeway,
  viewer: Viewer,
  request: SeriesRequest,
  then: { revision: number; dataDate: string },
): Promise<Figure[]> {
  requireExact(viewer, request.institution)
  const question = checkRequest(causeway, viewer, { ...request, profile: 'EXACT' })
  return atOneMoment(causeway.database, question.institution, async (db, standing) => {
    const home = { ...standing, dataDate: then.dataDate }
    const answers = await evaluate(db, { ...question, home, revision: then.revision })
    return assemble(question, home, answers)
  })
}
