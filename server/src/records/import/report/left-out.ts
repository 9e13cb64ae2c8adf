import type { ProblemCode } from '../ground/problem-codes.ts'
import type { RowProblem } from '../ground/row-problem.ts'

/** Warnings that say which figures leave records out, or that records of another year change. */
const OF_FIGURES: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...(['RUNNING_NUMBER', 'ENTRY_SAID_OF_ALL', 'REPLACES_OTHER', 'OTHER_YEAR', 'CODE_OF_BOTH'] as const),
  ...(['COUNTRY_NOT_KNOWN', 'NOT_ABROAD', 'NOT_JOINT', 'AFTER_DATA_DATE'] as const),
  ...(['UNKNOWN_VERSION', 'VERSION_MISSING', 'UNKNOWN_UNIT', 'NO_SUCH_ADOPTION'] as const),
])
/** Of one code; more say the same of other rows. */
const MOST_OF_A_CODE = 3

/** Returns the warnings that matter for figures: the first of each code, and how many there are in all. */
export function leftOutOfFigures(warnings: readonly RowProblem[]): { first: RowProblem[]; count: number } {
  const all = warnings.filter(({ code }) => OF_FIGURES.has(code))
  const ofCodes = [...Map.groupBy(all, ({ code }) => code).values()]
  return { first: ofCodes.flatMap((some) => some.slice(0, MOST_OF_A_CODE)), count: all.length }
}
