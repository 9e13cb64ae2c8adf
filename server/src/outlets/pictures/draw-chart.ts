import { createCanvas, SvgExportFlag, type Canvas, type SvgCanvas } from '@napi-rs/canvas'
import { Chart, registerables, type ChartItem } from 'chart.js'
import { toChartJs } from '@causeway/shared/charts/to-chart-js'
import { FONT_FAMILY } from './fonts.ts'
import { letGo } from './let-go.ts'
import type { Picture } from './picture.ts'
import { keepWordsAsText } from './words-as-text.ts'

// All of it: nobody downloads this, and any form of chart can be drawn.
Chart.register(...registerables)

/** Pixels of text in the page. */
const USUAL_TEXT = 13

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
  draw(canvas, picture, 1, () => (inside = svgInside(canvas)))
  return `<svg viewBox="0 0 ${width} ${height}" width="${box.width}" height="${box.height}">${inside}</svg>`
}

/** The same with its words as text in the font of the reader's system: a tenth of the size, for what stands in a page of ours. */
export function drawChartAsTextSvg(picture: Picture, { width, height, fontSize }: TextBox): string {
  const canvas = createCanvas(width, height, SvgExportFlag.NoPrettyXML)
  const words = keepWordsAsText(canvas)
  let inside = ''
  draw(canvas, picture, 1, () => (inside = svgInside(canvas)), fontSize)
  return inside + words()
}

/** Its measures in the page, in whole pixels. */
function inPage({ width, height, scale }: Box): [width: number, height: number] {
  return [Math.round(width / scale), Math.round(height / scale)]
}

export function svgInside(canvas: SvgCanvas): string {
  const text = canvas.getContent().toString('utf8')
  const inside = text.slice(text.indexOf('>', text.indexOf('<svg')) + 1, text.lastIndexOf('</svg>'))
  // A hundredth of a pixel is nothing to see, and half of the file.
  return inside.replaceAll(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
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
  // Not before: it wipes the canvas. And not left out: Chart.js keeps every chart that it was not told to forget.
  chart.destroy()
  letGo(canvas)
}
