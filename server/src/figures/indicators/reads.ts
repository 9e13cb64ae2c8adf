import { once } from '../../ground/once.ts'
import { findRecordType, fieldsOf } from '../../records/record-types.ts'
import { type Declaration, type Key, type Related, fieldOf, type Join } from './definition.ts'
import { branchesOf, countedTypes, setsOf, zeroTypes } from './find-field.ts'
import type { Field, RecordType } from '../../records/record-type.ts'

/** Every record type whose change can alter a figure of the declaration. */
export const readsOf = once((declaration: Declaration): readonly string[] => {
  const { base, set, measure } = declaration
  const counted = [...base.map((one) => (typeof one === 'string' ? one : one.of)), ...countedTypes({ set, measure })]
  const zero = zeroTypes(declaration).map(({ of }) => of)
  return [...new Set(['nothing-to-report', ...counted, ...zero, ...lookedUpIn(declaration)])].sort()
})

/**
 * Those of them that are read whatever the period: the records that conditions, dimensions and weights point to, and the two by
 * which every figure reads records.
 */
export const lookedUpIn = once((declaration: Declaration): ReadonlySet<string> => {
  const types = new Set(['institution', 'same-as'])
  if ('weighted' in declaration.measure) types.add(declaration.measure.weights.of)
  const sides = [...Object.values(declaration.dimensions), ...(declaration.scope ? [declaration.scope] : [])]
  for (const { set, also } of setsOf(declaration.set, declaration.measure)) {
    for (const branch of branchesOf(set)) {
      const joins = 'joins' in branch ? (branch.joins ?? {}) : {}
      for (const join of Object.values(joins)) types.add(join.to)
      // Every text of a set that could be a path is taken for one: a type too many costs a recount, one too few a wrong figure.
      for (const path of pathsIn([
        branch,
        set.where ?? [],
        also ?? [],
        declaration.measure,
        ...sides.map((side) => [fieldOf(side, 'numerator'), fieldOf(side, 'denominator')]),
      ])) {
        addPointedTo(types, branch.of, path, 'as' in branch ? (branch.as ?? {}) : {})
      }
      for (const related of relatedIn([branch, set.where ?? [], also ?? []])) {
        types.add(related.of)
        for (const path of pathsIn([related])) addPointedTo(types, related.of, path, {})
      }
    }
  }
  return types
})

function addPointedTo(types: Set<string>, of: string, path: string, as: Record<string, Key>): void {
  const renamed = as[path]
  if (typeof renamed === 'string' && renamed !== path) return addPointedTo(types, of, renamed, {})
  const [head, ...rest] = path.split('.') as [string, ...string[]]
  if (rest.length === 0) return
  const to = findRecordType(of)?.fields.find((field) => field.name === head)?.to
  if (!to) return
  types.add(to)
  addPointedTo(types, to, rest.join('.'), {})
}

function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(pathsIn)
  if (value && typeof value === 'object') return Object.values(value).flatMap(pathsIn)
  return []
}

export function relatedIn(value: unknown): Related[] {
  if (Array.isArray(value)) return value.flatMap(relatedIn)
  if (!value || typeof value !== 'object') return []
  const own = 'related' in value ? [value.related as Related] : []
  return [...own, ...Object.values(value).flatMap(relatedIn)]
}

/** What a clerk fills in so that there is a figure: fields of a record type, in its order. */
export interface Need {
  recordType: RecordType
  fields: Field[]
}

/** The record types that an indicator counts, and of each the fields that its declaration reads; what these point to comes after. */
export function needsOf(declaration: Declaration): Need[] {
  const named = new Map<string, Set<string>>()
  for (const base of declaration.base) take(named, typeof base === 'string' ? base : base.of, [])
  const sides = declaration.scope
    ? [fieldOf(declaration.scope, 'numerator'), fieldOf(declaration.scope, 'denominator')]
    : []
  for (const { set, also } of setsOf(declaration.set, declaration.measure)) {
    for (const branch of branchesOf(set)) {
      const joins = 'joins' in branch ? (branch.joins ?? {}) : {}
      const as = 'as' in branch ? (branch.as ?? {}) : {}
      const read = [
        branch.where,
        branch.time,
        as,
        set.where,
        also,
        declaration.measure,
        'onePer' in set && set.onePer,
        sides,
      ]
      for (const path of textsIn(read)) takePath(named, branch.of, path, joins, as)
      for (const { to, on } of Object.values(joins)) {
        take(named, to, Object.keys(on))
        take(named, branch.of, Object.values(on))
      }
      for (const { of, on, ...rest } of relatedIn(read)) {
        take(named, of, [...Object.keys(on), ...textsIn([rest])])
        take(named, branch.of, Object.values(on))
      }
    }
  }
  if ('weighted' in declaration.measure) {
    const { of, key, weight } = declaration.measure.weights
    take(named, of, [...key, weight])
  }
  return [...named].flatMap(([name, fields]) => {
    const recordType = findRecordType(name)
    return recordType ? [{ recordType, fields: fieldsOf(recordType).filter((field) => fields.has(field.name)) }] : []
  })
}

/** Every text could be a path; only names of fields are taken. */
function take(named: Map<string, Set<string>>, type: string, paths: readonly string[]): void {
  const fields = named.get(type) ?? new Set()
  named.set(type, fields)
  const recordType = findRecordType(type)
  for (const path of paths) fields.add(recordType?.stages?.[path] ?? path.split('.')[0]!)
  // A row that represents a group counts as many as it says.
  if (recordType?.fields.some(({ name }) => name === 'headcount')) fields.add('person').add('headcount')
  else if (paths.includes('persons')) fields.add('person')
}

function takePath(
  named: Map<string, Set<string>>,
  type: string,
  path: string,
  joins: Record<string, Join>,
  as: Record<string, Key>,
): void {
  const [head, tail] = path.split('.') as [string, string | undefined]
  const joined = joins[head]?.to
  const renamed = as[head]
  if (typeof renamed === 'string' && renamed !== head)
    return takePath(named, type, tail ? `${renamed}.${tail}` : renamed, joins, {})
  take(named, type, [path])
  const to = joined ?? findRecordType(type)?.fields.find(({ name }) => name === head)?.to
  if (to !== undefined && tail !== undefined) take(named, to, [tail])
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  // What is related is of another record type.
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, part]) => (key === 'related' ? [] : textsIn(part)))
  return []
}
