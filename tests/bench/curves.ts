import type { Curves } from './growth.ts'

const [WIDTH, HEIGHT, EDGE, RIGHT] = [720, 360, 50, 130]
const DASHES = ['', '8 4', '2 4']

/** Milliseconds by records, the records on a logarithmic scale; lines differ in their dashes and in the names at their ends. */
export function drawCurves(curves: Curves): string {
  const points = Object.values(curves).flat()
  const exponents = [...new Set(points.map(([records]) => Math.log10(records)))]
  const top = Math.max(...points.map(([, ms]) => ms)) * 1.1
  const [low, high] = [Math.min(...exponents), Math.max(...exponents)]
  const x = (exponent: number) => EDGE + ((exponent - low) / (high - low)) * (WIDTH - EDGE - RIGHT)
  const y = (ms: number) => HEIGHT - EDGE - (ms / top) * (HEIGHT - 2 * EDGE)
  const text = (at: [number, number], said: string, anchor = 'start') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" text-anchor="${anchor}">${said}</text>`
  const grid = [0, 0.25, 0.5, 0.75, 1].map((part) => part * top)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    text([EDGE, 24], 'Milliseconds of a first answer, by records in the database'),
    ...grid.flatMap((ms) => [
      `<path d="M${EDGE} ${y(ms).toFixed(1)}H${WIDTH - RIGHT}" stroke="#bbb"/>`,
      text([EDGE - 6, y(ms) + 4], ms.toFixed(ms < 10 ? 1 : 0), 'end'),
    ]),
    ...exponents.map((exponent) =>
      text([x(exponent), HEIGHT - EDGE + 20], Math.round(10 ** exponent).toLocaleString('en'), 'middle'),
    ),
    ...Object.entries(curves).flatMap(([name, curve], at) => {
      const path = curve.map(([records, ms]) => `${x(Math.log10(records)).toFixed(1)} ${y(ms).toFixed(1)}`).join('L')
      return [
        `<path d="M${path}" fill="none" stroke="#000" stroke-width="2" stroke-dasharray="${DASHES[at]}"/>`,
        text([WIDTH - RIGHT + 6, y(curve.at(-1)![1]) + 4], name),
      ]
    }),
    '</svg>\n',
  ].join('\n')
}
