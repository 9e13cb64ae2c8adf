import type { Chart } from 'chart.js'
import { niceCeiling } from '../axes.ts'
import {
  hatch,
  hatchSeries,
  NOUGHT,
  LEAST_BAR,
  lineHeight,
  setType,
  strokeLine,
  widest,
  wrap,
  wrapEvenly,
  writeLines,
  type Pen,
  type Rectangle,
} from '../pen.ts'
import { MOST_TITLE_LINES, panelColumns, panelsOf } from './multiples.ts'
import { pointNumber } from '../reading.ts'
import type { ChartSeries, ChartSpec } from '../spec.ts'
import type { Spot } from '../walk.ts'
import { themeTone, translucent } from '../../colors.ts'
import { formatQuantity, gapWords } from '../../format-figure.ts'
import { traceMark } from '../mark-shape.ts'
import { scaleOf, smallPlot, type Scale } from '../small-plot.ts'
import { shortPeriod } from '../../period-list.ts'
import { inLocale } from '../../words/words.ts'

const BETWEEN = 22

/** Small multiples: one panel for each category, all on one scale, so that they can be held against each other. */
export function drawPanels(chart: Chart, spec: ChartSpec, pen: Pen, top: number): Spot[] {
  const panels = panelsOf(spec)
  const columns = panelColumns(spec, chart.width)
  const rows = Math.ceil(panels.length / columns)
  const width = (chart.width - BETWEEN * (columns - 1)) / columns
  const height = (chart.height - top) / rows
  const values = spec.series.flatMap(({ points }) =>
    points.flatMap(({ value, targets }) => [value ?? [], ...(targets ?? []).map((one) => one.value)].flat()),
  )
  const scale = scaleOf(values, spec.whole, niceCeiling)
  setType(pen, { size: -2 })
  // Lying bars have no axis that says their unit: it is at the right of their title.
  const unit = spec.lying ? inLocale(spec.unit, pen.locale) : ''
  const beside = unit === '' ? 0 : widest(pen, [unit]) + 8
  setType(pen, { bold: true, size: -1 })
  const titles = panels.map(({ name }) => wrap(pen, inLocale(name, pen.locale), width - beside, MOST_TITLE_LINES))
  const head = Math.max(...titles.map((lines) => lines.length)) * lineHeight(pen, -1) + 4
  return panels.flatMap(({ series }, at) => {
    const box = {
      left: (at % columns) * (width + BETWEEN),
      top: top + Math.floor(at / columns) * height,
      width,
      height: height - 14,
    }
    const visible = series.filter((index) => chart.isDatasetVisible(index))
    setType(pen, { bold: true, size: -1, align: 'left', color: pen.palette.ink })
    writeLines(pen, titles[at]!, box.left, box.top, 'top', -1)
    setType(pen, { size: -2, align: 'right', color: pen.palette.ink3 })
    writeLines(pen, [unit], box.left + width, box.top, 'top', -1)
    const plot = { ...box, top: box.top + head, height: box.height - head }
    return spec.lying
      ? drawLyingPanel(spec, visible[0] ?? -1, plot, scale, pen)
      : drawPanel(spec, visible, plot, scale, pen)
  })
}

function drawPanel(spec: ChartSpec, visible: number[], box: Rectangle, scale: Scale, pen: Pen): Spot[] {
  const { ctx, palette, locale } = pen
  const foot = lineHeight(pen, -2) + 7
  const plot = { ...box, top: box.top + 14, height: box.height - foot - 14 }
  const strokes = smallPlot(plot, spec.labels, scale)
  const { step, x: xOf, y: yOf } = strokes

  strokeLine(ctx, plot.left, yOf(scale.most), plot.left + plot.width, yOf(scale.most), {
    color: palette.grid,
    width: 1,
  })
  // All panels have one scale; its end is said in each.
  setType(pen, { size: -2, align: 'left', color: palette.ink3 })
  writeLines(pen, [formatQuantity(scale.most, 1, spec.unit, locale)], plot.left, yOf(scale.most), 'foot', -2)
  ctx.strokeStyle = palette.line
  strokeLine(ctx, plot.left, yOf(0), plot.left + plot.width, yOf(0))
  writeFoot(spec, plot, pen)

  const spots: Spot[] = []
  for (const index of visible) {
    const series = spec.series[index]!
    if (spec.panelMarks === 'lines') drawLine(series, strokes.line(series.points), pen)
    series.points.forEach((point, place) => {
      const x = xOf(place)
      if (point.value === null) {
        if (point.gap === null) return
        setType(pen, { bold: true, align: 'center', color: palette.ink2 })
        // Of several lines each symbol once, above each other.
        const kinds = [...new Set(visible.flatMap((one) => spec.series[one]!.points[place]!.gap ?? []))]
        const foot = plot.top + plot.height - 2 - kinds.indexOf(point.gap) * 12
        writeLines(pen, [gapWords[point.gap].symbol], x, foot, 'foot')
        spots.push({ series: index, place, left: x - step / 2, top: plot.top, width: step, height: plot.height })
        return
      }
      const y = yOf(point.value)
      if (spec.panelMarks !== 'lines') {
        drawBar(strokes.bar(place, point.value), series, point.value, spec.labels[place]!.partial, pen)
        spots.push({ series: index, place, left: x - step / 2, top: plot.top, width: step, height: plot.height })
      } else spots.push({ series: index, place, left: x - 6, top: y - 6, width: 12, height: 12 })
    })
    if (visible.length === 1) drawPanelTargets(series, step, xOf, yOf, pen)
    const last = series.points.findLastIndex(({ value }) => value !== null)
    if (last >= 0 && visible.length === 1) {
      const value = series.points[last]!.value!
      const when = shortPeriod(inLocale(spec.labels[last]!.text, locale))
      const number = pointNumber(series.points[last]!, spec, locale)
      // Of an older period it says of which.
      const text =
        last === series.points.length - 1 ? number : locale === 'ZH' ? `${number}（${when}）` : `${number} (${when})`
      setType(pen, { bold: true, size: -1, align: 'right', color: palette.ink })
      const half = widest(pen, [text]) / 2
      const right = Math.min(xOf(last) + half, plot.left + plot.width)
      // Above the symbols of the years beside it.
      const symbols = series.points.some(({ gap }) => gap !== null) ? plot.top + plot.height - 18 : Infinity
      writeLines(pen, [text], Math.max(right, plot.left + 2 * half), Math.min(yOf(value) - 4, symbols), 'foot', -1)
    }
  }
  return spots
}

/** First and last period: those between are as many as the marks. */
function writeFoot(spec: ChartSpec, plot: Rectangle, pen: Pen) {
  const labels = spec.labels.map(({ text, partial }) => shortPeriod(inLocale(text, pen.locale)) + (partial ? '†' : ''))
  setType(pen, { size: -2, align: 'left', color: pen.palette.ink3 })
  const y = plot.top + plot.height + 6
  writeLines(pen, labels.slice(0, 1), plot.left, y, 'top', -2)
  if (labels.length < 2) return
  const room = widest(pen, [labels[0]!]) + widest(pen, [labels.at(-1)!]) + 8 < plot.width
  pen.ctx.textAlign = 'right'
  if (room) writeLines(pen, labels.slice(-1), plot.left + plot.width, y, 'top', -2)
}

/** What plans want: the last is the one to hold the course against. */
function drawPanelTargets(
  { points }: ChartSeries,
  step: number,
  xOf: (place: number) => number,
  yOf: (value: number) => number,
  { ctx, palette }: Pen,
) {
  points.forEach(({ targets }, place) => {
    for (const { value } of targets ?? []) {
      strokeLine(ctx, xOf(place) - step / 2, yOf(value), xOf(place) + step / 2, yOf(value), {
        color: palette.ink,
        width: 2,
      })
    }
  })
}

/** A bar; of 0 a foot line in ink, which no gap has. */
function drawBar(bar: Rectangle, series: ChartSeries, value: number, partial: boolean, { ctx, palette }: Pen) {
  const color = themeTone(palette, series.theme, series.tone)
  if (value === 0) {
    ctx.fillStyle = palette.ink
    ctx.fillRect(bar.left, bar.top, bar.width, bar.height)
    return
  }
  ctx.fillStyle = partial ? translucent(color, 0.3) : color
  ctx.fillRect(bar.left, bar.top, bar.width, bar.height)
  if (partial) hatch(ctx, bar, 'diagonal', color)
  else hatchSeries(ctx, bar, series.pattern, palette.surface)
}

function drawLine(
  { theme, tone, dash, mark }: ChartSeries,
  line: ReturnType<ReturnType<typeof smallPlot>['line']>,
  { ctx, palette }: Pen,
) {
  const color = themeTone(palette, theme, tone)
  ctx.strokeStyle = color
  ctx.lineWidth = 2
  for (const { x, y, from, partial, whisker } of line) {
    ctx.setLineDash(partial ? [2, 4] : [...dash])
    if (from) strokeLine(ctx, from.x, from.y, x, y)
    ctx.setLineDash([])
    if (whisker) {
      ctx.lineWidth = 1
      strokeLine(ctx, x, whisker.low, x, whisker.high)
      ctx.lineWidth = 2
    }
  }
  for (const { x, y, partial } of line) {
    traceMark(ctx, mark, x, y, 3)
    ctx.fillStyle = partial ? palette.surface : color
    ctx.fill()
    ctx.stroke()
  }
}

/** Categories of a second dimension under each other, their names at the left. */
function drawLyingPanel(spec: ChartSpec, index: number, box: Rectangle, scale: Scale, pen: Pen): Spot[] {
  const series = spec.series[index]
  if (!series) return []
  const { palette, locale } = pen
  const labels = spec.labels.map(({ text, partial }) => inLocale(text, locale) + (partial ? '†' : ''))
  setType(pen, { size: -1 })
  const names = Math.min(widest(pen, labels) + 8, box.width * 0.48)
  const step = Math.min(52, box.height / Math.max(labels.length, 1))
  const lines = Math.max(1, Math.floor(step / lineHeight(pen, -1)))
  const texts = series.points.map((point) =>
    point.gap ? gapWords[point.gap].symbol : pointNumber(point, spec, locale),
  )
  setType(pen, { size: -1, bold: true })
  const room = box.width - names - Math.max(widest(pen, texts) + 8, 44)
  const thick = Math.min(step * 0.72, 18)
  return series.points.map((point, place): Spot => {
    const middle = box.top + (place + 0.5) * step
    setType(pen, { size: -1, align: 'left', color: palette.ink2 })
    writeLines(pen, wrapEvenly(pen, labels[place]!, names - 6, lines), box.left, middle, 'middle', -1)
    const x = box.left + names
    const { partial } = spec.labels[place]!
    const share = point.value === null ? 0 : (Math.max(point.value, 0) / (scale.most || 1)) * room
    const length = point.value === null ? 0 : Math.max(share, point.value === 0 ? NOUGHT : LEAST_BAR)
    if (point.value !== null)
      drawBar({ left: x, top: middle - thick / 2, width: length, height: thick }, series, point.value, partial, pen)
    setType(pen, { size: -1, bold: true, color: palette.ink })
    writeLines(pen, [texts[place]!], x + length + 5, middle, 'middle', -1)
    return { series: index, place, left: box.left, top: middle - step / 2, width: box.width, height: step }
  })
}
