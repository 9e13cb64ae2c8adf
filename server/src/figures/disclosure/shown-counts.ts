import type { Figure } from '@causeway/shared/figure'
import type { Branch, Cond, Declaration, Measure, PlainSet, SetOf, PartName } from '../indicators/definition.ts'
import { holdsPersons } from '../../records/record-types.ts'
import { disclosureClass, UNITS_OF_PERSONS } from './disclosure-class.ts'

export type CountName = 'value' | 'size' | 'numerator' | 'rest' | 'denominator'

/** A number of persons that a figure shows or gives away, and what it counts. */
export interface ShownCount {
  name: CountName
  part: PartName
  /** Two of different units are not compared. */
  unit: string
  branches: readonly CountedBranch[]
  /** What has to hold of a record besides, once it is picked. */
  also: readonly Cond[]
  /** Those are counted of which this does not hold. */
  except?: readonly Cond[]
}

export type CountedBranch = Omit<Branch, 'where'> &
  Pick<PlainSet, 'joins' | 'onePer'> & {
    where: readonly Cond[]
  }

/** What the figures of an indicator tell of how many persons. */
export function shownCounts(declaration: Declaration): ShownCount[] {
  const { measure, set, unit } = declaration
  if (disclosureClass(declaration, holdsPersons) === 'things' || (set && 'union' in set)) return []
  if ('ratio' in measure) {
    const isSurvey = measure.ratio.response !== undefined
    return (['numerator', 'denominator'] as const).flatMap((part) => {
      const side = measure.ratio[part]
      const of = unitOf(side.measure, isSurvey)
      return of === null ? [] : [{ name: part, part, unit: of, branches: branchesOf(side.set), also: [] }]
    })
  }
  if (!set || 'pairs' in measure) return []
  const branches = branchesOf(set)
  const count = (name: CountName, part: PartName, of: string, more: Partial<ShownCount> = {}): ShownCount => ({
    ...{ name, part, unit: of, branches, also: [] },
    ...more,
  })
  const sizeOf = (part: PartName) =>
    branches.some(({ of }) => holdsPersons(of)) ? [count('size', part, 'persons')] : []
  if ('share' in measure) {
    const { share, per } = measure
    if (per === 'records') return []
    // What the scope acts on is another count in each of them, and so is what is left.
    const also = share.filter((cond) => !('inScope' in cond && cond.inScope === 'SCOPE'))
    return [
      count('denominator', 'denominator', per),
      count('numerator', 'numerator', per, { also }),
      ...(also.length === share.length ? [count('rest', 'denominator', per, { except: share })] : []),
      ...(per === 'persons' ? [] : sizeOf('denominator')),
    ]
  }
  const of = unitOf(measure, UNITS_OF_PERSONS.has(unit.zh))
  // A number of persons is its own size.
  return [...(of === null ? [] : [count('value', 'numerator', of)]), ...(of === 'persons' ? [] : sizeOf('numerator'))]
}

function unitOf(measure: Measure, sumsPersons: boolean): string | null {
  if ('distinct' in measure) return measure.distinct === 'persons' ? 'persons' : null
  if ('count' in measure) return measure.count === 'participations' ? 'participations' : null
  return 'sum' in measure && sumsPersons ? `sum ${JSON.stringify(measure.sum)}` : null
}

function branchesOf(set: SetOf): CountedBranch[] {
  if (!('union' in set)) return [{ ...set, where: set.where ?? [] }]
  return set.union.map((branch) => ({ ...branch, where: [...(branch.where ?? []), ...(set.where ?? [])] }))
}

/** Of a figure. Null: not known. */
export function countNamed(name: CountName, figure: Figure): number | null {
  if (name !== 'rest') return figure[name]
  const { numerator, denominator } = figure
  return numerator === null || denominator === null ? null : Math.max(0, denominator - numerator)
}
