import type { BarElement, Chart } from 'chart.js'
import { rectangleOf, setType, widest, writeWhereFree, type Pen, type Taken } from './pen.ts'
import { formOf } from './forms/forms.ts'
import { hasBars, hasLines } from './marks-of.ts'
import { pointNumber } from './reading.ts'
import type { ChartSeries, ChartSpec } from './spec.ts'
import { contrast, themeTone } from '../colors.ts'

/** On a narrow screen values would run into each other: then there are none, and the table has them. */
export function valuesFit(chart: Chart, spec: ChartSpec, pen: Pen): boolean {
  const { bothEnds, stacks } = formOf(spec)
  if (bothEnds) return false
  if (spec.lying || stacks) return true
  if (spec.series.length > 1) return false
  setType(pen, { bold: true, size: -1 })
  const values = spec.series.flatMap(({ points }) => points.map((point) => pointNumber(point, spec, pen.locale)))
  return widest(pen, values) + 4 <= chart.chartArea.width / Math.max(1, spec.labels.length)
}

/** The figures beside their marks, with no unit: the axis has it. */
export function writeValues(chart: Chart, spec: ChartSpec, pen: Pen, taken: Taken): void {
  const { ctx, palette, locale } = pen
  const scale = chart.scales[spec.lying ? 'x' : 'y']!
  const { stacks, spans } = formOf(spec)
  setType(pen, { bold: true, size: -1 })
  spec.series.forEach((series, index) => {
    if (!chart.isDatasetVisible(index)) return
    series.points.forEach((point, place) => {
      const element = chart.getDatasetMeta(index).data[place]
      if (point.value === null || !element) return
      const text = pointNumber(point, spec, locale)
      if (stacks === 'parts') {
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
        const end = spans ? element.x : reach(left ? point.low : point.high, element.x)
        const edge = left ? Math.min(element.x, end) : Math.max(element.x, end, ...wanted.filter((at) => at < end + 50))
        const at = { x: edge + (left ? -9 : 9), y: element.y, align: left ? ('right' as const) : ('left' as const) }
        writeWhereFree(pen, text, [at], taken, { left: 0, right: chart.width, top: 0, bottom: chart.height })
        return
      }
      const under = point.value < 0 && hasBars(spec)
      const top = Math.min(element.y, reach(point.high, element.y))
      const above = top - 11
      // A target just above the mark: the value is above both.
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
  const { stacks, spans } = formOf(spec)
  if (stacks === 'sides') return series.side === 'left'
  if (hasBars(spec)) return series.points[place]!.value! < 0
  if (!spans || spec.series.length < 2) return false
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

/** The room below the axis where the symbols of several lines stand: in the plot they would seem to be values of another. */
export function gapStrip(spec: ChartSpec): number {
  const several = hasLines(spec) && !formOf(spec).bothEnds && spec.series.length > 1
  return several && spec.series.some(({ points }) => points.some(({ gap }) => gap !== null)) ? 16 : 0
}

/**
 * The symbol of a gap is at the zero line of a bar, below the axis of several lines, in a slope level with its other end, else at
 * the foot.
 */
export function gapPlace(chart: Chart, spec: ChartSpec, series: ChartSeries, index: number, place: number) {
  const { chartArea, scales } = chart
  const { stacks, spans, bothEnds } = formOf(spec)
  if (spec.lying) {
    const zero = scales['x']!.getPixelForValue(Math.max(0, scales['x']!.min))
    // Of a range at the left of the line, where the other end never is.
    const left = spans || (stacks === 'sides' && series.side === 'left')
    const row = chart.getDatasetMeta(index).data[place]?.y ?? scales['y']!.getPixelForValue(place)
    const shift = spans && index === 0 && spec.series.length > 1 ? -16 : 0
    return { x: zero + (left ? -6 : 6) + shift, y: row, align: left ? ('right' as const) : ('left' as const) }
  }
  const align = 'center' as const
  const x = scales['x']!.getPixelForValue(place)
  if (bothEnds) {
    const other = series.points[place === 0 ? series.points.length - 1 : 0]!.value
    if (other !== null) return { x, y: scales['y']!.getPixelForValue(other), align }
    // Inwards from the edge.
    const blank = spec.series.filter(({ points }) => points.every(({ value }) => value === null))
    return { x: x + blank.indexOf(series) * (place === 0 ? 16 : -16), y: chartArea.bottom - 9, align }
  }
  const strip = gapStrip(spec)
  const shift = spec.series.length > 1 && !stacks ? shiftOf(chart, spec, series, place) : 0
  return { x: x + shift, y: chartArea.bottom + (strip > 0 ? strip / 2 + 2 : -9), align }
}

const GAP_WIDTH = 16

/** Beside each other about their place; where there is no room for that many, each symbol once. */
function shiftOf({ chartArea }: Chart, { series, labels }: ChartSpec, one: ChartSeries, place: number): number {
  const gaps = series.flatMap(({ points }, at) =>
    points[place]!.gap === null ? [] : [{ at, gap: points[place]!.gap }],
  )
  const kinds = [...new Set(gaps.map(({ gap }) => gap))]
  const all = gaps.length * GAP_WIDTH <= chartArea.width / labels.length
  const rank = all
    ? gaps.findIndex(({ at }) => series[at] === one)
    : kinds.findIndex((gap) => gap === one.points[place]!.gap)
  return (rank - ((all ? gaps : kinds).length - 1) / 2) * GAP_WIDTH
}
