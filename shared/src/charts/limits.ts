import type { Chart } from 'chart.js'
import { setType, strokeLine, writeWhereFree, type Pen, type Taken } from './pen.ts'
import { hasBars, hasValueAxis } from './marks-of.ts'
import type { ChartPoint, ChartSpec } from './spec.ts'
import { inLocale, type Words } from '../words/words.ts'

const TARGET: Words = { zh: '目标', en: 'target ' }

/** A line across the chart where a rule asks for a value. */
export function drawLimits(chart: Chart, spec: ChartSpec, { ctx, palette }: Pen): void {
  const { left, right, top, bottom } = chart.chartArea
  for (const { at } of limitsAt(chart, spec)) {
    ctx.strokeStyle = palette.ink
    ctx.lineWidth = 1.5
    ctx.setLineDash([8, 4])
    if (spec.lying) strokeLine(ctx, at, top, at, bottom)
    else strokeLine(ctx, left, at, right, at)
    ctx.setLineDash([])
  }
}

/** Beside it the value and what asks for it. */
export function writeLimits(chart: Chart, spec: ChartSpec, pen: Pen, taken: Taken): void {
  const { left, right, top, bottom } = chart.chartArea
  setType(pen, { size: -1, color: pen.palette.ink })
  for (const { at, words, text } of limitsAt(chart, spec)) {
    const places = spec.lying
      ? (['left', 'right'] as const).map((align) => ({ x: at, y: top - 10, align }))
      : [
          ...[-10, 10].flatMap((away) => [
            { x: left + 4, y: at + away, align: 'left' as const },
            { x: right, y: at + away, align: 'right' as const },
            ...[1, 2, 3, 4, 5].map((n) => ({
              x: left + ((right - left) * n) / 6,
              y: at + away,
              align: 'center' as const,
            })),
          ]),
          // Nowhere beside it: at the head of the chart, beside the unit.
          { x: right, y: top - 18, align: 'right' as const },
        ]
    const said = pen.locale === 'ZH' ? `${words.zh}：${text.zh}` : `${words.en}: ${text.en}`
    writeWhereFree(pen, said, places, taken, { left: 0, right: chart.width, top: 0, bottom })
  }
}

function limitsAt(chart: Chart, spec: ChartSpec) {
  const scale = chart.scales[spec.lying ? 'x' : 'y']
  if (!scale || !hasValueAxis(spec)) return []
  return (spec.limits ?? []).map((limit) => ({ ...limit, at: scale.getPixelForValue(limit.value) }))
}

/** What plans want of a point: a heavy line across its bar, or beneath a mark that it would hide. */
export function drawTargets(chart: Chart, spec: ChartSpec, point: ChartPoint, place: number, pen: Pen): void {
  for (const { at, middle, half } of targetsAt(chart, spec, point, place)) {
    const { ctx, palette } = pen
    // Ink on a pale rim: seen on the bar and beside it.
    for (const [color, width] of [
      ...(hasBars(spec) ? [[palette.surface, 6] as const] : []),
      [palette.ink, 2.5],
    ] as const) {
      ctx.strokeStyle = color
      ctx.lineWidth = width
      if (spec.lying) strokeLine(ctx, at, middle - half, at, middle + half)
      else strokeLine(ctx, middle - half, at, middle + half, at)
    }
  }
}

/**
 * Their values, above or below their lines, else above everything at their place; the last ones first, since they are still to be
 * reached.
 */
export function writeTargets(chart: Chart, spec: ChartSpec, pen: Pen, taken: Taken): void {
  const [series] = spec.series
  if (!series || spec.series.length > 1 || spec.lying) return
  setType(pen, { size: -2, color: pen.palette.ink2 })
  const inside = { left: chart.chartArea.left - 4, right: chart.width, top: 0, bottom: chart.chartArea.bottom }
  for (let place = series.points.length - 1; place >= 0; place--)
    for (const { at, middle, text } of targetsAt(chart, spec, series.points[place]!, place)) {
      const said = inLocale(TARGET, pen.locale) + inLocale(text, pen.locale)
      // Wider than its place it would be taken for another's: then the last one alone is written.
      const narrow = pen.ctx.measureText(said).width > chart.chartArea.width / spec.labels.length
      if (narrow && place < spec.labels.length - 1) continue
      const here = taken.filter(({ left, width }) => left < middle && left + width > middle)
      const free = Math.min(at, ...here.map(({ top }) => top)) - 9
      const places = [at - 9, at + 10, free].flatMap((y) => [
        { x: middle, y, align: 'center' as const },
        ...(narrow ? [{ x: inside.right, y, align: 'right' as const }] : []),
      ])
      writeWhereFree(pen, said, places, taken, inside)
    }
}

function targetsAt(chart: Chart, spec: ChartSpec, point: ChartPoint, place: number) {
  const scale = chart.scales[spec.lying ? 'x' : 'y']
  const along = chart.scales[spec.lying ? 'y' : 'x']
  if (!scale || !along || !hasValueAxis(spec) || spec.series.length > 1) return []
  const { width, height } = chart.chartArea
  const band = (spec.lying ? height : width) / Math.max(1, spec.labels.length)
  return (point.targets ?? []).map(({ value, text }) => ({
    at: scale.getPixelForValue(value),
    middle: along.getPixelForValue(place),
    half: Math.min(band * 0.46, 34),
    text,
  }))
}
