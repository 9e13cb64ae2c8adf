import type { Database } from '../ground/database/database.ts'
import { canonicalFilters } from './indicators/canonical-filters.ts'
import type { CompiledFilter } from './indicators/compile/dimensions.ts'
import type { PeriodAnswer } from './indicators/observe/cell.ts'
import type { Question } from './check-request.ts'
import type { Sets } from './exact-sets.ts'
import { identityAt } from './read-standing-now.ts'

type Filtered = Pick<Question, 'declaration' | 'by' | 'filters'>

/**
 * The filter of a question for one category and nothing else: it is answered by a cell of the breakdown, which is made once for all of
 * its categories and kept. Null: it asks for something else. A unit alone is, for what it reported speaks for itself and not for others.
 */
export function soleCategory({ by, filters }: Filtered): CompiledFilter | null {
  const [filter] = filters
  const isSole = by === null && filters.length === 1 && filter!.in.length === 1
  return isSole && filter!.dimension !== 'unit' ? filter! : null
}

/** What the breakdown by a filter's dimension says of its one category, in place of the whole. */
export async function pickCategory(
  database: Database,
  { declaration }: Filtered,
  filter: CompiledFilter,
  { standing, answers }: Sets,
): Promise<Sets> {
  const identity = await identityAt(database, standing)
  // What was decided to be one thing is one cell, under whichever of its codes it is asked for.
  const [sole] = identity ? canonicalFilters(identity, declaration, [filter]) : [filter]
  return { standing, answers: answers.map((years) => years.map((answer) => only(answer, sole!.in[0]!))) }
}

function only({ year, cells, uncounted, absent }: PeriodAnswer, category: string): PeriodAnswer {
  const found = [...cells, ...uncounted].find((cell) => cell.category === category) ?? absent
  return { year, cells: [], uncounted: [], absent: { ...found, category: null }, whole: null }
}
