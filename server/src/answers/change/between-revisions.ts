import type { Figure } from '@causeway/shared/figure'
import { DEFAULT_AT } from '@causeway/shared/period'
import type { Connection } from '../../ground/database/database.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { changedYears, isAmong } from '../../figures/changed-years.ts'
import type { Question } from '../../figures/check-request.ts'
import type { DimensionId } from '../../figures/indicators/definition.ts'
import { assemble } from '../../figures/assemble.ts'
import { evaluate } from '../../figures/indicators/evaluate.ts'
import type { Evaluation } from '../../figures/indicators/evaluate-asked.ts'
import { sharedReads } from '../../figures/indicators/evaluate-shared.ts'
import { readsOf } from '../../figures/indicators/reads.ts'
import type { Standing } from '../../figures/standing.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { partsOfStep } from './between.ts'
import type { Cut } from './categories.ts'
import { valueOf } from './counted.ts'
import { readCut } from './cut.ts'
import type { ChangeCause, ChangePart } from './part.ts'
import { stepsOfRecords } from './store.ts'

/** A question as it was asked and answered at a revision: its declaration, and the institution, are those of then. */
export interface Known {
  question: Question
  home: Standing
}

export const evaluationAt = ({ question, home }: Known): Evaluation => ({ ...question, home, revision: home.revision })

/**
 * Why the figure of one period was another one at another revision: each step from one to the other makes a difference, and the next
 * begins where it ended. Both have a value. What is known now of what changed is in `now`. The parts add up to the difference.
 */
export async function partsBetweenRevisions(
  db: Connection,
  before: Known & { cut: Cut },
  after: Known & { cut: Cut },
  now: Standing,
  by: DimensionId | null,
): Promise<ChangePart[]> {
  if (before.home.revision > after.home.revision)
    return (await partsBetweenRevisions(db, after, before, now, by)).map(backwards)
  const steps = await stepsBetween(db, before, after, now)
  let last = before.cut
  const parts: ChangePart[] = []
  for (const [at, { cause, evaluation }] of steps.entries()) {
    const next = at === steps.length - 1 ? after.cut : await readCut(db, evaluation, by)
    // Where what is between has no value, the step that has one again makes the difference.
    if (valueOf(next) === null) continue
    parts.push(...partsOfStep(cause, last, next))
    last = next
  }
  return parts
}

/** What gave a figure its value or took it: one of the two has none. */
export async function causeOfGap(
  db: Connection,
  before: Known & { figure: Figure },
  after: Known & { figure: Figure },
  now: Standing,
): Promise<ChangeCause> {
  if (before.home.revision > after.home.revision) return causeOfGap(db, after, before, now)
  const { from, to } = before.question
  const between = { ...after, question: { ...after.question, from, to } }
  for (const { cause, evaluation } of await stepsBetween(db, before, between, now)) {
    const [figure] = assemble({ ...between.question }, between.home, await evaluate(db, evaluation))
    if (figure!.gap !== before.figure.gap) return cause
  }
  return after.figure.value === null ? 'LEFT' : 'CAME'
}

interface RevisionStep {
  cause: ChangeCause
  /** After it. */
  evaluation: Evaluation
}

/** What institutions say of themselves is a setting, what they decided an identity. */
const STEPS_APART = ['institution', 'same-as']

/** Records first, in the order of what becomes of them, then what is made of them. Only what can differ is a step. */
async function stepsBetween(db: Connection, before: Known, after: Known, now: Standing): Promise<RevisionStep[]> {
  const [from, to] = [before.home.revision, after.home.revision]
  const { institution } = after.home
  const [was, is] = [await readIdentity(db, institution, from), await readIdentity(db, institution, to)]
  const steps: RevisionStep[] = []
  let evaluation: Evaluation = { ...evaluationAt(before), shared: sharedReads(was) }
  const go = (cause: ChangeCause, change: Partial<Evaluation>) => {
    evaluation = { ...evaluation, shared: sharedReads(was), ...change }
    steps.push({ cause, evaluation })
  }
  const reads = [before, after]
    .flatMap(({ question }) => readsOf(question.declaration))
    .filter((type) => !STEPS_APART.includes(type))
  const ofRecords = await stepsOfRecords(db, now, reads, from, to)
  for (const [at, cause] of ofRecords.entries()) {
    // After the last of them all records are those of the later revision.
    const isLast = at === ofRecords.length - 1 || cause === 'WITHDRAWN'
    go(cause, isLast ? { blend: undefined, revision: to } : { blend: { before: from, after: to, step: cause } })
  }
  const decided = { revision: to, shared: sharedReads(is) }
  if (JSON.stringify(was?.decisions) !== JSON.stringify(is?.decisions)) go('IDENTITY', decided)
  if (isRedefined(before, after)) {
    const { from: year, to: last } = before.question
    const reference = after.home.then?.reference
    const home = { ...before.home, then: { revision: to, ...(reference && { reference }) } }
    go('REDEFINED', { ...after.question, ...decided, from: year, to: last, home })
  }
  if (settingsOf(before.home) !== settingsOf(after.home)) go('SETTING', { ...decided, home: after.home })
  return steps
}

/** Whether all but records is alike: nothing else can make another figure. */
const isSaidAlike = (before: Known, after: Known): boolean =>
  !isRedefined(before, after) && settingsOf(before.home) === settingsOf(after.home)

/** Whether anything else than records is another, or a record that came, went or was changed since the earlier moment reaches the year. */
export async function mayDiffer(
  db: Connection,
  before: Known,
  after: Known & { causeway: Causeway },
  now: Standing,
): Promise<boolean> {
  const { from: year, at } = before.question
  // Which years a record reaches is known of the usual day alone.
  if (year !== after.question.from || at !== DEFAULT_AT || !isSaidAlike(before, after)) return true
  const since = Math.min(before.home.revision, after.home.revision)
  return isAmong(await changedYears(after.causeway.database, now, after.question, since, db), year)
}

export function isSameMoment(before: Known, after: Known): boolean {
  return before.home.revision === after.home.revision && !isRedefined(before, after)
}

function isRedefined(before: Known, after: Known): boolean {
  const [was, is] = [before.question, after.question]
  const said = ({ question: { basis, at, scope, filters }, home }: Known) =>
    JSON.stringify([basis, at, scope, filters, home.then?.reference])
  // What is as it was is the same thing.
  return was.declaration !== is.declaration || said(before) !== said(after)
}

const settingsOf = ({ country, schoolYearStart, dataDate }: Standing) =>
  JSON.stringify([country, schoolYearStart, dataDate])

/** From the later to the earlier what came goes, and the other way about. */
function backwards(part: ChangePart): ChangePart {
  const { value, sums } = part
  return { ...part, value: -value, sums: sums && [sums[1], sums[0]] }
}
