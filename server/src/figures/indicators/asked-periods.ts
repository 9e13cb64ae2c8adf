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

/** The periods that had begun by the data date; a later one has no records whatever is in the tables. */
export function toAsked(evaluation: AskedOf): Asked {
  const { home, basis, at, scope, from, to, cumulativeFrom, blend } = evaluation
  const { institution, country, schoolYearStart, then } = home
  const revision = evaluation.revision ?? then?.revision ?? null
  const { dataDay } = calendarOf(home)
  const periods: PeriodRow[] = []
  for (let year = from; year <= to; year++) {
    const [first, last] = periodDays(basis, year, schoolYearStart, at)
    if (first > dataDay) break
    const since = Math.min(cumulativeFrom ?? year, year)
    const [begin] = periodDays(basis, since, schoolYearStart, at)
    periods.push({ year, since, first: begin, last, day: Math.min(last, dataDay) })
  }
  const [cohorts, reference] = [basis === 'COHORT', then?.reference]
  return { institution, country, dataDay, periods, scope, cohorts, revision, blend, reference }
}
