import type { Mark } from './spec.ts'

type Corner = readonly [x: number, y: number]

/** The corners of a regular figure around 0, 0 with radius 1, from one that is this many degrees below the right. */
function corners(count: number, from: number): Corner[] {
  return Array.from({ length: count }, (_, at) => {
    const angle = ((from + (360 * at) / count) * Math.PI) / 180
    return [Math.cos(angle), Math.sin(angle)]
  })
}

/** The outlines of a mark, as Chart.js draws them; those of a cross are open. None: a circle. */
const OUTLINES: Record<Mark, readonly (readonly Corner[])[]> = {
  circle: [],
  rect: [corners(4, -135)],
  rectRot: [corners(4, -90)],
  triangle: [corners(3, -90)],
  triangleDown: [corners(3, 90)],
  cross: [corners(2, 180), corners(2, -90)],
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
