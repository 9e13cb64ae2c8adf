import { requireExact } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import { assemble } from '../../figures/assemble.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { causewayAsked } from '../../figures/causeway-then.ts'
import { changedYears, isAmong } from '../../figures/changed-years.ts'
import { DIMENSION_IDS, scopesOf, type DimensionId } from '../../figures/indicators/definition.ts'
import { evaluate, sharedReads, type SharedReads } from '../../figures/indicators/evaluate.ts'
import { atOneMoment, readStandingAsked, type Standing } from '../../figures/standing.ts'
import type { Connection } from '../../ground/database/database.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { causeOfGap, evaluationAt, isSaidAlike } from './between-revisions.ts'
import {
  describeChange,
  partsBetweenEnds,
  readAsking,
  readEnd,
  toChange,
  type AskedEnd,
  type Asking,
  type Change,
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
export interface FigureChange extends Change {
  /** Of its largest part; where one of the two has no value, what gave it one or took it. */
  cause: ChangeCause
}

export interface MomentComparison {
  /** In the order of the catalogue, of bases and of scopes. */
  changes: FigureChange[]
  /** How many figures are as they were. */
  unchanged: number
}

/**
 * The figures that are others at a second moment, and why. What no record can have changed is not counted, and what is as it was is
 * not explained. An indicator that one of the two moments lacks is in neither number.
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
    const differing: { change: Change; parts: ChangePart[]; cause: ChangeCause }[] = []
    let unchanged = 0
    for (const [one, other] of await pairsOf(db, viewer, request, before, after)) {
      const isUntouched = isSaidAlike(one, other) && !(await mayDiffer(given, db, one, other, now))
      const ends = isUntouched ? null : await readPair(db, one, other)
      if (!ends) {
        unchanged++
        continue
      }
      const parts = await partsBetweenEnds(db, ...ends, now, null)
      const cause = largestOf(parts)?.cause ?? (await causeOfGap(db, ...ends, now))
      differing.push({ change: toChange(...ends), parts, cause })
    }
    return { differing, unchanged }
  })
  const changes: FigureChange[] = []
  for (const { change, parts, cause } of found.differing)
    changes.push({ ...(await describeChange(given, change, parts, null)), cause })
  return { changes, unchanged: found.unchanged }
}

/** One of the two moments. */
interface Side {
  causeway: Causeway
  asked: AskedEnd
  home: Standing
  shared: SharedReads
}

type Asked = Asking & Pick<Side, 'home' | 'shared'>

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

/** Every question that both moments know, on every basis and in every scope of the second. */
async function pairsOf(
  db: Connection,
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
        const same = { indicator: declaration.id, institution, basis, scope, from, to }
        const ask = async (side: Side, more = {}): Promise<Asked> => {
          const { home, shared } = side
          return { ...(await readAsking(side.causeway, viewer, { ...same, ...more }, side.asked)), home, shared }
        }
        const wholes: [Asked, Asked] = [await ask(before), await ask(after)]
        if (by === null) pairs.push(wholes)
        else
          for (const key of await categoriesOf(db, by as DimensionId, wholes)) {
            const filter = { filter: [{ dimension: by, in: [key] }] }
            pairs.push([await ask(before, filter), await ask(after, filter)])
          }
      }
  }
  return pairs
}

/** In order; those of the first moment alone come last. */
async function categoriesOf(db: Connection, by: DimensionId, asked: readonly Asked[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (const { question, home, shared } of asked.toReversed()) {
    const cut = { ...question, by }
    const figures = assemble(cut, home, await evaluate(db, { ...evaluationAt({ question: cut, home }), shared }))
    for (const { category } of figures) if (category !== null) found.add(category)
  }
  return found
}

/** Whether a record that came, went or was changed since the first moment can reach the year. */
async function mayDiffer(
  { database }: Causeway,
  db: Connection,
  before: Asked,
  after: Asked,
  now: Standing,
): Promise<boolean> {
  const { from: year } = before.question
  if (year !== after.question.from) return true
  const since = Math.min(before.home.revision, after.home.revision)
  return isAmong(await changedYears(database, now, after.question, since, db), year)
}

/** Null: the figure is as it was. */
async function readPair(db: Connection, before: Asked, after: Asked) {
  const was = await readEnd(db, before, before.home, before.shared)
  const is = await readEnd(db, after, after.home, after.shared)
  const isAlike = was.figure.value === is.figure.value && was.figure.gap === is.figure.gap
  return isAlike ? null : ([was, is] as const)
}

function largestOf(parts: readonly ChangePart[]): ChangePart | undefined {
  return parts.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))[0]
}
