import type { Declaration, SetOf, Time, PartName } from '../../figures/indicators/definition.ts'

/** The time rules of the record types that one side of a figure is counted from. */
export function timeRules(
  { measure, set }: Pick<Declaration, 'measure' | 'set'>,
  part: PartName,
): { of: string; time: Time }[] {
  const own: SetOf = 'ratio' in measure ? measure.ratio[part].set : set!
  return ('union' in own ? own.union : [own]).map(({ of, time }) => ({ of, time }))
}
