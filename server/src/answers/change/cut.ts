import type { Connection } from '../../ground/database/database.ts'
import type { DimensionId } from '../../figures/indicators/definition.ts'
import type { Evaluation } from '../../figures/indicators/evaluate.ts'
import { readWeights } from '../../figures/indicators/evaluate-records.ts'
import { readSides } from '../reconcile/state.ts'
import type { Cut } from './categories.ts'

/** What a figure is counted from; the evaluation's period is the figure's. */
export async function readCut(db: Connection, evaluation: Evaluation, dimension: DimensionId | null): Promise<Cut> {
  return {
    declaration: evaluation.declaration,
    rows: await readSides(db, evaluation),
    weights: await readWeights(db, evaluation),
    by: dimension && { dimension, rows: await readSides(db, { ...evaluation, by: dimension }) },
  }
}
