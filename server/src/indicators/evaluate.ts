import { periodDays, type Basis } from '@causeway/shared/period'
import type { Scope } from '@causeway/shared/series'
import { toDay } from '@causeway/shared/day'
import type { Kysely } from 'kysely'
import type { Tables } from '../database/database.ts'
import { compileCoverage, type CoverageRow } from './compile/coverage.ts'
import type { Asked, PeriodRow } from './compile/compilation.ts'
import {
  compileCountedRecords,
  compileCountedTotal,
  type CountedPage,
  type CountedRecord,
} from './compile/counted-records.ts'
import type { CompiledFilter } from './compile/dimensions.ts'
import type { PartName } from './side.ts'
import type { AggregateRow } from './compile/aggregate.ts'
import { compile } from './compile/statement.ts'
import type { Declaration, DimensionId, Measure } from './definition.ts'
import type { PeriodAnswer } from './observe/cell.ts'
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
  /** Records as they stood at this revision; null: as they stand. */
  revision: number | null
}

/** The exact answers of every period asked for, in order of year. */
export async function evaluate(db: Kysely<Tables>, evaluation: Evaluation): Promise<PeriodAnswer[]> {
  const { declaration, by, across } = evaluation
  const asked = toAsked(evaluation)
  const observation = { declaration, by, across, cumulative: evaluation.cumulativeFrom !== null }
  const [rows, covered] = asked.periods.length > 0 ? await readPeriods(db, evaluation, asked) : [new Map(), new Map()]
  const years = Array.from({ length: evaluation.to - evaluation.from + 1 }, (_, index) => evaluation.from + index)
  const periods = years.map((year) => ({ year, rows: rows.get(year) ?? [], covered: covered.get(year) ?? 'none' }))
  const grid = across === null ? [] : gridOf(periods.flatMap((it) => occurringCells(observation, it.rows, it.covered)))
  const answers = periods.map((it) => observe(observation, it.year, it.rows, it.covered, grid))
  const mayBeUncut = by === 'bloc' || across !== null
  const isUncut = answers.some(({ cells }, index) => cells.length === 0 && periods[index]!.covered !== 'none')
  return mayBeUncut && isUncut ? addWholes(db, evaluation, answers) : answers
}

/** Records that are in no bloc have no cell, but a number; so has what is divided by where nothing of it was met. */
async function addWholes(db: Kysely<Tables>, evaluation: Evaluation, answers: PeriodAnswer[]): Promise<PeriodAnswer[]> {
  const wholes = await evaluate(db, { ...evaluation, by: null, across: null })
  return answers.map((answer, index) =>
    answer.cells.length > 0 ? answer : { ...answer, whole: wholes[index]!.absent },
  )
}

/** The records one figure was counted from; the evaluation's period is the figure's. A count has no denominator. */
export async function readCounted(
  db: Kysely<Tables>,
  evaluation: Evaluation,
  part: PartName,
  page: CountedPage,
): Promise<{ counted: { type: string; key: string }[]; total: number }> {
  const { declaration } = evaluation
  const asked = toAsked(evaluation)
  if (asked.periods.length === 0 || (part === 'denominator' && !isDivided(declaration.measure)))
    return { counted: [], total: 0 }
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

function isDivided(measure: Measure): boolean {
  return !('count' in measure || 'distinct' in measure || 'sum' in measure)
}

function cutOf({ declaration, by, across, filters }: Pick<Evaluation, 'declaration' | 'by' | 'across' | 'filters'>) {
  const dimension = (id: DimensionId | null) => id && { dimension: id, side: declaration.dimensions[id]! }
  return { by: dimension(by), across: dimension(across), filters }
}

async function readPeriods(
  db: Kysely<Tables>,
  evaluation: Evaluation,
  asked: Asked,
): Promise<[Map<number, AggregateRow[]>, Map<number, Covered>]> {
  const { declaration, filters } = evaluation
  const units = filters.filter((filter) => filter.dimension === 'unit').flatMap((filter) => filter.in)
  const cumulative = evaluation.cumulativeFrom !== null || declaration.kind === 'CUMULATIVE'
  const coverage = await compileCoverage(declaration, asked, units, cumulative).execute(db)
  const covered = coveredOf(coverage.rows as CoverageRow[], declaration.base.length)
  const counted = await compile(declaration, asked, cutOf(evaluation)).execute(db)
  const rows = new Map<number, AggregateRow[]>()
  for (const row of counted.rows as AggregateRow[]) {
    const list = rows.get(row.year)
    if (list) list.push(row)
    else rows.set(row.year, [row])
  }
  return [rows, covered]
}

function coveredOf(rows: CoverageRow[], bases: number): Map<number, Covered> {
  const counts = new Map<number, number>()
  for (const { year, covered } of rows) counts.set(year, (counts.get(year) ?? 0) + Number(covered))
  return new Map([...counts].map(([year, count]) => [year, count === 0 ? 'none' : count === bases ? 'all' : 'some']))
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
    revision: evaluation.revision,
  }
}
