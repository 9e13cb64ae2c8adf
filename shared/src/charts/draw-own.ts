import { drawFlow } from './draw-flow.ts'
import { drawMatrix } from './draw-matrix.ts'
import { drawPanels } from './draw-panels.ts'
import { drawTimeLine } from './draw-time-line.ts'
import type { DrawOwn } from './marks.ts'

/** Draws the forms that have no axes of Chart.js. Apart from the rest: a page that has none of them does not fetch it. */
export const drawOwn: DrawOwn = (chart, spec, pen, top) => {
  if (spec.kind === 'matrix') return drawMatrix(chart, spec, pen)
  if (spec.kind === 'flow') return drawFlow(chart, spec, pen)
  if (spec.kind === 'time-line') return drawTimeLine(chart, spec, pen)
  return drawPanels(chart, spec, pen, top)
}
