import { toIso, type Day } from '@causeway/shared/day'
import { periodDays, toPeriod, type Basis, type Period } from '@causeway/shared/period'
import type { Window } from './read.ts'
import type { World } from './world.ts'

export interface Stretch {
  period: Period
  /** Of the period itself. */
  first: Day
  /** From the beginning of the first period, where it is cumulative. */
  window: Window
}

export function stretchOf(
  world: World,
  basis: Basis,
  year: number,
  at: string,
  cumulativeFrom: number | null,
): Stretch {
  const [first, last] = periodDays(basis, year, world.schoolYearStart, at)
  const begin = cumulativeFrom === null ? first : periodDays(basis, cumulativeFrom, world.schoolYearStart, at)[0]
  const period = toPeriod(basis, year, { schoolYearStart: world.schoolYearStart, dataDay: world.dataDay }, at)
  return { period, first, window: { first: begin, last, day: Math.min(last, world.dataDay) } }
}

/** The class that graduates in the school year of a day: the year of that school year's last day. */
export function classOf(world: World, day: Day): number {
  const year = Number(toIso(day).slice(0, 4))
  for (const it of [year - 1, year, year + 1]) {
    const [, last] = periodDays('SCHOOL_YEAR', it, world.schoolYearStart)
    if (last >= day) return Number(toIso(last).slice(0, 4))
  }
  throw new Error('a day is in some school year')
}

/** First day of the school year of a class. */
export function firstDayOfClass(world: World, of: number): Day {
  for (const year of [of, of - 1]) {
    const [first, last] = periodDays('SCHOOL_YEAR', year, world.schoolYearStart)
    if (Number(toIso(last).slice(0, 4)) === of) return first
  }
  throw new Error('a class has a school year')
}
