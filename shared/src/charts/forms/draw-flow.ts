import type { Chart } from 'chart.js'
import { moveApart } from '../end-names.ts'
import { lineHeight, setType, wrapEvenly, writeLines, type Pen } from '../pen.ts'
import type { ChartSpec } from '../spec.ts'
import type { Position, Spot } from '../walk.ts'
import { themeTone, translucent } from '../../colors.ts'
import { formatValue } from '../../format-figure.ts'
import { inLocale, type Words } from '../../words/words.ts'

const NODE = 10
const BETWEEN = 8

interface End {
  words: Words
  size: number
  top: number
  /** How much of it the streams drawn so far have taken. */
  taken: number
  at: number
  lines: string[]
}

/**
 * Streams from the left to the right, as wide as their figures, each with its number where it is wide enough to carry it. Of each
 * the two ends are noted, the left one first.
 */
export function drawFlow(chart: Chart, spec: ChartSpec, pen: Pen): Spot[] {
  const { ctx, palette, locale } = pen
  const series = spec.series[0]
  if (!series || spec.labels.length === 0) return []
  const streams = spec.labels.map(({ stream }, place) => ({ ...stream!, place, value: series.points[place]!.value! }))
  const names = Math.min(chart.width * 0.28, 220)
  const [left, right] = [names, chart.width - names]
  const head = lineHeight(pen) + 8
  const room = chart.height - head - 4
  const counts = (['from', 'to'] as const).map((side) => new Set(streams.map((stream) => stream[side].en)).size)
  const whole = streams.reduce((sum, { value }) => sum + value, 0)
  const scale = (room - BETWEEN * (Math.max(...counts) - 1)) / Math.max(whole, 1e-9)
  const sides = (['from', 'to'] as const).map((side) => endsOf(streams, side, scale, head, room))

  setType(pen, { size: -1, align: 'center', color: palette.ink3 })
  writeLines(pen, [inLocale(spec.unit, locale)], chart.width / 2, 0, 'top', -1)
  if (spec.ends) {
    ctx.textAlign = 'right'
    writeLines(pen, [inLocale(spec.ends.from, locale)], left + NODE, 0, 'top', -1)
    ctx.textAlign = 'left'
    writeLines(pen, [inLocale(spec.ends.to, locale)], right - NODE, 0, 'top', -1)
  }
  sides.forEach((ends, side) =>
    drawEnds([...ends.values()], side === 0 ? left : right - NODE, side, names - 10, chart, pen),
  )
  // In the order of the ends, so that streams of one end do not cross at it.
  const order = (side: 0 | 1, words: Words) => [...sides[side]!.keys()].indexOf(words.en)
  const sorted = streams.toSorted((a, b) => order(0, a.from) - order(0, b.from) || order(1, a.to) - order(1, b.to))
  const spots = sorted.flatMap(({ from, to, value, place }): Spot[] => {
    const [start, end] = [sides[0]!.get(from.en)!, sides[1]!.get(to.en)!]
    // Neighbours differ in lightness: a stream can be followed.
    const color = themeTone(palette, series.theme, order(0, from) % 3)
    const thick = Math.max(value * scale, 1)
    const [y1, y2] = [start.top + start.taken, end.top + end.taken]
    start.taken += value * scale
    end.taken += value * scale
    const [x1, x2] = [left + NODE, right - NODE]
    const middle = (x1 + x2) / 2
    ctx.beginPath()
    ctx.moveTo(x1, y1)
    ctx.bezierCurveTo(middle, y1, middle, y2, x2, y2)
    ctx.lineTo(x2, y2 + thick)
    ctx.bezierCurveTo(middle, y2 + thick, middle, y1 + thick, x1, y1 + thick)
    ctx.closePath()
    ctx.fillStyle = translucent(color, 0.36)
    ctx.fill()
    ctx.strokeStyle = palette.surface
    ctx.lineWidth = 1
    ctx.stroke()
    if (thick >= lineHeight(pen, -2) - 2) {
      setType(pen, { size: -2, bold: true, align: 'left', color: palette.ink })
      writeLines(pen, [formatValue(value, spec.decimals, locale)], x1 + 6, y1 + thick / 2, 'middle', -2)
    }
    return [
      { series: 0, place, left: x1, top: y1, width: NODE, height: thick },
      { series: 0, place, left: x2 - NODE, top: y2, width: NODE, height: thick },
    ]
  })
  return spots.toSorted((a, b) => a.place - b.place)
}

function endsOf(
  streams: { from: Words; to: Words; value: number }[],
  side: 'from' | 'to',
  scale: number,
  head: number,
  room: number,
): Map<string, End> {
  const sums = new Map<string, { words: Words; sum: number }>()
  for (const stream of streams) {
    const known = sums.get(stream[side].en) ?? { words: stream[side], sum: 0 }
    known.sum += stream.value
    sums.set(stream[side].en, known)
  }
  const sorted = [...sums.values()].toSorted((a, b) => b.sum - a.sum)
  const between =
    sorted.length > 1 ? (room - sorted.reduce((all, { sum }) => all + sum * scale, 0)) / (sorted.length - 1) : 0
  let top = head
  return new Map(
    sorted.map(({ words, sum }) => {
      const end = { words, size: sum * scale, top, taken: 0, at: top + (sum * scale) / 2, lines: [] }
      top += end.size + Math.min(between, 28)
      return [words.en, end]
    }),
  )
}

function drawEnds(ends: End[], x: number, side: number, width: number, chart: Chart, pen: Pen) {
  const { ctx, palette, locale } = pen
  ctx.fillStyle = palette.ink2
  for (const { top, size } of ends) ctx.fillRect(x, top, NODE, Math.max(size, 1))
  setType(pen)
  for (const end of ends) end.lines = wrapEvenly(pen, inLocale(end.words, locale), width, 3)
  const apart = ends.map((end) => ({ at: end.at, end }))
  moveApart(apart, ({ end }) => end.lines.length * lineHeight(pen), lineHeight(pen), chart.height)
  ctx.fillStyle = palette.ink
  ctx.textAlign = side === 0 ? 'right' : 'left'
  for (const { at, end } of apart) writeLines(pen, end.lines, side === 0 ? x - 8 : x + NODE + 8, at, 'middle')
}

/** How far a stream has come from its left to its right end, 0 to 1, where it has crossed that share of the way. */
function streamCourse(share: number): number {
  return share * share * (3 - 2 * share)
}

/** Streams cross: the one whose middle is nearest is meant. */
export function streamAt(spots: readonly Spot[], x: number, y: number): Position | null {
  const streams = [...Map.groupBy(spots, (spot) => spot.place).values()].flatMap(([start, end]) => {
    if (!start || !end || x < start.left || x > end.left + end.width) return []
    const share = streamCourse(Math.min(Math.max((x - start.left) / (end.left - start.left), 0), 1))
    const middle = start.top + (end.top - start.top) * share + start.height / 2
    const away = Math.abs(middle - y)
    return away <= Math.max(start.height / 2, 4) ? [{ place: start.place, away }] : []
  })
  const nearest = streams.toSorted((a, b) => a.away - b.away)[0]
  return nearest ? { place: nearest.place, series: 0 } : null
}
