import type { Mark } from './spec.ts'

const half = Math.SQRT1_2
const third = Math.sin((2 * Math.PI) / 3)
type Corner = readonly [x: number, y: number]

/** The outlines of a mark around 0, 0 with radius 1, as Chart.js draws them; those of a cross are open. None: a circle. */
const OUTLINES: Record<Mark, readonly (readonly Corner[])[]> = {
  circle: [],
  rect: [
    [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
    ],
  ],
  rectRot: [
    [
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
    ],
  ],
  triangle: [
    [
      [0, -1],
      [third, 0.5],
      [-third, 0.5],
    ],
  ],
  triangleDown: [
    [
      [0, 1],
      [third, -0.5],
      [-third, -0.5],
    ],
  ],
  cross: [
    [
      [-1, 0],
      [1, 0],
    ],
    [
      [0, -1],
      [0, 1],
    ],
  ],
}

/** Lays the path of a mark on a canvas, to be filled and stroked. */
export function traceMark(ctx: CanvasRenderingContext2D, mark: Mark, x: number, y: number, radius: number): void {
  ctx.beginPath()
  if (mark === 'circle') ctx.arc(x, y, radius, 0, 2 * Math.PI)
  for (const outline of OUTLINES[mark]) {
    outline.forEach(([dx, dy], at) => ctx[at === 0 ? 'moveTo' : 'lineTo'](x + dx * radius, y + dy * radius))
    if (outline.length > 2) ctx.closePath()
  }
}

/** The same path for an SVG. */
export function markPath(mark: Mark, x: number, y: number, radius: number): string {
  if (mark === 'circle')
    return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
  const short = (value: number) => String(Math.round(value * 100) / 100)
  return OUTLINES[mark]
    .map((outline) => {
      const corners = outline.map(([dx, dy]) => `${short(x + dx * radius)} ${short(y + dy * radius)}`)
      return `M${corners.join('L')}${outline.length > 2 ? 'z' : ''}`
    })
    .join('')
}
