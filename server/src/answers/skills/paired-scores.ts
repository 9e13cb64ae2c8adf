import { toDay } from '@causeway/shared/day'
import { DEFAULT_AT, toPeriod, type Basis, type Period } from '@causeway/shared/period'
import type { Causeway } from '../../figures/causeway.ts'
import { atOneMoment } from '../../figures/standing.ts'
import { checkBasis, checkYears, findIndicator } from '../../figures/check-request.ts'
import { leftOutOf } from '../../records/identity/canonical-records.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { fieldsOf, recordTypeOf } from '../../records/record-types.ts'
import { PERSON } from '../../records/identity/decision.ts'
import { selectTests, type TestRow } from './store.ts'

/** Mean scores before and after, of the persons who took one instrument in one version both times. */
export interface PairedScores {
  instrument: string
  version: string
  period: Period
  pairs: number
  before: number
  after: number
}

const GAIN = 'SK11'
const TYPE = recordTypeOf('assessment-result')

/**
 * The two ends of the mean gain (SK11), by instrument and version, paired by its rules: the first attempt of each phase; a pair
 * belongs to the period of its second test.
 * @throws QuestionError UNKNOWN_INSTITUTION, UNKNOWN_BASIS, BAD_PERIOD
 */
export async function readPairedScores(
  causeway: Causeway,
  { institution, basis: asked, from, to }: { institution: string; basis: Basis | null; from: number; to: number },
): Promise<PairedScores[]> {
  const basis = checkBasis(findIndicator(causeway, GAIN), asked)
  const years = checkYears({ from, to })
  const factor = fieldsOf(TYPE).find(({ name }) => name === 'raw')!.factor ?? 1
  return atOneMoment(causeway, institution, async (db, home) => {
    const identity = await readIdentity(db, institution, null)
    const areSeveralOne = (identity?.aliases(PERSON).size ?? 0) > 0
    const tests = await selectTests(db, institution, leftOutOf(identity, TYPE).keys, areSeveralOne)
    const calendar = { schoolYearStart: home.schoolYearStart, dataDay: toDay(home.dataDate ?? '1900-01-01') }
    const periods = Array.from({ length: years.to - years.from + 1 }, (_, at) =>
      toPeriod(basis, years.from + at, calendar, DEFAULT_AT),
    )
    const pairs = pairsOf(tests, (person) => identity?.canonical(PERSON, person) ?? person)
    return periods.flatMap((period) => {
      const [first, last] = [toDay(period.start), toDay(period.end)]
      const own = pairs.filter(({ post }) => post.date_day >= first && post.date_day <= last)
      return [...Map.groupBy(own, ({ post }) => scaleOf(post))]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, some]): PairedScores => {
          const { instrument, version } = some[0]!.post
          const mean = (score: (pair: Pair) => number) =>
            some.reduce((sum, pair) => sum + score(pair), 0) / some.length / factor
          return {
            ...{ instrument, version, period, pairs: some.length },
            before: mean(({ pre }) => pre.raw),
            after: mean(({ post }) => post.raw),
          }
        })
    })
  })
}

interface Pair {
  pre: TestRow
  post: TestRow
}

function pairsOf(tests: readonly TestRow[], personOf: (person: string) => string): Pair[] {
  const firsts = new Map<string, TestRow>()
  for (const test of tests) {
    const place = JSON.stringify([test.phase, personOf(test.person), scaleOf(test)])
    const rival = firsts.get(place)
    if (!rival || isEarlier(test, rival)) firsts.set(place, test)
  }
  return [...firsts].flatMap(([place, post]) => {
    const [phase, ...rest] = JSON.parse(place) as [string, string, string]
    const pre = phase === 'post' ? firsts.get(JSON.stringify(['pre', ...rest])) : undefined
    return pre ? [{ pre, post }] : []
  })
}

/** The lower attempt, an empty one before all; then the earlier day. Of equals the one that was read first is taken. */
function isEarlier(a: TestRow, b: TestRow): boolean {
  const attempt = (a.attempt ?? -1) - (b.attempt ?? -1)
  return (attempt || a.date_day - b.date_day) < 0
}

function scaleOf({ instrument, version }: TestRow): string {
  return JSON.stringify([instrument, version])
}
