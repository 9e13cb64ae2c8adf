import type { Figure } from '@causeway/shared/figure'
import type { Causeway } from './causeway.ts'
import type { FigureTable } from './disclosure/family.ts'
import { canonicalFilters } from './indicators/canonical-filters.ts'
import type { Question } from './check-request.ts'
import { readPublicTables } from './public-tables.ts'
import { identityAt } from './read-standing-now.ts'
import type { Standing } from './standing.ts'
import { yearAlike, type YearsWithRecords } from './years-with-records.ts'

interface Hidden {
  /** As the institution stood when the tables were read. */
  standing: Standing
  /** The public figures in place of exact ones that answer the question. */
  hide: (figures: Figure[]) => Figure[]
}

/**
 * Hides what the public may not see of the figures of a question, or only of those years of it that differ (`years`). Null: no such
 * institution.
 */
export async function hideSmallCells(
  causeway: Causeway,
  question: Question,
  years: YearsWithRecords,
): Promise<Hidden | null> {
  const { declaration, basis, institution, from, to } = question
  const cut = { scope: question.scope, by: question.filters[0]?.dimension ?? question.by }
  const read = await readPublicTables(causeway, { declaration, basis, institution, from, to, cut, floor: years.first })
  if (!read) return null
  const { standing, tablesOf } = read
  // Read only where a filter names something: every public figure comes by here.
  const identity = question.filters.length === 0 ? null : await identityAt(causeway.database, standing)
  // What was decided to be one thing is one cell, under whichever of its codes it is asked for.
  const filters = identity ? canonicalFilters(identity, declaration, question.filters) : question.filters
  return {
    standing,
    hide: (figures) =>
      figures.map((figure) =>
        publicFigure({ ...question, filters }, tablesOf(yearAlike(years, figure.period.year)), figure),
      ),
  }
}

/** One category of a dimension, asked with `filter`, is a cell of that dimension's table. */
function publicFigure({ scope, by, filters }: Question, tables: FigureTable[], figure: Figure): Figure {
  const [filter] = filters
  const wanted = filter ? filter.in[0]! : figure.category
  const table = tables.find((it) => it.scope === scope && it.dimension === (filter?.dimension ?? by))!
  const cell = table.figures.find(({ category }) => category === wanted)
  if (cell) return { ...cell, period: figure.period, category: figure.category }
  // A category that occurs in other periods only: nothing was counted in this one, and what it was divided by is another cell.
  // The message goes to the log, where no exact figure may be.
  if (figure.value) throw new Error(`no public cell for ${figure.period.year} ${String(wanted)} of ${String(by)}`)
  return {
    ...figure,
    numerator: null,
    denominator: null,
    leftOut: table.figures.every(({ leftOut }) => leftOut === 0) ? 0 : null,
    size: figure.size === 0 ? 0 : null,
    lost: null,
    recordCount: figure.recordCount === 0 ? 0 : null,
    groupHeadcount: null,
  }
}
