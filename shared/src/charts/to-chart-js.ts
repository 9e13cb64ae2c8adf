import { toChartConfig, type CausewayChart, type ChartLook } from './config.ts'
import { drawOwn } from './forms/draw-own.ts'
import type { ChartSpec } from './spec.ts'

/**
 * A chart of any form as Chart.js 4 takes it; pure, so that browser and server draw the same one. Anyone who draws it has to register
 * the bar and line controllers, their elements, the category and linear scales, and nothing else: what Chart.js does not draw is drawn
 * by `chartMarks`. How high a picture has to be says `chartHeight`.
 */
export function toChartJs(spec: ChartSpec, look: ChartLook): CausewayChart {
  return toChartConfig(spec, look, drawOwn)
}
