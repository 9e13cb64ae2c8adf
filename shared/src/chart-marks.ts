import type { BarElement, Chart, Plugin, PointElement } from 'chart.js'
import type { Pattern } from './chart-looks.ts'
import type { ChartSeries, ChartSpec } from './chart-spec.ts'
import { themeTone, type Palette } from './colors.ts'
import { formatValue, gapWords } from './format-figure.ts'
import { inLocale, type Locale } from './words/words.ts'

type Font = { family: string; size: number }
type Context = Chart['ctx']

const STRIPE = 6

/**
 * What Chart.js does not draw: hatching of bars (a pattern that stays in black and white; an incomplete period), the symbol of a
 * gap in its place, whiskers of an interval, values beside the marks. Drawn with plain strokes, so that no canvas has to be made.
 */
export function chartMarks(spec: ChartSpec, palette: Palette, locale: Locale, font: Font): Plugin<'bar' | 'line'> {
  return {
    id: 'causeway-marks',
    afterDatasetsDraw(chart) {
      const { ctx } = chart
      ctx.save()
      if (!spec.lying) drawUnit(chart, inLocale(spec.unit, locale), palette, font)
      const valuesFit = spec.lying || (spec.series.length === 1 && fitSideBySide(chart, spec, locale, font))
      spec.series.forEach((series, index) => {
        const meta = chart.getDatasetMeta(index)
        if (meta.hidden || !chart.isDatasetVisible(index)) return
        const color = themeTone(palette, series.theme, series.tone)
        series.points.forEach((point, place) => {
          const element = meta.data[place]
          if (!element) return
          if (point.value === null) {
            // Neither value nor gap: this side says nothing of the place.
            if (point.gap !== null) drawGap(chart, spec, series, index, place, palette, font)
            return
          }
          if (spec.kind !== 'lines') {
            const partial = spec.labels[place]!.partial
            const pattern = partial ? 'diagonal' : series.pattern
            if (pattern !== 'solid')
              hatch(ctx, rectangleOf(element as BarElement), pattern, partial ? color : palette.surface)
          }
          if (point.low !== null && point.high !== null && !spec.lying) {
            whisker(chart, element as PointElement, point.low, point.high, color)
          }
          if (valuesFit)
            drawValue(
              ctx,
              spec,
              series,
              element,
              point.high,
              chart,
              formatValue(point.value, spec.decimals, locale),
              palette,
              font,
            )
        })
      })
      ctx.restore()
    },
  }
}

/** On a narrow screen values would run into each other: then there are none, and the table has them. */
function fitSideBySide(chart: Chart, spec: ChartSpec, locale: Locale, font: Font): boolean {
  const { ctx, chartArea } = chart
  ctx.font = `600 ${font.size - 1}px ${font.family}`
  const widths = spec.series.flatMap(({ points }) =>
    points.map(({ value }) => (value === null ? 0 : ctx.measureText(formatValue(value, spec.decimals, locale)).width)),
  )
  return Math.max(0, ...widths) + 4 <= chartArea.width / Math.max(1, spec.labels.length)
}

/** Beside an upright axis the unit would lie on its side; it stands above it. */
function drawUnit({ ctx, chartArea }: Chart, unit: string, palette: Palette, font: Font) {
  ctx.fillStyle = palette.ink3
  ctx.font = `${font.size}px ${font.family}`
  ctx.textAlign = 'left'
  ctx.textBaseline = 'bottom'
  ctx.fillText(unit, 0, chartArea.top - 8)
}

interface Rectangle {
  left: number
  top: number
  width: number
  height: number
}

function rectangleOf(bar: BarElement): Rectangle {
  const { width, height, horizontal, ...ends } = bar.getProps(['x', 'y', 'base', 'width', 'height', 'horizontal'], true)
  const [x, y, base] = [ends.x ?? 0, ends.y ?? 0, ends.base ?? 0]
  return horizontal
    ? { left: Math.min(x, base), top: y - height / 2, width: Math.abs(base - x), height }
    : { left: x - width / 2, top: Math.min(y, base), width, height: Math.abs(base - y) }
}

function hatch(ctx: Context, { left, top, width, height }: Rectangle, pattern: Pattern, color: string) {
  ctx.save()
  ctx.beginPath()
  ctx.rect(left, top, width, height)
  ctx.clip()
  ctx.strokeStyle = color
  ctx.fillStyle = color
  ctx.lineWidth = 1.25
  ctx.beginPath()
  if (pattern === 'diagonal' || pattern === 'cross') {
    for (let at = left - height; at < left + width; at += STRIPE) line(ctx, at, top + height, at + height, top)
  }
  if (pattern === 'cross')
    for (let at = left; at < left + width + height; at += STRIPE) line(ctx, at, top + height, at - height, top)
  if (pattern === 'horizontal')
    for (let at = top + STRIPE / 2; at < top + height; at += STRIPE) line(ctx, left, at, left + width, at)
  if (pattern === 'vertical')
    for (let at = left + STRIPE / 2; at < left + width; at += STRIPE) line(ctx, at, top, at, top + height)
  ctx.stroke()
  if (pattern === 'dots') {
    for (let x = left + STRIPE / 2; x < left + width; x += STRIPE)
      for (let y = top + STRIPE / 2; y < top + height; y += STRIPE) ctx.fillRect(x - 1, y - 1, 2, 2)
  }
  ctx.restore()
}

function line(ctx: Context, x1: number, y1: number, x2: number, y2: number) {
  ctx.moveTo(x1, y1)
  ctx.lineTo(x2, y2)
}

function whisker(chart: Chart, { x }: { x: number }, low: number, high: number, color: string) {
  const scale = chart.scales['y']
  if (!scale) return
  const [bottom, top] = [scale.getPixelForValue(low), scale.getPixelForValue(high)]
  const { ctx } = chart
  ctx.strokeStyle = color
  ctx.lineWidth = 1.25
  ctx.beginPath()
  line(ctx, x, bottom, x, top)
  line(ctx, x - 4, bottom, x + 4, bottom)
  line(ctx, x - 4, top, x + 4, top)
  ctx.stroke()
}

/** The symbol stands at the zero line of a bar, at the foot of a line chart, one series beside the other. */
function drawGap(
  chart: Chart,
  spec: ChartSpec,
  series: ChartSeries,
  index: number,
  place: number,
  palette: Palette,
  font: Font,
) {
  const { ctx, chartArea } = chart
  const symbol = gapWords[series.points[place]!.gap ?? 'NO_RECORDS'].symbol
  ctx.fillStyle = palette.ink2
  ctx.font = `600 ${font.size + 2}px ${font.family}`
  ctx.textBaseline = 'middle'
  if (spec.lying) {
    const [x, y] = [chart.scales['x']!.getPixelForValue(0), chart.scales['y']!.getPixelForValue(place)]
    const left = spec.kind === 'mirrored-bars' && series.side === 'left'
    ctx.textAlign = left ? 'right' : 'left'
    ctx.fillText(symbol, x + (left ? -6 : 6), y)
    return
  }
  ctx.textAlign = 'center'
  const shift = spec.series.length > 1 ? (index - (spec.series.length - 1) / 2) * 9 : 0
  if (spec.series.length > 1) ctx.fillStyle = themeTone(palette, series.theme, series.tone)
  ctx.fillText(symbol, chart.scales['x']!.getPixelForValue(place) + shift, chartArea.bottom - 9)
}

function drawValue(
  ctx: Context,
  spec: ChartSpec,
  series: ChartSeries,
  element: { x: number; y: number },
  high: number | null,
  chart: Chart,
  text: string,
  palette: Palette,
  font: Font,
) {
  ctx.fillStyle = palette.ink
  ctx.font = `600 ${font.size - 1}px ${font.family}`
  if (spec.lying) {
    const left = spec.kind === 'mirrored-bars' && series.side === 'left'
    ctx.textAlign = left ? 'right' : 'left'
    ctx.textBaseline = 'middle'
    ctx.fillText(text, element.x + (left ? -6 : 6), element.y)
    return
  }
  ctx.textAlign = 'center'
  ctx.textBaseline = 'bottom'
  const top = high === null ? element.y : Math.min(element.y, chart.scales['y']!.getPixelForValue(high))
  ctx.fillText(text, element.x, top - 5)
}
