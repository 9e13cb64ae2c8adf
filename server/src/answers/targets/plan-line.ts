import type { Basis } from '@causeway/shared/period'
import type { Declaration } from '../../figures/indicators/definition.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { FIGURE_FACTOR } from '../../records/record-types.ts'
import { selectTargets, type TargetRow } from './store.ts'

/** One row of a plan as it is stored, its value in the indicator's unit. */
export interface StoredTarget extends Omit<TargetRow, 'cumulative' | 'base'> {
  cumulative: boolean
  /** Where the plan began: no target. */
  isBase: boolean
}

/** What one plan says of one indicator on one basis, in order of year. */
export interface PlanLine {
  plan: string
  indicator: Declaration
  basis: Basis
  /** The earliest value that it says it began from. */
  base: StoredTarget | null
  /** The year from whose beginning cumulative targets are added up. */
  firstYear: number
  targets: StoredTarget[]
}

/**
 * The lines of all plans. `firstYear` is the year after the line's base; without one, the first year that the whole plan has
 * anything for. What names no indicator, or a basis that it lacks, is in none of them: `causeway quality` tells of it.
 */
export function toPlanLines(stored: readonly StoredTarget[], indicators: readonly Declaration[]): PlanLine[] {
  const byName = new Map(indicators.flatMap((it) => [[it.id, it] as const, [it.code, it] as const]))
  const firstYears = new Map<string, number>()
  for (const { plan, year, isBase } of stored) {
    const first = isBase ? year + 1 : year
    firstYears.set(plan, Math.min(first, firstYears.get(plan) ?? first))
  }
  const lines = new Map<string, { plan: string; indicator: Declaration; basis: Basis; rows: StoredTarget[] }>()
  for (const row of stored) {
    const indicator = byName.get(row.indicator)
    const basis = row.basis ?? indicator?.bases[0]
    if (!indicator || !basis || !indicator.bases.includes(basis)) continue
    const name = JSON.stringify([row.plan, indicator.id, basis])
    const line = lines.get(name) ?? { plan: row.plan, indicator, basis, rows: [] }
    lines.set(name, line)
    line.rows.push(row)
  }
  return [...lines.values()].map(({ plan, indicator, basis, rows }) => {
    const inOrder = rows.sort((a, b) => a.year - b.year || (a.key < b.key ? -1 : 1))
    const base = inOrder.find(({ isBase }) => isBase) ?? null
    const firstYear = base === null ? firstYears.get(plan)! : base.year + 1
    return { plan, indicator, basis, base, firstYear, targets: inOrder.filter(({ isBase }) => !isBase) }
  })
}

/** The target of a year; where the plan has none for it, and only if asked, the next that the year is on the way to. */
export function findTarget({ targets, firstYear }: PlanLine, year: number, ahead: boolean): StoredTarget | null {
  const own = targets.find((target) => target.year === year)
  if (own || !ahead || year < firstYear) return own ?? null
  return targets.find((target) => target.year > year) ?? null
}

/** Every row of every plan of an institution. */
export async function listTargets(
  { database }: Pick<Causeway, 'database'>,
  institution: string,
): Promise<StoredTarget[]> {
  return (await selectTargets(database.quick, institution)).map(({ value, cumulative, base, ...row }) => ({
    ...row,
    value: value / FIGURE_FACTOR,
    cumulative: cumulative === 1,
    isBase: base === 1,
  }))
}
