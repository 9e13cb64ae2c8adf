import type { Figure } from '@causeway/shared/figure'
import type { Declaration, Part } from './definition.ts'
import { factorOf } from './observe/factor.ts'

/**
 * Whether a figure reaches what a rule asks of its indicator: from the whole numbers behind it, never from its rounded value. Null
 * where no rule asks, and where there is no figure.
 */
export function meetsThreshold(
  { measure, threshold }: Declaration,
  { value, numerator, denominator }: Partial<Pick<Figure, 'value' | 'numerator' | 'denominator'>>,
): boolean | null {
  if (!threshold || value == null || numerator == null || denominator == null) return null
  const [over, under] =
    'ratio' in measure ? [factorOfPart(measure.ratio.numerator), factorOfPart(measure.ratio.denominator)] : [1, 1]
  const [part, whole] = threshold.atLeast
  // Decimals are stored times a factor, so that these are whole.
  const reached = Math.round(numerator * over) * under * whole
  return reached >= Math.round(denominator * under) * over * part
}

function factorOfPart({ set, measure }: Part): number {
  return 'sum' in measure ? factorOf(set, measure.sum) : 1
}
