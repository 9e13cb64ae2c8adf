import type { Chart } from 'chart.js'
import { lineHeight, setType, strokeLine, writeLines, type Pen } from './chart-pen.ts'
import type { ChartPoint, ChartSpec } from './chart-spec.ts'
import { inLocale } from './words/words.ts'

/** Of which forms the figures stand on an axis, so that a value can be marked on it. */
export function hasValueAxis({ kind }: ChartSpec): boolean {
  return kind !== 'matrix' && kind !== 'flow' && kind !== 'multiples' && kind !== 'mirrored-bars'
}

/** A line across the chart where a rule asks for a value, with the value and what asks for it. */
export function drawLimits(chart: Chart, spec: ChartSpec, pen: Pen): void {
  if (!hasValueAxis(spec)) return
  const scale = chart.scales[spec.lying ? 'x' : 'y']
  if (!scale) return
  const { ctx, palette, locale } = pen
  const { left, right, top, bottom } = chart.chartArea
  for (const { value, words, text } of spec.limits ?? []) {
    const at = scale.getPixelForValue(value)
    ctx.strokeStyle = palette.ink
    ctx.lineWidth = 1.5
    ctx.setLineDash([8, 4])
    if (spec.lying) strokeLine(ctx, at, top, at, bottom)
    else strokeLine(ctx, left, at, right, at)
    ctx.setLineDash([])
    setType(pen, { size: -1 })
    ctx.fillStyle = palette.ink
    const said = locale === 'ZH' ? `${words.zh}：${text.zh}` : `${words.en}: ${text.en}`
    if (spec.lying) {
      const room = right - at > ctx.measureText(said).width
      ctx.textAlign = room ? 'left' : 'right'
      writeLines(pen, [said], room ? at + 4 : at - 4, top, 'foot', -1)
    } else {
      ctx.textAlign = 'left'
      const above = at - top > lineHeight(pen)
      writeLines(pen, [said], left + 4, at + (above ? -1 : 2), above ? 'foot' : 'top', -1)
    }
  }
}

/**
 * What plans want of a point: a bar across its mark, with the value where there is room. Only a chart of one series has targets; of
 * several nobody could tell whose they are.
 */
export function drawTargets(
  chart: Chart,
  spec: ChartSpec,
  point: ChartPoint,
  place: number,
  pen: Pen,
  band: number,
  written: boolean,
): void {
  const scale = chart.scales[spec.lying ? 'x' : 'y']
  const along = chart.scales[spec.lying ? 'y' : 'x']
  if (!scale || !along || !hasValueAxis(spec)) return
  const { ctx, palette, locale } = pen
  const middle = along.getPixelForValue(place)
  const half = Math.min(band * 0.46, 34)
  for (const { value, text } of point.targets ?? []) {
    const at = scale.getPixelForValue(value)
    // Ink on a pale rim: seen on the bar and beside it.
    for (const [color, width] of [
      [palette.surface, 6],
      [palette.ink, 2.5],
    ] as const) {
      ctx.strokeStyle = color
      ctx.lineWidth = width
      if (spec.lying) strokeLine(ctx, at, middle - half, at, middle + half)
      else strokeLine(ctx, middle - half, at, middle + half, at)
    }
    if (!written || spec.lying) continue
    setType(pen, { size: -2 })
    const said = targetWords(inLocale(text, locale), locale)
    if (ctx.measureText(said).width > band * 1.3) continue
    ctx.textAlign = 'center'
    ctx.fillStyle = palette.ink2
    writeLines(pen, [said], middle, at - 3, 'foot', -2)
  }
}

function targetWords(text: string, locale: Pen['locale']): string {
  return locale === 'ZH' ? `目标${text}` : `target ${text}`
}
