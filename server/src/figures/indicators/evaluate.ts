import { periodDays, type Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import { toDay } from '@causeway/shared/day'
import type { Kysely } from 'kysely'
import type { Tables } from '../../ground/database/database.ts'
import type { Identity } from '../../records/identity/identity.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { canonicalFilters, zeroTypes } from './find-field.ts'
import { compileContributions, type ContributionRow } from './compile/contributions.ts'
import { compileCoverage, type CoverageRow } from './compile/coverage.ts'
import type { Asked, PeriodRow } from './compile/compilation.ts'
import {
  compileCountedPeriods,
  compileCountedRecords,
  compileCountedTotal,
  type CountedPage,
  type CountedPart,
  type CountedPeriod,
  type CountedRecord,
  compileEvidenceShare,
} from './compile/counted-records.ts'
import type { CompiledFilter } from './compile/dimensions.ts'
import type { AskedRecord } from './compile/members.ts'
import type { PartName, Declaration, DimensionId, Measure } from './definition.ts'
import type { AggregateRow } from './compile/measures.ts'
import { compileLeftOut, compilePlaced, type PlacingRow } from './compile/left-out.ts'
import { compile } from './compile/statement.ts'
import { type PeriodAnswer, Placing } from './observe/rows.ts'
import { gridOf, observe, occurringCells, type Covered } from './observe/observe.ts'

/** What of an institution a figure depends on besides its records. */
export interface Home {
  institution: string
  country: string
  /** MM-DD */
  schoolYearStart: string
  /** YYYY-MM-DD; null: nothing has been imported. */
  dataDate: string | null
}

export interface Evaluation {
  declaration: Declaration
  home: Home
  basis: Basis
  at: string
  from: number
  to: number
  scope: Scope | null
  by: DimensionId | null
  across: DimensionId | null
  filters: CompiledFilter[]
  cumulativeFrom: number | null
  /** Records as they stood at this revision; null: as they are. */
  revision: number | null
  /** Left out where nothing else is evaluated beside it. */
  shared?: SharedReads
}

/** What evaluations of one institution at one moment, over the same years and without filters, have in common: read once for all. */
export interface SharedReads {
  identity: Identity | null
  /** By indicator and basis: scopes and dimensions do not matter to it. */
  covered: Map<string, Map<number, Covered>>
}

/** The exact answers of every period asked for, in order of year. */
export async function evaluate(db: Kysely<Tables>, given: Evaluation): Promise<PeriodAnswer[]> {
  const { evaluation, asked } = await settle(db, given)
  const { declaration, by, across } = evaluation
  const observation = { declaration, by, across, cumulative: isCumulative(evaluation) }
  const [rows, covered] = asked.periods.length > 0 ? await readPeriods(db, evaluation, asked) : [new Map(), new Map()]
  const years = Array.from({ length: evaluation.to - evaluation.from + 1 }, (_, index) => evaluation.from + index)
  const periods = years.map((year) => ({ year, rows: rows.get(year) ?? [], covered: covered.get(year) ?? 'none' }))
  const grid = across === null ? [] : gridOf(periods.flatMap((it) => occurringCells(observation, it.rows, it.covered)))
  const placings = actsIn(evaluation) ? await readPlacings(db, evaluation, asked) : null
  const answers = periods.map((it) => {
    const placing = placings && new Placing(placings.get(it.year) ?? [], by !== null || across !== null)
    return observe(observation, it.year, it.rows, it.covered, placing, grid)
  })
  const mayBeUncut = by === 'bloc' || by === 'continent' || across !== null
  const isUncut = answers.some(({ cells }, index) => cells.length === 0 && periods[index]!.covered !== 'none')
  return mayBeUncut && isUncut ? addWholes(db, evaluation, answers) : answers
}

/** Records that are in no bloc or on no continent have no cell, but a number; so has what is divided by where nothing of it was met. */
async function addWholes(db: Kysely<Tables>, evaluation: Evaluation, answers: PeriodAnswer[]): Promise<PeriodAnswer[]> {
  const wholes = await evaluate(db, { ...evaluation, by: null, across: null })
  return answers.map((answer, index) =>
    answer.cells.length > 0 ? answer : { ...answer, whole: wholes[index]!.absent },
  )
}

/** What a statement is compiled for, with what the institution decided to be one thing; filters name what represents what they said. */
export async function settle(
  db: Kysely<Tables>,
  evaluation: Evaluation,
): Promise<{ evaluation: Evaluation; asked: Asked }> {
  const asked = toAsked(evaluation)
  if (asked.periods.length === 0) return { evaluation, asked }
  const identity = evaluation.shared
    ? evaluation.shared.identity
    : await readIdentity(db, asked.institution, asked.revision)
  if (identity === null) return { evaluation, asked }
  const filters = canonicalFilters(identity, evaluation.declaration, evaluation.filters)
  return { evaluation: { ...evaluation, filters }, asked: { ...asked, identity } }
}

/**
 * The records one figure was counted from, or those that its scope could not place; the evaluation's period is the figure's. A count
 * has no denominator.
 */
export async function readCounted(
  db: Kysely<Tables>,
  given: Evaluation,
  part: CountedPart,
  page: CountedPage,
): Promise<{ counted: { type: string; key: string }[]; total: number }> {
  const { evaluation, asked } = await settle(db, given)
  const { declaration } = evaluation
  const isOfAny = part === 'numerator' || (part === 'denominator' ? isDivided(declaration.measure) : actsIn(evaluation))
  if (asked.periods.length === 0 || !isOfAny) return { counted: [], total: 0 }
  const cut = cutOf(evaluation)
  const rows = (await compileCountedRecords(declaration, asked, cut, part, page).execute(db)).rows as CountedRecord[]
  const counts = (await compileCountedTotal(declaration, asked, cut, part, page).execute(db)).rows as {
    total: number | string
  }[]
  return {
    counted: rows.map((row) => ({ type: row.record_type, key: row.record_key })),
    total: Number(counts[0]!.total),
  }
}

/** The periods of the evaluation in which one record is counted, by the part of the figure. */
export async function readCountedPeriods(
  db: Kysely<Tables>,
  given: Evaluation,
  record: AskedRecord,
): Promise<CountedPeriod[]> {
  const { evaluation, asked } = await settle(db, given)
  const { declaration } = evaluation
  const parts: PartName[] = isDivided(declaration.measure) ? ['numerator', 'denominator'] : ['numerator']
  const statement = asked.periods.length === 0 ? null : compileCountedPeriods(declaration, asked, parts, record)
  return statement ? ((await statement.execute(db)).rows as CountedPeriod[]) : []
}

/** How many records one figure was counted from, and how many of them have valid evidence; the evaluation's period is the figure's. */
export async function readEvidenceCounts(
  db: Kysely<Tables>,
  given: Evaluation,
  address: CountedPage,
): Promise<{ total: number; proved: number }> {
  const { evaluation, asked } = await settle(db, given)
  const { declaration } = evaluation
  if (asked.periods.length === 0) return { total: 0, proved: 0 }
  const parts: PartName[] = isDivided(declaration.measure) ? ['numerator', 'denominator'] : ['numerator']
  const statement = compileEvidenceShare(declaration, asked, cutOf(evaluation), parts, address)
  const { total, proved } = (await statement.execute(db)).rows[0] as Record<'total' | 'proved', number | string>
  return { total: Number(total), proved: Number(proved) }
}

/** What each record gives to one figure; the evaluation's period is the figure's. Nothing where it begins after the data date. */
export async function readContributions(db: Kysely<Tables>, given: Evaluation): Promise<ContributionRow[]> {
  const { evaluation, asked } = await settle(db, given)
  if (asked.periods.length === 0) return []
  const { rows } = await compileContributions(evaluation.declaration, asked, cutOf(evaluation)).execute(db)
  return rows as ContributionRow[]
}

/** Which of the declaration's bases speak for the evaluation's one period, by their place in it, and then which types a 0 % needs. */
export async function readCoveredBases(db: Kysely<Tables>, given: Evaluation): Promise<boolean[]> {
  const { evaluation, asked } = await settle(db, given)
  const { declaration } = evaluation
  const wanted = [...declaration.base, ...zeroTypes(declaration)]
  if (asked.periods.length === 0) return wanted.map(() => false)
  const { rows } = await compileCoverage(declaration, asked, unitsOf(evaluation), isCumulative(evaluation)).execute(db)
  const covered = new Map((rows as CoverageRow[]).map((row) => [Number(row.base), Number(row.covered) === 1]))
  return wanted.map((_, base) => covered.get(base) ?? false)
}

function unitsOf({ filters }: Evaluation): string[] {
  return filters.filter((filter) => filter.dimension === 'unit').flatMap((filter) => filter.in)
}

function isCumulative({ cumulativeFrom, declaration }: Evaluation): boolean {
  return cumulativeFrom !== null || declaration.kind === 'CUMULATIVE'
}

/** A scope acts: asked, or the declaration's own. */
function actsIn({ declaration, scope }: Evaluation): boolean {
  return declaration.scope !== undefined && scope !== null
}

export function isDivided(measure: Measure): boolean {
  return !('count' in measure || 'distinct' in measure || 'sum' in measure)
}

export function cutOf({
  declaration,
  by,
  across,
  filters,
}: Pick<Evaluation, 'declaration' | 'by' | 'across' | 'filters'>) {
  const dimension = (id: DimensionId | null) => id && { dimension: id, side: declaration.dimensions[id]! }
  return { by: dimension(by), across: dimension(across), filters }
}

async function readPeriods(
  db: Kysely<Tables>,
  evaluation: Evaluation,
  asked: Asked,
): Promise<[Map<number, AggregateRow[]>, Map<number, Covered>]> {
  const { declaration } = evaluation
  const covered = await readCovered(db, evaluation, asked)
  const counted = await compile(declaration, asked, cutOf(evaluation)).execute(db)
  const rows = new Map<number, AggregateRow[]>()
  for (const row of counted.rows as AggregateRow[]) {
    const list = rows.get(row.year)
    if (list) list.push(row)
    else rows.set(row.year, [row])
  }
  return [rows, covered]
}

/** What the scope could not place, by year. Whether that is all is asked of the years alone that have any: most have none. */
async function readPlacings(
  db: Kysely<Tables>,
  evaluation: Evaluation,
  asked: Asked,
): Promise<Map<number, PlacingRow[]>> {
  const { declaration } = evaluation
  if (asked.periods.length === 0) return new Map()
  const [cut, cumulative] = [cutOf(evaluation), isCumulative(evaluation)]
  const found = (await compileLeftOut(declaration, asked, cut, cumulative).execute(db)).rows as PlacingRow[]
  const years = new Set(found.filter(({ kind }) => kind === 'unplaced-in-period').map(({ year }) => year))
  const doubtful = { ...asked, periods: asked.periods.filter(({ year }) => years.has(year)) }
  const besides =
    years.size === 0
      ? []
      : ((await compilePlaced(declaration, doubtful, cut, cumulative).execute(db)).rows as PlacingRow[])
  return Map.groupBy([...found, ...besides], ({ year }) => year)
}

async function readCovered(db: Kysely<Tables>, evaluation: Evaluation, asked: Asked): Promise<Map<number, Covered>> {
  const { declaration, basis, shared } = evaluation
  const name = `${declaration.id}@${declaration.version} ${basis}`
  const known = shared?.covered.get(name)
  if (known) return known
  const coverage = await compileCoverage(declaration, asked, unitsOf(evaluation), isCumulative(evaluation)).execute(db)
  const covered = coveredOf(coverage.rows as CoverageRow[], declaration)
  shared?.covered.set(name, covered)
  return covered
}

function coveredOf(rows: CoverageRow[], { base: bases }: Declaration): Map<number, Covered> {
  const years = Map.groupBy(rows, ({ year }) => year)
  return new Map([...years].map(([year, own]): [number, Covered] => [year, coveredIn(own, bases.length)]))
}

function coveredIn(rows: CoverageRow[], bases: number): Covered {
  const missing = rows.filter(({ covered }) => Number(covered) === 0)
  const uncovered = missing.filter(({ base }) => base < bases).length
  if (uncovered > 0) return uncovered === bases ? 'none' : 'some'
  return missing.length > 0 ? 'all-but-zero' : 'all'
}

/** The periods that had begun by the data date; a later one has no records whatever is in the tables. */
export function toAsked(evaluation: Omit<Evaluation, 'declaration' | 'by' | 'across' | 'filters'>): Asked {
  const { home, basis, at, cumulativeFrom } = evaluation
  const dataDay = home.dataDate === null ? Number.NEGATIVE_INFINITY : toDay(home.dataDate)
  const periods: PeriodRow[] = []
  for (let year = evaluation.from; year <= evaluation.to; year++) {
    const [first, last] = periodDays(basis, year, home.schoolYearStart, at)
    if (first > dataDay) break
    const since = Math.min(cumulativeFrom ?? year, year)
    const [begin] = periodDays(basis, since, home.schoolYearStart, at)
    periods.push({ year, since, first: begin, last, day: Math.min(last, dataDay) })
  }
  return {
    institution: home.institution,
    country: home.country,
    dataDay,
    periods,
    scope: evaluation.scope,
    cohorts: basis === 'COHORT',
    revision: evaluation.revision,
  }
}
