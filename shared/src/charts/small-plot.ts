import { LEAST_BAR, NOUGHT, type Rectangle } from './pen.ts'
import type { ChartLabel, ChartPoint } from './spec.ts'

export interface Scale {
  most: number
  least: number
}

/** From the least to the most of these numbers and 0; of shares the whole way, once a figure passes the middle. */
export function scaleOf(numbers: readonly number[], whole: number | null, ceiling: (most: number) => number): Scale {
  const most = Math.max(0, ...numbers)
  return {
    most: whole !== null && most > whole / 2 && most <= whole ? whole : ceiling(most),
    least: Math.min(0, ...numbers),
  }
}

/** A point of a line: the way to it from the one before, and its whisker; null where there is none. */
interface Step {
  place: number
  x: number
  y: number
  partial: boolean
  from: { x: number; y: number } | null
  whisker: { low: number; high: number } | null
}

/**
 * Where the strokes of a small chart without axes of Chart.js go, drawn on a canvas (a panel of small multiples) or as SVG: bars from
 * zero, or a line.
 */
export function smallPlot(box: Rectangle, labels: readonly ChartLabel[], scale: Scale, round = (at: number) => at) {
  const step = box.width / Math.max(labels.length, 1)
  const x = (place: number) => round(box.left + (place + 0.5) * step)
  const y = (value: number) =>
    round(box.top + box.height - ((value - scale.least) / (scale.most - scale.least || 1)) * box.height)
  return {
    step,
    x,
    y,
    bar(place: number, value: number): Rectangle {
      const [from, to] = [y(Math.max(value, 0)), y(Math.min(value, 0))]
      const height = Math.max(round(to - from), value === 0 ? NOUGHT : LEAST_BAR)
      return {
        left: round(x(place) - step * 0.38),
        top: value < 0 ? from : round(to - height),
        width: round(step * 0.76),
        height,
      }
    },
    line: (points: readonly ChartPoint[]): Step[] =>
      points.flatMap(({ value, low, high }, place) => {
        if (value === null) return []
        const before = points[place - 1]?.value
        return {
          place,
          x: x(place),
          y: y(value),
          partial: labels[place]!.partial,
          from: before == null ? null : { x: x(place - 1), y: y(before) },
          whisker: low === null || high === null ? null : { low: y(low), high: y(high) },
        }
      }),
  }
}
