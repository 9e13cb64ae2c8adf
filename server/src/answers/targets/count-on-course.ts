import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeries } from '../../figures/read-series.ts'
import { readFigureTargets } from './figure-targets.ts'
import { listTargets } from './list-targets.ts'
import { toPlanLines } from './plan-line.ts'

/** Of the targets of a year of which it is known, how many are reached or, while the year is not over, where they should be by now. */
export interface TargetsOnCourse {
  onCourse: number
  known: number
}

/** The targets of the year on the first basis of their indicators, as the overview counts them. */
export async function countOnCourse(
  causeway: Causeway,
  viewer: Viewer,
  institution: string,
  year: number,
): Promise<TargetsOnCourse> {
  const lines = toPlanLines(await listTargets(causeway.database, institution), causeway.indicators)
  const count: TargetsOnCourse = { onCourse: 0, known: 0 }
  for (const declaration of new Set(lines.map(({ indicator }) => indicator))) {
    const request = { indicator: declaration.id, institution, from: year, to: year }
    const series = await readSeries(causeway, viewer, request)
    const targetsOf = await readFigureTargets(causeway, viewer, lines, { declaration, request, series })
    for (const { onCourse } of targetsOf(year, false)) {
      if (onCourse === null) continue
      count.known++
      if (onCourse) count.onCourse++
    }
  }
  return count
}
