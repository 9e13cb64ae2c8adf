import { requireExact } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import { assemble } from '../../figures/assemble.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { causewayAsked } from '../../figures/causeway-then.ts'
import { DIMENSION_IDS, scopesOf, type DimensionId } from '../../figures/indicators/definition.ts'
import type { Cell, PeriodAnswer } from '../../figures/indicators/observe/rows.ts'
import { readStoredExact } from '../../figures/released-exact.ts'
import { evaluate } from '../../figures/indicators/evaluate.ts'
import { sharedReads, type SharedReads } from '../../figures/indicators/evaluate-shared.ts'
import { atOneMoment, readStandingAsked, type Standing } from '../../figures/standing.ts'
import type { Connection } from '../../ground/database/database.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { causeOfGap, evaluationAt, mayDiffer, type Known } from './between-revisions.ts'
import {
  describeChange,
  partsBetweenEnds,
  readAsking,
  toChange,
  toEnd,
  type AskedEnd,
  type Asking,
  type Change,
  type ChangeRequest,
  type KnownEnd,
} from './explain-change.ts'
import type { ChangeCause, ChangePart } from './part.ts'

export interface ComparisonRequest {
  institution: string
  from: AskedEnd
  to: AskedEnd
  /** Cells of this dimension in place of wholes; indicators that do not have it are left out. */
  by?: string | null
}

/** A figure that is another one at the second moment. */
export interface Differing extends Change {
  before: KnownEnd
  after: KnownEnd
}

/** The same, and why. */
export interface FigureChange extends Change {
  /** Of its largest part; where one of the two has no value, what gave it one or took it. */
  cause: ChangeCause
}

export interface MomentComparison {
  /** In the order of the catalogue, of bases and of scopes. */
  changes: Differing[]
  /** How many figures are as they were. */
  unchanged: number
  /** How many indicators have no figure that is another one. */
  unchangedIndicators: number
  /** Why some of them are others: those that nobody looks at are not explained. */
  explain: (some: readonly Differing[]) => Promise<FigureChange[]>
}

/**
 * The figures that are others at a second moment. What no record can have changed is not counted, nor what is stored with a release. An
 * indicator that one of the two moments lacks is in neither number.
 * @throws QuestionError UNAUTHENTICATED, FORBIDDEN, and those of `readMoment`
 */
export async function compareMoments(
  given: Causeway,
  viewer: Viewer,
  request: ComparisonRequest,
): Promise<MomentComparison> {
  const { institution, from, to, by = null } = request
  requireExact(viewer, institution)
  if (by !== null && !DIMENSION_IDS.some((id) => id === by))
    throw new QuestionError('UNKNOWN_DIMENSION', {
      zh: `没有维度“${by}”；可用：${DIMENSION_IDS.join('、')}。`,
      en: `There is no dimension "${by}". There are ${DIMENSION_IDS.join(', ')}.`,
      facts: { dimension: by, dimensions: DIMENSION_IDS },
    })
  const then = [from, to].map((asked) => causewayAsked(given, viewer, { institution, ...asked }))
  const [was, is] = (await Promise.all(then)) as [Causeway, Causeway]
  const found = await atOneMoment(given, institution, async (db, now) => {
    const before = await openSide(db, was, from, institution, now)
    const after = await openSide(db, is, to, institution, now)
    const changes: Differing[] = []
    let unchanged = 0
    const pairs = await pairsOf(viewer, request, before, after)
    for (const pair of pairs) {
      const isUntouched = by === null && !(await mayDiffer(db, known(pair[0]), { ...pair[1], ...known(pair[1]) }, now))
      if (isUntouched) unchanged++
      for (const ends of isUntouched ? [] : await readPairs(db, viewer, pair, by as DimensionId | null)) {
        if (ends === ALIKE) unchanged++
        else changes.push({ ...toChange(...ends), before: ends[0], after: ends[1] })
      }
    }
    const count = (all: readonly { question: Asked['question'] }[]) =>
      new Set(all.map(({ question }) => question.declaration)).size
    const unchangedIndicators = count(pairs.map(([, ask]) => ask)) - count(changes.map((change) => change.after))
    return { changes, unchanged, unchangedIndicators }
  })
  const explain = (some: readonly Differing[]) => explainAll(given, institution, some)
  return { ...found, explain }
}

async function explainAll(
  causeway: Causeway,
  institution: string,
  some: readonly Differing[],
): Promise<FigureChange[]> {
  const found = await atOneMoment(causeway, institution, async (db, now) => {
    const causes: { parts: ChangePart[]; cause: ChangeCause }[] = []
    for (const { before, after } of some) {
      const parts = await partsBetweenEnds(db, before, after, now, null)
      causes.push({ parts, cause: largestOf(parts)?.cause ?? (await causeOfGap(db, before, after, now)) })
    }
    return causes
  })
  return Promise.all(
    some.map(async (change, at) => {
      const { parts, cause } = found[at]!
      return { ...(await describeChange(causeway, change, parts, null)), cause }
    }),
  )
}

/** One of the two moments. */
interface Side {
  causeway: Causeway
  asked: AskedEnd
  home: Standing
  shared: SharedReads
}

type Asked = Asking & { side: Side }

async function openSide(
  db: Connection,
  causeway: Causeway,
  asked: AskedEnd,
  institution: string,
  now: Standing,
): Promise<Side> {
  const home = (await readStandingAsked(causeway, db, institution)) ?? now
  return { causeway, asked, home, shared: sharedReads(await readIdentity(db, institution, home.revision)) }
}

/** Every question of a whole that both moments know, on every basis and in every scope of the second. */
async function pairsOf(
  viewer: Viewer,
  { institution, from, to, by = null }: ComparisonRequest,
  before: Side,
  after: Side,
): Promise<[Asked, Asked][]> {
  const known = new Map(before.causeway.indicators.map((declaration) => [declaration.id, declaration]))
  const pairs: [Asked, Asked][] = []
  for (const declaration of after.causeway.indicators) {
    const then = known.get(declaration.id)
    if (!then || (by !== null && !(by in declaration.dimensions && by in then.dimensions))) continue
    for (const basis of declaration.bases.filter((one) => then.bases.includes(one)))
      for (const scope of scopesOf(declaration).filter((one) => scopesOf(then).includes(one))) {
        const asked = { indicator: declaration.id, institution, basis, scope, from, to }
        pairs.push([await ask(viewer, before, asked), await ask(viewer, after, asked)])
      }
  }
  return pairs
}

async function ask(viewer: Viewer, side: Side, asked: ChangeRequest): Promise<Asked> {
  return { ...(await readAsking(side.causeway, viewer, asked, side.asked)), side }
}

/** The figures of both moments: of the whole, or of each category of either, those of the first alone last. */
async function readPairs(
  db: Connection,
  viewer: Viewer,
  [before, after]: [Asked, Asked],
  by: DimensionId | null,
): Promise<([KnownEnd, KnownEnd] | typeof ALIKE)[]> {
  const [was, is] = [await readAnswer(db, before, by), await readAnswer(db, after, by)]
  if (by === null) return [endsOf(before, was.absent, after, is.absent)]
  const keys = new Set([is, was].flatMap(({ cells }) => cells.flatMap(({ category }) => category ?? [])))
  const pairs: Awaited<ReturnType<typeof readPairs>> = []
  for (const key of keys) {
    const cells = [was, is].map((answer) => categoryOf(answer, key)) as [Cell, Cell]
    // What a unit reported speaks for itself and not for others.
    if (by !== 'unit' && isAlike(...cells)) {
      pairs.push(ALIKE)
      continue
    }
    const filter = [{ dimension: by, in: [key] }]
    const askOf = ({ side, request, question: { scope } }: Asked) =>
      ask(viewer, side, { ...request, filter, scope, from: side.asked, to: side.asked })
    const [one, other] = [await askOf(before), await askOf(after)]
    const [old, now] =
      by === 'unit' ? [(await readAnswer(db, one, null)).absent, (await readAnswer(db, other, null)).absent] : cells
    pairs.push(endsOf(one, old, other, now))
  }
  return pairs
}

/** The figure is as it was. */
const ALIKE = null

const endsOf = (before: Asked, was: Cell, after: Asked, is: Cell): [KnownEnd, KnownEnd] | typeof ALIKE =>
  isAlike(was, is) ? ALIKE : [endOf(before, was), endOf(after, is)]

const known = ({ question, side: { home } }: Asked): Known => ({ question, home })

/** As it was stored with the release that is asked about, where this build counts as it was counted then; else counted. */
async function readAnswer(db: Connection, { question, side }: Asked, by: DimensionId | null): Promise<PeriodAnswer> {
  const { home, shared, causeway } = side
  const cut = { ...question, by }
  const release = question.filters.length === 0 ? (causeway.moment?.release ?? null) : null
  const of = { institution: question.institution, id: release ?? '' }
  const stored = release === null ? null : await readStoredExact(causeway.database, of, cut)
  const isTrue = stored !== null && !stored.isOfOther
  const more = question.filters.length === 0 ? { shared } : {}
  const answers = isTrue ? stored.answers : await evaluate(db, { ...evaluationAt({ question: cut, home }), ...more })
  return answers[0]!
}

function categoryOf({ cells, uncounted, absent }: PeriodAnswer, key: string): Cell {
  return { ...([...cells, ...uncounted].find(({ category }) => category === key) ?? absent), category: null }
}

function endOf(asked: Asked, cell: Cell): KnownEnd {
  const { home } = asked.side
  const question = { ...asked.question, by: null }
  const answer = { year: question.from, cells: [], uncounted: [], absent: cell, whole: null }
  return toEnd(asked, home, assemble(question, home, [answer])[0]!)
}

const isAlike = (one: Cell, other: Cell): boolean => one.value === other.value && one.gap === other.gap

function largestOf(parts: readonly ChangePart[]): ChangePart | undefined {
  return parts.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))[0]
}
