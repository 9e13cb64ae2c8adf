import { bestOf, speaksOf, type Mapping } from './mapping.ts'
import type { Correspondence } from './relation-words.ts'
import type { Unit } from './version.ts'

/** How far units have been judged against other standards, and learners been assessed in them. */
export interface Coverage {
  units: number
  /** By the best that was judged of each; `UNMAPPED`: nobody judged it. They add up to the units. */
  counts: Record<Correspondence, number>
  /** Units that a learner has a result in. */
  assessed: number
}

/** Of units of one standard. `isAssessed`: somebody has a result in the unit. */
export function coverageOf(
  units: readonly Unit[],
  mappings: readonly Mapping[],
  isAssessed: (unit: Unit) => boolean,
): Coverage {
  const counts = { EQUIVALENT: 0, PARTIAL: 0, NONE: 0, UNMAPPED: 0 }
  const [first] = units
  // Those of a page speak of hundreds of standards.
  const own = mappings.filter(({ standard, toStandard }) => [standard, toStandard].includes(first?.standard ?? ''))
  for (const unit of units) counts[correspondenceOf(unit, own)]++
  return { units: units.length, counts, assessed: units.filter(isAssessed).length }
}

/** The best that was judged of a unit, from its side or from the other's: a judgement names no version of what it maps to. */
function correspondenceOf(unit: Unit, mappings: readonly Mapping[]): Correspondence {
  return bestOf(mappings.filter((mapping) => speaksOf(mapping, unit) || isMappedTo(mapping, unit))) ?? 'UNMAPPED'
}

function isMappedTo({ toStandard, toUnit }: Mapping, unit: Unit): boolean {
  return toStandard === unit.standard && toUnit === unit.code
}

/** In %; null: there are no units. */
export function shareOf(part: number, { units }: Pick<Coverage, 'units'>): number | null {
  return units === 0 ? null : (100 * part) / units
}
