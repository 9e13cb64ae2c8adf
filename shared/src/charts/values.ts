import type { BarElement, Chart } from 'chart.js'
import { rectangleOf } from './hatch.ts'
import { hasBars } from './key-series.ts'
import { setType, widest, writeWhereFree, type Pen, type Taken } from './pen.ts'
import type { ChartSeries, ChartSpec } from './spec.ts'
import { contrast, themeTone } from '../colors.ts'
import { formatValue } from '../format-figure.ts'

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

/** The figures beside their marks, with no unit: the axis has it. */
export function writeValues(chart: Chart, spec: ChartSpec, pen: Pen, taken: Taken): void {
  const { ctx, palette, locale } = pen
  const scale = chart.scales[spec.lying ? 'x' : 'y']!
  setType(pen, { bold: true, size: -1 })
  spec.series.forEach((series, index) => {
    if (!chart.isDatasetVisible(index)) return
    series.points.forEach((point, place) => {
      const element = chart.getDatasetMeta(index).data[place]
      if (point.value === null || !element) return
      const text = formatValue(point.value, spec.decimals, locale)
      if (spec.kind === 'stacked') {
        drawInside(element as BarElement, text, series, spec.labels[place]!.partial, pen)
        return
      }
      ctx.fillStyle = palette.ink
      const wanted = (spec.series.length > 1 ? [] : (point.targets ?? [])).map(({ value }) =>
        scale.getPixelForValue(value),
      )
      const reach = (value: number | null, own: number) => (value === null ? own : scale.getPixelForValue(value))
      if (spec.lying) {
        const left = isLeft(spec, series, index, place)
        // Beyond its interval; within a range beside its dot, where it cannot be taken for the end.
        const end = spec.kind === 'range' ? element.x : reach(left ? point.low : point.high, element.x)
        const edge = left ? Math.min(element.x, end) : Math.max(element.x, end, ...wanted.filter((at) => at < end + 50))
        const at = { x: edge + (left ? -9 : 9), y: element.y, align: left ? ('right' as const) : ('left' as const) }
        writeWhereFree(pen, text, [at], taken, { left: 0, right: chart.width, top: 0, bottom: chart.height })
        return
      }
      const under = point.value < 0 && spec.kind === 'bars'
      const top = Math.min(element.y, reach(point.high, element.y))
      const above = top - 11
      // A target just above the mark: the value stands above both.
      const near = wanted.filter((at) => at < top + 2 && at > top - 22)
      const foot = Math.max(element.y, reach(point.low, element.y)) + 12
      const places = under ? [foot] : [near.length > 0 ? Math.min(...near) - 11 : above, foot]
      writeWhereFree(
        pen,
        text,
        places.map((y) => ({ x: element.x, y, align: 'center' })),
        taken,
        { left: 0, right: chart.width + 20, top: 0, bottom: chart.height },
      )
    })
  })
}

/** At the left stand the value of the lower end of a range and of a bar below zero. */
function isLeft(spec: ChartSpec, series: ChartSeries, index: number, place: number): boolean {
  if (spec.kind === 'mirrored-bars') return series.side === 'left'
  if (spec.kind === 'bars') return series.points[place]!.value! < 0
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

/**
 * The symbol of a gap stands at the zero line of a bar, in the break of a line among others, at the foot of a line alone or without
 * any figure, one beside the other.
 */
export function gapPlace(chart: Chart, spec: ChartSpec, series: ChartSeries, index: number, place: number) {
  const { chartArea, scales } = chart
  if (spec.lying) {
    const zero = scales['x']!.getPixelForValue(Math.max(0, scales['x']!.min))
    // Of a range at the left of the line, where the other end never lies.
    const range = spec.kind === 'range'
    const left = range || (spec.kind === 'mirrored-bars' && series.side === 'left')
    const row = chart.getDatasetMeta(index).data[place]?.y ?? scales['y']!.getPixelForValue(place)
    const shift = range && index === 0 && spec.series.length > 1 ? -16 : 0
    return { x: zero + (left ? -6 : 6) + shift, y: row, align: left ? ('right' as const) : ('left' as const) }
  }
  const several = spec.series.length > 1 && spec.kind !== 'stacked'
  const x = scales['x']!.getPixelForValue(place)
  const within = several && !hasBars(spec) ? breakAt(series, place) : null
  if (within !== null) return { x, y: scales['y']!.getPixelForValue(within), align: 'center' as const }
  const beside = spec.series.flatMap((one, at) => (hasBars(spec) || breakAt(one, place) === null ? [at] : []))
  // About its place; of a slope, whose places are its edges, inwards.
  const middle = spec.kind !== 'slope' ? (beside.length - 1) / 2 : place === 0 ? 0 : beside.length - 1
  const shift = several ? (beside.indexOf(index) - middle) * (hasBars(spec) ? 9 : 16) : 0
  return { x: x + shift, y: chartArea.bottom - 9, align: 'center' as const }
}

/** On the way from the last figure before a gap to the first behind it, or level with the only one; null: the line has none. */
export function breakAt({ points }: ChartSeries, place: number): number | null {
  const from = points.findLastIndex(({ value }, at) => at < place && value !== null)
  const to = points.findIndex(({ value }, at) => at > place && value !== null)
  const [before, behind] = [points[from]?.value ?? null, points[to]?.value ?? null]
  if (before === null || behind === null) return before ?? behind
  return before + ((behind - before) * (place - from)) / (to - from)
}
