import { availableParallelism } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { Causeway } from '../../figures/causeway.ts'
import type { ReleasedText } from '../../figures/releases/released-text.ts'
import type { OnBasis } from '../../figures/public-family.ts'
import { tiedTogether } from '../../figures/needed.ts'
import { listInOrder } from '../../figures/releases/release.ts'
import type { Standing } from '../../figures/standing.ts'
import { noteProgress } from '../progress.ts'
import { countTogether } from './count-together.ts'
import { lastCounted, rememberCounted, stillTrue } from './counted-before.ts'
import { openCounter } from './counter.ts'

/** While the database reads for one, what was read for another is hidden. */
const AT_ONCE = 2
/** How far a release is when all is counted; it is stored after that. */
const COUNTED = 0.95
/** So long this thread counts without another: to start one takes nearly as long. */
const ALONE_MS = 500

/**
 * Everything that the public can ask of an institution, counted and hidden at one revision; what nothing has changed of since this
 * process counted it last is as it was. Null: another revision came meanwhile.
 */
export async function countReleased(causeway: Causeway, standing: Standing): Promise<ReleasedText[] | null> {
  const open = { ...causeway, publicReading: true, publicReleases: false }
  const earlier = await listInOrder(causeway.database, standing.institution)
  const before = lastCounted(causeway, standing, earlier)
  const texts: ReleasedText[] = []
  // The largest first: begun last it would be waited for alone.
  const groups = [...tiedTogether(open.indicators).entries()]
  const left = groups.sort(([, one], [, other]) => other.length - one.length).values()
  const all = groups.reduce((sum, [, some]) => sum + some.length, 0)
  let isLate = false
  const countNext = async (count: (some: readonly OnBasis[], place: number) => Promise<ReleasedText[] | null>) => {
    for (const [place, some] of left) {
      const known = before && (await stillTrue(open, standing, some, before))
      const counted = known ?? (isLate ? null : await count(some, place))
      if (counted === null) return void (isLate = true)
      texts.push(...counted)
      noteProgress((COUNTED * texts.length) / all)
    }
  }
  const countHere = (some: readonly OnBasis[]) => countTogether(open, standing, some, earlier)
  const here = Promise.all(Array.from({ length: AT_ONCE }, () => countNext(countHere)))
  here.catch(() => (isLate = true))
  const isDone = await Promise.race([here.then(() => true), pause(ALONE_MS, false, { ref: false })])
  const counter = isDone || availableParallelism() < 2 ? null : openCounter(open, standing, earlier)
  const countBeside = (some: readonly OnBasis[], place: number) =>
    // What is wrong with the figures comes out here too, and a thread that is lost is done without.
    counter!.count(place).catch(() => (isLate ? null : countHere(some)))
  try {
    await Promise.all([here, counter && countNext(countBeside)])
  } finally {
    void counter?.close()
  }
  if (isLate) return null
  rememberCounted(causeway, standing, earlier, texts)
  return texts
}
