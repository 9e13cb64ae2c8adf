import type { Connection } from '../../ground/database/database.ts'
import type { DimensionId } from '../../figures/indicators/definition.ts'
import type { Evaluation } from '../../figures/indicators/evaluate-asked.ts'
import { readContributions, readWeights } from '../../figures/indicators/evaluate-records.ts'
import { sidesIn, type Sides } from '../reconcile/state.ts'
import type { Cut } from './categories.ts'

/** What the figure of an evaluation's one period is counted from. */
export async function readCut(db: Connection, evaluation: Evaluation, dimension: DimensionId | null): Promise<Cut> {
  return (await readCuts(db, evaluation, dimension))(evaluation.from)
}

/** The same of each period. */
export async function readCuts(
  db: Connection,
  evaluation: Evaluation,
  dimension: DimensionId | null,
): Promise<(year: number) => Cut> {
  const rows = await sidesByYear(db, evaluation)
  const weights = Map.groupBy(await readWeights(db, evaluation), ({ year }) => Number(year))
  const cut = dimension && (await sidesByYear(db, { ...evaluation, by: dimension }))
  return (year) => ({
    declaration: evaluation.declaration,
    rows: rows(year),
    weights: weights.get(year) ?? [],
    by: cut && { dimension: dimension!, rows: cut(year) },
  })
}

async function sidesByYear(db: Connection, evaluation: Evaluation): Promise<(year: number) => Sides> {
  const byYear = Map.groupBy(await readContributions(db, evaluation), ({ year }) => Number(year))
  return (year) => sidesIn(byYear.get(year) ?? [])
}
