import type { Figure } from '@causeway/shared/figure'
import { asIs, type Words } from '@causeway/shared/words/words'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { Viewer } from '../../access/viewer.ts'
import { assemble } from '../../figures/assemble.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { causewayAsked } from '../../figures/causeway-then.ts'
import { checkRequest, type Question } from '../../figures/check-request.ts'
import { evaluate } from '../../figures/indicators/evaluate.ts'
import type { SharedReads } from '../../figures/indicators/evaluate-shared.ts'
import type { Declaration, DimensionId } from '../../figures/indicators/definition.ts'
import type { AskedMoment } from '../../figures/moment.ts'
import { readCategoryLabels } from '../../figures/series-facts.ts'
import { readSeries } from '../../figures/read-series.ts'
import { atOneMoment, readStandingAsked, type Standing } from '../../figures/standing.ts'
import type { Connection } from '../../ground/database/database.ts'
import { partsBetweenPeriods } from './between.ts'
import { evaluationAt, isSameMoment, mayDiffer, partsBetweenRevisions, type Known } from './between-revisions.ts'
import type { Cut } from './categories.ts'
import { valueOf } from './counted.ts'
import { readCut, readCuts } from './cut.ts'
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

export type AskedEnd = AskedMoment & { year: number }

/** A figure at one of the moments, with the question that it answers. */
export interface ChangeEnd {
  /** As of the time that was asked about. */
  causeway: Causeway
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
  /** Null: it is not broken down. */
  dimension: DimensionId | null
  /** They add up to the difference. None where one of the two has no value, or where the asker may not see records. */
  parts: (ChangePart & { label: Words | null; sentence: Words })[]
}

/**
 * Why a figure is another one than at another moment: parts that add up to the difference, down to the records. Without the right to
 * exact figures the difference of two public figures alone.
 * @throws QuestionError those of `readSeries` and of `readMoment`
 */
export async function explainChange(causeway: Causeway, viewer: Viewer, asked: ChangeRequest): Promise<Change> {
  const { from, to } = asked
  const [before, after] = [
    await readAsking(causeway, viewer, asked, from),
    await readAsking(causeway, viewer, asked, to),
  ]
  if (after.question.profile === 'PUBLIC')
    return toChange(await publicEnd(viewer, before), await publicEnd(viewer, after))
  const { by } = after.question
  const found = await atOneMoment(causeway, asked.institution, async (db, now) => {
    const [was, is] = await endsAt(db, before, after, now)
    return { ends: [was, is] as const, parts: await partsBetweenEnds(db, was, is, now, by) }
  })
  return describeChange(causeway, toChange(...found.ends), found.parts, by)
}

/** None where one of them has no value. */
export async function partsBetweenEnds(
  db: Connection,
  before: KnownEnd,
  after: KnownEnd,
  now: Standing,
  by: DimensionId | null,
): Promise<ChangePart[]> {
  const isExplained = [before, after].every(({ figure }) => figure.value !== null)
  return isExplained ? partsBetween(db, before, after, now, by) : []
}

/**
 * First from one time to the other, at the year of the first moment, then from one year to the other, as known at the second moment.
 * Where the figure between the two has no value, both at once.
 */
async function partsBetween(
  db: Connection,
  before: Known,
  after: KnownEnd,
  now: Standing,
  by: DimensionId | null,
): Promise<ChangePart[]> {
  const { from: year } = before.question
  const { from: last } = after.question
  const isSameYear = year === last
  const between = { ...after, question: { ...after.question, from: year, to: year } }
  if (isSameMoment(before, after) || !(await mayDiffer(db, before, between, now))) {
    const cutIn = await cutsOfBoth(db, after, [year, last], by)
    return isSameYear ? [] : partsBetweenPeriods(cutIn(year), cutIn(last))
  }
  const cutOf = (known: Known): Promise<Cut> => readCut(db, evaluationAt(known), by)
  const [was, is] = [await cutOf(before), await cutOf(after)]
  const middle = isSameYear ? is : await cutOf(between)
  if (valueOf(middle) === null) return partsBetweenPeriods(was, is)
  const ofTime = await partsBetweenRevisions(db, { ...before, cut: was }, { ...between, cut: middle }, now, by)
  return isSameYear ? ofTime : [...ofTime, ...partsBetweenPeriods(middle, is)]
}

/** Two years as known at one moment: of years that are next to each other both are read at once. */
async function cutsOfBoth(
  db: Connection,
  known: Known,
  years: readonly [number, number],
  by: DimensionId | null,
): Promise<(year: number) => Cut> {
  const between = (from: number, to: number) => readCuts(db, { ...evaluationAt(known), from, to }, by)
  const [from, to] = [Math.min(...years), Math.max(...years)]
  if (to - from === 1) return between(from, to)
  const [first, last] = [await between(from, from), await between(to, to)]
  return (year) => (year === from ? first(year) : last(year))
}

export type Asking = Pick<ChangeEnd, 'causeway' | 'question' | 'request'>

export async function readAsking(
  given: Causeway,
  viewer: Viewer,
  { from: _from, to: _to, by = null, ...same }: ChangeRequest,
  { year, ...asked }: AskedEnd,
): Promise<Asking> {
  const causeway = await causewayAsked(given, viewer, { institution: same.institution, ...asked })
  const request: SeriesRequest = { ...same, ...asked, from: year, to: year }
  // What is explained is the whole, by parts of a breakdown.
  return { causeway, request, question: checkRequest(causeway, viewer, { ...request, by }) }
}

async function publicEnd(viewer: Viewer, asking: Asking): Promise<ChangeEnd> {
  const { figures, revision, computedAt } = await readSeries(asking.causeway, viewer, asking.request)
  return { ...asking, figure: figures[0]!, revision, computedAt }
}

export type KnownEnd = ChangeEnd & Known

/** Two years next to each other, as known at one moment, are counted at once. */
async function endsAt(db: Connection, before: Asking, after: Asking, now: Standing): Promise<[KnownEnd, KnownEnd]> {
  const homeOf = async ({ causeway, question }: Asking) =>
    (await readStandingAsked(causeway, db, question.institution)) ?? now
  const [was, is] = [before.question.from, after.question.from]
  if (before.causeway !== after.causeway || Math.abs(is - was) !== 1)
    return [await readEnd(db, before, await homeOf(before)), await readEnd(db, after, await homeOf(after))]
  const home = await homeOf(after)
  const question = { ...after.question, from: Math.min(was, is), to: Math.max(was, is), by: null }
  const figures = assemble(question, home, await evaluate(db, evaluationAt({ question, home })))
  const endOf = (asking: Asking) =>
    toEnd(
      asking,
      home,
      figures.find(({ period }) => period.year === asking.question.from)!,
    )
  return [endOf(before), endOf(after)]
}

/** @param shared what figures of one moment have in common; absent: it is the only one */
export async function readEnd(db: Connection, asking: Asking, home: Standing, shared?: SharedReads): Promise<KnownEnd> {
  const question = { ...asking.question, by: null }
  const answers = await evaluate(db, { ...evaluationAt({ question, home }), ...(shared && { shared }) })
  return toEnd(asking, home, assemble(question, home, answers)[0]!)
}

export function toEnd(asking: Asking, home: Standing, figure: Figure): KnownEnd {
  const question = { ...asking.question, by: null }
  return { ...asking, question, home, figure, revision: home.revision, computedAt: home.committedAt }
}

export function toChange(before: ChangeEnd, after: ChangeEnd): Change {
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

export async function describeChange(
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
