import type { Chart } from 'chart.js'
import { hatchSeries, lineHeight, setType, strokeLine, widest, wrap, writeLines, type Pen } from './pen.ts'
import { drawsKey, keyMarkOf, keyOf } from './size.ts'
import type { ChartSpec } from './spec.ts'
import { themeTone } from '../colors.ts'
import { traceMark } from './mark-shape.ts'
import { inLocale } from '../words/words.ts'

const MARK = 24

/** How much a key takes above the chart. */
export function keyHeight(chart: Chart, spec: ChartSpec, pen: Omit<Pen, 'ctx'>): number {
  if (!drawsKey(spec, chart.width)) return 0
  return lay(chart, spec, { ...pen, ctx: chart.ctx }).height
}

/** How each series is drawn, in small, with its name: where the page has no key, as in a picture to send. */
export function drawKey(chart: Chart, spec: ChartSpec, pen: Pen): void {
  if (!drawsKey(spec, chart.width)) return
  const { ctx, palette } = pen
  for (const { series, x, y, lines } of lay(chart, spec, pen).entries) {
    const color = themeTone(palette, series.theme, series.tone)
    const { stroke, mark, hollow, radius } = keyMarkOf(spec, series)
    if (mark) {
      ctx.strokeStyle = color
      ctx.lineWidth = 2
      if (stroke) {
        ctx.setLineDash([...series.dash])
        strokeLine(ctx, x, y, x + MARK, y)
        ctx.setLineDash([])
      }
      traceMark(ctx, mark, x + MARK / 2, y, radius)
      ctx.fillStyle = hollow ? palette.surface : color
      ctx.fill()
      ctx.stroke()
    } else {
      const box = { left: x, top: y - 6, width: MARK, height: 12 }
      ctx.fillStyle = color
      ctx.fillRect(box.left, box.top, box.width, box.height)
      hatchSeries(ctx, box, series.pattern, palette.surface)
    }
    setType(pen, { align: 'left', color: palette.ink })
    writeLines(pen, lines, x + MARK + 6, y - lineHeight(pen) / 2, 'top')
  }
}

function lay(chart: Chart, spec: ChartSpec, pen: Pen) {
  setType(pen)
  const step = lineHeight(pen) + 6
  let [x, y] = [0, step / 2]
  const entries = keyOf(spec).map((series) => {
    const lines = wrap(pen, inLocale(series.name, pen.locale), chart.width - MARK - 12, 3)
    const width = MARK + 6 + widest(pen, lines) + 18
    if (x > 0 && x + width > chart.width) [x, y] = [0, y + step]
    const entry = { series, lines, x, y }
    // A name of several lines fills the width.
    y += (lines.length - 1) * lineHeight(pen)
    x += width
    return entry
  })
  return { entries, height: y + step / 2 + 4 }
}
