import { isWithin, named, type Asked } from './asked.ts'
import type { Row } from './row.ts'

/** The day it was adopted, or the first of the later stages that has one. */
export function adoptedDay({ adopted_on, registered_on, in_system_on }: Row): number | null {
  return earliest([adopted_on, registered_on, in_system_on])
}

export function registeredDay({ registered_on, in_system_on }: Row): number | null {
  return earliest([registered_on, in_system_on])
}

function earliest(days: (number | null)[]): number | null {
  const filled = days.filter((day) => day !== null)
  return filled.length === 0 ? null : Math.min(...filled)
}

/** Adopted by the day and not lapsed before it. */
export function adoptionsInForce(asked: Asked, stageDay = adoptedDay): Row[] {
  return asked.book('adoption').filter((row) => {
    const since = stageDay(row)
    return since !== null && since <= asked.day && (row.lapsed_on === null || row.lapsed_on >= asked.day)
  })
}

/** How many keys reach the stage for the first time in the period. */
export function countNewlyAdopted(
  asked: Asked,
  adoptions: Row[],
  keyOf: (row: Row) => string | null,
  stageDay = adoptedDay,
): number {
  const first = new Map<string, number>()
  for (const row of adoptions) {
    const [key, day] = [keyOf(row), stageDay(row)]
    if (key !== null && key !== 'unknown' && key !== 'foreign' && day !== null)
      first.set(key, Math.min(first.get(key) ?? Infinity, day))
  }
  return [...first.values()].filter((day) => isWithin(asked, day)).length
}

/** Made here or with others; of a standard alone. */
export function isOfOwnStandard({ book }: Asked, { standard }: Row): boolean {
  const its = named(book('standard'), standard)
  return its !== undefined && its.direction !== 'introduced'
}
