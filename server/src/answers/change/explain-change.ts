import type { Figure } from '@causeway/shared/figure'
import { asIs, type Words } from '@causeway/shared/words/words'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { Viewer } from '../../access/viewer.ts'
import { assemble } from '../../figures/assemble.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { checkRequest, type Question } from '../../figures/check-request.ts'
import { evaluate, type Evaluation } from '../../figures/indicators/evaluate.ts'
import { readWeights } from '../../figures/indicators/evaluate-records.ts'
import type { Declaration, DimensionId } from '../../figures/indicators/definition.ts'
import { readCategoryLabels } from '../../figures/series-facts.ts'
import { readSeries } from '../../figures/read-series.ts'
import { atOneMoment, type Standing } from '../../figures/standing.ts'
import type { Connection } from '../../ground/database/database.ts'
import { readSides } from '../reconcile/state.ts'
import { partsBetweenPeriods } from './between.ts'
import type { Cut } from './categories.ts'
import type { ChangePart } from './part.ts'
import { partWords } from './part-words.ts'

/** Two moments of one figure. */
export interface ChangeRequest extends Pick<
  SeriesRequest,
  'indicator' | 'institution' | 'basis' | 'at' | 'scope' | 'by' | 'filter'
> {
  from: AskedEnd
  to: AskedEnd
}

export interface AskedEnd {
  year: number
}

/** A figure at one of the moments, with the question that it answers. */
export interface ChangeEnd {
  figure: Figure
  question: Question
  request: SeriesRequest
  revision: number
  /** ISO date-time; null: never. */
  computedAt: string | null
}

export interface Change {
  declaration: Declaration
  institution: string
  before: ChangeEnd
  after: ChangeEnd
  /** After less before, unrounded, in the unit of the indicator; null: one of them has no value. */
  difference: number | null
  /** They add up to the difference. None where one of the two has no value, or where the asker may not see records. */
  dimension: DimensionId | null
  parts: (ChangePart & { label: Words | null; sentence: Words })[]
}

/**
 * Why a figure is another one than at another moment: parts that add up to the difference, down to the records. Without the right to
 * exact figures the difference of two public figures alone.
 * @throws QuestionError those of `readSeries`
 */
export async function explainChange(causeway: Causeway, viewer: Viewer, asked: ChangeRequest): Promise<Change> {
  const { from, to, ...same } = asked
  const requests = [from, to].map(({ year }): SeriesRequest => ({ ...same, by: null, from: year, to: year }))
  const [before, after] = requests.map((request) => ({ request, question: checkRequest(causeway, viewer, request) }))
  const { by } = checkRequest(causeway, viewer, { ...requests[1]!, by: asked.by ?? null })
  if (after!.question.profile === 'PUBLIC')
    return toChange(await publicEnd(causeway, viewer, before!), await publicEnd(causeway, viewer, after!))
  const found = await atOneMoment(causeway, asked.institution, async (db, standing) => {
    const ends = [await readEnd(db, standing, before!, by), await readEnd(db, standing, after!, by)] as const
    const isExplained = ends.every(({ figure }) => figure.value !== null)
    return { ends, parts: isExplained ? partsBetweenPeriods(ends[0].cut, ends[1].cut) : [] }
  })
  return describe(causeway, toChange(...found.ends), found.parts, by)
}

type Asking = Pick<ChangeEnd, 'question' | 'request'>

async function publicEnd(causeway: Causeway, viewer: Viewer, asking: Asking): Promise<ChangeEnd> {
  const { figures, revision, computedAt } = await readSeries(causeway, viewer, asking.request)
  return { ...asking, figure: figures[0]!, revision, computedAt }
}

async function readEnd(
  db: Connection,
  standing: Standing,
  asking: Asking,
  by: DimensionId | null,
): Promise<ChangeEnd & { cut: Cut }> {
  const evaluation: Evaluation = { ...asking.question, home: standing }
  const [figure] = assemble(asking.question, standing, await evaluate(db, evaluation))
  const cut = await readCut(db, evaluation, by)
  return { ...asking, figure: figure!, revision: standing.revision, computedAt: standing.committedAt, cut }
}

async function readCut(db: Connection, evaluation: Evaluation, dimension: DimensionId | null): Promise<Cut> {
  return {
    declaration: evaluation.declaration,
    rows: await readSides(db, evaluation),
    weights: await readWeights(db, evaluation),
    by: dimension && { dimension, rows: await readSides(db, { ...evaluation, by: dimension }) },
  }
}

function toChange(before: ChangeEnd, after: ChangeEnd): Change {
  const { declaration, institution } = after.question
  const [was, is] = [before.figure.value, after.figure.value]
  return {
    declaration,
    institution,
    before,
    after,
    difference: was === null || is === null ? null : is - was,
    dimension: null,
    parts: [],
  }
}

async function describe(
  causeway: Causeway,
  change: Change,
  parts: readonly ChangePart[],
  by: DimensionId | null,
): Promise<Change> {
  const { declaration, institution, before, after } = change
  const keys = [...new Set(parts.flatMap(({ category }) => category ?? []))]
  const labels = by && (await readCategoryLabels(causeway, institution, declaration, by, keys))
  const labelOf = (key: string) => labels?.get(key) ?? asIs(key)
  const periods = { before: before.figure.period, after: after.figure.period }
  const context = { declaration, periods, by: by && { dimension: by, labelOf } }
  return {
    ...change,
    dimension: by,
    parts: parts.map((part) => ({
      ...part,
      label: part.category === null ? null : labelOf(part.category),
      sentence: partWords(part, context),
    })),
  }
}
