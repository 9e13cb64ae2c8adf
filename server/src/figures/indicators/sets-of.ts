import type { Cond, Declaration, Measure, Reported, SetOf } from './definition.ts'

/** The sets a measure reads, with the conditions it adds. */
export function setsOf(set: SetOf | undefined, measure: Measure): { set: SetOf; also: Cond[] }[] {
  if ('ratio' in measure) return Object.values(measure.ratio).flatMap((part) => setsOf(part.set, part.measure))
  if (!set) throw new Error('only a ratio has no set of its own')
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
