import { toIso } from '@causeway/shared/day'
import { periodDays, calendarOf } from '@causeway/shared/period'
import { requireExact } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { checkYears } from '../../figures/check-request.ts'
import { requireInstitution, type InstitutionFacts } from '../../records/institutions.ts'
import type { RecordKeys } from '../../ground/database/list-conditions.ts'
import { tableOf, type RecordType } from '../../records/record-type.ts'
import type { Stretch, TypeTable } from './store.ts'
import type { Words } from '@causeway/shared/words/words'

/** The school year that the quality of an institution's records is asked of. */
export interface SchoolYear extends Stretch {
  home: InstitutionFacts
  year: number
  /** YYYY-MM-DD */
  start: string
  end: string
  /** Its last day, or the data date while it is not over. */
  asOf: number
  /** The data date is before its last day. */
  partial: boolean
}

/** @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_INSTITUTION, BAD_PERIOD */
export async function readSchoolYear(
  { database }: Causeway,
  viewer: Viewer,
  institution: string,
  year: number,
): Promise<SchoolYear> {
  requireExact(viewer, institution)
  checkYears({ from: year, to: year })
  const home = await requireInstitution(database, institution)
  const [firstDay, lastDay] = periodDays('SCHOOL_YEAR', year, home.schoolYearStart)
  const { dataDay } = calendarOf(home)
  const end = toIso(lastDay)
  return {
    ...{ home, institution, year, firstDay, lastDay, start: toIso(firstDay), end },
    classYear: Number(end.slice(0, 4)),
    asOf: Math.min(lastDay, Math.max(dataDay, firstDay)),
    partial: dataDay < lastDay,
  }
}

export function typeTable({ name, span }: RecordType): TypeTable {
  return { table: tableOf(name), classField: 'class' in span ? span.class : null }
}

/** ERROR: figures are wrong or left out. WARNING: they may be. HINT: they are right, and could be better. */
export const SEVERITIES = ['ERROR', 'WARNING', 'HINT'] as const
export type Severity = (typeof SEVERITIES)[number]

/** One thing that a rule found. */
export interface Found {
  /** Name of the record type that it is about; null: none. */
  recordType: string | null
  /** How many records. */
  count: number
  message: Words
  /** Natural keys of some of them. */
  keys: string[]
  /** The records that are counted; null if none are. */
  records: RecordKeys | null
  /** Tells findings of one rule and record type apart, as the name of a field; empty if there is one alone. */
  part: string
  /** The field that the list of them is sorted by, a date if they have one. */
  sort: string | null
}

export type Find = (causeway: Causeway, year: SchoolYear) => Promise<Found[]>

/** What is looked for in an institution's records, and what to do where it is found. */
export interface Rule {
  /** Stable, for programs. */
  code: string
  severity: Severity
  /** What to do. */
  instruction: Words
  find: Find
}
