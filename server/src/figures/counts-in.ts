import { BASES, FIRST_YEAR, toPeriod, type Basis, type Period, calendarOf } from '@causeway/shared/period'
import { requireExact } from '../access/refuse.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Causeway } from './causeway.ts'
import { readCoveredBases } from './indicators/evaluate.ts'
import { readCountedPeriods } from './indicators/evaluate-records.ts'
import type { Declaration, Base } from './indicators/definition.ts'
import { zeroTypes, countedTypes } from './indicators/find-field.ts'
import { recordTypeOf } from '../records/record-types.ts'
import type { StoredRecord } from '../records/stored-values.ts'
import { readStanding } from './store.ts'
import { checkRequest } from './check-request.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'

/** An indicator whose figures one record is counted in. */
export interface CountsIn {
  declaration: Declaration
  basis: Basis
  /** In the order of years. */
  periods: { period: Period; parts: ('NUMERATOR' | 'DENOMINATOR')[] }[]
}

/** What holds without a date has been so for ever: this far back it is said. */
const YEARS_BACK = 20

/**
 * The figures that a record is counted in as it is now, by indicator and basis, asked as `Figure.records` is: without filter, in
 * the scope of the indicator. An indicator that it is read for and not counted in is left out;
 * null: no indicator counts records of its type.
 * @throws QuestionError FORBIDDEN and UNAUTHENTICATED without the right
 */
export async function listCountsIn(
  causeway: Causeway,
  viewer: Viewer,
  record: StoredRecord,
): Promise<CountsIn[] | null> {
  const { institution } = record
  requireExact(viewer, institution)
  const declarations = causeway.indicators.filter((declaration) => countedTypes(declaration).includes(record.type))
  if (declarations.length === 0) return null
  return causeway.database.snapshot(async (db) => {
    const home = await readStanding(db, institution)
    if (!home || home.dataDate === null) return []
    const calendar = calendarOf(home)
    const to = Number(home.dataDate.slice(0, 4)) + 1
    const from = Math.max(FIRST_YEAR, Math.min(to - YEARS_BACK, earliestYear(record) - 1))
    const found: CountsIn[] = []
    for (const declaration of declarations)
      for (const basis of BASES.filter((one) => declaration.bases.includes(one))) {
        const evaluation = { declaration, home, basis, from, to, scope: declaration.scope?.default ?? null }
        const rows = await readCountedPeriods(db, evaluation, { type: record.type, key: record.key })
        if (rows.length === 0) continue
        const years = Map.groupBy(rows, ({ year }) => Number(year))
        const periods = [...years.keys()]
          .toSorted((a, b) => a - b)
          .map((year) => {
            const parts = years.get(year)!.map(({ part }) => part)
            return {
              period: toPeriod(basis, year, calendar),
              parts: (['NUMERATOR', 'DENOMINATOR'] as const).filter((part) => parts.includes(toName(part))),
            }
          })
        found.push({ declaration, basis, periods })
      }
    return found
  })
}

const toName = (part: 'NUMERATOR' | 'DENOMINATOR') => (part === 'NUMERATOR' ? 'numerator' : 'denominator')

function earliestYear({ type, values }: StoredRecord): number {
  const years = recordTypeOf(type).fields.flatMap(({ name, kind }) => {
    const value = values[name]
    if (value == null) return []
    return kind === 'date' ? [Number(String(value).slice(0, 4))] : kind === 'year' ? [Number(value)] : []
  })
  return Math.min(...years, Infinity)
}

/**
 * Of the records that an indicator is counted from, those that neither a record nor a zero report speaks for in a year; where that is
 * none, of those that a share of 0 % needs besides.
 */
export async function listUncoveredBases(
  causeway: Causeway,
  viewer: Viewer,
  request: Omit<SeriesRequest, 'from' | 'to'>,
  year: number,
): Promise<Base[]> {
  requireExact(viewer, request.institution)
  const question = checkRequest(causeway, viewer, { ...request, from: year, to: year, profile: 'EXACT' })
  return causeway.database.snapshot(async (db) => {
    const home = await readStanding(db, question.institution)
    if (!home) return []
    const covered = await readCoveredBases(db, { ...question, home })
    const bases = question.declaration.base
    const missing = bases.filter((_, base) => !covered[base])
    if (missing.length > 0) return missing
    return zeroTypes(question.declaration)
      .filter((_, n) => !covered[bases.length + n])
      .map(({ of, where }) => (where ? { of, where } : of))
  })
}
