import { toChartConfig, type CausewayChart, type ChartLook } from './config.ts'
import type { ChartSpec, ChartKind } from './spec.ts'
import { drawFlow, streamAt } from './forms/draw-flow.ts'
import { drawMatrix } from './forms/draw-matrix.ts'
import { drawPanels } from './forms/draw-multiples.ts'
import { drawTimeLine, walkLives } from './forms/draw-time-line.ts'
import { drawWaterfall } from './forms/draw-waterfall.ts'
import type { DrawOwn, OwnForm } from './marks.ts'

/**
 * A chart of any form as Chart.js 4 takes it; pure, so that browser and server draw the same one. Anyone who draws it has to register
 * the bar and line controllers, their elements, the category and linear scales, and nothing else: what Chart.js does not draw is drawn
 * by `chartMarks`. How high a picture has to be says `chartHeight`.
 */
export function toChartJs(spec: ChartSpec, look: ChartLook): CausewayChart {
  return toChartConfig(spec, look, drawOwn)
}

/** Apart from the rest of the forms: a page that has none of them does not fetch it. */
export const OWN_FORMS: Partial<Record<ChartKind, OwnForm>> = {
  matrix: { draw: drawMatrix },
  flow: { draw: drawFlow, at: streamAt },
  multiples: { draw: drawPanels },
  'time-line': { draw: drawTimeLine, walk: walkLives },
  waterfall: { draw: drawWaterfall },
}

export const drawOwn: DrawOwn = (chart, spec, ...given) => OWN_FORMS[spec.kind]!.draw(chart, spec, ...given)
