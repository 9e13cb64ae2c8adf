import type { SvgCanvas } from '@napi-rs/canvas'
import { escapeMarkup } from './escape-markup.ts'

/** The system's own, as in the page. */
const FONT = 'system-ui, PingFang SC, Microsoft YaHei, Noto Sans SC, sans-serif'
const ANCHORS: Record<string, string> = { center: 'middle', right: 'end', end: 'end' }
const BASELINES: Record<string, string> = { middle: 'central', top: 'hanging', hanging: 'hanging' }

/**
 * Keeps the words that are drawn on a canvas from now on as SVG text: its own export loses characters that a font draws by a
 * glyph of another. Returns what gives the `<text>` elements; they belong on top of the rest.
 */
export function keepWordsAsText(canvas: SvgCanvas): () => string {
  const ctx = canvas.getContext('2d')
  const kept: string[] = []
  ctx.fillText = (text: string, x: number, y: number) => {
    const { a, b, c, d, e, f } = ctx.getTransform()
    const [, weight = '400', size = '12'] = /(\d{3}|bold)?\s*([\d.]+)px/.exec(ctx.font) ?? []
    const marks = {
      transform: `matrix(${[a, b, c, d, e, f].map(short).join(' ')})`,
      x: short(x),
      y: short(y),
      'font-family': FONT,
      'font-size': size,
      'font-weight': weight,
      'text-anchor': ANCHORS[ctx.textAlign] ?? 'start',
      'dominant-baseline': BASELINES[ctx.textBaseline] ?? 'auto',
      fill: String(ctx.fillStyle),
      'fill-opacity': short(ctx.globalAlpha),
    }
    const written = Object.entries(marks).map(([name, value]) => `${name}="${value}"`)
    kept.push(`<text ${written.join(' ')}>${escapeMarkup(text)}</text>`)
  }
  return () => kept.join('')
}

function short(number: number): string {
  return String(Math.round(number * 100) / 100)
}
