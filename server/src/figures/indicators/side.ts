import type { FieldRef, Side } from './definition.ts'

export type PartName = 'numerator' | 'denominator'

/** The field of one part, or null: that part stays whole. */
export function fieldOf(side: Side, part: PartName): FieldRef | null {
  if (typeof side === 'string' || Array.isArray(side)) return side
  return side[part] ?? null
}
