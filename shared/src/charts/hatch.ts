import type { BarElement, Chart } from 'chart.js'
import type { Pattern } from './spec.ts'
import type { Rectangle } from './pen.ts'
import { translucent } from '../colors.ts'

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
