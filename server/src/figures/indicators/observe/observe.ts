import { holdsPersons } from '../../../records/record-types.ts'
import { fieldOf, type Declaration, type DimensionId, type Measure, type SetOf } from '../definition.ts'
import type { AggregateRow } from '../compile/count.ts'
import {
  nameOf,
  toCell,
  type Cell,
  type Observed,
  type PeriodAnswer,
  PeriodRows,
  type CellKey,
  type Sums,
  type Placing,
} from './rows.ts'
import { factorOf } from './factor.ts'
import { spread, tInterval, wilson } from './interval.ts'
import { attainment } from './weighted.ts'
import { typesOf } from '../find-field.ts'

/** How far the bases of a declaration cover a period. `all-but-zero`: enough for any share but 0 %. */
export type Covered = 'none' | 'some' | 'all-but-zero' | 'all'

export interface Observation {
  declaration: Declaration
  by: DimensionId | null
  across: DimensionId | null
  /** Counted from the beginning of a year, not of the period. */
  cumulative: boolean
}

/** The only place that divides, computes intervals and names gaps: from the sums of one period to its figures. */
export function observe(
  observation: Observation,
  year: number,
  rows: readonly AggregateRow[],
  covered: Covered,
  placing: Placing | null,
  grid: readonly CellKey[] = [],
): PeriodAnswer {
  const period = new PeriodRows(rows)
  const observedIn = (key: CellKey): Observed =>
    placing?.isAllUnknown(key) ? { gap: 'NO_RECORDS' } : gapsFirst(observation, covered, period, key)
  const make = (key: CellKey): Cell =>
    toCell(key[0], key[1], { ...observedIn(key), leftOut: placing?.leftOut(key) ?? null })
  const cut = observation.by !== null || observation.across !== null
  const occurring = occurringCells(observation, period, covered)
  const absent = make(cut ? ['', observation.across === null ? null : ''] : [null, null])
  const made = occurring.length > 0 || absent.gap !== 'NO_RECORDS' ? [...occurring, ...grid] : []
  const cells = toNamed(made)
  const isOfCell = ([category, second]: CellKey) =>
    (observation.by === null || category !== null) && (observation.across === null || second !== null)
  const others = cut ? toNamed((placing?.cells() ?? []).filter(isOfCell)) : new Map<string, CellKey>()
  const uncounted = [...others].filter(([name]) => !cells.has(name)).map(([, key]) => make(key))
  const none = { ...absent, category: null, across: null }
  return {
    year,
    cells: [...cells.values()].map(make),
    absent: none,
    uncounted,
    whole: cut && cells.size === 0 && placing ? { ...none, leftOut: placing.leftOutInAll() } : null,
  }
}

const toNamed = (keys: readonly CellKey[]) => new Map(keys.map((key) => [nameOf(key), key]))

/** The cells that a period's rows are in; a row that a dimension leaves whole, or that is in no bloc, is in none. */
export function occurringCells(
  { declaration, by, across }: Observation,
  rows: PeriodRows,
  covered: Covered,
): CellKey[] {
  if (covered === 'none' || (by === null && across === null)) return []
  return rows
    .cells(cutParts(declaration))
    .filter(([category, second]) => (by === null || category !== null) && (across === null || second !== null))
}

/**
 * Every category with every other of the second dimension, of all periods: what one of them divides by may be there where the cell
 * itself is not.
 */
export function gridOf(cells: readonly CellKey[]): CellKey[] {
  const seconds = new Set(cells.map(([, second]) => second))
  return [...new Set(cells.map(([category]) => category))].flatMap((category) =>
    [...seconds].map((second): CellKey => [category, second]),
  )
}

/** The parts whose rows name categories; a denominator that stays whole names none. */
function cutParts({ measure }: Declaration): string[] {
  if ('share' in measure || 'ratio' in measure) return ['numerator', 'denominator']
  if ('pairs' in measure) return ['numerator', 'lost']
  if ('weighted' in measure) return ['whole']
  return ['numerator']
}

function gapsFirst(observation: Observation, covered: Covered, rows: PeriodRows, key: CellKey): Observed {
  if (!hasNumber(observation.declaration, covered)) return { gap: 'NO_RECORDS' }
  const observed = observeMeasure(observation, rows, key)
  if (observation.cumulative && isOfGroups(observation, rows, key)) return { gap: 'NOT_APPLICABLE' }
  // Zero is earned: of a union each type must be covered for it, of a share what its condition asks for.
  return observed.value === 0 && covered !== 'all' ? { gap: 'NO_RECORDS' } : observed
}

function hasNumber({ set }: Declaration, covered: Covered): boolean {
  const oneIsEnough = set !== undefined && 'union' in set
  return covered === 'all' || covered === 'all-but-zero' || (covered === 'some' && oneIsEnough)
}

/** Distinct persons are counted, and some of them come in group rows. */
function isOfGroups(observation: Observation, rows: PeriodRows, key: CellKey): boolean {
  const hasGroups = (part: 'numerator' | 'denominator') => rows.sums(part, cellOf(observation, part, key)).hasGroups
  const { measure } = observation.declaration
  if ('distinct' in measure) return measure.distinct === 'persons' && hasGroups('numerator')
  if ('share' in measure) return measure.per === 'persons' && hasGroups('denominator')
  if (!('ratio' in measure)) return false
  return (['numerator', 'denominator'] as const).some((part) => {
    const side = measure.ratio[part].measure
    return 'distinct' in side && side.distinct === 'persons' && hasGroups(part)
  })
}

function observeMeasure(observation: Observation, rows: PeriodRows, key: CellKey): Observed {
  const { measure, set } = observation.declaration
  if ('ratio' in measure) return observeRatio(observation, measure, rows, key)
  if ('share' in measure) return observeShare(observation, measure, rows, key)
  const sums = rows.sums('numerator', key)
  if ('pairs' in measure) return observePairs(set!, measure, sums, rows.sums('lost', key))
  if ('weighted' in measure) return attainment(rows, key, measure.within)
  if ('mean' in measure) return observeMean(set!, sums, factorOf(set!, measure.mean))
  if ('median' in measure) return observeMedian(sums, factorOf(set!, measure.median))
  const value = totalOf(set!, measure, sums)
  const objects =
    'distinct' in measure ? measure.distinct !== 'persons' : 'count' in measure && measure.count === 'records'
  return { value, size: objects ? value : peopleOrRecords(set!, sums), ...behind(sums) }
}

function totalOf(set: SetOf, measure: Measure, sums: Sums): number {
  return 'sum' in measure ? sums.total / factorOf(set, measure.sum) : sums.total
}

const behind = (sums: Sums) => ({ recordCount: sums.records, groupHeadcount: sums.groupHeads })

/** Persons behind a figure where its records speak of persons, else records. */
function peopleOrRecords(set: SetOf, sums: Sums): number {
  return typesOf(set).some(holdsPersons) && (sums.persons > 0 || sums.hasGroups)
    ? sums.persons + sums.groupHeads
    : sums.records
}

function observeMean(set: SetOf, sums: Sums, factor: number): Observed {
  const { n, row } = sums
  if (n === 0 || !row) return { gap: 'NOT_APPLICABLE' }
  const facts = { numerator: sums.total / factor, denominator: n, size: peopleOrRecords(set, sums), ...behind(sums) }
  if (row.low !== row.high) return { ...behind(sums), size: facts.size, gap: 'NOT_APPLICABLE' }
  const known = spread(n, BigInt(row.total ?? 0), BigInt(row.squares ?? 0), factor)
  // A group row tells its mean and hides its spread.
  return { value: known.mean, ...facts, interval: sums.hasGroups ? null : tInterval(n, known) }
}

function observeMedian(sums: Sums, factor: number): Observed {
  if (sums.n === 0 || sums.hasGroups) return { gap: 'NOT_APPLICABLE', ...behind(sums) }
  return { value: (sums.total + sums.other) / 2 / factor, denominator: sums.n, size: sums.n, ...behind(sums) }
}

/** The cell of a part: where the dimension is a share of the whole, the denominator's is the whole. */
function cellOf(
  { declaration, by, across }: Observation,
  part: 'numerator' | 'denominator',
  [category, second]: CellKey,
): CellKey {
  const stays = (dimension: DimensionId | null) =>
    dimension !== null && fieldOf(declaration.dimensions[dimension]!, part) === null
  return [stays(by) ? null : category, stays(across) ? null : second]
}

function observeShare(
  observation: Observation,
  measure: Extract<Measure, { share: unknown }>,
  rows: PeriodRows,
  key: CellKey,
): Observed {
  const over = rows.sums('numerator', cellOf(observation, 'numerator', key)).total
  const sums = rows.sums('denominator', cellOf(observation, 'denominator', key))
  const size = measure.per === 'records' ? sums.total : peopleOrRecords(observation.declaration.set!, sums)
  const facts = { numerator: over, denominator: sums.total, size, ...behind(sums) }
  if (sums.total === 0) return { gap: 'NOT_APPLICABLE', ...facts }
  const isSaid =
    !measure.zero?.some((one) => 'filled' in one) ||
    rows.sums('said', cellOf(observation, 'denominator', key)).records > 0
  if (over === 0 && !isSaid) return { gap: 'NO_RECORDS' }
  const interval = measure.per === 'records' ? null : wilson(over, sums.total)
  return { value: (100 * over) / sums.total, ...facts, interval }
}

function observeRatio(
  observation: Observation,
  { ratio }: Extract<Measure, { ratio: unknown }>,
  rows: PeriodRows,
  key: CellKey,
): Observed {
  const side = (part: 'numerator' | 'denominator') => {
    const sums = rows.sums(part, cellOf(observation, part, key))
    return { sums, total: totalOf(ratio[part].set, ratio[part].measure, sums) }
  }
  const over = side('numerator')
  const under = side('denominator')
  const asked =
    ratio.response &&
    totalOf(ratio.response.set, ratio.response.measure, rows.sums('response', cellOf(observation, 'denominator', key)))
  const facts = {
    numerator: over.total,
    denominator: under.total,
    size: peopleOrRecords(ratio.denominator.set, under.sums),
    ...behind(under.sums),
  }
  if (under.total === 0) return { gap: 'NOT_APPLICABLE', ...facts }
  return {
    value: (everyOf(observation.declaration) * over.total) / under.total,
    ...facts,
    size: ratio.response ? under.total : facts.size,
    interval: ratio.response ? wilson(over.total, under.total) : null,
    coverage: asked ? (100 * under.total) / asked : null,
  }
}

/** For how many of the denominator a share or a ratio is said. */
export function everyOf({ measure, unit }: Pick<Declaration, 'measure' | 'unit'>): number {
  if ('share' in measure) return 100
  return 'ratio' in measure ? (measure.forEvery ?? (unit.en === '%' ? 100 : 1)) : 1
}

function observePairs(set: SetOf, measure: Extract<Measure, { pairs: unknown }>, sums: Sums, lostSums: Sums): Observed {
  const { n, row } = sums
  const factor = factorOf(set, measure.value)
  // A pair is two records.
  const facts = {
    lost: lostSums.total,
    size: peopleOrRecords(set, sums),
    ...behind(sums),
    recordCount: 2 * sums.records,
  }
  if (n === 0 || !row || row.low !== row.high) return { gap: 'NOT_APPLICABLE', ...facts }
  if (measure.gain === 'normalised') {
    const room = sums.other / factor
    if (room === 0) return { gap: 'NOT_APPLICABLE', ...facts }
    // Both sides are stored times the same factor.
    return { value: sums.total / sums.other, numerator: sums.total / factor, denominator: room, ...facts }
  }
  const known = spread(n, BigInt(row.total ?? 0), BigInt(row.squares ?? 0), factor)
  return {
    value: known.mean,
    numerator: sums.total / factor,
    denominator: n,
    ...facts,
    interval: tInterval(n, known),
    effect: known.deviation ? known.mean / known.deviation : null,
  }
}
