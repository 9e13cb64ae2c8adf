import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readFigureTargets } from './figure-targets.ts'
import { listTargets } from './list-targets.ts'
import { toPlanLines } from './plan-line.ts'

/** What plans want of the figure of one year, in the indicator's unit. */
export type TargetsOfYear = (year: number) => { plan: string; value: number }[]

/**
 * Targets that are set for the very year of a figure. One that is added up over years is none beside the figure of one, and a
 * breakdown has none.
 */
export async function readYearTargets(
  causeway: Causeway,
  viewer: Viewer,
  asked: Parameters<typeof readFigureTargets>[3],
): Promise<TargetsOfYear> {
  const { series } = asked
  if (series.dimension !== null) return () => []
  const lines = toPlanLines(await listTargets(causeway.database, series.institution), causeway.indicators)
  const targetsOf = await readFigureTargets(causeway, viewer, lines, asked)
  return (year) =>
    targetsOf(year, false)
      .filter(({ target }) => target.year === year && !target.cumulative)
      .map(({ line, target }) => ({ plan: line.plan, value: target.value }))
}
