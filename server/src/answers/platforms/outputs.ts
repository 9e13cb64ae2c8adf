import { toDay, toIso, yearOf } from '@causeway/shared/day'
import { toPeriod, type Basis, type Period } from '@causeway/shared/period'
import type { Causeway } from '../../figures/causeway.ts'
import { atOneMoment } from '../../figures/standing.ts'
import { checkBasis, checkYears, findIndicator } from '../../figures/check-request.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { evaluate } from '../../figures/indicators/evaluate.ts'
import type { PeriodAnswer } from '../../figures/indicators/observe/rows.ts'

/** What a platform may produce, by the record type that tells of it. Learners online are people and no output of PF09. */
const OUTPUT_KINDS = ['training-session', 'mobility', 'placement', 'event', 'adoption'] as const
export type OutputKind = (typeof OUTPUT_KINDS)[number]

/** What one platform produced in one period. Null: there are neither records of the kind nor a report that there were none. */
export interface PlatformOutputs {
  period: Period
  /** The day that the period is reckoned to: its last, or the data date while it is not over. YYYY-MM-DD; null: it has not begun. */
  day: string | null
  counts: Record<OutputKind, number | null>
  onlineLearners: number | null
}

interface OutputsRequest {
  institution: string
  basis: Basis | null
  /** Years that periods begin in; null: the last five up to the data date. */
  from: number | null
  to: number | null
  platforms: readonly string[]
}

const OUTPUTS = 'PF09'
const ONLINE_LEARNERS = 'PF08'
const USUAL_PERIODS = 5

/**
 * What platforms produced, by the codes of these: the parts of outputs per platform (PF09), counted by its own rules but for one, that
 * of platforms which have closed by the end of a period it counts nothing.
 * @throws QuestionError UNKNOWN_INSTITUTION, UNKNOWN_BASIS, BAD_PERIOD
 */
export async function readOutputs(
  causeway: Causeway,
  { institution, basis: asked, from, to, platforms }: OutputsRequest,
): Promise<Map<string, PlatformOutputs[]>> {
  const whole = findIndicator(causeway, OUTPUTS)
  const basis = checkBasis(whole, asked)
  const parts = OUTPUT_KINDS.map((kind) => partOf(whole, kind))
  const learners = withPlatform(findIndicator(causeway, ONLINE_LEARNERS))
  return atOneMoment(causeway, institution, async (db, home) => {
    const dataDay = toDay(home.dataDate ?? '1900-01-01')
    const calendar = { schoolYearStart: home.schoolYearStart, dataDay }
    const year = to ?? periodYearOf(basis, dataDay, home.schoolYearStart)
    const years = checkYears({ from: from ?? year - USUAL_PERIODS + 1, to: year })
    const read = (declaration: Declaration) =>
      evaluate(db, {
        ...{ declaration, home, basis, ...years, scope: declaration.scope?.default ?? null, by: 'platform' },
        filters: [{ dimension: 'platform', side: 'platform', in: [...platforms] }],
      })
    const answers: PeriodAnswer[][] = []
    for (const part of [...parts, learners]) answers.push(await read(part))
    return new Map(
      platforms.map((platform) => [
        platform,
        answers[0]!.map(({ year: begins }, at): PlatformOutputs => {
          const period = toPeriod(basis, begins, calendar)
          const counts = answers.map((answer) => valueOf(answer[at]!, platform))
          return {
            period,
            day: toDay(period.start) > dataDay ? null : toIso(Math.min(toDay(period.end), dataDay)),
            counts: Object.fromEntries(OUTPUT_KINDS.map((kind, index) => [kind, counts[index]!])) as Record<
              OutputKind,
              number | null
            >,
            onlineLearners: counts.at(-1)!,
          }
        }),
      ]),
    )
  })
}

/** Together; null: nothing is known of any kind. */
export function sumOf({ counts }: PlatformOutputs): number | null {
  const known = Object.values(counts).filter((count) => count !== null)
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0)
}

/** One branch of the numerator of outputs per platform, by its own records' coverage, whether the platform runs or not. */
function partOf(whole: Declaration, kind: OutputKind): Declaration {
  const { measure } = whole
  if (!('ratio' in measure)) throw new Error(`${whole.code} is no ratio`)
  const { numerator } = measure.ratio
  if (!('union' in numerator.set)) throw new Error(`the numerator of ${whole.code} is no union`)
  const { union, where = [] } = numerator.set
  const branches = union.filter(({ of }) => of === kind)
  if (branches.length === 0) throw new Error(`${whole.code} counts no ${kind}`)
  const { scope: _scope, ...rest } = whole
  return {
    ...rest,
    id: `${whole.id}.${kind}`,
    code: `${whole.code}.${kind}`,
    kind: 'FLOW',
    base: [kind],
    set: { union: branches, where: where.filter((condition) => !('when' in condition)) },
    measure: numerator.measure,
    dimensions: { platform: 'platform' },
  }
}

function withPlatform(declaration: Declaration): Declaration {
  return { ...declaration, dimensions: { ...declaration.dimensions, platform: 'platform' } }
}

function valueOf({ cells, absent }: PeriodAnswer, platform: string): number | null {
  return (cells.find(({ category }) => category === platform) ?? absent).value
}

function periodYearOf(basis: Basis, day: number, schoolYearStart: string): number {
  const year = yearOf(day)
  const { start } = toPeriod(basis, year, { schoolYearStart, dataDay: day })
  return toDay(start) <= day ? year : year - 1
}
