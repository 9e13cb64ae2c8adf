import { heightAlone, stillWidth } from '@causeway/shared/charts/size'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Locale } from '@causeway/shared/words/words'
import { inBothLights } from './chart-colours.ts'
import { drawChartAsTextSvg } from '../pictures/draw-chart.ts'
import { registerFonts } from '../pictures/drawing-kit.ts'
import type { Picture } from '../pictures/picture.ts'

const FONT_SIZE = 13

/**
 * A chart as a page shows it, without the words around it: an SVG in the page, its ground left clear, its colours as properties that are
 * light or dark as the reader's system is, and light on paper.
 */
export function drawStillChart(spec: ChartSpec, locale: Locale): string {
  registerFonts()
  const width = stillWidth(spec)
  const box = { width, height: heightAlone(spec, width), fontSize: FONT_SIZE }
  const picture: Omit<Picture, 'light'> = { spec, locale, size: 'medium', narrowed: null, notes: [] }
  const [light, dark] = (['light', 'dark'] as const).map((light) => drawChartAsTextSvg({ ...picture, light }, box))
  const size = `width="${box.width}" height="${box.height}" viewBox="0 0 ${box.width} ${box.height}"`
  return `<svg ${size}${MITERED}>${compactSvg(inBothLights(light!, dark!))}</svg>`
}

/** What nearly every word of a chart says alike: said once, on the element around them. Nothing but words takes it from there. */
const OF_WORDS = ['font-family', 'font-size', 'font-weight', 'dominant-baseline', 'text-anchor', 'fill'] as const
/** The attribute that a canvas writes on every line. The SVG element has it for all of them. */
const MITERED = ' stroke-miterlimit="10"'
/** What is so anyway where it is not said. */
const USUAL = [' fill-opacity="1"', ' stroke-width="1"', MITERED]

/**
 * The inside of an SVG as the canvas exports it with words as text, saying the same in a third: a folder holds thousands. What most
 * words say is said once around them, and paths go from point to point instead of naming each, to a tenth of a pixel.
 */
export function compactSvg(inside: string): string {
  // Words are behind all else, one after the other.
  const at = inside.indexOf('<text')
  const [drawn, words] = at === -1 ? [inside, ''] : [inside.slice(0, at), inside.slice(at)]
  return shorterDrawing(drawn) + shorterWords(words)
}

/** A shape that is filled, and then outlined along the same path: one element draws both in that order. */
const FILLED_THEN_OUTLINED =
  /<path fill="(?!none")([^"]+)"( d="[^"]+")\/><path fill="none"((?: stroke(?:-width)?="[^"]+")+)\2\/>/g

/** The ground, which a page leaves clear. */
const INVISIBLE = /<rect fill-opacity="0"[^>]*\/>/g

function shorterDrawing(drawn: string): string {
  return drawn
    .replaceAll(INVISIBLE, '')
    .replaceAll(/<(?:path|rect|circle)\b[^>]*>/g, (tag) =>
      USUAL.reduce((shorter, one) => shorter.replace(one, ''), tag),
    )
    .replaceAll(FILLED_THEN_OUTLINED, '<path fill="$1"$3$2/>')
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

const POINTS_OF: Record<string, number> = { M: 1, L: 1, Q: 2, C: 3, Z: 0 }

/** Tenths of a pixel. A curve within it looks like the line to its end; lines within it, one after the other, like one. */
const TINY = 3
const SHORT = 6

/**
 * `M10 10L20 10` as `M10 10l10 0`. Steps are of whole tenths of a pixel and go on from where the steps before have led, so that no
 * error adds up; the corners of bars, which a canvas writes as dozens of curves, are a few lines. What this does not know stays as
 * it is.
 */
export function shorterPath(path: string): string {
  let at = [0, 0] as [number, number]
  let start = at
  let written = ''
  let last = ''
  const step = (command: string, tenths: number[]) => {
    const steps = tenths.map((number, index) => number - at[index % 2]!)
    // A step of nothing draws nothing.
    if (steps.some((one) => one !== 0)) {
      written += (command === last ? (steps[0]! < 0 ? '' : ' ') : command) + joined(steps)
      last = command
    }
    at = tenths.slice(-2) as [number, number]
  }
  let left: [number, number] | null = null
  const catchUp = () => {
    if (left) step('l', left)
    left = null
  }
  for (const [, command = '', given = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const points = POINTS_OF[command]
    const numbers =
      given.trim() === ''
        ? []
        : given
            .trim()
            .split(/[\s,]+/)
            .map(Number)
    if (points === undefined || numbers.length !== points * 2 || numbers.some(Number.isNaN)) return path
    const tenths = numbers.map((number) => Math.round(number * 10))
    if (command === 'Z') {
      catchUp()
      written += 'z'
      at = start
      last = 'z'
    } else if (command === 'M') {
      catchUp()
      written += `M${joined(tenths)}`
      at = start = tenths as [number, number]
      last = 'M'
    } else {
      const from = left ?? at
      const isTiny = tenths.every((number, index) => Math.abs(number - from[index % 2]!) <= TINY)
      if (isTiny) {
        left = tenths.slice(-2) as [number, number]
        if (Math.hypot(left[0] - at[0], left[1] - at[1]) >= SHORT) catchUp()
      } else {
        catchUp()
        step(command.toLowerCase(), tenths)
      }
    }
  }
  catchUp()
  return written
}

function joined(tenths: number[]): string {
  return tenths
    .map((number) => shortest(number / 10))
    .join(' ')
    .replaceAll(' -', '-')
}

/** To a tenth of a pixel. */
export function tenth(number: number): string {
  return shortest(Math.round(number * 10) / 10)
}

/** `0.5` as `.5` */
function shortest(number: number): string {
  return String(number).replace(/^(-?)0\./, '$1.')
}
