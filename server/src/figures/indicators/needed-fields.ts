import type { RecordType } from '../../records/record-type.ts'
import { CATALOGUE } from './catalogue.ts'
import type { Cond, Declaration, SetOf } from './definition.ts'

/** A field that may be empty, and the indicators in which a record does not count where it is. */
export interface NeededField {
  field: string
  indicators: Declaration[]
}

/** Of fields that are one of a few, so that one value may be that of every row. */
export function neededFields(type: RecordType): NeededField[] {
  return type.fields.flatMap(({ name, kind, required }) => {
    if (required || (kind !== 'flag' && kind !== 'choice')) return []
    const isAsked = (cond: Cond) => 'field' in cond && cond.field === name && ('in' in cond || 'filled' in cond)
    const indicators = CATALOGUE.filter((one) => setsOf(one).some((set) => conditionsOf(set, type.name).some(isAsked)))
    return indicators.length > 0 ? [{ field: name, indicators }] : []
  })
}

function setsOf({ set, measure }: Declaration): SetOf[] {
  const parts = 'ratio' in measure ? [measure.ratio.numerator, measure.ratio.denominator] : []
  return [...(set ? [set] : []), ...parts.map((part) => part.set)]
}

function conditionsOf(set: SetOf, type: string): Cond[] {
  const branches = 'union' in set ? set.union : [set]
  return branches.flatMap(({ of, where = [] }) => (of === type ? where : []))
}
