import { shadeOf } from '../measures.ts'
import type { Chart } from 'chart.js'
import { hatch, lineHeight, setType, widest, wrap, wrapEvenly, writeLines, type Pen, type Rectangle } from '../pen.ts'
import { headsUpright, matrixRow } from './matrix.ts'
import { pointNumber } from '../reading.ts'
import type { ChartPoint, ChartSpec } from '../spec.ts'
import type { Spot } from '../walk.ts'
import { contrast, mix, type Palette } from '../../colors.ts'
import type { Theme } from '../../series.ts'
import { gapWords } from '../../format-figure.ts'
import { shortPeriod } from '../../period-list.ts'
import { inLocale } from '../../words/words.ts'

/** How much of the theme's colour the ground of a cell has, from nothing to much; the number on it says the rest. */
const SHADES = [0.04, 0.16, 0.34, 0.6, 0.95]
const BETWEEN = 2
/** Cells wider than these are no longer seen as rows and columns; a few may share what the picture has. */
const WIDEST = 160
const FEW = 3
/** How high headings may be that stand upright. */
const UPRIGHT = 132

/** Cells in rows and columns, each with its number or the symbol of its gap; a hidden one is hatched, an empty one bare. */
export function drawMatrix(chart: Chart, spec: ChartSpec, pen: Pen): Spot[] {
  const { ctx, palette, locale } = pen
  const columns = spec.labels.map(({ text, partial }) => inLocale(text, locale) + (partial ? '†' : ''))
  const rows = spec.series.map(({ name }) => inLocale(name, locale))
  setType(pen)
  const heads = Math.min(
    widest(pen, rows) + 12,
    chart.width * (chart.width >= 480 ? 0.36 : columns.length > 5 ? 0.26 : 0.3),
  )
  const share = (chart.width - heads) / Math.max(columns.length, 1)
  const width = columns.length <= FEW ? share : Math.min(share, WIDEST)
  // The largest type in which no heading is cut.
  let [type, titles]: [number, string[][]] = [-1, []]
  for (type of [-1, -2, -3]) {
    setType(pen, { size: type })
    titles = columns.map((column) => wrapEvenly(pen, shortPeriod(column), width - 2, 4))
    if (!titles.flat().some((line) => line.endsWith('…'))) break
  }
  const upright = titles.flat().some((line) => line.endsWith('…')) && headsUpright(spec, chart.width)
  const top = upright ? UPRIGHT : Math.max(1, ...titles.map((lines) => lines.length)) * lineHeight(pen, type) + 6
  const height = Math.min(Math.max(44, matrixRow(spec, chart.width)), (chart.height - top) / Math.max(rows.length, 1))

  ctx.textAlign = 'center'
  ctx.fillStyle = palette.ink2
  if (upright) columns.forEach((column, at) => writeUpright(pen, column, heads + (at + 0.5) * width, top - 6, width))
  else titles.forEach((lines, at) => writeLines(pen, lines, heads + (at + 0.5) * width, top - 6, 'foot', type))
  setType(pen, { size: -1, align: 'left', color: palette.ink3 })
  writeLines(pen, wrap(pen, inLocale(spec.unit, locale), heads - 10, 1), 0, top - 6, 'foot', -1)
  const most = Math.max(0, ...spec.series.flatMap(({ points }) => points.map(({ value }) => value ?? 0)))
  return spec.series.flatMap((series, row) => {
    ctx.textAlign = 'left'
    ctx.fillStyle = palette.ink
    let [size, lines]: [number, string[]] = [0, []]
    for (size of [0, -1, -2, -3]) {
      setType(pen, { size })
      lines = wrapEvenly(pen, rows[row]!, heads - 10, Math.max(1, Math.floor(height / lineHeight(pen, size))))
      if (!lines.some((line) => line.endsWith('…'))) break
    }
    writeLines(pen, lines, 0, top + (row + 0.5) * height, 'middle', size)
    return series.points.map((point, column): Spot => {
      const cell = {
        left: heads + column * width + BETWEEN / 2,
        top: top + row * height + BETWEEN / 2,
        width: width - BETWEEN,
        height: height - BETWEEN,
      }
      drawCell(spec, point, series.theme, cell, most, pen)
      return { ...cell, series: row, place: column }
    })
  })
}

/** From below upwards, where a column has no room for its words. */
function writeUpright(pen: Pen, text: string, x: number, foot: number, width: number) {
  const { ctx } = pen
  setType(pen, { size: -1 })
  const lines = wrap(pen, shortPeriod(text), foot - 4, Math.max(1, Math.floor(width / lineHeight(pen, -1))))
  ctx.save()
  ctx.translate(x, foot)
  ctx.rotate(-Math.PI / 2)
  ctx.textAlign = 'left'
  writeLines(pen, lines, 0, 0, 'middle', -1)
  ctx.restore()
}

function drawCell(spec: ChartSpec, point: ChartPoint, theme: Theme, cell: Rectangle, most: number, pen: Pen) {
  const { ctx, palette, locale } = pen
  const shade = point.shade ?? (point.value === null ? null : shadeOf(point.value, most))
  const ground = shade === null ? palette.surface : mix(palette.surface, palette.themes[theme], SHADES[shade]!)
  ctx.fillStyle = ground
  ctx.fillRect(cell.left, cell.top, cell.width, cell.height)
  ctx.strokeStyle = palette.line
  ctx.lineWidth = 1
  ctx.strokeRect(cell.left + 0.5, cell.top + 0.5, cell.width - 1, cell.height - 1)
  if (point.gap === 'SUPPRESSED') hatch(ctx, cell, 'diagonal', palette.line)
  const text =
    point.value !== null
      ? pointNumber(point, spec, locale) + (point.mark ?? '')
      : point.gap !== null
        ? gapWords[point.gap].symbol
        : inLocale(point.text, locale)
  if (point.gap === 'SUPPRESSED') {
    ctx.fillStyle = palette.surface
    ctx.fillRect(cell.left + cell.width / 2 - 8, cell.top + cell.height / 2 - 9, 16, 18)
  }
  ctx.fillStyle = readable(ground, palette)
  ctx.textAlign = 'center'
  const [x, y] = [cell.left + cell.width / 2, cell.top + cell.height / 2]
  for (const size of [0, -1, -2, -3]) {
    setType(pen, { size, bold: point.value !== null })
    const lines = wrap(
      pen,
      text,
      cell.width - 4,
      point.value === null ? Math.max(1, Math.floor(cell.height / lineHeight(pen, size))) : 1,
    )
    if (lines.some((line) => line.endsWith('…')) && text !== '…') continue
    writeLines(pen, lines, x, y, 'middle', size)
    return
  }
  // A number that has no room stays in the table: part of it would be another number. The sign of a gap is explained below.
  if (point.gap !== null) writeLines(pen, [gapWords[point.gap].symbol], x, y, 'middle', -3)
}

function readable(ground: string, { ink, surface }: Palette): string {
  return contrast(ink, ground) >= contrast(surface, ground) ? ink : surface
}
