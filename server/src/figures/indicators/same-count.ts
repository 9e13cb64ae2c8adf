import { once, oncePerPair } from '../../ground/once.ts'
import {
  type Cond,
  type Declaration,
  type DimensionId,
  type FieldRef,
  type SetOf,
  fieldOf,
  type PartName,
} from './definition.ts'

/** As JSON, whatever order its keys were written in. */
export const inOrder = (value: unknown): string =>
  typeof value === 'object' && value !== null ? objectInOrder(value) : JSON.stringify(value)

/** Parts of declarations are compared again and again, and never change. */
const objectInOrder = once((value: object): string =>
  JSON.stringify(value, (_, own: unknown) =>
    own !== null && typeof own === 'object' && !Array.isArray(own)
      ? Object.fromEntries(Object.entries(own).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : own,
  ),
)

/** A number of persons that an indicator publishes, as its value or as one side of a rate. */
interface PersonCount {
  /** Two of the same name count the same, whatever they are called. */
  name: string
  part: PartName
}

/** What another indicator shows of the same persons. */
export interface SameCount {
  leader: Declaration
  /** In which of these categories it counts the same as this one. */
  dimensions: ReadonlySet<DimensionId>
}

/**
 * The counts of persons that other indicators publish too, as what a rate is divided by: the first indicator of which one is the value
 * says what is hidden of it, and those after it follow. None of those leaders has a leader itself.
 */
export const sameCounts = oncePerPair(
  (indicators: readonly Declaration[], declaration: Declaration): readonly SameCount[] =>
    countsIn(declaration).flatMap(({ name, part }) => {
      const leader = indicators.find((one) => valueOf(one)?.name === name)
      if (!leader || leader === declaration) return []
      return [{ leader, dimensions: sharedDimensions(declaration, part, leader) }]
    }),
)

/** Whether another rate is over the same persons. */
export const sharesDenominator = oncePerPair(
  (indicators: readonly Declaration[], declaration: Declaration): boolean => {
    const nameUnder = (one: Declaration) => countsIn(one).find(({ part }) => part === 'denominator')?.name
    const own = nameUnder(declaration)
    return own !== undefined && indicators.some((one) => one.id !== declaration.id && nameUnder(one) === own)
  },
)

function sharedDimensions(declaration: Declaration, part: PartName, other: Declaration): Set<DimensionId> {
  const shared = (Object.keys(declaration.dimensions) as DimensionId[]).filter((id) => {
    const own = fieldOf(declaration.dimensions[id]!, part)
    const theirs = other.dimensions[id]
    return own !== null && theirs !== undefined && alike(own, fieldOf(theirs, 'numerator'))
  })
  return new Set(shared)
}

const countsIn = once((declaration: Declaration): PersonCount[] => {
  const value = valueOf(declaration)
  if (value) return [value]
  const { measure, set } = declaration
  const count = (part: PartName, of: SetOf, unit: string, also: Cond[] = []): PersonCount => ({
    part,
    name: nameOf(declaration, part, of, unit, also),
  })
  if ('share' in measure && measure.per !== 'records')
    return [count('numerator', set!, measure.per, measure.share), count('denominator', set!, measure.per)]
  if (!('ratio' in measure)) return []
  return (['numerator', 'denominator'] as const).flatMap((part) => {
    const side = measure.ratio[part]
    const unit = unitOf(side.measure)
    return unit ? [count(part, side.set, unit)] : []
  })
})

const valueOf = once((declaration: Declaration): PersonCount | null => {
  const unit = unitOf(declaration.measure)
  if (!unit || !declaration.set) return null
  return { part: 'numerator', name: nameOf(declaration, 'numerator', declaration.set, unit, []) }
})

function unitOf(measure: Declaration['measure']): string | null {
  if ('distinct' in measure && measure.distinct === 'persons') return 'persons'
  return 'count' in measure && measure.count === 'participations' ? 'participations' : null
}

/** A side on which the scope acts by its own condition is one on which it acts. */
function nameOf({ scope }: Declaration, part: PartName, set: SetOf, unit: string, also: Cond[]): string {
  const acting = also.find((cond) => 'inScope' in cond && cond.inScope === 'SCOPE')
  const by = acting && 'inScope' in acting ? acting.field : scope ? fieldOf(scope, part) : null
  return inOrder([set, unit, also.filter((cond) => cond !== acting), by])
}

const alike = (one: FieldRef, other: FieldRef | null): boolean => inOrder(one) === inOrder(other)
