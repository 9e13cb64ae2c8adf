import { heightAlone, stillWidth } from '@causeway/shared/charts/size'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Light } from '@causeway/shared/colors'
import type { Locale } from '@causeway/shared/words/words'
import { drawChartAsTextSvg } from '../pictures/draw-chart.ts'
import { registerFonts } from '../pictures/fonts.ts'
import type { Picture } from '../pictures/picture.ts'
import { shorterPath, tenth } from './shorter-path.ts'

const FONT_SIZE = 13

/** A chart as a page shows it, without the words that stand around it there: an SVG document, its ground left clear. */
export function drawStillChart(spec: ChartSpec, locale: Locale, light: Light): string {
  registerFonts()
  const width = stillWidth(spec)
  const box = { width, height: heightAlone(spec, width), fontSize: FONT_SIZE }
  const picture: Picture = { spec, locale, light, size: 'medium', narrowed: null, notes: [] }
  const inside = compactSvg(drawChartAsTextSvg(picture, box))
  const size = `width="${box.width}" height="${box.height}" viewBox="0 0 ${box.width} ${box.height}"`
  // Only patterns are linked to.
  const linked = inside.includes('xlink:') ? ' xmlns:xlink="http://www.w3.org/1999/xlink"' : ''
  return `<svg xmlns="http://www.w3.org/2000/svg"${linked} ${size}>${inside}</svg>\n`
}

/** What nearly every word of a chart says alike: said once, on the element around them. Nothing but words takes it from there. */
const OF_WORDS = ['font-family', 'font-size', 'font-weight', 'dominant-baseline', 'text-anchor', 'fill'] as const
/** What is so anyway where it is not said. */
const USUAL = [' fill-opacity="1"', ' stroke-width="1"']

/**
 * The inside of an SVG as the canvas exports it with words as text, saying the same in a third: a folder holds thousands. What most
 * words say is said once around them, and paths go from point to point instead of naming each, to a tenth of a pixel.
 */
export function compactSvg(inside: string): string {
  // Words are behind all else, one after the other.
  const at = inside.indexOf('<text')
  const [drawn, words] = at === -1 ? [inside, ''] : [inside.slice(0, at), inside.slice(at)]
  return shorterDrawing(ownIds(drawn)) + shorterWords(words)
}

/** Ids are counted through all that a process ever draws: here from nothing, so that the same chart is the same file. */
function ownIds(drawn: string): string {
  const names = new Map<string, string>()
  for (const [, id = ''] of drawn.matchAll(/ id="([^"]+)"/g)) if (!names.has(id)) names.set(id, `p${names.size}`)
  return drawn.replaceAll(
    /( id="|url\(#|href="#)([^")]+)/g,
    (_, before: string, id: string) => before + (names.get(id) ?? id),
  )
}

function shorterDrawing(drawn: string): string {
  return drawn
    .replaceAll(/<(?:path|rect|circle)\b[^>]*>/g, (tag) =>
      USUAL.reduce((shorter, one) => shorter.replace(one, ''), tag),
    )
    .replaceAll(/ d="([^"]+)"/g, (_, path: string) => ` d="${shorterPath(path)}"`)
}

function shorterWords(words: string): string {
  if (words === '') return ''
  const common = OF_WORDS.map((name) => ` ${name}="${mostSaid(words, name)}"`)
  const shorter = words
    .replaceAll(
      / transform="matrix\(1 0 0 1 (\S+) (\S+)\)" x="(\S+)" y="(\S+)"/g,
      (_, byX: string, byY: string, x: string, y: string) =>
        ` x="${tenth(Number(byX) + Number(x))}" y="${tenth(Number(byY) + Number(y))}"`,
    )
    .replaceAll(/<text\b[^>]*>/g, (tag) => [...common, ...USUAL].reduce((left, one) => left.replace(one, ''), tag))
  return `<g${common.join('')}>${shorter}</g>`
}

/** The value that most elements give an attribute. All words give all of them. */
function mostSaid(text: string, name: string): string {
  const counts = new Map<string, number>()
  for (const [, value = ''] of text.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g')))
    counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]![0]
}
