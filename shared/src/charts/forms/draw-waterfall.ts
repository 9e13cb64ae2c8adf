import type { Chart } from 'chart.js'
import {
  hatch,
  LEAST_BAR,
  lineHeight,
  setType,
  strokeLine,
  widest,
  wrapEvenly,
  writeLines,
  type Pen,
  type Rectangle,
} from '../pen.ts'
import type { ChartSpec } from '../spec.ts'
import type { Spot } from '../walk.ts'
import { axisOf, isTorn, reachOf, waterfallRow } from './waterfall.ts'
import { themeTone, translucent } from '../../colors.ts'
import { inLocale } from '../../words/words.ts'

const BAR = 18
const BETWEEN = 8

/** A figure, each part from where the one before it ended, and the figure that they lead to. */
export function drawWaterfall(chart: Chart, spec: ChartSpec, pen: Pen): Spot[] {
  const { ctx, palette, locale } = pen
  const [series] = spec.series
  if (!series) return []
  const { width } = chart
  const texts = series.points.map(({ text }) => inLocale(text, locale))
  setType(pen, { bold: true })
  const beside = widest(pen, texts) + BETWEEN
  const { names } = waterfallRow(spec.labels[0]!.text, width)
  const [least, most] = axisOf(spec)
  const left = names ? names + 10 : 0
  // A value is beyond its bar, at the end that it goes to; left of 0 there are names.
  const room = { from: left + (least < 0 ? beside : 0), to: width - beside }
  const xOf = (value: number) => room.from + ((value - least) / (most - least || 1)) * (room.to - room.from)
  const torn = isTorn(spec)
  let y = 3
  let before: number | null = null
  return series.points.map((point, place): Spot => {
    const name = spec.labels[place]!.text
    const row = waterfallRow(name, width)
    const isFigure = point.low === null
    const [from, to] = reachOf(point)
    const start = isFigure && torn ? room.from : xOf(from)
    const end = xOf(to)
    const middle = row.names ? y + row.height / 2 : y + row.lines * lineHeight(pen) + 3 + BAR / 2
    const long = Math.max(Math.abs(end - start), to === from ? 1 : LEAST_BAR)
    const bar = { left: end < start ? start - long : start, top: middle - BAR / 2, width: long, height: BAR }
    const foot = middle - BAR / 2
    if (before !== null) {
      ctx.setLineDash([2, 3])
      const at = xOf(isFigure ? to : from)
      strokeLine(ctx, at, before, at, foot, { color: palette.ink3, width: 1 })
      ctx.setLineDash([])
    }
    before = foot + BAR
    drawBar(
      bar,
      isFigure ? 'figure' : to < from ? 'less' : 'more',
      pen,
      themeTone(palette, series.theme, isFigure ? 0 : 1),
    )
    if (isFigure && torn) drawTear(bar, pen)
    setType(pen, { bold: isFigure, align: row.names ? 'right' : 'left', color: palette.ink })
    const lines = wrapEvenly(pen, inLocale(name, locale), row.names || width, row.lines)
    writeLines(pen, lines, row.names, row.names ? middle : y, row.names ? 'middle' : 'top')
    const below = Math.max(from, to) <= 0
    setType(pen, { bold: true, align: below ? 'right' : 'left', color: palette.ink })
    writeLines(
      pen,
      [texts[place]!],
      below ? bar.left - BETWEEN / 2 : bar.left + bar.width + BETWEEN / 2,
      middle,
      'middle',
    )
    const spot = { series: 0, place, ...bar }
    y += row.height
    return spot
  })
}

function drawBar(bar: Rectangle, as: 'figure' | 'more' | 'less', { ctx, palette }: Pen, color: string): void {
  ctx.fillStyle = as === 'less' ? translucent(color, 0.25) : color
  ctx.fillRect(bar.left, bar.top, bar.width, bar.height)
  if (as === 'less') hatch(ctx, bar, 'diagonal', color)
  ctx.strokeStyle = as === 'figure' ? palette.surface : color
  ctx.lineWidth = as === 'figure' ? 0 : 1
  if (as !== 'figure') ctx.strokeRect(bar.left, bar.top, bar.width, bar.height)
}

/** A slanting cut near the foot of the bar. */
function drawTear({ left, top, height }: Rectangle, { ctx, palette }: Pen): void {
  for (const at of [left + 10, left + 15])
    strokeLine(ctx, at + 4, top - 1, at - 4, top + height + 1, { color: palette.surface, width: 2 })
}
