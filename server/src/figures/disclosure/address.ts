import type { Figure } from '@causeway/shared/figure'
import type { Scope } from '@causeway/shared/series'
import type { DimensionId } from '../indicators/definition.ts'
import type { Counts } from './layers.ts'

/** A figure of one period with the question it answers. */
export interface Address {
  /** As counted: the indicator's own where none was asked. */
  scope: Scope | null
  dimension: DimensionId | null
  category: string | null
  figure: Figure
  counts: Counts
  /** Hidden for a reason that these counts do not show. */
  hidden?: boolean
}

/** Where a cell is among those of its year. */
export function placeOf(
  { scope, dimension, category }: { scope: Scope | null; dimension: string | null; category: string | null },
  usual: Scope | null,
): string {
  return JSON.stringify([scope ?? usual, dimension, category])
}
