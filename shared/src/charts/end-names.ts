import type { Chart } from 'chart.js'
import { lineHeight, setType, strokeLine, widest, wrap, writeLines, type Pen } from './pen.ts'
import { formOf } from './forms/forms.ts'
import { namesAtEnds } from './marks-of.ts'
import { pointNumber } from './reading.ts'
import type { ChartPoint, ChartSeries, ChartSpec } from './spec.ts'
import { themeTone } from '../colors.ts'
import { gapWords } from '../format-figure.ts'
import { shortPeriod } from '../period-list.ts'
import { inLocale } from '../words/words.ts'

const AWAY = 10

/** What the names at the ends of the lines, and the values at the beginning of a slope, take at either side. */
export function roomForNames(chart: Chart, spec: ChartSpec, pen: Omit<Pen, 'ctx'>): { left: number; right: number } {
  if (!namesAtEnds(spec, chart.width)) return { left: 0, right: 0 }
  const own = { ...pen, ctx: chart.ctx }
  setType(own)
  const names = spec.series.map((series) => endText(spec, series, pen.locale))
  const { bothEnds } = formOf(spec)
  const most = chart.width * (bothEnds && chart.width < 560 ? 0.46 : 0.3)
  const right = Math.min(widest(own, names) + 2, most) + AWAY + 4
  if (!bothEnds) return { left: 0, right }
  setType(own, { bold: true, size: -1 })
  return {
    left:
      widest(
        own,
        spec.series.map(({ points }) => valueText(spec, points[0], pen.locale)),
      ) + AWAY,
    right,
  }
}

/** Draws them: each beside its last point, moved apart where they would touch, with a thin line to where it belongs. */
export function drawEndNames(chart: Chart, spec: ChartSpec, pen: Pen): void {
  if (!namesAtEnds(spec, chart.width)) return
  const { ctx, palette, locale } = pen
  const { chartArea } = chart
  const { stacks, bothEnds } = formOf(spec)
  const room = chart.width - chartArea.right - AWAY
  setType(pen)
  // As many lines as there is height for.
  const most = Math.min(Math.max(Math.floor(chartArea.height / lineHeight(pen) / spec.series.length), 2), 4)
  const names = spec.series.flatMap((series, at) => {
    if (!chart.isDatasetVisible(at)) return []
    const last = series.points.findLastIndex(({ value }) => value !== null)
    const drawn = chart.getDatasetMeta(at).data[last] as { x: number; y: number; base?: number } | undefined
    // Without any figure it is named beside its symbols, at the foot.
    const element = drawn ?? { x: chartArea.right, y: chartArea.bottom - 9 }
    const lines = wrap(pen, endText(spec, series, locale), room, most)
    const y = stacks ? (element.y + (element.base ?? element.y)) / 2 : element.y
    return [{ lines, y, from: element, color: themeTone(palette, series.theme, series.tone), at: y }]
  })
  moveApart(names, (name) => name.lines.length * lineHeight(pen), chartArea.top - 6, chartArea.bottom + 6)
  ctx.textAlign = 'left'
  const step = chartArea.width / Math.max(1, spec.labels.length)
  for (const { lines, y, at, from, color } of names) {
    // Not across the years that have no figure: it would seem to go on there.
    const apart = Math.abs(at - y) > 4 || from.x < chartArea.right - 30
    if (apart && from.x > chartArea.right - step && !stacks) {
      strokeLine(ctx, from.x + 6, y, chartArea.right + AWAY - 3, at, { color: palette.line, width: 1 })
    }
    ctx.fillStyle = stacks ? palette.ink : color
    writeLines(pen, lines, chartArea.right + AWAY, at, 'middle')
  }
  if (bothEnds) drawBeginnings(chart, spec, pen)
}

function drawBeginnings(chart: Chart, spec: ChartSpec, pen: Pen) {
  setType(pen, { bold: true, size: -1 })
  const values = spec.series.flatMap((series, at) => {
    const element = chart.getDatasetMeta(at).data[0] as { x: number; y: number } | undefined
    const point = series.points[0]
    if (!element || !chart.isDatasetVisible(at) || point?.value == null) return []
    const color = themeTone(pen.palette, series.theme, series.tone)
    return [{ text: valueText(spec, point, pen.locale), x: element.x, y: element.y, at: element.y, color }]
  })
  moveApart(values, () => lineHeight(pen, -1), chart.chartArea.top - 6, chart.chartArea.bottom + 6)
  pen.ctx.textAlign = 'right'
  for (const { text, x, y, at, color } of values) {
    pen.ctx.strokeStyle = pen.palette.line
    pen.ctx.lineWidth = 1
    if (Math.abs(at - y) > 4) strokeLine(pen.ctx, x - 4, y, x - AWAY + 2, at)
    pen.ctx.fillStyle = color
    writeLines(pen, [text], x - AWAY, at, 'middle')
  }
}

/** Moves what would touch up and down, as little as it takes, and not beyond the ends. */
export function moveApart<Thing extends { at: number }>(
  things: Thing[],
  heightOf: (thing: Thing) => number,
  top: number,
  bottom: number,
): void {
  things.sort((a, b) => a.at - b.at)
  let free = top
  for (const thing of things) {
    const half = heightOf(thing) / 2
    thing.at = Math.max(thing.at, free + half)
    free = thing.at + half
  }
  let below = bottom
  for (const thing of things.toReversed()) {
    const half = heightOf(thing) / 2
    thing.at = Math.min(thing.at, below - half)
    below = thing.at - half
  }
}

/** A slope says its last figure with the name; any line why it has none at all, and up to when it has any. */
function endText(spec: ChartSpec, { name, points }: ChartSeries, locale: Pen['locale']): string {
  const said = formOf(spec).bothEnds || points.every(({ value }) => value === null)
  if (said) return `${valueText(spec, points.at(-1), locale)} ${inLocale(name, locale)}`
  const last = points.findLastIndex(({ value }) => value !== null)
  if (last === points.length - 1) return inLocale(name, locale)
  const until = shortPeriod(inLocale(spec.labels[last]!.text, locale))
  return locale === 'ZH' ? `${name.zh}（至${until}）` : `${name.en} (to ${until})`
}

function valueText(spec: ChartSpec, point: ChartPoint | undefined, locale: Pen['locale']): string {
  if (point?.value == null) return gapWords[point?.gap ?? 'NO_RECORDS'].symbol
  return pointNumber(point, spec, locale)
}
