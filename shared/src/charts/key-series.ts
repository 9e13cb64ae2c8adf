import { formOf } from './forms/forms.ts'
import { panelsOf } from './forms/multiples.ts'
import { hasLines, hasPoints, isHollow, namesAtEnds, pointRadius } from './marks-of.ts'
import type { ChartSeries, ChartSpec, Mark } from './spec.ts'

/** Which series a key has to explain: those that are named nowhere else; of panels the lines of one. */
export function keyOf(spec: ChartSpec): ChartSeries[] {
  if (formOf(spec).keyless) return []
  const panel = spec.series[0]?.panel && panelsOf(spec)[0]?.series.map((at) => spec.series[at]!)
  const series = panel || spec.series
  return series.length > 1 ? series : []
}

/** Whether a picture of that width draws its key itself. */
export function drawsKey(spec: ChartSpec, width: number): boolean {
  return keyOf(spec).length > 0 && !namesAtEnds(spec, width)
}

/** A point of a series as a key has it: as it looks in the chart. */
export interface KeyMark {
  /** A stroke goes through it. */
  stroke: boolean
  /** Its point; null: bars, whose ground tells them apart. */
  mark: Mark | null
  hollow: boolean
  radius: number
}

export function keyMarkOf(spec: ChartSpec, series: ChartSeries): KeyMark {
  return {
    stroke: hasLines(spec),
    mark: hasPoints(spec) ? series.mark : null,
    hollow: isHollow(spec, series),
    radius: pointRadius(spec),
  }
}
