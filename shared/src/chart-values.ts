import type { BarElement, Chart } from 'chart.js'
import { rectangleOf } from './chart-hatch.ts'
import { setType, widest, type Pen } from './chart-pen.ts'
import type { ChartSeries, ChartSpec } from './chart-spec.ts'
import { contrast, themeTone } from './colors.ts'
import { formatValue } from './format-figure.ts'

/** On a narrow screen values would run into each other: then there are none, and the table has them. */
export function valuesFit(chart: Chart, spec: ChartSpec, pen: Pen): boolean {
  if (spec.kind === 'slope') return false
  if (spec.lying || spec.kind === 'stacked') return true
  if (spec.series.length > 1) return false
  setType(pen, { bold: true, size: -1 })
  const values = spec.series.flatMap(({ points }) =>
    points.map(({ value }) => (value === null ? '' : formatValue(value, spec.decimals, pen.locale))),
  )
  return widest(pen, values) + 4 <= chart.chartArea.width / Math.max(1, spec.labels.length)
}

export function drawValue(
  chart: Chart,
  spec: ChartSpec,
  series: ChartSeries,
  index: number,
  place: number,
  element: { x: number; y: number },
  pen: Pen,
): void {
  const { ctx, palette, locale } = pen
  const point = series.points[place]!
  const text = formatValue(point.value!, spec.decimals, locale)
  setType(pen, { bold: true, size: -1 })
  ctx.fillStyle = palette.ink
  if (spec.kind === 'stacked') {
    drawInside(element as BarElement, text, series, spec.labels[place]!.partial, pen)
    return
  }
  const scale = chart.scales[spec.lying ? 'x' : 'y']!
  const wanted = (point.targets ?? []).map(({ value }) => scale.getPixelForValue(value))
  const reach = (value: number | null, own: number) => (value === null ? own : scale.getPixelForValue(value))
  if (spec.lying) {
    const left = isLeft(spec, series, index, place)
    const edge = left
      ? Math.min(element.x, reach(point.low, element.x))
      : Math.max(element.x, reach(point.high, element.x), ...wanted.filter((at) => at < element.x + 50))
    ctx.textAlign = left ? 'right' : 'left'
    ctx.textBaseline = 'middle'
    ctx.fillText(text, edge + (left ? -9 : 9), element.y)
    return
  }
  ctx.textAlign = 'center'
  ctx.textBaseline = 'bottom'
  const top = Math.min(element.y, reach(point.high, element.y))
  const near = wanted.some((at) => at < top + 4 && at > top - 22)
  // A target just above the bar takes the place of its value, which then stands above both.
  ctx.fillText(text, element.x, near ? Math.min(...wanted) - 20 : top - 5)
}

/** Of the two ends of a range the lower one has its value at its left. */
function isLeft(spec: ChartSpec, series: ChartSeries, index: number, place: number): boolean {
  if (spec.kind === 'mirrored-bars') return series.side === 'left'
  if (spec.kind !== 'range' || spec.series.length < 2) return false
  const other = spec.series[1 - index]?.points[place]?.value
  const own = series.points[place]!.value!
  return other != null && (own < other || (own === other && index === 0))
}

/** A part of a bar carries its number where it has room for it, on a ground that no hatching disturbs. */
function drawInside(bar: BarElement, text: string, series: ChartSeries, partial: boolean, { ctx, palette, font }: Pen) {
  const { left, top, width, height } = rectangleOf(bar)
  const room = ctx.measureText(text).width + 8
  const high = font.size + 4
  if (width < room || height < high) return
  const ground = partial ? palette.surface : themeTone(palette, series.theme, series.tone)
  const [x, y] = [left + width / 2, top + height / 2]
  ctx.fillStyle = ground
  ctx.fillRect(x - room / 2, y - high / 2, room, high)
  ctx.fillStyle = contrast(palette.surface, ground) >= contrast(palette.ink, ground) ? palette.surface : palette.ink
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillText(text, x, y)
}

/** The symbol of a gap stands at the zero line of a bar, at the foot of a line chart, one series beside the other. */
export function gapPlace(chart: Chart, spec: ChartSpec, series: ChartSeries, index: number, place: number) {
  const { chartArea, scales } = chart
  if (spec.lying) {
    const zero = scales['x']!.getPixelForValue(Math.max(0, scales['x']!.min))
    const left = spec.kind === 'mirrored-bars' && series.side === 'left'
    const row = chart.getDatasetMeta(index).data[place]?.y ?? scales['y']!.getPixelForValue(place)
    const shift = spec.kind === 'range' && index > 0 ? 14 : 0
    return { x: zero + (left ? -6 : 6) + shift, y: row, align: left ? ('right' as const) : ('left' as const) }
  }
  const shift = spec.series.length > 1 && spec.kind !== 'stacked' ? (index - (spec.series.length - 1) / 2) * 9 : 0
  return { x: scales['x']!.getPixelForValue(place) + shift, y: chartArea.bottom - 9, align: 'center' as const }
}
