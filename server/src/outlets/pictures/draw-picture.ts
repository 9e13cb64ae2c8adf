import { createCanvas, SvgExportFlag, type SKRSContext2D } from '@napi-rs/canvas'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import { PALETTES, type Palette } from '@causeway/shared/colors'
import { inLocale, type Words } from '@causeway/shared/words/words'
import { drawChart, drawChartAsSvg, letGo, svgInside } from './draw-chart.ts'
import { escapeMarkup, wrapText } from './text.ts'
import { FONT_FAMILY, registerFonts, wornLogo } from './drawing-kit.ts'
import { encodePalettePng } from './palette-png.ts'
import { chartScale, leastChartHeight, measuresOf, MOST_HEIGHT, type Picture, type PictureFormat } from './picture.ts'
import { leftOutWords, signNote } from './picture-notes.ts'
import { trimChart } from './trim-chart.ts'

/** Pixels of a PNG to one of CSS. */
const DENSITY = 2

interface Line {
  text: string
  font: string
  color: string
  /** Of its box. */
  height: number
}

interface Layout {
  width: number
  height: number
  padding: number
  palette: Palette
  head: Line[]
  foot: Line[]
  spec: ChartSpec
  chart: { top: number; width: number; height: number; scale: number }
  /** Where the logo of the college is; null: it has none. */
  logo: { left: number; top: number; width: number; height: number } | null
}

/** A picture as a file: title, subtitle, chart, what its signs mean and where the figures are from. */
export function drawPicture(picture: Picture, format: PictureFormat): Uint8Array {
  registerFonts()
  const layout = layOut(picture)
  return format === 'png' ? toPng(picture, layout) : toSvg(picture, layout)
}

function toPng(picture: Picture, layout: Layout): Uint8Array {
  const { width, height, padding, chart } = layout
  const canvas = createCanvas(width * DENSITY, height * DENSITY)
  const ctx = canvas.getContext('2d')
  ctx.scale(DENSITY, DENSITY)
  writeAround(ctx, layout)
  const { logo } = layout
  if (logo) ctx.drawImage(wornLogo()!.image, logo.left, logo.top, logo.width, logo.height)
  drawChart({ ...picture, spec: layout.spec }, chart, DENSITY, (drawn) =>
    ctx.drawImage(drawn, padding, chart.top, chart.width, chart.height),
  )
  const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height)
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length / 4)
  const body =
    encodePalettePng(pixels, canvas.width, inLocale(picture.spec.title, picture.locale)) ?? canvas.toBuffer('image/png')
  letGo(canvas)
  return body
}

function toSvg(picture: Picture, layout: Layout): Uint8Array {
  const { width, height, padding, chart, logo } = layout
  const around = createCanvas(width, height, SvgExportFlag.ConvertTextToPaths)
  writeAround(around.getContext('2d'), layout)
  const say = (words: Words) => escapeMarkup(inLocale(words, picture.locale))
  const { title, summary } = picture.spec
  const lang = picture.locale === 'ZH' ? 'zh-CN' : 'en'
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}"`,
    ` viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title summary" xml:lang="${lang}">`,
    `<title id="title">${say(title)}</title><desc id="summary">${say(summary)}</desc>`,
    svgInside(around, 'a'),
    ...(logo
      ? [
          `<image x="${logo.left}" y="${logo.top}" width="${logo.width}" height="${logo.height}" href="${wornLogo()!.address}"/>`,
        ]
      : []),
    `<g transform="translate(${padding} ${chart.top})">`,
    drawChartAsSvg({ ...picture, spec: layout.spec }, chart),
    '</g></svg>\n',
  ]
  letGo(around)
  return Buffer.from(text.join(''), 'utf8')
}

function writeAround(ctx: SKRSContext2D, { width, height, padding, palette, head, foot }: Layout): void {
  ctx.fillStyle = palette.surface
  ctx.fillRect(0, 0, width, height)
  ctx.textBaseline = 'middle'
  let top = padding
  for (const line of head) top = writeLine(ctx, line, padding, top)
  top = height - padding - heightOf(foot)
  for (const line of foot) top = writeLine(ctx, line, padding, top)
}

function writeLine(ctx: SKRSContext2D, { text, font, color, height }: Line, left: number, top: number): number {
  ctx.font = font
  ctx.fillStyle = color
  ctx.fillText(text, left, top + height / 2)
  return top + height
}

function layOut(picture: Picture): Layout {
  const { spec, locale, light } = picture
  const { width, height: least, title, fixed } = measuresOf(picture.size)
  const palette = PALETTES[light]
  const padding = Math.round(title * 1.1)
  const [small, tiny] = [Math.round(title * 0.68), Math.max(10, Math.round(title * 0.56))]
  const inner = width - 2 * padding
  const leading = locale === 'ZH' ? 1.5 : 1.4
  const logo = placeLogo(width, padding, title)
  const headed = lineWrapper(logo ? logo.left - padding - title : inner, leading)
  const lineOf = lineWrapper(inner, leading)
  const say = (words: Words) => inLocale(words, locale)
  const head = [
    ...headed(say(spec.title), title, 600, palette.ink, 2),
    ...headed(subtitleOf(picture), small, 400, palette.ink2, fixed ? 2 : 3),
  ]
  const noteLines = (notes: string[]) => notes.flatMap((note) => lineOf(note, tiny, 400, palette.ink3, fixed ? 2 : 6))
  const said = noteLines(picture.notes)
  const scale = chartScale(picture.size)
  const free = least - 2 * padding - heightOf(head) - heightOf(said) - Math.round(title * 0.9)
  const trimmed = fixed ? trimChart(spec, inner / scale, (free - tiny * 2) / scale) : spec
  // A sign that went with what was left out is not explained.
  const signs = signNote(spec, locale)
  const stated = picture.notes.map((note) => (note === signs ? signNote(trimmed, locale) : note))
  const leftOut = trimmed.leftOut > 0 ? [say(leftOutWords(trimmed.leftOut))] : []
  const foot = noteLines([...leftOut, ...stated].filter((note) => note !== ''))
  const left = free - (heightOf(foot) - heightOf(said))
  const room = fixed ? left : Math.max(left, leastChartHeight(spec, inner, picture.size))
  const around = least - left
  const chart = { top: padding + heightOf(head) + Math.round(title * 0.5), width: inner, height: room, scale }
  return {
    width,
    height: Math.min(MOST_HEIGHT, around + room),
    padding,
    palette,
    head,
    foot,
    spec: trimmed,
    chart,
    logo,
  }
}

/** At the right of the title, a quarter of the width at most. */
function placeLogo(width: number, padding: number, title: number): Layout['logo'] {
  const image = wornLogo()?.image
  if (!image?.width || !image.height) return null
  const share = Math.min((title * 2.2) / image.height, width / 4 / image.width)
  const [wide, high] = [Math.round(image.width * share), Math.round(image.height * share)]
  return { left: width - padding - wide, top: padding, width: wide, height: high }
}

function subtitleOf({ spec, locale, narrowed }: Picture): string {
  return [inLocale(spec.subtitle, locale), narrowed].filter(Boolean).join(locale === 'ZH' ? '，' : ', ')
}

function lineWrapper(width: number, leading: number) {
  const ctx = createCanvas(1, 1).getContext('2d')
  return (text: string, size: number, weight: number, color: string, most: number): Line[] => {
    const font = `${weight} ${size}px ${FONT_FAMILY}`
    ctx.font = font
    const lines = wrapText(text, width, (part) => ctx.measureText(part).width, most)
    return lines.map((line) => ({ text: line, font, color, height: Math.round(size * leading) }))
  }
}

function heightOf(lines: Line[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0)
}
