import { findRecordType } from '../../../records/record-types.ts'
import type { Base, Cond, Declaration, Measure, Related, Reported } from '../definition.ts'

/**
 * What a file may leave out: its code is its id, its version 1, a share or a mean has one decimal, and everything else that only
 * describes is empty. A unit that an indicator of the catalogue has may be written in one word: 人, people.
 */
export function completeDeclaration(
  written: Record<string, unknown>,
  shipped: readonly Declaration[],
): Record<string, unknown> {
  const { kind, unit } = written
  return {
    code: written['id'],
    definition: written['name'],
    version: 1,
    decimals: kind === 'RATIO' || kind === 'MEAN' ? 1 : 0,
    betterWhen: null,
    dimensions: {},
    example: null,
    ...written,
    measure: withZero(written['measure'], Array.isArray(written['base']) ? written['base'] : []),
    unit: shipped.find((one) => one.unit.zh === unit || one.unit.en === unit)?.unit ?? unit,
  }
}

/** A share says itself what 0 % needs, or needs what its conditions ask for of records of other types. */
function withZero(measure: unknown, base: readonly Base[]): unknown {
  if (!measure || typeof measure !== 'object' || !('share' in measure) || 'zero' in measure) return measure
  const zero = zeroOf((measure as Extract<Measure, { share: unknown }>).share, base)
  return zero.length > 0 ? { ...measure, zero } : measure
}

/**
 * The types that conditions ask for a record of, registers, evidence and what covers the share anyway apart; of a mobility its
 * direction and audience.
 */
export function zeroOf(share: unknown, base: readonly Base[]): Reported[] {
  const covering = base.map((one) => (typeof one === 'string' ? one : one.of))
  const found = relatedIn(share).flatMap(({ of, where, time }): Reported[] => {
    const type = findRecordType(of)
    if (!type || type.register || of === 'evidence' || covering.includes(of)) return []
    const named = (Array.isArray(where) ? where : []).filter(isOfMobility)
    const trailing = time && 'trailing' in time ? { trailing: time.trailing } : {}
    return [{ of, ...(of === 'mobility' && named.length > 0 ? { where: named } : {}), ...trailing }]
  })
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}

const isOfMobility = (cond: Cond) =>
  'in' in cond && (cond.field === 'direction' || cond.field === 'audience') && cond.in.length === 1

function relatedIn(value: unknown): Related[] {
  if (Array.isArray(value)) return value.flatMap(relatedIn)
  if (!value || typeof value !== 'object') return []
  if ('related' in value) return [value.related as Related]
  return 'any' in value ? relatedIn(value.any) : []
}
