import { formOf } from './forms/forms.ts'
import { aboutWide } from './measures.ts'
import type { ChartSpec, ChartSeries, Mark } from './spec.ts'
import { panelsOf } from './forms/multiples.ts'
import { hasLines, hasPoints, isHollow, namesAtEnds, pointRadius } from './marks-of.ts'

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

const KEY_LINE = 23
/** Of an entry beside its name. */
const MARK = 48
const MOST_KEY_LINES = 3

/** How wide a chart is drawn for a page that is a file, in CSS pixels. */
export function stillWidth(spec: ChartSpec): number {
  return formOf(spec).stillWidth ?? 860
}

/** The height that a chart needs in a width, both in CSS pixels: rows stand apart, names do not run into each other. */
export function chartHeight(spec: ChartSpec, width: number): number {
  return formOf(spec).height(spec, width)
}

/** The height that a chart needs in a width where no page has its key: it draws the key itself, and none of its rows is lost to it. */
export function heightAlone(spec: ChartSpec, width: number): number {
  return chartHeight(spec, width) + (drawsKey(spec, width) ? keyLines(spec, width) * KEY_LINE : 0)
}

/** About, since nothing is measured where nothing is drawn. */
function keyLines(spec: ChartSpec, width: number): number {
  let [x, lines] = [0, 1]
  for (const { name } of keyOf(spec)) {
    const wide = Math.max(aboutWide(name.zh), aboutWide(name.en))
    const own = Math.min(MARK + wide, width)
    if (x > 0 && x + own > width) [x, lines] = [0, lines + 1]
    lines += Math.min(Math.ceil((wide * 1.1) / (width - MARK)), MOST_KEY_LINES) - 1
    x += own
  }
  return lines
}
