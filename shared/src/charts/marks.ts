import type { BarElement, Chart, Plugin } from 'chart.js'
import { axisTitle, showsBreak } from './axes.ts'
import { drawEndNames } from './end-names.ts'
import {
  hatch,
  hatchSeries,
  rectangleOf,
  NOUGHT,
  LEAST_BAR,
  setType,
  strokeLine,
  type Pen,
  type Rectangle,
  type Taken,
} from './pen.ts'
import { formOf } from './forms/forms.ts'
import { drawsWhiskers, hasBars, hasFeet, isOnAxes } from './marks-of.ts'
import { drawKey, keyHeight } from './key.ts'
import { drawLimits, drawTargets, writeLimits, writeTargets } from './limits.ts'
import type { ChartPoint, ChartSeries, ChartSpec } from './spec.ts'
import { noteSpots, type Position, type Spot, type Walk } from './walk.ts'
import { gapPlace, valuesFit, writeValues } from './values.ts'
import { themeTone, translucent } from '../colors.ts'
import { gapWords } from '../format-figure.ts'

/** Draws a form that has no axes, below `top`, and tells where its points lie. */
export type DrawOwn = (chart: Chart, spec: ChartSpec, pen: Pen, top: number) => Spot[]

/** What a form that has no axes does itself. */
export interface OwnForm {
  draw: DrawOwn
  /** What is under a point; left out: the spot that is there. */
  at?: (spots: readonly Spot[], x: number, y: number) => Position | null
  /** How its points are walked, where it is not as in other charts. */
  walk?: Walk
}

/**
 * What Chart.js does not draw: hatching of bars (a pattern that stays in black and white; an incomplete period), the symbol of a
 * gap in its place, whiskers of an interval, targets, values and names beside the marks, and the forms that have no axes. With plain
 * strokes, so that no canvas has to be made.
 */
export function chartMarks(
  spec: ChartSpec,
  given: Omit<Pen, 'ctx'>,
  key: boolean,
  drawOwn: DrawOwn | null,
): Plugin<'bar' | 'line'> {
  return {
    id: 'causeway-marks',
    beforeDatasetsDraw(chart) {
      const pen = { ...given, ctx: chart.ctx }
      if (formOf(spec).spans) drawRanges(chart, spec, pen)
      if (!hasBars(spec)) drawAllTargets(chart, spec, pen)
    },
    afterDatasetsDraw(chart) {
      const pen = { ...given, ctx: chart.ctx }
      pen.ctx.save()
      noteSpots(chart, drawAll(chart, spec, pen, key, drawOwn))
      pen.ctx.restore()
    },
  }
}

function drawAll(chart: Chart, spec: ChartSpec, pen: Pen, key: boolean, drawOwn: DrawOwn | null): Spot[] {
  if (key) drawKey(chart, spec, pen)
  if (!isOnAxes(spec)) return drawOwn?.(chart, spec, pen, key ? keyHeight(chart, spec, pen) : 0) ?? []
  if (!spec.lying) drawUnit(chart, spec, pen)
  if (showsBreak(spec)) drawBreak(chart, spec, pen)
  const written = valuesFit(chart, spec, pen)
  drawLimits(chart, spec, pen)
  const taken: Taken = []
  const spots = spec.series.flatMap((series, index) => {
    if (!chart.isDatasetVisible(index)) return []
    return series.points.map((point, place) => drawPoint(chart, spec, series, index, point, place, pen))
  })
  if (written) writeValues(chart, spec, pen, taken)
  if (!spec.lying) taken.push(...marksTaken(chart, spec))
  writeTargets(chart, spec, pen, taken)
  writeLimits(chart, spec, pen, taken)
  drawEndNames(chart, spec, pen)
  return spots.filter((spot) => spot !== null)
}

function drawPoint(
  chart: Chart,
  spec: ChartSpec,
  series: ChartSeries,
  index: number,
  point: ChartPoint,
  place: number,
  pen: Pen,
): Spot | null {
  const { ctx, palette } = pen
  const element = chart.getDatasetMeta(index).data[place]
  if (!element) return null
  if (point.value === null) {
    // Neither value nor gap: this side says nothing of the place.
    if (point.gap === null) return null
    const at = gapPlace(chart, spec, series, index, place)
    if (!hasBars(spec) && !spec.lying) {
      // Over the line of another, which stays to be seen.
      ctx.fillStyle = translucent(palette.surface, 0.6)
      ctx.fillRect(at.x - 7, at.y - 7, 14, 14)
    }
    const color = spec.series.length > 1 && !spec.lying ? themeTone(palette, series.theme, series.tone) : palette.ink2
    setType(pen, { bold: true, size: 2, color })
    ctx.textBaseline = 'middle'
    ctx.textAlign = at.align
    ctx.fillText(gapWords[point.gap].symbol, at.x, at.y)
    if (hasBars(spec)) drawTargets(chart, spec, point, place, pen)
    return { series: index, place, left: at.x - 8, top: at.y - 8, width: 16, height: 16 }
  }
  const color = themeTone(palette, series.theme, series.tone)
  const bars = hasBars(spec)
  if (bars) {
    const bar = rectangleOf(element as BarElement)
    if (hasFeet(spec)) drawLeast(bar, spec, series, point.value, color, pen)
    if (!spec.labels[place]!.partial) hatchSeries(ctx, bar, series.pattern, palette.surface)
    else hatch(ctx, bar, series.pattern === 'diagonal' ? 'cross' : hatched(series.pattern), color)
  }
  if (point.low !== null && point.high !== null && drawsWhiskers(spec))
    drawWhisker(chart, spec, element, point.low, point.high, color, pen)
  if (bars) drawTargets(chart, spec, point, place, pen)
  return bars
    ? { series: index, place, ...rectangleOf(element as BarElement) }
    : { series: index, place, left: element.x - 7, top: element.y - 7, width: 14, height: 14 }
}

/** Of 0 a foot line on the axis, in ink; of a small number a bar that stays to be seen. */
function drawLeast(
  { left, top, width, height }: Rectangle,
  spec: ChartSpec,
  { side }: ChartSeries,
  value: number,
  color: string,
  { ctx, palette }: Pen,
) {
  const long = spec.lying ? width : height
  if (value !== 0 && long >= LEAST_BAR) return
  const thick = value === 0 ? NOUGHT : LEAST_BAR
  const back = spec.lying ? (formOf(spec).stacks === 'sides' ? side === 'left' : value < 0) : value >= 0
  ctx.fillStyle = value === 0 ? palette.ink : color
  if (spec.lying) ctx.fillRect(back ? left + width - thick : left, top, thick, height)
  else ctx.fillRect(left, back ? top + height - thick : top, width, thick)
}

/** Beneath dots and lines, which say what is, and would be hidden by what is wanted. */
function drawAllTargets(chart: Chart, spec: ChartSpec, pen: Pen) {
  pen.ctx.save()
  spec.series.forEach(({ points }, index) => {
    if (chart.isDatasetVisible(index)) points.forEach((point, place) => drawTargets(chart, spec, point, place, pen))
  })
  pen.ctx.restore()
}

/** What the marks and their whiskers cover, for words that are not theirs. */
function marksTaken(chart: Chart, spec: ChartSpec): Taken {
  const scale = chart.scales['y']!
  return spec.series.flatMap((series, index) =>
    series.points.flatMap((point, place) => {
      const element = chart.getDatasetMeta(index).data[place]
      if (!element || !chart.isDatasetVisible(index)) return []
      if (point.value === null) {
        const { x, y } = gapPlace(chart, spec, series, index, place)
        return point.gap === null ? [] : [{ left: x - 8, top: y - 8, width: 16, height: 16 }]
      }
      if (hasBars(spec)) return [rectangleOf(element as BarElement)]
      const ends = [point.low, point.high].map((end) => (end === null ? element.y : scale.getPixelForValue(end)))
      const top = Math.min(element.y - 6, ...ends)
      return [{ left: element.x - 6, top, width: 12, height: Math.max(element.y + 6, ...ends) - top }]
    }),
  )
}

/** An incomplete period is always hatched. */
function hatched(pattern: ChartSeries['pattern']): ChartSeries['pattern'] {
  return pattern === 'solid' ? 'diagonal' : pattern
}

/** Beside an upright axis the unit would be on its side; it is above it. */
function drawUnit({ chartArea }: Chart, spec: ChartSpec, pen: Pen) {
  const { ctx, palette } = pen
  setType(pen, { align: 'left', color: palette.ink3 })
  ctx.textBaseline = 'bottom'
  ctx.fillText(axisTitle(spec, pen.locale).join(pen.locale === 'ZH' ? '，' : ', '), 0, chartArea.top - 10)
}

/** Two slanted strokes through the axis near its beginning: it does not begin at 0. */
function drawBreak({ chartArea }: Chart, spec: ChartSpec, { ctx, palette }: Pen) {
  const [x, y] = spec.lying ? [chartArea.left + 10, chartArea.bottom] : [chartArea.left, chartArea.bottom - 10]
  ctx.strokeStyle = palette.ink2
  ctx.lineWidth = 1.5
  for (const away of [0, 5])
    if (spec.lying) strokeLine(ctx, x + away - 2, y + 5, x + away + 2, y - 5)
    else strokeLine(ctx, x - 5, y - away + 2, x + 5, y - away - 2)
}

function drawWhisker(
  chart: Chart,
  spec: ChartSpec,
  element: { x: number; y: number },
  low: number,
  high: number,
  color: string,
  { ctx, palette }: Pen,
) {
  const scale = chart.scales[spec.lying ? 'x' : 'y']
  if (!scale) return
  const [from, to] = [scale.getPixelForValue(low), scale.getPixelForValue(high)]
  // On a bar of the same colour it would not be seen: it has a pale rim there.
  const rims =
    hasBars(spec) && !formOf(spec).stacks
      ? ([
          [palette.surface, 3.5],
          [palette.ink, 1.25],
        ] as const)
      : ([[color, 1.5]] as const)
  for (const [stroke, width] of rims) {
    ctx.strokeStyle = stroke
    ctx.lineWidth = width
    for (const [x1, y1, x2, y2] of spec.lying
      ? [
          [from, element.y, to, element.y],
          [from, element.y - 4, from, element.y + 4],
          [to, element.y - 4, to, element.y + 4],
        ]
      : [
          [element.x, from, element.x, to],
          [element.x - 4, from, element.x + 4, from],
          [element.x - 4, to, element.x + 4, to],
        ])
      strokeLine(ctx, x1!, y1!, x2!, y2!)
  }
}

/** What joins the two ends of a range: from one period to the other, or from the lowest to the highest. */
function drawRanges(chart: Chart, spec: ChartSpec, { ctx, palette }: Pen) {
  const [along, scale] = [chart.scales['y'], chart.scales['x']]
  if (!along || !scale) return
  ctx.save()
  spec.labels.forEach((_, place) => {
    const points = spec.series
      .filter((_one, index) => chart.isDatasetVisible(index))
      .map(({ points }) => points[place]!)
    const pairs =
      points.length > 1 ? [points[0]!.value, points.at(-1)!.value] : [points[0]?.low ?? null, points[0]?.high ?? null]
    if (pairs.some((value) => value === null)) return
    const y = along.getPixelForValue(place)
    const theme = spec.series[0]!.theme
    strokeLine(ctx, scale.getPixelForValue(pairs[0]!), y, scale.getPixelForValue(pairs[1]!), y, {
      color: points.length > 1 ? themeTone(palette, theme, 0) : palette.soft[theme],
      width: points.length > 1 ? 2.5 : 12,
    })
    if (points.length > 1) return
    ctx.strokeStyle = themeTone(palette, theme, 0)
    ctx.lineWidth = 1.5
    for (const value of pairs)
      strokeLine(ctx, scale.getPixelForValue(value!), y - 6, scale.getPixelForValue(value!), y + 6)
  })
  ctx.restore()
}
