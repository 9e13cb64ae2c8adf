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
