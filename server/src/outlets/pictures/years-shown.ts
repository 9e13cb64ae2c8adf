import { toDay } from '@causeway/shared/day'
import { openingYearOn } from '@causeway/shared/reported-years'
import { lastCompleteYear, toPeriod, type Basis, type Calendar } from '@causeway/shared/period'
import type { Database } from '../../ground/database/database.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import { readOpeningYear } from '../../answers/unreported/reported-years.ts'

/** A decade, the running year included, as in the page. */
const WINDOW_YEARS = 10

interface Asked {
  from: number | null
  to: number | null
}

/**
 * The years that are shown where a question names none: up to the newest that has begun by the data date. With only one end given,
 * the decade from or up to it. Of a college without records the answer is any decade: every figure of it is a gap.
 */
export function yearsShown(
  { schoolYearStart, dataDate }: Pick<InstitutionFacts, 'schoolYearStart' | 'dataDate'>,
  basis: Basis,
  { from, to }: Asked,
): { from: number; to: number } {
  if (from !== null && to !== null) return { from, to }
  if (from !== null) return { from, to: Math.max(from, newestYear(schoolYearStart, dataDate, basis)) }
  const last = to ?? newestYear(schoolYearStart, dataDate, basis)
  return { from: last - WINDOW_YEARS + 1, to: last }
}

/** The year that a page opens on, as a period of a basis: what a breakdown shows. */
export async function openingYearShown(
  database: Database,
  institution: Pick<InstitutionFacts, 'code' | 'schoolYearStart' | 'dataDate'>,
  basis: Basis,
): Promise<number> {
  const calendar = calendarOf(institution.schoolYearStart, institution.dataDate)
  const opening = await readOpeningYear(database, institution)
  return opening === null ? lastCompleteYear(basis, calendar) : openingYearOn(basis, calendar, opening)
}

function newestYear(schoolYearStart: string, dataDate: string | null, basis: Basis): number {
  const calendar = calendarOf(schoolYearStart, dataDate)
  const last = lastCompleteYear(basis, calendar)
  return toDay(toPeriod(basis, last + 1, calendar).start) <= calendar.dataDay ? last + 1 : last
}

function calendarOf(schoolYearStart: string, dataDate: string | null): Calendar {
  return { schoolYearStart, dataDay: toDay(dataDate ?? '2020-12-31') }
}
