import type { Chart, BarElement } from 'chart.js'
import { translucent, type Palette } from '../colors.ts'
import type { Locale } from '../words/words.ts'
import type { Pattern } from './spec.ts'

export interface Font {
  family: string
  /** CSS pixels. */
  size: number
}

/** What everything that is drawn on a chart draws with. */
export interface Pen {
  ctx: Chart['ctx']
  palette: Palette
  locale: Locale
  font: Font
}

export interface Rectangle {
  left: number
  top: number
  width: number
  height: number
}

/** How thick the line is that a bar of 0 has on its axis, and how long the bar of any other number is at least. */
export const NOUGHT = 2
export const LEAST_BAR = 4

interface Type {
  bold?: boolean
  /** Beside the chart's own, in pixels. */
  size?: number
  /** As they are set, where absent. */
  align?: CanvasTextAlign
  color?: Pen['ctx']['fillStyle']
}

export function setType({ ctx, font }: Pen, { bold = false, size = 0, align, color }: Type = {}): void {
  if (align) ctx.textAlign = align
  if (color) ctx.fillStyle = color
  ctx.font = `${bold ? '600 ' : ''}${font.size + size}px ${font.family}`
}

/** The height of a line of text. */
export function lineHeight({ font }: Pen, size = 0): number {
  return Math.round((font.size + size) * 1.3)
}

export function widest({ ctx }: Pen, texts: Iterable<string>): number {
  let width = 0
  for (const text of texts) width = Math.max(width, ctx.measureText(text).width)
  return width
}

/**
 * Text in lines of `width` at most, as it is set now: Latin breaks between words, Chinese anywhere but before a closing mark, a
 * period between its years. What
 * has no room in `most` lines ends in an ellipsis.
 */
export function wrap({ ctx }: Pen, text: string, width: number, most: number): string[] {
  const fits = (line: string) => ctx.measureText(line).width <= width
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (line === '' || fits((line + piece).trimEnd())) line += piece
    else {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    }
  }
  lines.push(line.trimEnd())
  const shown = lines.slice(0, most)
  if (lines.length > most) shown[most - 1] = `${shown[most - 1]}…`
  return shown.map((one) => shorten(one, fits))
}

/** In as many lines, none much longer than another: no word or sign is left alone in the last. */
export function wrapEvenly(pen: Pen, text: string, width: number, most: number): string[] {
  const lines = wrap(pen, text, width, most)
  if (lines.length < 2 || lines.some((line) => line.endsWith('…'))) return lines
  for (let narrow = Math.ceil(width / lines.length); narrow < width; narrow += 4) {
    const even = wrap(pen, text, narrow, lines.length)
    if (!even.some((line) => line.endsWith('…'))) return even
  }
  return lines
}

function shorten(line: string, fits: (line: string) => boolean): string {
  if (fits(line)) return line
  let short = line.replace(/…$/, '')
  while (short.length > 1 && !fits(`${short}…`)) short = short.slice(0, -1)
  return `${short.trimEnd()}…`
}

/** Pieces between which a line may end. */
function piecesOf(text: string): string[] {
  return (
    text.match(
      /\d{4}[—/]|[（“‘《「]*[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF][，。、；：）》”’〕」]*|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+\s*|\s+/g,
    ) ?? [text]
  )
}

/** Writes lines under each other; `y` is their middle, their top or their foot. */
export function writeLines(
  pen: Pen,
  lines: readonly string[],
  x: number,
  y: number,
  at: 'middle' | 'top' | 'foot',
  size = 0,
): void {
  const { ctx } = pen
  const step = lineHeight(pen, size)
  const height = lines.length * step
  const top = at === 'top' ? y : at === 'foot' ? y - height : y - height / 2
  ctx.textBaseline = 'middle'
  lines.forEach((line, index) => ctx.fillText(line, x, top + (index + 0.5) * step))
}

/** In the color and width given, else as they are set. */
export function strokeLine(
  ctx: Chart['ctx'],
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  {
    color = ctx.strokeStyle,
    width = ctx.lineWidth,
  }: { color?: string | CanvasGradient | CanvasPattern; width?: number } = {},
): void {
  ctx.strokeStyle = color
  ctx.lineWidth = width
  ctx.beginPath()
  ctx.moveTo(x1, y1)
  ctx.lineTo(x2, y2)
  ctx.stroke()
}

/** The places on a chart that words have taken. */
export type Taken = Rectangle[]

/**
 * Writes a line at the first of these places where it runs into nothing that is written already and stays inside; nowhere: it is not
 * written: the table has it. A pale ground keeps it apart from the lines behind it.
 */
export function writeWhereFree(
  pen: Pen,
  text: string,
  places: readonly { x: number; y: number; align: 'left' | 'center' | 'right' }[],
  taken: Taken,
  inside: { left: number; right: number; top: number; bottom: number },
): void {
  const { ctx, palette } = pen
  const width = ctx.measureText(text).width
  const height = Math.round(lineHeight(pen) * 0.82)
  for (const { x, y, align } of places) {
    const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
    const box = { left, top: y - height / 2, width, height }
    const out =
      box.left < inside.left ||
      box.left + width > inside.right ||
      box.top < inside.top ||
      box.top + height > inside.bottom
    if (out || taken.some((other) => touch(box, other))) continue
    taken.push(box)
    const { fillStyle } = ctx
    ctx.fillStyle = translucent(palette.surface, 0.78)
    ctx.fillRect(left - 1, y - height / 2 + 1, width + 2, height - 2)
    ctx.fillStyle = fillStyle
    ctx.textAlign = 'left'
    ctx.textBaseline = 'middle'
    ctx.fillText(text, left, y)
    return
  }
}

function touch(one: Rectangle, other: Rectangle): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  )
}

const STRIPE = 6

/** How much of the ground a pattern lets through: enough to be distinct in black and white, and no louder than the figures. */
const VEIL = 0.6

/** The pattern that tells a series from others, on its bar. */
export function hatchSeries(ctx: Chart['ctx'], bar: Rectangle, pattern: Pattern, surface: string): void {
  if (pattern !== 'solid') hatch(ctx, bar, pattern, translucent(surface, VEIL))
}

export function rectangleOf(bar: BarElement): Rectangle {
  const { width, height, horizontal, ...ends } = bar.getProps(['x', 'y', 'base', 'width', 'height', 'horizontal'], true)
  const [x, y, base] = [ends.x ?? 0, ends.y ?? 0, ends.base ?? 0]
  return horizontal
    ? { left: Math.min(x, base), top: y - height / 2, width: Math.abs(base - x), height }
    : { left: x - width / 2, top: Math.min(y, base), width, height: Math.abs(base - y) }
}

/** A pattern that stays in black and white, with plain strokes, so that no canvas has to be made for it. */
export function hatch(
  ctx: Chart['ctx'],
  { left, top, width, height }: Rectangle,
  pattern: Pattern,
  color: string,
): void {
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

function line(ctx: Chart['ctx'], x1: number, y1: number, x2: number, y2: number) {
  ctx.moveTo(x1, y1)
  ctx.lineTo(x2, y2)
}
