import { createCanvas, SvgExportFlag, type Canvas, type SvgCanvas } from '@napi-rs/canvas'
import { Chart, registerables, type ChartItem } from 'chart.js'
import { toChartJs } from '@causeway/shared/charts/to-chart-js'
import { FONT_FAMILY } from './drawing-kit.ts'
import type { Picture } from './picture.ts'
import { escapeMarkup } from './text.ts'

/** Pixels of text in the page. */
const USUAL_TEXT = 13

/** The system's own, as in the page. */
const FONT = 'system-ui, PingFang SC, Microsoft YaHei, Noto Sans SC, sans-serif'
const ANCHORS: Record<string, string> = { center: 'middle', right: 'end', end: 'end' }
const BASELINES: Record<string, string> = { middle: 'central', top: 'hanging', hanging: 'hanging' }

// All of it: nobody downloads this, and any form of chart can be drawn.
Chart.register(...registerables)

interface Box {
  width: number
  height: number
  /** How much larger everything in it is than in the page. */
  scale: number
}

interface TextBox {
  width: number
  height: number
  fontSize: number
}

/** The chart alone, by the same Chart.js configuration as in the page, with `density` pixels to one of CSS; `take` has it then. */
export function drawChart(picture: Picture, box: Box, density: number, take: (drawn: Canvas) => void): void {
  const canvas = createCanvas(...inPage(box))
  draw(canvas, picture, density * box.scale, () => take(canvas))
}

/** The chart alone as an SVG element; its words are paths, so that it reads the same without our fonts. */
export function drawChartAsSvg(picture: Picture, box: Box): string {
  const [width, height] = inPage(box)
  const canvas = createCanvas(width, height, SvgExportFlag.ConvertTextToPaths)
  let inside = ''
  draw(canvas, picture, 1, () => (inside = svgInside(canvas, 'c')))
  return `<svg viewBox="0 0 ${width} ${height}" width="${box.width}" height="${box.height}">${inside}</svg>`
}

/** The same with its words as text in the font of the reader's system: a tenth of the size, for what is in a page of ours. */
export function drawChartAsTextSvg(picture: Picture, { width, height, fontSize }: TextBox): string {
  const canvas = createCanvas(width, height, SvgExportFlag.NoPrettyXML)
  const words = keepWordsAsText(canvas)
  let inside = ''
  draw(canvas, picture, 1, () => (inside = svgInside(canvas, 'p')), fontSize)
  return inside + words()
}

/** Its measures in the page, in whole pixels. */
function inPage({ width, height, scale }: Box): [width: number, height: number] {
  return [Math.round(width / scale), Math.round(height / scale)]
}

/** @param stem what ids begin with: those of two drawings in one file differ by it */
export function svgInside(canvas: SvgCanvas, stem: string): string {
  const text = canvas.getContent().toString('utf8')
  const inside = text.slice(text.indexOf('>', text.indexOf('<svg')) + 1, text.lastIndexOf('</svg>'))
  // A hundredth of a pixel is nothing to see, and half of the file.
  const shorter = inside.replaceAll(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
  return ownIds(shorter, stem)
}

/** Ids are counted through all that a process ever draws: here from nothing, so that the same picture is the same file. */
export function ownIds(drawn: string, stem: string): string {
  const names = new Map<string, string>()
  for (const [, id = ''] of drawn.matchAll(/ id="([^"]+)"/g)) if (!names.has(id)) names.set(id, `${stem}${names.size}`)
  return drawn.replaceAll(
    /( id="|url\(#|href="#)([^")]+)/g,
    (_, before: string, id: string) => before + (names.get(id) ?? id),
  )
}

function draw(
  canvas: Canvas | SvgCanvas,
  { spec, locale, light }: Picture,
  density: number,
  take: () => void,
  fontSize = USUAL_TEXT,
): void {
  const config = toChartJs(spec, { light, locale, fontFamily: FONT_FAMILY, fontSize })
  config.options = { ...config.options, responsive: false, devicePixelRatio: density, events: [] }
  const chart = new Chart(canvas as unknown as ChartItem, config)
  take()
  // Not before: it wipes the canvas. And not left out: Chart.js keeps every chart that it was not said to forget.
  chart.destroy()
  letGo(canvas)
}

/**
 * Keeps the words that are drawn on a canvas from now on as SVG text: its own export loses characters that a font draws by a
 * glyph of another. Returns what gives the `<text>` elements; they belong on top of the rest.
 */
function keepWordsAsText(canvas: SvgCanvas): () => string {
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

/**
 * Gives back at once what a canvas holds. Its pixels are where what collects garbage sees nothing of them, and that of an SVG are
 * never given back at all: 40 MB a picture add up to gigabytes.
 */
export function letGo(canvas: Canvas | SvgCanvas): void {
  canvas.width = 0
  canvas.height = 0
}
