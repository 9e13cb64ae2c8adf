import type { AggregateRow } from '../../figures/indicators/compile/count.ts'
import { PART } from '../../figures/indicators/compile/compilation.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { factorOf } from '../../figures/indicators/observe/factor.ts'
import { everyOf } from '../../figures/indicators/observe/observe.ts'
import { PeriodRows } from '../../figures/indicators/observe/rows.ts'
import { attainment } from '../../figures/indicators/observe/weighted.ts'
import type { Sides } from '../reconcile/state.ts'
import { tallyOf, tallyRules, totalOf, type Contribution } from '../reconcile/tally.ts'

/** What a figure is counted from, all of it or some. */
export interface Counted {
  declaration: Declaration
  rows: Sides
  /** What units weigh; empty where the measure is not weighted. */
  weights: readonly AggregateRow[]
}

/** `SUM`: records and people add up to it. `RATIO`: two such sums are divided. `LEVEL`: neither. */
export type Shape = 'SUM' | 'RATIO' | 'LEVEL'

export function shapeOf({ measure }: Pick<Declaration, 'measure'>): Shape {
  if ('share' in measure || 'ratio' in measure) return 'RATIO'
  return 'count' in measure || 'distinct' in measure || 'sum' in measure ? 'SUM' : 'LEVEL'
}

/** The sums that a figure is made from, in the unit of each: of a count it alone, else numerator and denominator. */
export function sumsOf({ declaration, rows }: Counted): number[] {
  return tallyRules(declaration).map((rule) => totalOf(tallyOf(rule, rows[rule.part])) / rule.factor)
}

/** The figure that these records alone would be, in the indicator's unit; null: none. Coverage is not asked. */
export function valueOf(counted: Counted): number | null {
  const { declaration, rows } = counted
  const { measure, set } = declaration
  if ('weighted' in measure) return attained(counted, measure.within)
  if ('median' in measure) return middleOf(rows.numerator, factorOf(set!, measure.median))
  const [over = 0, under] = sumsOf(counted)
  if (under === undefined) return over
  return under === 0 ? null : (everyOf(declaration) * over) / under
}

function middleOf(rows: readonly Contribution[], factor: number): number | null {
  const values = rows.map(({ amount }) => amount).sort((a, b) => a - b)
  const last = values.length - 1
  return last < 0 ? null : (values[Math.floor(last / 2)]! + values[Math.ceil(last / 2)]!) / 2 / factor
}

/** What records would be counted as in a statement, added up by `observe` as ever. */
function attained({ rows, weights }: Counted, within: number): number | null {
  const weighing = weights.filter(({ total }) => Number(total) > 0).map(({ unit_key }) => unit_key ?? '')
  const versionOf = (unit: string) => unit.split(PART).slice(0, within).join(PART)
  const versions = new Set(weighing.map(versionOf))
  const weighs = (unit: string) => weighing.includes(unit) || !versions.has(versionOf(unit))
  const seen = rows.denominator.filter(({ unit }) => weighs(unit ?? ''))
  const made = [
    ...summed('competent', rows.numerator, unitOf, headsOf),
    ...summed('assessed', rows.denominator, unitOf, headsOf),
    ...summed('version', seen, (row) => versionOf(unitOf(row)), peopleOf),
    ...weights,
  ]
  return attainment(new PeriodRows(made), [null, null], within).value ?? null
}

const unitOf = ({ unit }: Contribution) => unit ?? ''
const headsOf = (rows: readonly Contribution[]) => rows.reduce((sum, { amount }) => sum + amount, 0)

/** A person once, a group row for its headcount. */
function peopleOf(rows: readonly Contribution[]): number {
  const isGroup = ({ owner, type, key }: Contribution) => owner === `${type}/${key}`
  const persons = new Set(rows.filter((row) => !isGroup(row)).map(({ owner }) => owner))
  return persons.size + headsOf(rows.filter(isGroup))
}

function summed(
  part: string,
  rows: readonly Contribution[],
  keyOf: (row: Contribution) => string,
  totalOfRows: (rows: readonly Contribution[]) => number,
): AggregateRow[] {
  return [...Map.groupBy(rows, keyOf)].map(([key, own]) => ({
    ...NOTHING,
    part,
    unit_key: key,
    total: String(totalOfRows(own)),
  }))
}

const NOTHING: AggregateRow = {
  ...{ part: '', year: '', records: '0', persons: '0', category: null, across: null, unit_key: null },
  ...{ group_heads: null, n: null, total: null, other: null, squares: null, low: null, high: null },
}
