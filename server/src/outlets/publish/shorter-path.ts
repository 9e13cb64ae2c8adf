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
