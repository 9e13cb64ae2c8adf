import type { Canvas, SvgCanvas } from '@napi-rs/canvas'

/**
 * Gives back at once what a canvas holds. Its pixels lie where what collects garbage sees nothing of them, and that of an SVG are
 * never given back at all: 40 MB a picture add up to gigabytes.
 */
export function letGo(canvas: Canvas | SvgCanvas): void {
  canvas.width = 0
  canvas.height = 0
}
