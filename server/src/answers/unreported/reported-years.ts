import { toDay, yearOf, type Day } from '@causeway/shared/day'
import { isReported, type YearReported } from '@causeway/shared/reported-years'
import { calendarOf, FIRST_YEAR, lastCompleteYear, periodDays, toPeriod } from '@causeway/shared/period'
import type { Connection, Database } from '../../ground/database/database.ts'
import { keepLater } from '../../figures/keep-later.ts'
import { readStandingNow, lastChange, type Standing } from '../../figures/standing.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import type { RecordType } from '../../records/record-type.ts'
import { reportedTypes } from '../../records/record-types.ts'
import { findKeptYears, listSpans, listZeroReports, type Span, type ZeroReport } from './store.ts'
import { thenOf } from '../../ground/database/database-then.ts'
import { kept } from '../../ground/kept.ts'
import { once } from '../../ground/once.ts'

export interface YearFilled extends YearReported {
  /** Names of the kinds that are expected and not reported. */
  missing: string[]
  /** Kinds with records in the year. */
  records: number
}

/** What an institution has reported, by school year. */
export interface ReportedYears {
  /** The year that pages, reports and tabs open on; null: nothing was imported. */
  opening: number | null
  /** From the first year with records to the newest that has begun by the data date. */
  years: YearFilled[]
}

/** Raised with a change of what is written here. */
const MACHINERY = 3
const NONE: ReportedYears = { opening: null, years: [] }

/** Registers speak for every day from their first record on, so that no year owes them. */
const YEARLY = reportedTypes().filter(({ register, span }) => !register && !('always' in span))
const READS = ['institution', 'nothing-to-report', ...YEARLY.map(({ name }) => name)]

const known = new WeakMap<Standing, Promise<ReportedYears>>()

/**
 * The opening year of an institution and how much of each school year it has reported (contract.md, Periods, scopes, zero). Counted once
 * for a revision that changes it, and kept.
 */
export async function readReportedYears(database: Database, institution: string): Promise<ReportedYears> {
  if (thenOf(database.quick)?.institution === institution) {
    const known = knownThen(database)
    const found = kept(known, institution, () => readThen(database, institution))
    found.catch(() => known.delete(institution))
    return found
  }
  const standing = await readStandingNow(database, institution)
  if (!standing?.dataDate) return NONE
  const found = known.get(standing) ?? findYears(database, standing)
  known.set(standing, found)
  found.catch(() => known.delete(standing))
  return found
}

/** What was reported at a revision never changes: it is counted once for a database of then. */
const knownThen = once((_database: Database) => new Map<string, Promise<ReportedYears>>())

/** A release opens on the last school year that ended by its data date, whatever of it was reported. */
async function readThen(database: Database, institution: string): Promise<ReportedYears> {
  const standing = await readStandingNow(database, institution)
  if (!standing?.dataDate) return NONE
  const years = await database.snapshot((db) => countYears(db, standing))
  return thenOf(database.quick)!.release !== null
    ? { ...years, opening: lastCompleteYear('SCHOOL_YEAR', calendarOf(standing)) }
    : years
}

/** The school year that pages, reports and tabs of an institution open on, by the year it begins in. Null: nothing was imported. */
export async function readOpeningYear(
  database: Database,
  { code }: Pick<InstitutionFacts, 'code'>,
): Promise<number | null> {
  return (await readReportedYears(database, code)).opening
}

/** Of a year before the first record, or that has not begun, nothing is due. */
export async function readReported(database: Database, institution: string, year: number): Promise<YearFilled> {
  const { years } = await readReportedYears(database, institution)
  return years.find((one) => one.year === year) ?? { year, records: 0, expected: 0, reported: 0, missing: [] }
}

async function findYears(database: Database, standing: Standing): Promise<ReportedYears> {
  const { institution, revision, epoch } = standing
  const definition = JSON.stringify([MACHINERY, READS])
  const kept = await findKeptYears(database.quick, institution)
  const isTrue = kept?.definition === definition && kept.revision >= lastChange(standing, READS)
  if (isTrue && kept.revision <= revision) return JSON.parse(kept.reported) as ReportedYears
  const made = await database.snapshot((db) => countYears(db, standing))
  const row = { institution, definition, revision, reported: JSON.stringify(made) }
  keepLater(database, { epoch, table: 'reported_years', row })
  return made
}

/** What is in a year, by type. */
interface Facts {
  type: RecordType
  /** Stretches that its records speak for. */
  spans: Span[]
}

async function countYears(
  db: Connection,
  { institution, schoolYearStart, dataDate }: Standing,
): Promise<ReportedYears> {
  const zeroReports = await listZeroReports(db, institution)
  const facts: Facts[] = []
  for (const type of YEARLY) facts.push({ type, spans: await listSpans(db, type, institution) })
  const calendar = { schoolYearStart, dataDay: toDay(dataDate!) }
  const complete = lastCompleteYear('SCHOOL_YEAR', calendar)
  const newest =
    toDay(toPeriod('SCHOOL_YEAR', complete + 1, calendar).start) <= calendar.dataDay ? complete + 1 : complete
  const all = Array.from({ length: newest - firstYear(facts, newest) + 1 }, (_, back) =>
    lookAt(newest - back, facts, zeroReports, schoolYearStart),
  )
  const filled = all.filter(({ records }) => records > 0)
  const ended = filled.filter(({ year }) => year <= complete)
  const opening = ended.find(isReported) ?? ended[0] ?? filled[0]
  return {
    opening: opening?.year ?? complete,
    years: all,
  }
}

/** The year of the first record; a type that is of classes says it by theirs. */
function firstYear(facts: Facts[], newest: number): number {
  const years = facts.flatMap(({ type, spans }) =>
    spans.map(({ first }) => ('class' in type.span ? first : yearOf(first)) - 1),
  )
  return Math.max(
    FIRST_YEAR,
    years.reduce((least, year) => Math.min(least, year), newest),
  )
}

function lookAt(year: number, facts: Facts[], zeroReports: ZeroReport[], schoolYearStart: string) {
  const [first, last] = periodDays('SCHOOL_YEAR', year, schoolYearStart)
  const [firstBefore, lastBefore] = periodDays('SCHOOL_YEAR', year - 1, schoolYearStart)
  const classYear = yearOf(last)
  let [records, expected] = [0, 0]
  const missing: string[] = []
  for (const { type, spans } of facts) {
    const isOfClasses = 'class' in type.span
    const isThere = spans.some((span) =>
      isOfClasses ? span.first === classYear : span.first <= last && (span.last === null || span.last >= first),
    )
    const isDue = spans.some((span) =>
      isOfClasses ? span.first === classYear - 1 : span.first >= firstBefore && span.first <= lastBefore,
    )
    if (isThere) records++
    if (!isDue) continue
    expected++
    if (!isThere && !isDeclaredNothing(type, zeroReports, { first, last })) missing.push(type.name)
  }
  return { year, records, expected, reported: expected - missing.length, missing }
}

/** A part of a record type that is reported by itself. */
export interface ReportedPart {
  direction: string | null
  audience: string | null
}

/** Where each direction and audience is reported by itself, these; else the whole. */
export function partsOf(type: RecordType): ReportedPart[] {
  if (!type.inParts) return [{ direction: null, audience: null }]
  const keys = (name: string) => type.fields.find((field) => field.name === name)!.choices!.map(({ key }) => key)
  return keys('direction').flatMap((direction) => keys('audience').map((audience) => ({ direction, audience })))
}

/** Zero reports that speak for the whole of a stretch, of one part of a type, for the institution or for a unit. */
export function zeroReportsOf(
  type: RecordType,
  zeroReports: readonly ZeroReport[],
  { first, last }: { first: Day; last: Day },
  { direction, audience }: ReportedPart,
): ZeroReport[] {
  return zeroReports.filter(
    (report) =>
      report.record_type === type.name &&
      report.from_day <= first &&
      report.to_day >= last &&
      (report.direction === null || report.direction === direction) &&
      (report.audience === null || report.audience === audience),
  )
}

/** It is signed for the whole institution that there was nothing of any part of the type in all of the stretch. */
export function isDeclaredNothing(
  type: RecordType,
  zeroReports: readonly ZeroReport[],
  stretch: { first: Day; last: Day },
): boolean {
  return partsOf(type).every((part) =>
    zeroReportsOf(type, zeroReports, stretch, part).some(({ unit }) => unit === null),
  )
}
