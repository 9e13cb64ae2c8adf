import type { Chart } from 'chart.js'
import { lineHeight, setType, strokeLine, wrap, writeLines, type Pen } from '../pen.ts'
import type { ChartSeries, ChartSpec } from '../spec.ts'
import { type Position, type Spot, wayOf, type Walk } from '../walk.ts'
import { isNarrowTimeLine, TIME_TRACK, timeRowHeight, timeRowLines } from './time-line.ts'
import { toDay, toIso, yearOf } from '../../day.ts'
import { STAGE_FILL, type StageSign } from '../../stage-sign.ts'
import { themeTone, translucent } from '../../colors.ts'
import type { Theme } from '../../series.ts'
import { inLocale } from '../../words/words.ts'

const SIGN = 16
/** Between the middles of signs that would be on each other. */
const APART = 15
/** At both ends of a track, for half a sign. */
const MARGIN = 10
const AXIS = 22

/** Lives under each other on one time axis: the name above its track, the sign of each stage on its day. */
export function drawTimeLine(chart: Chart, spec: ChartSpec, pen: Pen): Spot[] {
  const { ctx, palette } = pen
  const { from, to } = spec.span ?? { from: 0, to: 1 }
  const start = toDay(`${toIso(from).slice(0, 4)}-01-01`)
  const room = chart.width - 2 * MARGIN
  const xOf = (day: number) => MARGIN + ((day - start) / Math.max(to - start, 1)) * room
  const top = drawKey(spec, chart.width, pen)
  const visible = spec.series.flatMap((series, index) => (chart.isDatasetVisible(index) ? [{ series, index }] : []))
  const foot = visible.reduce((sum, { series }) => sum + timeRowHeight(series, chart.width), top + AXIS)
  drawYears(start, to, xOf, { top, foot }, chart.width, pen)
  let y = top + AXIS
  return visible.flatMap(({ series, index }) => {
    const height = timeRowHeight(series, chart.width)
    strokeLine(ctx, 0, y, chart.width, y, { color: palette.line, width: 1 })
    writeHead(series, y + 5, chart.width, pen)
    const spots = drawTrack(series, spec, y + height - TIME_TRACK / 2 - 4, xOf, chart.width - MARGIN, pen)
    y += height
    return spots.map((spot) => ({ ...spot, series: index }))
  })
}

/** What the signs mean, those that occur, and the two ways of a line. */
function drawKey(spec: ChartSpec, width: number, pen: Pen): number {
  const { ctx, palette, locale } = pen
  const occurs = (sign: StageSign, at: number) =>
    spec.series.some(({ points, standing }) => points[at]!.value !== null || standing?.sign === sign)
  const signs = spec.labels.flatMap(({ text, sign }, at) =>
    sign && occurs(sign, at)
      ? [{ text, wide: SIGN, draw: (x: number, y: number) => drawSign(sign, x + SIGN / 2, y, pen) }]
      : [],
  )
  const theme = spec.series[0]?.theme ?? 'STANDARDS'
  const lines = (['before', 'held'] as const).flatMap((part) =>
    spec.span && spec.series.some(({ course }) => course?.[part])
      ? [
          {
            text: spec.span[part],
            wide: 26,
            draw: (x: number, y: number) => drawCourse(part, theme, x, x + 26, y, pen),
          },
        ]
      : [],
  )
  const step = lineHeight(pen) + 5
  let [x, y] = [0, 10]
  for (const { text, wide, draw } of [...signs, ...lines]) {
    setType(pen, { size: -1 })
    const words = inLocale(text, locale)
    const long = wide + 5 + ctx.measureText(words).width + 16
    if (x > 0 && x + long > width) [x, y] = [0, y + step]
    draw(x, y)
    setType(pen, { size: -1, align: 'left', color: palette.ink2 })
    writeLines(pen, [words], x + wide + 5, y, 'middle', -1)
    x += long
  }
  return y + step / 2 + 2
}

/** Dotted before it is adopted, thick as long as it holds. */
function drawCourse(part: 'before' | 'held', theme: Theme, from: number, to: number, y: number, pen: Pen) {
  const { ctx, palette } = pen
  const color = themeTone(palette, theme, 0)
  ctx.strokeStyle = part === 'before' ? color : translucent(color, 0.5)
  ctx.lineWidth = part === 'before' ? 2 : 6
  if (part === 'before') ctx.setLineDash([2, 4])
  strokeLine(ctx, from, y, Math.max(to, from + 2), y)
  ctx.setLineDash([])
}

function drawYears(
  start: number,
  to: number,
  xOf: (day: number) => number,
  { top, foot }: { top: number; foot: number },
  width: number,
  pen: Pen,
) {
  const { ctx, palette } = pen
  const [first, last] = [start, to].map(yearOf) as [number, number]
  const step = Math.max(1, Math.ceil((last - first + 1) / Math.max(2, Math.floor(width / 64))))
  setType(pen, { size: -1 })
  for (let year = first; year <= last; year += step) {
    const x = xOf(toDay(`${year}-01-01`))
    strokeLine(ctx, x, top + AXIS, x, foot, { color: palette.grid, width: 1 })
    ctx.fillStyle = palette.ink3
    ctx.textAlign = x < 20 ? 'left' : x > width - 20 ? 'right' : 'center'
    writeLines(pen, [String(year)], x < 20 ? 0 : x > width - 20 ? width : x, top + AXIS / 2, 'middle', -1)
  }
}

/** The name, and its state: beside it, or below it where the chart is narrow. */
function writeHead(series: ChartSeries, top: number, width: number, pen: Pen) {
  const { ctx, palette, locale } = pen
  const narrow = isNarrowTimeLine(width)
  const lines = timeRowLines(series, width)
  const standing = series.standing ? inLocale(series.standing.text, locale) : ''
  setType(pen, { size: -1 })
  const taken = narrow || standing === '' ? 0 : ctx.measureText(standing).width + SIGN + 30
  setType(pen, { bold: true, align: 'left' })
  // Over the years that run through.
  const name = wrap(pen, inLocale(series.name, locale), width - taken, lines)
  ground(name, 0, top, pen)
  ctx.fillStyle = palette.ink
  writeLines(pen, name, 0, top, 'top')
  if (!series.standing) return
  const y = top + lineHeight(pen) * (narrow ? name.length + 0.5 : 0.5)
  setType(pen, { size: -1 })
  const x = narrow ? 0 : width - taken + 20
  ground([standing], x + SIGN + 5, y - lineHeight(pen) / 2, pen)
  drawSign(series.standing.sign, x + SIGN / 2, y, pen, 13)
  ctx.fillStyle = palette.ink2
  ctx.textAlign = 'left'
  writeLines(pen, [standing], x + SIGN + 5, y, 'middle', -1)
}

function ground(lines: readonly string[], x: number, top: number, { ctx, palette, font }: Pen) {
  ctx.fillStyle = palette.surface
  const step = Math.round(font.size * 1.3)
  lines.forEach((line, at) => ctx.fillRect(x - 1, top + at * step, ctx.measureText(line).width + 3, step))
}

function drawTrack(
  { theme, course, points }: ChartSeries,
  spec: ChartSpec,
  y: number,
  xOf: (day: number) => number,
  right: number,
  pen: Pen,
): Omit<Spot, 'series'>[] {
  const { ctx, palette } = pen
  for (const part of ['before', 'held'] as const) {
    const stretch = course?.[part]
    if (stretch) drawCourse(part, theme, xOf(stretch.from), xOf(stretch.to), y, pen)
  }
  return placeSigns(points, xOf, right).map(({ place, x, day }) => {
    // The sign had to give way to another: its day stays marked.
    if (Math.abs(x - day) > 3) strokeLine(ctx, day, y - 10, day, y + 10, { color: palette.ink2, width: 1.5 })
    drawSign(spec.labels[place]!.sign ?? null, x, y, pen)
    return { place, left: x - SIGN / 2, top: y - SIGN / 2, width: SIGN, height: SIGN }
  })
}

/** Where signs stand: on their days, apart from each other, inside the chart. */
function placeSigns(points: ChartSeries['points'], xOf: (day: number) => number, right: number) {
  const signs = points
    .flatMap(({ value }, place) => (value === null ? [] : [{ place, day: xOf(value), x: xOf(value) }]))
    .toSorted((a, b) => a.day - b.day || a.place - b.place)
  let least = -Infinity
  for (const sign of signs) {
    sign.x = Math.max(sign.x, least)
    least = sign.x + APART
  }
  let most = right
  for (const sign of signs.toReversed()) {
    sign.x = Math.min(sign.x, most)
    most = sign.x - APART
  }
  return signs
}

/** A circle that fills as it goes on, a star once learners use it, a cross when it has lapsed: as the page has them. */
function drawSign(sign: StageSign | null, x: number, y: number, { ctx, palette }: Pen, size = SIGN) {
  const unit = size / 16
  ctx.save()
  ctx.translate(x, y)
  ctx.scale(unit, unit)
  ctx.strokeStyle = palette.ink
  ctx.fillStyle = palette.surface
  ctx.lineWidth = 1.4
  if (sign === 'USED') drawStar(ctx, palette.ink, palette.surface)
  else if (sign === 'LAPSED') {
    for (const [color, width] of [
      [palette.surface, 5],
      [palette.ink, 2.4],
    ] as const) {
      strokeLine(ctx, -5, -5, 5, 5, { color, width })
      strokeLine(ctx, 5, -5, -5, 5)
    }
  } else {
    const fill = sign === null ? 0 : (STAGE_FILL[sign] ?? 0)
    if (sign === null) ctx.setLineDash([2, 2.3])
    ctx.beginPath()
    ctx.arc(0, 0, 6, 0, 2 * Math.PI)
    ctx.fill()
    ctx.stroke()
    ctx.setLineDash([])
    if (fill > 0) {
      ctx.fillStyle = palette.ink
      ctx.beginPath()
      ctx.moveTo(0, 0)
      ctx.arc(0, 0, 6, -Math.PI / 2, -Math.PI / 2 + fill * 2 * Math.PI)
      ctx.closePath()
      ctx.fill()
    }
  }
  ctx.restore()
}

function drawStar(ctx: Pen['ctx'], ink: string, rim: string) {
  ctx.beginPath()
  for (let tip = 0; tip < 10; tip++) {
    const [angle, radius] = [(tip * Math.PI) / 5 - Math.PI / 2, tip % 2 === 0 ? 7.4 : 3.1]
    ctx.lineTo(Math.cos(angle) * radius, Math.sin(angle) * radius)
  }
  ctx.closePath()
  ctx.strokeStyle = rim
  ctx.lineWidth = 3
  ctx.stroke()
  ctx.fillStyle = ink
  ctx.fill()
}

/**
 * In a time line: from stage to stage of one life in the order of their days, and from life to life at the stage that is nearest.
 * Where there is a sign, not where there is none.
 */
export const walkLives: Walk = (key, spec, shown, now) => {
  const rows = shown.filter((row) => placesOf(spec, row).length > 0)
  const way = wayOf(key, spec, rows.length > 1)
  if (way === null || (now === null && way === 'leave') || rows.length === 0) return undefined
  if (way === 'leave') return null
  const row = now?.series ?? rows[0]!
  const places = placesOf(spec, row)
  if (now === null || way === 'first') return { series: row, place: places[0]! }
  if (way === 'last') return { series: row, place: places.at(-1)! }
  if (way === 'out' || way === 'in') return acrossTo(rows[rows.indexOf(row) + (way === 'in' ? 1 : -1)] ?? row)
  const at = places.indexOf(now.place) + (way === 'on' ? 1 : -1)
  return { series: row, place: places[Math.min(Math.max(at, 0), places.length - 1)]! }

  function acrossTo(next: number): Position {
    const away = (place: number) => Math.abs(place - now!.place)
    return { series: next, place: placesOf(spec, next).toSorted((a, b) => away(a) - away(b))[0]! }
  }
}

/** The stages that are dated, by their days. */
function placesOf({ series }: ChartSpec, row: number): number[] {
  return series[row]!.points.flatMap(({ value }, place) => (value === null ? [] : [{ place, value }]))
    .toSorted((a, b) => a.value - b.value || a.place - b.place)
    .map(({ place }) => place)
}
