import { calendarOf, periodDays, type Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import type { ReferenceRows } from '../../ground/database/migrate.ts'
import type { Asked, Blend, PeriodRow } from './compile/compilation.ts'

/** What of an institution a figure depends on besides its records. */
export interface Home {
  institution: string
  country: string
  /** MM-DD */
  schoolYearStart: string
  /** YYYY-MM-DD; null: nothing has been imported. */
  dataDate: string | null
  /** Records, decisions, continents and blocs are as they were at a revision; absent: as they are. */
  then?: { revision: number; reference?: ReferenceRows }
}

/** What is asked of an institution, whatever is counted. */
export interface AskedOf {
  home: Home
  basis: Basis
  /** Other bases that are read with it, none of them or all a cohort: the years of each stand apart (`yearOn`). */
  besides?: readonly Basis[]
  /** MM-DD; absent: the usual day. */
  at?: string
  from: number
  to: number
  scope: Scope | null
  cumulativeFrom?: number | null
  /** Records as they were at this revision; absent: as they are. */
  revision?: number | null
  /** Records on the way between two revisions, in place of those of one. */
  blend?: Blend | undefined
}

/** More than any year is. */
const APART = 10_000

/** What names a year of the basis at a place among those that are read together: to a statement a year is but a name. */
export const yearOn = (place: number, year: number): number => place * APART + year

/** The names of the years asked for, basis by basis. */
export function yearsAsked({ from, to, besides = [] }: Pick<AskedOf, 'from' | 'to' | 'besides'>): number[] {
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  return [null, ...besides].flatMap((_, place) => years.map((year) => yearOn(place, year)))
}

/** The periods that had begun by the data date; a later one has no records whatever is in the tables. */
export function toAsked(evaluation: AskedOf): Asked {
  const { home, basis, besides = [], scope, blend } = evaluation
  const { institution, country, then } = home
  const revision = evaluation.revision ?? then?.revision ?? null
  const { dataDay } = calendarOf(home)
  const periods = [basis, ...besides].flatMap((one, place) => periodsOn(one, place, evaluation, dataDay))
  const [cohorts, reference] = [basis === 'COHORT', then?.reference]
  return { institution, country, dataDay, periods, scope, cohorts, revision, blend, reference }
}

function periodsOn(
  basis: Basis,
  place: number,
  { home: { schoolYearStart }, at, from, to, cumulativeFrom }: AskedOf,
  dataDay: number,
): PeriodRow[] {
  const periods: PeriodRow[] = []
  for (let year = from; year <= to; year++) {
    const [first, last] = periodDays(basis, year, schoolYearStart, at)
    if (first > dataDay) break
    const since = Math.min(cumulativeFrom ?? year, year)
    const [begin] = periodDays(basis, since, schoolYearStart, at)
    const named = { year: yearOn(place, year), since: yearOn(place, since) }
    periods.push({ ...named, first: begin, last, day: Math.min(last, dataDay) })
  }
  return periods
}
