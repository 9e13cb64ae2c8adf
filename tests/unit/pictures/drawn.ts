import { createCanvas } from '@napi-rs/canvas'
import { chartHeight, heightAlone } from '@causeway/shared/charts/size'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Locale } from '@causeway/shared/words/words'
import { drawChart, drawChartAsTextSvg } from '@causeway/server/outlets/pictures/draw-chart'
import { FONT_FAMILY } from '@causeway/server/outlets/pictures/drawing-kit'
import type { Picture } from '@causeway/server/outlets/pictures/picture'

export interface DrawnWord {
  text: string
  left: number
  top: number
  width: number
  height: number
}

const FONT_SIZE = 13

/** The words of a chart that is drawn alone, and where they stand; those that stand upright are left out. */
export function wordsOf(spec: ChartSpec, width: number, locale: Locale): { words: DrawnWord[]; height: number } {
  const height = heightAlone(spec, width)
  const svg = drawChartAsTextSvg({ spec, locale, light: 'light' } as Picture, { width, height, fontSize: FONT_SIZE })
  const ctx = createCanvas(1, 1).getContext('2d')
  const words = [...svg.matchAll(/<text ([^>]*)>([^<]*)/g)].flatMap(([, marks, text]) => {
    const mark = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(marks!)![1]!
    const [, b, , , e, f] = mark('transform').slice(7, -1).split(' ').map(Number) as number[]
    if (b !== 0 || text!.trim() === '') return []
    const size = Number(mark('font-size'))
    ctx.font = `${mark('font-weight')} ${size}px ${FONT_FAMILY}`
    const wide = ctx.measureText(text!).width
    const left = Number(mark(' x')) + e! - { start: 0, middle: wide / 2, end: wide }[mark('text-anchor')]!
    const base = { central: size / 2, hanging: 0 }[mark('dominant-baseline')] ?? size * 0.85
    return [{ text: text!, left, top: Number(mark(' y')) + f! - base, width: wide, height: size }]
  })
  return { words, height }
}

/** What of them runs out of the picture, and which run into each other. */
export function collisionsOf({ words, height }: ReturnType<typeof wordsOf>, width: number): string[] {
  return words.flatMap((one, at) => {
    const out = one.left < -2 || one.left + one.width > width + 2 || one.top < -2 || one.top + one.height > height + 2
    const met = words.slice(at + 1).filter((other) => {
      const across = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left)
      const down = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top)
      return across > 2 && down > 2
    })
    return [...(out ? [`${one.text} runs out`] : []), ...met.map((other) => `${one.text} runs into ${other.text}`)]
  })
}

/** The pixels of a chart, as the server draws it: of each its red, green, blue and how much of it is there. */
export function pixelsOf(spec: ChartSpec, width: number, locale: Locale = 'EN'): Uint8ClampedArray {
  let pixels: Uint8ClampedArray | null = null
  const picture = { spec, locale, light: 'light' } as Picture
  drawChart(picture, { width, height: chartHeight(spec, width), scale: 1 }, 1, (canvas) => {
    pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
  })
  return pixels!
}

/** How many pixels of the one are not those of the other. */
export function difference(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  let count = Math.abs(one.length - other.length) / 4
  for (let at = 0; at < Math.min(one.length, other.length); at += 4)
    if ([0, 1, 2, 3].some((part) => one[at + part] !== other[at + part])) count++
  return count
}
