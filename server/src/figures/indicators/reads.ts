import { findRecordType } from '../../records/record-types.ts'
import { type Declaration, type FieldRef, type Key, type Related, type Side, fieldOf } from './definition.ts'
import { setsOf, zeroTypes } from './sets-of.ts'

/**
 * Every record type whose change can alter a figure of the declaration: those of its sets, of its bases, of the records that
 * conditions and dimensions point to, and the three that every figure reads.
 */
export function readsOf(declaration: Declaration): readonly string[] {
  let reads = known.get(declaration)
  if (!reads) known.set(declaration, (reads = findReads(declaration)))
  return reads
}

const known = new WeakMap<Declaration, readonly string[]>()

function findReads(declaration: Declaration): string[] {
  const types = new Set(['institution', 'nothing-to-report', 'same-as'])
  for (const base of declaration.base) types.add(typeof base === 'string' ? base : base.of)
  for (const { of } of zeroTypes(declaration)) types.add(of)
  if ('weighted' in declaration.measure) types.add(declaration.measure.weights.of)
  const sides = [...Object.values(declaration.dimensions), ...(declaration.scope ? [declaration.scope] : [])]
  for (const { set, also } of setsOf(declaration.set, declaration.measure)) {
    for (const branch of 'union' in set ? set.union : [set]) {
      types.add(branch.of)
      const joins = 'joins' in branch ? (branch.joins ?? {}) : {}
      for (const join of Object.values(joins)) types.add(join.to)
      // Every text of a set that could be a path is taken for one: a type too many costs a recount, one too few a wrong figure.
      for (const path of pathsIn([branch, set.where ?? [], also ?? [], declaration.measure, ...sides.map(fieldsOf)])) {
        addPointedTo(types, branch.of, path, 'as' in branch ? (branch.as ?? {}) : {})
      }
      for (const related of relatedIn([branch, set.where ?? [], also ?? []])) {
        types.add(related.of)
        for (const path of pathsIn([related])) addPointedTo(types, related.of, path, {})
      }
    }
  }
  return [...types].sort()
}

function fieldsOf(side: Side): (FieldRef | null)[] {
  return [fieldOf(side, 'numerator'), fieldOf(side, 'denominator')]
}

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
