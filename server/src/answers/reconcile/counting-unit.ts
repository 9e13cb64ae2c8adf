import { recordTypeOf } from '../../records/record-types.ts'
import type {
  Branch,
  Declaration,
  Measure,
  PlainSet,
  SetOf,
  Time,
  PartName,
} from '../../figures/indicators/definition.ts'
import { branchesOf } from '../../figures/indicators/find-field.ts'

/** 人 against 人次. */
export type CountingUnit = 'PERSONS' | 'STAYS'

const UNITS = {
  PERSONS: { measure: { distinct: 'persons' } satisfies Measure, unit: { zh: '人', en: 'people' } },
  STAYS: {
    measure: { count: 'participations' } satisfies Measure,
    unit: { zh: '人次', en: 'participations' },
  },
} as const

/**
 * The other way of counting the same people: each once, or each time. `sameRecords` counts exactly the records of the indicator;
 * `lawful` then follows the rule that persons count by overlap and participations by their start. Null: it cannot be counted so.
 */
export function inOtherUnit(
  declaration: Declaration,
): { unit: CountingUnit; sameRecords: Declaration; lawful: Declaration } | null {
  const { measure, set } = declaration
  const unit = otherUnitOf(measure)
  if (unit === null || !set || declaration.bases[0] === 'COHORT') return null
  const isOfPersons = branchesOf(set).every((branch) =>
    recordTypeOf(branch.of).fields.some((field) => field.kind === 'person'),
  )
  if (!isOfPersons || ('onePer' in set && set.onePer)) return null
  const sameRecords: Declaration = { ...declaration, ...UNITS[unit] }
  const onAPoint = declaration.bases[0] === 'POINT_IN_TIME'
  return { unit, sameRecords, lawful: onAPoint ? sameRecords : { ...sameRecords, set: withTimes(set, unit) } }
}

function otherUnitOf(measure: Measure): CountingUnit | null {
  if ('distinct' in measure && measure.distinct === 'persons') return 'STAYS'
  return 'count' in measure && measure.count === 'participations' ? 'PERSONS' : null
}

function withTimes(set: SetOf, unit: CountingUnit): SetOf {
  return 'union' in set
    ? { ...set, union: set.union.map((branch) => ({ ...branch, time: timeOf(branch, unit) })) }
    : { ...set, time: timeOf(set, unit) }
}

function timeOf({ of, time }: PlainSet | Branch, unit: CountingUnit): Time {
  if (unit === 'STAYS') return 'overlaps' in time && !('trailing' in time) ? { fallsIn: time.overlaps[0] } : time
  const { span } = recordTypeOf(of)
  const hasEnd = 'starts' in span && span.ends !== undefined
  return 'fallsIn' in time && typeof time.fallsIn === 'string' && hasEnd && span.starts.includes(time.fallsIn)
    ? { overlaps: [time.fallsIn, span.ends!] }
    : time
}

/** The time rules of the record types that one side of a figure is counted from. */
export function timeRules(
  { measure, set }: Pick<Declaration, 'measure' | 'set'>,
  part: PartName,
): { of: string; time: Time }[] {
  return branchesOf('ratio' in measure ? measure.ratio[part].set : set!).map(({ of, time }) => ({ of, time }))
}
