import { heightAlone } from '@causeway/shared/charts/size'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Light } from '@causeway/shared/colors'
import type { Locale } from '@causeway/shared/words/words'

/** Width and least height in CSS pixels; a PNG has twice as many pixels. */
interface Measures {
  width: number
  height: number
  /** Pixels of the title; everything else follows from it. */
  title: number
  /** It has to be this high and no higher: a slide, a preview in a chat. */
  fixed: boolean
}

const PICTURE_SIZES = {
  // What a phone, or a narrow column, shows as large as it is.
  narrow: { width: 340, height: 340, title: 18, fixed: false },
  small: { width: 480, height: 380, title: 17, fixed: false },
  medium: { width: 800, height: 520, title: 20, fixed: false },
  large: { width: 1200, height: 760, title: 26, fixed: false },
  slide: { width: 1280, height: 720, title: 28, fixed: true },
  // 1200 by 630 as a PNG: what chat programs ask for.
  preview: { width: 600, height: 315, title: 17, fixed: true },
} satisfies Record<string, Measures>

export type PictureSize = keyof typeof PICTURE_SIZES
export const PICTURE_SIZE_NAMES = Object.keys(PICTURE_SIZES) as PictureSize[]

/** Which of them is drawn for a frame of this width, in CSS pixels. */
export function sizeForFrame(width: number): PictureSize {
  return width <= NARROW ? 'narrow' : width <= SMALL ? 'small' : 'medium'
}

/** Up to which widths of a frame its picture is that of a phone, and the small one. */
export const NARROW = 400
export const SMALL = 560

export function measuresOf(size: PictureSize): Measures {
  return PICTURE_SIZES[size]
}

/** Nothing is drawn higher than this many pixels of CSS. */
export const MOST_HEIGHT = 2_000

/** What the words around a chart take, about, in heights of the title. */
const AROUND = 9
/** Pixels of the text of a chart in the page: everything in it is made for that. */
const USUAL_TEXT = 13

/** The height that a picture will have, near enough to keep its place free until it is there. */
export function likelyHeight(spec: ChartSpec, size: PictureSize): number {
  const { width, height, title, fixed } = measuresOf(size)
  const needed = fixed ? 0 : leastChartHeight(spec, width - 2 * title, size) + AROUND * title
  return Math.min(MOST_HEIGHT, Math.max(height, Math.round(needed)))
}

/** How high a chart has to be in a width for nothing in it to run into another thing. */
export function leastChartHeight(spec: ChartSpec, width: number, size: PictureSize): number {
  const scale = chartScale(size)
  return Math.ceil(heightAlone(spec, width / scale) * scale)
}

/** How much larger a chart is drawn than in the page. */
export function chartScale(size: PictureSize): number {
  const { height, title } = measuresOf(size)
  return (height < 350 ? 10 : Math.round(title * 0.64)) / USUAL_TEXT
}

/** A chart with everything that it owes its reader, ready to be drawn: plain data, so that another thread can draw it. */
export interface Picture {
  spec: ChartSpec
  locale: Locale
  light: Light
  size: PictureSize
  /** Of what the chart counts, where not all is counted: `Country or region: Viet Nam`. */
  narrowed: string | null
  /** Below the chart: what signs mean, where the figures are from and of which day. */
  notes: string[]
}

const PICTURE_FORMATS = ['png', 'svg'] as const
export type PictureFormat = (typeof PICTURE_FORMATS)[number]
