import { fieldsOf, findRecordType } from '../../records/record-types.ts'
import type { Field, RecordType } from '../../records/record-type.ts'
import {
  type Join,
  type Path,
  type SetOf,
  type UnionSet,
  type Declaration,
  type DimensionId,
  fieldOf,
  type Cond,
  type Measure,
  type Reported,
  type PlainSet,
  type Branch,
} from './definition.ts'
import { FOREIGN } from '@causeway/shared/unknown'
import { BLOCS } from '../../ground/reference/blocs.ts'
import { CONTINENTS, COUNTRIES } from '../../ground/reference/countries.ts'
import type { Identity } from '../../records/identity/identity.ts'
import type { CompiledFilter } from './compile/dimensions.ts'

/** What the paths of a set are looked up in. */
export type FieldSource = { of: string; joins?: Record<string, Join> } | UnionSet

/** What the paths of a set are looked up in: its records and what they point to, or the branches of a union. */
export function sourceOf(set: SetOf): FieldSource {
  return 'union' in set ? set : { of: set.of, ...(set.joins && { joins: set.joins }) }
}

/** A path that is no field of a record but can be counted: `#key`, `#type`, or a name that a union puts several values under. */
const COMPOSED: Field = { name: '', label: { zh: '', en: '' }, kind: 'text' }

/** The field a path leads to; of a union, in its first branch, provided that every branch has the name. Undefined: nowhere. */
export function findField(source: FieldSource, path: Path): Field | undefined {
  if (path === '#key' || path === '#type') return COMPOSED
  if ('union' in source) return findInUnion(source, path)
  const type = findRecordType(source.of)
  if (!type) return undefined
  const [head = '', tail] = path.split('.')
  if (tail === undefined) return ownField(type, head)
  const target = source.joins?.[head]?.to ?? ownField(type, head)?.to
  const to = target === undefined ? undefined : findRecordType(target)
  return to && ownField(to, tail)
}

function findInUnion(union: UnionSet, path: Path): Field | undefined {
  const [head = '', tail] = path.split('.')
  const found = union.union.map((branch) => {
    const key = branch.as?.[head] ?? head
    if (typeof key !== 'string') return tail === undefined ? COMPOSED : undefined
    if (tail === undefined) return key === 'persons' ? COMPOSED : findField({ of: branch.of }, key)
    const reference = findField({ of: branch.of }, key)
    const to = reference?.to === undefined ? undefined : findRecordType(reference.to)
    return to && ownField(to, tail)
  })
  return found.every((field) => field !== undefined) ? found[0] : undefined
}

function ownField(type: RecordType, name: string): Field | undefined {
  return fieldsOf(type).find((field) => field.name === name)
}

/** The field that a dimension's categories are read from; null where several make one key. */
export function dimensionField(declaration: Declaration, dimension: DimensionId): Field | null {
  const fields = dimensionFields(declaration, dimension)
  return fields.length === 1 ? fields[0]! : null
}

/** Every field that a dimension's categories are made of, in the order of their parts. */
export function dimensionFields(declaration: Declaration, dimension: DimensionId): (Field | null)[] {
  const side = declaration.dimensions[dimension]
  const paths = side ? fieldOf(side, 'numerator') : null
  const { set } = setsOf(declaration.set, declaration.measure)[0]!
  return paths === null ? [] : [paths].flat().map((path) => findField(sourceOf(set), path) ?? null)
}

/** The categories a dimension can have, in their declared order; null: whatever the records hold. */
export function knownCategories(declaration: Declaration, dimension: DimensionId): string[] | null {
  if (dimension === 'bloc') return BLOCS.map(({ id }) => id)
  if (dimension === 'continent') return CONTINENTS.map(({ id }) => id)
  const field = dimensionField(declaration, dimension)
  if (field?.kind === 'country') return [...COUNTRIES.map(({ code }) => code), FOREIGN]
  return field?.choices?.map(({ key }) => key) ?? null
}

/** A set as the branches of a union: what is no union is one. */
export function branchesOf(set: SetOf): (PlainSet | Branch)[] {
  return 'union' in set ? set.union : [set]
}

export function typesOf(set: SetOf): string[] {
  return branchesOf(set).map(({ of }) => of)
}

/** The record types that an indicator is counted from. */
export function countedTypes({ set, measure }: Pick<Declaration, 'set' | 'measure'>): string[] {
  return [...new Set(setsOf(set, measure).flatMap((one) => typesOf(one.set)))]
}

/** The sets a measure reads, with the conditions it adds. */
export function setsOf(set: SetOf | undefined, measure: Measure): { set: SetOf; also: Cond[] }[] {
  if ('ratio' in measure) return Object.values(measure.ratio).flatMap((part) => setsOf(part.set, part.measure))
  if (!set) throw new Error('only a ratio has no set')
  const also =
    'share' in measure
      ? measure.share
      : 'weighted' in measure
        ? measure.weighted
        : 'pairs' in measure
          ? [...measure.before, ...measure.after]
          : []
  return [{ set, also }]
}

export type ReportedType = Extract<Reported, { of: unknown }>

/** The types that a share of 0 % needs something of, in the order in which they come after the bases. */
export function zeroTypes({ measure }: Pick<Declaration, 'measure'>): ReportedType[] {
  return 'share' in measure ? (measure.zero ?? []).filter((one): one is ReportedType => 'of' in one) : []
}

/** The type of the things that a dimension's categories are; null: they are no things of the institution's own. */
export function thingOf(declaration: Declaration, dimension: DimensionId): string | null {
  const field = dimensionField(declaration, dimension)
  if (field?.to ?? field?.codeOf) return field!.to ?? field!.codeOf!
  const { set } = declaration
  return field?.name === 'code' && set && 'of' in set ? set.of : null
}

/** Filters in the codes that represent those asked for. */
export function canonicalFilters(
  identity: Identity,
  declaration: Declaration,
  filters: CompiledFilter[],
): CompiledFilter[] {
  return filters.map((filter) => {
    const thing = thingOf(declaration, filter.dimension)
    return thing === null
      ? filter
      : { ...filter, in: [...new Set(filter.in.map((code) => identity.canonical(thing, code)))] }
  })
}
