import type { ChartSpec } from '@causeway/shared/chart-spec'

/** Width and least height in CSS pixels; a PNG has twice as many of its own. */
interface Measures {
  width: number
  height: number
  /** Pixels of the title; everything else follows from it. */
  title: number
  /** It has to be this high and no higher: a slide, a preview in a chat. */
  fixed: boolean
}

export const PICTURE_SIZES = {
  small: { width: 480, height: 380, title: 17, fixed: false },
  medium: { width: 800, height: 520, title: 20, fixed: false },
  large: { width: 1200, height: 760, title: 26, fixed: false },
  slide: { width: 1280, height: 720, title: 28, fixed: true },
  // 1200 by 630 as a PNG: what chat programs ask for.
  preview: { width: 600, height: 315, title: 17, fixed: true },
} satisfies Record<string, Measures>

export type PictureSize = keyof typeof PICTURE_SIZES
export const PICTURE_SIZE_NAMES = Object.keys(PICTURE_SIZES) as PictureSize[]

export function measuresOf(size: PictureSize): Measures {
  return PICTURE_SIZES[size]
}

/** Nothing is drawn higher than this many pixels of CSS. */
export const MOST_HEIGHT = 2_000

/** What the words around a chart take, about. */
const AROUND = 9

/** The height that a picture will have, near enough to keep its place free until it is there. */
export function likelyHeight(spec: ChartSpec, size: PictureSize): number {
  const { height, title, fixed } = measuresOf(size)
  const needed = fixed ? 0 : leastChartHeight(spec, fontSizeOf(size)) + AROUND * title
  return Math.min(MOST_HEIGHT, Math.max(height, Math.round(needed)))
}

/** How high a chart has to be for every name in it to have its line. */
export function leastChartHeight(spec: ChartSpec, fontSize: number): number {
  return spec.lying ? spec.labels.length * (fontSize + 11) + 64 : 0
}

/** Pixels of the text in a chart. */
export function fontSizeOf(size: PictureSize): number {
  const { height, title } = measuresOf(size)
  return height < 350 ? 10 : Math.round(title * 0.64)
}
