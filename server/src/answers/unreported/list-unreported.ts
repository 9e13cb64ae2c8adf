import { toDay, yearOf } from '@causeway/shared/day'
import { periodDays, toPeriod, type Period, calendarOf } from '@causeway/shared/period'
import { requireExact } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Connection } from '../../ground/database/database.ts'
import { checkYears } from '../../figures/check-request.ts'
import { requireInstitution } from '../../records/institutions.ts'
import type { Identity } from '../../records/identity/identity.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { findNearest } from '../../ground/nearest.ts'
import { QuestionError } from '../../ground/question-error.ts'
import type { RecordType } from '../../records/record-type.ts'
import { recordTypeOf, reportedTypes } from '../../records/record-types.ts'
import { partsOf, zeroReportsOf } from './reported-years.ts'
import {
  countRecords,
  listRegisteredUnits,
  listZeroReports,
  type CountRow,
  type Stretch,
  type ZeroReport,
} from './store.ts'

export const REPORT_STATES = ['UNREPORTED', 'NOTHING', 'RECORDS'] as const
/** UNREPORTED: neither records nor a statement that there was nothing. */
type ReportState = (typeof REPORT_STATES)[number]

/** What is known of one record type in one period, of one unit or (null) of the whole institution. */
export interface Reporting {
  recordType: RecordType
  period: Period
  unit: string | null
  /** Of a mobility: each direction and audience is reported by itself. */
  direction: string | null
  audience: string | null
  state: ReportState
  records: number
  /** Who signed that there was nothing; beside records it contradicts them. */
  signers: string[]
}

interface ReportingRequest {
  institution: string
  from: number
  to: number
  /** A school year where omitted. */
  basis?: 'SCHOOL_YEAR' | 'CALENDAR_YEAR' | null | undefined
  recordType?: string | null | undefined
  unit?: string | null | undefined
}

export interface UnreportedRequest extends ReportingRequest {
  /** UNREPORTED where omitted. */
  state?: ReportState | null | undefined
}

const MOST_YEARS = 30

/** What is known to be in one state: neither reported nor declared nothing, where no other is asked for. As `listReporting`. */
export async function listUnreported(
  causeway: Causeway,
  viewer: Viewer,
  { state, ...request }: UnreportedRequest,
): Promise<Reporting[]> {
  const wanted = state ?? 'UNREPORTED'
  return (await listReporting(causeway, viewer, request)).filter((one) => one.state === wanted)
}

/**
 * By record type, period and unit. Units: those registered, in the periods they were there; where none is registered, those that
 * records and zero reports name. A register has no periods: it is said of the institution alone. A period that begins
 * after the data date is not yet to be reported.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, UNKNOWN_INSTITUTION, BAD_PERIOD, UNKNOWN_RECORD_TYPE
 */
export async function listReporting(
  { database }: Causeway,
  viewer: Viewer,
  request: ReportingRequest,
): Promise<Reporting[]> {
  const { institution, basis, unit } = request
  requireExact(viewer, institution)
  const { from, to } = checkYears(request)
  if (to - from >= MOST_YEARS)
    throw new QuestionError('BAD_PERIOD', {
      zh: `一次最多查询 ${MOST_YEARS} 年。`,
      en: `At most ${MOST_YEARS} years can be asked at once.`,
      facts: { most: MOST_YEARS },
    })
  const types = typesOf(request.recordType)
  const home = await requireInstitution(database, institution)
  const calendar = calendarOf(home)
  const periods = Array.from({ length: to - from + 1 }, (_, i) => toPeriod(basis ?? 'SCHOOL_YEAR', from + i, calendar))
  const begun = periods.filter((period) => toDay(period.start) <= calendar.dataDay)
  if (begun.length === 0) return []
  return database.snapshot(async (db) => {
    const facts = await readFacts(db, institution, types, begun, home.schoolYearStart)
    const canonical = (code: string) => facts.identity?.canonical('unit', code) ?? code
    const report = reportsOf(facts, canonical, begun)
    const wanted = unit == null ? null : canonical(unit)
    return types
      .flatMap((type) => begun.flatMap((period) => report(type, period)))
      .filter((one) => wanted === null || one.unit === wanted)
  })
}

interface Facts {
  identity: Identity | null
  counts: Map<string, CountRow[]>
  zeroReports: ZeroReport[]
  registered: { code: string; first_day: number; last_day: number | null }[]
}

async function readFacts(
  db: Connection,
  institution: string,
  types: readonly RecordType[],
  periods: readonly Period[],
  schoolYearStart: string,
): Promise<Facts> {
  const stretches = periods.map(({ basis, year }): Stretch => {
    const [first, last] = periodDays(basis, year, schoolYearStart)
    return { year, first, last, class: yearOf(last) }
  })
  const registered = await listRegisteredUnits(db, institution)
  const counts = new Map<string, CountRow[]>()
  // Where no unit is registered, a unit that reported another type is asked about this one too.
  for (const type of registered.length === 0 ? reportedTypes() : types)
    counts.set(type.name, await countRecords(db, type, institution, stretches))
  return {
    identity: await readIdentity(db, institution, null),
    counts,
    zeroReports: await listZeroReports(db, institution),
    registered,
  }
}

/** What an institution has reported, asked one cell at a time. */
function reportsOf(
  { counts, zeroReports, registered }: Facts,
  canonical: (unit: string) => string,
  periods: readonly Period[],
) {
  const rows = [...counts.values()].flat().filter(({ year }) => periods.some((period) => period.year === year))
  const named = [...rows, ...zeroReports].flatMap(({ unit }) => (unit === null ? [] : [canonical(unit)]))
  const seen = [...new Set(named)].sort()

  const unitsIn = ({ start, end }: Period): string[] => {
    if (registered.length === 0) return seen
    const there = registered.filter(
      ({ first_day, last_day }) => first_day <= toDay(end) && (last_day === null || last_day >= toDay(start)),
    )
    return [...new Set(there.map(({ code }) => canonical(code)))].sort()
  }
  return (type: RecordType, period: Period): Reporting[] => {
    const stretch = { first: toDay(period.start), last: toDay(period.end) }
    const units = type.register || 'always' in type.span ? [] : unitsIn(period)
    return [null, ...units].flatMap((unit) =>
      partsOf(type).map(({ direction, audience }) => {
        const records = counts
          .get(type.name)!
          .filter((row) => row.year === period.year && (direction === null || row.direction === direction))
          .filter((row) => audience === null || row.audience === audience)
          .filter((row) => unit === null || (row.unit !== null && canonical(row.unit) === unit))
          .reduce((sum, row) => sum + row.records, 0)
        const reports = zeroReportsOf(type, zeroReports, stretch, { direction, audience }).filter(
          (report) => report.unit === null || (unit !== null && canonical(report.unit) === unit),
        )
        const signers = [...new Set(reports.map(({ signer }) => signer))]
        const state = records > 0 ? 'RECORDS' : signers.length > 0 ? 'NOTHING' : 'UNREPORTED'
        return { recordType: type, period, unit, direction, audience, state, records, signers }
      }),
    )
  }
}

function typesOf(name: string | null | undefined): readonly RecordType[] {
  const types = reportedTypes()
  if (name == null) return types
  if (types.some((type) => type.name === name)) return [recordTypeOf(name)]
  const names = types.map((type) => type.name)
  throw new QuestionError('UNKNOWN_RECORD_TYPE', {
    zh: `没有可作零报告的台账类型“${name}”。`,
    en: `There is no record type "${name}" that is reported.`,
    facts: { recordType: name, nearest: findNearest(name, names), recordTypes: names },
  })
}
