import type { Declaration, Measure, SetOf, Value } from '../indicators/definition.ts'
import { typesOf } from '../indicators/find-field.ts'

/**
 * What a figure tells about persons, and so which rule hides it.
 *
 * | class | hidden where |
 * |---|---|
 * | persons | 1 to 4 persons or participations |
 * | person-days | days of 1 to 4 persons |
 * | rate | fewer than 10 in the denominator, 1 to 4 in the numerator or in what is left of the denominator |
 * | mean | means, medians and gains over fewer than 10 |
 * | things | never: standards, platforms, awards, programmes, countries are not persons; the records they are found in may be |
 */
export type DisclosureClass = 'persons' | 'person-days' | 'rate' | 'mean' | 'things'
export type PersonClass = Exclude<DisclosureClass, 'things'>

/** Units that say that a sum is one of persons, whatever the record it is summed from. */
export const UNITS_OF_PERSONS = new Set(['人', '人次'])

/** @param holdsPersons whether a record of the type may name a person */
export function disclosureClass(
  declaration: Pick<Declaration, 'measure' | 'set' | 'unit'>,
  holdsPersons: (recordType: string) => boolean,
): DisclosureClass {
  return classOf(declaration.measure, declaration.set, declaration.unit.zh, holdsPersons)
}

/** Whether the size of its figures is one of persons. */
export function sizeIsOfPersons(
  { measure, set }: Pick<Declaration, 'measure' | 'set'>,
  holdsPersons: (recordType: string) => boolean,
): boolean {
  const counted = 'ratio' in measure ? measure.ratio.denominator.set : set
  return counted !== undefined && typesOf(counted).some(holdsPersons)
}

/** Whether any of the records that its figures are counted from may name a person. */
export function isFoundInPersons(
  { measure, set }: Pick<Declaration, 'measure' | 'set'>,
  holdsPersons: (recordType: string) => boolean,
): boolean {
  const sets = 'ratio' in measure ? [measure.ratio.numerator.set, measure.ratio.denominator.set] : set ? [set] : []
  return sets.flatMap(typesOf).some(holdsPersons)
}

function classOf(
  measure: Measure,
  set: SetOf | undefined,
  unit: string,
  holdsPersons: (recordType: string) => boolean,
): DisclosureClass {
  const ofPersons = set !== undefined && typesOf(set).some(holdsPersons)
  if ('count' in measure) return measure.count === 'participations' || ofPersons ? 'persons' : 'things'
  if ('distinct' in measure) return namesPerson(measure.distinct) ? 'persons' : 'things'
  if ('sum' in measure) return classOfSum(measure.sum, unit, ofPersons)
  if ('mean' in measure || 'median' in measure || 'pairs' in measure || 'weighted' in measure)
    return ofPersons ? 'mean' : 'things'
  if ('share' in measure) return measure.per === 'records' ? 'things' : 'rate'
  const { numerator, denominator, response } = measure.ratio
  const parts = [numerator, denominator].map((part) => classOf(part.measure, part.set, unit, holdsPersons))
  // A survey's rows hold numbers of persons, though none of them is named.
  return response || parts.some((part) => part !== 'things') ? 'rate' : 'things'
}

function classOfSum(value: Value, unit: string, ofPersons: boolean): DisclosureClass {
  if (UNITS_OF_PERSONS.has(unit)) return 'persons'
  if (typeof value === 'object' && 'points' in value) return 'things'
  return ofPersons ? 'person-days' : 'things'
}

/** A key that falls back on the person where no team is named is one of entries: the award is public, and a thing. */
function namesPerson(key: Extract<Measure, { distinct: unknown }>['distinct']): boolean {
  return (Array.isArray(key) ? key : [key]).some((part) => part === 'persons' || part === 'person')
}
