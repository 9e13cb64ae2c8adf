import type { Kysely } from 'kysely'
import type { Basis } from '@causeway/shared/period'
import type { Tables } from '../../ground/database/database.ts'
import { kept } from '../../ground/kept.ts'
import { yearOn, yearsAsked } from './asked-periods.ts'
import type { AggregateRow } from './compile/count.ts'
import { compileCoverage, type CoverageRow } from './compile/coverage.ts'
import type { PlacingRow } from './compile/left-out.ts'
import type { Written } from './compile/lines.ts'
import { toAggregates } from './compile/measures.ts'
import { compile, compileApart } from './compile/statement.ts'
import type { DimensionId } from './definition.ts'
import { readPlacings } from './evaluate-placings.ts'
import { madeOnce, type SharedReads } from './evaluate-shared.ts'
import { nameOf, read, settle, toDimension, type Evaluation, type Settled } from './evaluate-asked.ts'
import { zeroTypes } from './find-field.ts'
import { groupRecords } from './group-records.ts'
import { gridOf, observe, occurringCells, type Covered } from './observe/observe.ts'
import { countPersons, type PeriodAnswer, PeriodRows, Placing } from './observe/rows.ts'

/** The exact answers of every period asked for, in order of year. */
export async function evaluate(db: Kysely<Tables>, given: Evaluation): Promise<PeriodAnswer[]> {
  const settled = await settle(db, given)
  const { counted, placed } = await readRows(db, given, settled)
  return answer(db, given, settled, { counted: counted[0]!, placed: placed && placed[0]! })
}

/** As `evaluate`, by each of the dimensions: the records are walked once for all. */
export async function evaluateBreakdowns(
  db: Kysely<Tables>,
  given: Omit<Evaluation, 'by' | 'across' | 'filters' | 'cumulativeFrom'>,
  dimensions: readonly (DimensionId | null)[],
): Promise<PeriodAnswer[][]> {
  if (dimensions.length === 1 && !given.shared?.said) return [await evaluate(db, { ...given, by: dimensions[0]! })]
  const settled = await settle(db, given)
  const each = dimensions.map((id) => toDimension(settled.declaration, id))
  const { counted, placed } = await readRows(db, given, { ...settled, cut: { ...settled.cut, each } })
  const answerBy = (by: DimensionId | null, wholes?: PeriodAnswer[]) => {
    const place = dimensions.indexOf(by)
    const own = {
      counted: counted[place]!,
      placed: placed && placed[place]!.filter((row) => by !== null || !isOfCells(row)),
    }
    return answer(db, { ...given, by }, settled, own, wholes)
  }
  const wholes = dimensions.includes(null) ? await answerBy(null) : undefined
  const answers: PeriodAnswer[][] = []
  for (const by of dimensions) answers.push(by === null ? wholes! : await answerBy(by, wholes))
  return answers
}

/** As `evaluateBreakdowns`, on each of these bases: the records are walked once for all. */
export async function evaluateOnBases(
  db: Kysely<Tables>,
  given: Omit<Parameters<typeof evaluateBreakdowns>[1], 'basis' | 'besides'>,
  bases: readonly Basis[],
  dimensions: readonly (DimensionId | null)[],
): Promise<PeriodAnswer[][][]> {
  const [basis, ...besides] = bases as [Basis]
  const made = await evaluateBreakdowns(db, { ...given, basis, besides }, dimensions)
  const length = given.to - given.from + 1
  return bases.map((_, place) =>
    made.map((answers) =>
      answers
        .slice(place * length, (place + 1) * length)
        .map((answer) => ({ ...answer, year: answer.year - yearOn(place, 0) })),
    ),
  )
}

interface Rows {
  counted: AggregateRow[]
  /** What the scope could not place; null: none acts. */
  placed: PlacingRow[] | null
}

/** Of each breakdown, or of the one. */
async function readRows(
  db: Kysely<Tables>,
  given: Evaluation,
  settled: Settled,
): Promise<{ counted: AggregateRow[][]; placed: PlacingRow[][] | null }> {
  const { asked, cut, acts } = settled
  const none = () => (cut.each ?? [cut.by]).map(() => [])
  if (asked.periods.length === 0) return { counted: none(), placed: acts ? none() : null }
  return {
    counted: given.shared?.said
      ? await countApart(db, given.shared.said, settled)
      : await countWhole(db, given, settled),
    placed: acts ? await readPlacings(db, given, settled) : null,
  }
}

async function countWhole(db: Kysely<Tables>, given: Evaluation, settled: Settled): Promise<AggregateRow[][]> {
  const { declaration, cut } = settled
  const counted = await read<Written>(db, given, settled, 'counted', (one) => compile(declaration, one, cut))
  return toAggregates(counted, cut.each?.length ?? 1)
}

async function countApart(
  db: Kysely<Tables>,
  said: NonNullable<SharedReads['said']>,
  { declaration, asked, cut }: Settled,
): Promise<AggregateRow[][]> {
  const counted = (cut.each ?? [cut.by]).map((): AggregateRow[] => [])
  for (const { part, statement, grouping } of compileApart(declaration, asked, cut)) {
    const group = (written: Written[]) =>
      grouping ? groupRecords(written, grouping) : toAggregates(written, counted.length)
    const rows = await madeOnce(db, said, statement, group, JSON.stringify([grouping?.counts, cut.each]))
    for (const [place, own] of rows.entries()) for (const row of own) counted[place]!.push({ ...row, part })
  }
  return counted
}

/** Kinds of which the whole has none: it is asked of the period. */
const isOfCells = ({ kind }: PlacingRow) => kind === 'placed' || kind === 'unplaced'

async function answer(
  db: Kysely<Tables>,
  given: Evaluation,
  settled: Settled,
  { counted, placed }: Rows,
  wholes?: PeriodAnswer[],
): Promise<PeriodAnswer[]> {
  const { declaration, asked, cumulative } = settled
  const { by = null, across = null } = given
  const observation = { declaration, by, across, cumulative }
  const covered = asked.periods.length > 0 ? await readCovered(db, settled, given) : new Map<number, Covered>()
  const rows = Map.groupBy(counted, ({ year }) => Number(year))
  const placings = placed && Map.groupBy(placed, ({ year }) => Number(year))
  const periods = yearsAsked(given).map((year) => ({
    year,
    rows: rows.get(year) ?? [],
    covered: covered.get(year) ?? 'none',
  }))
  const grid =
    across === null
      ? []
      : gridOf(periods.flatMap((it) => occurringCells(observation, new PeriodRows(it.rows), it.covered)))
  const answers = periods.map((it) => {
    const placing = placings && new Placing(placings.get(it.year) ?? [], by !== null || across !== null)
    const observed = observe(observation, it.year, it.rows, it.covered, placing, grid)
    return given.shared?.said ? { ...observed, persons: countPersons(it.rows) } : observed
  })
  const mayBeUncut = by === 'bloc' || by === 'continent' || across !== null
  const isUncut = answers.map(({ cells }, at) => mayBeUncut && cells.length === 0 && periods[at]!.covered !== 'none')
  if (!isUncut.includes(true)) return answers
  // Records that are in no bloc or on no continent have no cell, but a number; so has what is divided by where nothing of it was met.
  const uncut = wholes ?? (await evaluate(db, { ...given, by: null, across: null }))
  return answers.map((one, at) => (isUncut[at] ? { ...one, whole: uncut[at]!.absent } : one))
}

/** Which of the declaration's bases speak for the evaluation's one period, by their place in it, and then which types a 0 % needs. */
export async function readCoveredBases(db: Kysely<Tables>, given: Evaluation): Promise<boolean[]> {
  const settled = await settle(db, given)
  const { base } = settled.declaration
  const wanted = [...base, ...zeroTypes(settled.declaration)]
  if (settled.asked.periods.length === 0) return wanted.map(() => false)
  const rows = await readCoverage(db, given, settled)
  const covered = new Map(rows.map((row) => [Number(row.base), Number(row.covered) === 1]))
  return wanted.map((_, place) => covered.get(place) ?? false)
}

function readCoverage(db: Kysely<Tables>, given: Pick<Evaluation, 'shared'>, settled: Settled): Promise<CoverageRow[]> {
  const { declaration, cut, cumulative } = settled
  const units = cut.filters.filter(({ dimension }) => dimension === 'unit').flatMap((filter) => filter.in)
  const whole = { ...settled, cut: { by: null, across: null, filters: [] } }
  return read(db, given, whole, 'covered', (one) => compileCoverage(declaration, one, units, cumulative))
}

function readCovered(db: Kysely<Tables>, settled: Settled, given: Evaluation): Promise<Map<number, Covered>> {
  const { base } = settled.declaration
  return kept(given.shared?.covered ?? new Map(), nameOf(given), async () => {
    const years = Map.groupBy(await readCoverage(db, given, settled), ({ year }) => year)
    return new Map([...years].map(([year, rows]) => [year, coveredIn(rows, base.length)]))
  })
}

function coveredIn(rows: CoverageRow[], bases: number): Covered {
  const missing = rows.filter(({ covered }) => Number(covered) === 0)
  const uncovered = missing.filter(({ base }) => base < bases).length
  if (uncovered > 0) return uncovered === bases ? 'none' : 'some'
  return missing.length > 0 ? 'all-but-zero' : 'all'
}
