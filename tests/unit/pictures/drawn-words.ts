import { createCanvas } from '@napi-rs/canvas'
import { heightAlone } from '@causeway/shared/charts/size'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Locale } from '@causeway/shared/words/words'
import { drawChartAsTextSvg } from '../../../server/src/outlets/pictures/draw-chart.ts'
import { FONT_FAMILY } from '../../../server/src/outlets/pictures/fonts.ts'
import type { Picture } from '../../../server/src/outlets/pictures/picture.ts'

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
