import type { Kysely } from 'kysely'
import type { Basis } from '@causeway/shared/period'
import type { Tables } from '../../ground/database/database.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { kept } from '../../ground/kept.ts'
import { once } from '../../ground/once.ts'
import { canonicalFilters, countedTypes, zeroTypes } from './find-field.ts'
import { groupRecords } from './group-records.ts'
import { madeOnce, rowsOnce, type SharedReads } from './evaluate-shared.ts'
import { readsOf } from './reads.ts'
import { compileCoverage, type CoverageRow } from './compile/coverage.ts'
import { toAsked, yearOn, yearsAsked, type AskedOf } from './asked-periods.ts'
import type { Asked, Sql } from './compile/compilation.ts'
import type { CompiledFilter, Dimension } from './compile/dimensions.ts'
import type { Written } from './compile/lines.ts'
import type { Cut } from './compile/members.ts'
import type { PartName, Declaration, DimensionId, Measure } from './definition.ts'
import type { AggregateRow } from './compile/count.ts'
import { toAggregates } from './compile/measures.ts'
import { compileLeftOut, compilePlaced, toPlacings, type PlacingRow } from './compile/left-out.ts'
import { compile, compileApart } from './compile/statement.ts'
import { type PeriodAnswer, Placing } from './observe/rows.ts'
import { gridOf, observe, occurringCells, type Covered } from './observe/observe.ts'

export interface Evaluation extends AskedOf {
  declaration: Declaration
  by?: DimensionId | null
  across?: DimensionId | null
  filters?: CompiledFilter[]
  /** Absent where nothing else is evaluated beside it. */
  shared?: SharedReads
}

/** What the statements of an evaluation are compiled for; filters name what represents what they said. */
interface Settled {
  declaration: Declaration
  asked: Asked
  cut: Omit<Cut, 'scope'>
  /** A count has no denominator. */
  parts: PartName[]
  cumulative: boolean
  /** A scope acts: asked, or the declaration's own. */
  acts: boolean
}

export async function settle(db: Kysely<Tables>, given: Evaluation): Promise<Settled> {
  const { declaration, by = null, across = null, filters = [], cumulativeFrom = null, scope, shared } = given
  const asked = toAsked(given)
  const cut = { by: toDimension(declaration, by), across: toDimension(declaration, across), filters }
  const settled: Settled = {
    ...{ declaration, asked, cut },
    parts: isDivided(declaration.measure) ? ['numerator', 'denominator'] : ['numerator'],
    cumulative: cumulativeFrom !== null || declaration.kind === 'CUMULATIVE',
    acts: declaration.scope !== undefined && scope !== null,
  }
  if (asked.periods.length === 0) return settled
  const identity = shared ? shared.identity : await readIdentity(db, asked.institution, asked.revision)
  if (identity === null) return settled
  const canonical = { ...cut, filters: canonicalFilters(identity, declaration, filters) }
  return { ...settled, cut: canonical, asked: { ...asked, identity } }
}

const toDimension = ({ dimensions }: Declaration, id: DimensionId | null): Dimension | null =>
  id && { dimension: id, side: dimensions[id]! }

export function isDivided(measure: Measure): boolean {
  return !('count' in measure || 'distinct' in measure || 'sum' in measure)
}

/** Rows of a statement of the evaluation, which is asked alone, or together with the same of other institutions. */
async function read<Row>(
  db: Kysely<Tables>,
  { shared }: Pick<Evaluation, 'shared'>,
  { declaration, asked, cut, cumulative }: Settled,
  what: 'counted' | 'covered' | 'left-out' | 'placed',
  statement: (asked: Asked) => Sql,
): Promise<Row[]> {
  if (!shared?.together) return rowsOnce(db, shared?.said, statement(asked))
  const { together, types } = shared
  if (types && !rowTypes(declaration)[what === 'covered' ? 'covering' : 'counted'].some((type) => types.has(type)))
    return []
  const dimensions = (cut.each ?? [cut.by]).map((it) => it?.dimension ?? '')
  const name = [what, declaration.id, asked.scope, asked.cohorts, cumulative, cut.each !== undefined, ...dimensions]
  return together.read(name.join(' '), declaration, asked, statement)
}

/** Where there is no record of any of these, statements have no rows. */
const rowTypes = once((declaration: Declaration) => {
  const bases = declaration.base.map((base) => (typeof base === 'string' ? base : base.of))
  const counted = 'weighted' in declaration.measure ? readsOf(declaration) : countedTypes(declaration)
  const zero = zeroTypes(declaration).map(({ of }) => of)
  return { counted: [...counted, ...bases], covering: [...bases, ...zero, 'nothing-to-report'] }
})

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
  if (dimensions.length === 1) return [await evaluate(db, { ...given, by: dimensions[0]! })]
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
  const grid = across === null ? [] : gridOf(periods.flatMap((it) => occurringCells(observation, it.rows, it.covered)))
  const answers = periods.map((it) => {
    const placing = placings && new Placing(placings.get(it.year) ?? [], by !== null || across !== null)
    return observe(observation, it.year, it.rows, it.covered, placing, grid)
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

/** What the scope could not place. Whether that is all is asked of the years alone that have any: most have none. */
function readPlacings(db: Kysely<Tables>, given: Evaluation, settled: Settled): Promise<PlacingRow[][]> {
  const { declaration, cut, asked } = settled
  const dimensions = (cut.each ?? [cut.by]).map((one) => one?.dimension)
  const scope = JSON.stringify([declaration.set, declaration.measure]).includes('"SCOPE"') ? asked.scope : null
  const name = [nameOf(given), scope, dimensions].join(' ')
  return kept(given.shared?.placings ?? new Map(), name, () => askPlacings(db, given, settled))
}

async function askPlacings(db: Kysely<Tables>, given: Evaluation, settled: Settled): Promise<PlacingRow[][]> {
  const { declaration, asked, cut, cumulative } = settled
  const breakdowns = cut.each?.length ?? 1
  const leftOut = await read<Written>(db, given, settled, 'left-out', (one) =>
    compileLeftOut(declaration, one, cut, cumulative),
  )
  const found = toPlacings(leftOut, breakdowns)
  const years = new Set(found[0]!.filter(({ kind }) => kind === 'unplaced-in-period').map(({ year }) => Number(year)))
  if (years.size === 0) return found
  const doubtful = { ...settled, asked: { ...asked, periods: asked.periods.filter(({ year }) => years.has(year)) } }
  const written = await read<Written>(db, given, doubtful, 'placed', (one) =>
    compilePlaced(declaration, one, cut, cumulative),
  )
  const placed = toPlacings(written, breakdowns)
  return found.map((rows, at) => [...rows, ...placed[at]!])
}

function readCovered(db: Kysely<Tables>, settled: Settled, given: Evaluation): Promise<Map<number, Covered>> {
  const { base } = settled.declaration
  return kept(given.shared?.covered ?? new Map(), nameOf(given), async () => {
    const years = Map.groupBy(await readCoverage(db, given, settled), ({ year }) => year)
    return new Map([...years].map(([year, rows]) => [year, coveredIn(rows, base.length)]))
  })
}

const nameOf = ({ declaration: { id, version }, basis, besides = [], from, to }: Evaluation): string =>
  `${id}@${version} ${[basis, ...besides].join()} ${from} ${to}`

function coveredIn(rows: CoverageRow[], bases: number): Covered {
  const missing = rows.filter(({ covered }) => Number(covered) === 0)
  const uncovered = missing.filter(({ base }) => base < bases).length
  if (uncovered > 0) return uncovered === bases ? 'none' : 'some'
  return missing.length > 0 ? 'all-but-zero' : 'all'
}
