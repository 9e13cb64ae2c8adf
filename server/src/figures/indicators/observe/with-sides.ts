import type { Figure } from '@causeway/shared/figure'
import { wilson } from './interval.ts'

/** More digits than anybody reads, and fewer than those in which whole numbers come out otherwise. */
const DIGITS = 12

/** A rate as it is of other numbers on both sides, of which it is the same so-many of a hundred, or of ten, as it was. */
export function withSides(figure: Figure, numerator: number | null, denominator: number | null): Figure {
  const { value, interval, numerator: over, denominator: under } = figure
  const sides = { ...figure, numerator, denominator, interval: null }
  if (value === null || numerator === null || under === null || !denominator) return sides
  const scaled = over ? Number(((value * numerator * under) / (over * denominator)).toPrecision(DIGITS)) : value
  const isProportion = interval?.method === 'wilson' && numerator <= denominator
  return { ...sides, value: scaled, interval: isProportion ? wilson(numerator, denominator) : null }
}
