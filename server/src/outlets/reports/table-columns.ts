import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readSeries } from '../../figures/read-series.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { queryOf } from './plan-values.ts'
import type { FigureTag, TagProblem } from './tags/kinds.ts'
import WORDS from './words.json' with { type: 'json' }

/** The categories that are the columns of a table of two dimensions, in their order. */
export async function readColumns(
  causeway: Causeway,
  viewer: Viewer,
  asked: { institution: string; year: number },
  figure: FigureTag,
  across: string,
): Promise<string[] | TagProblem> {
  const year = asked.year - figure.back
  const query = { ...queryOf(figure), institution: asked.institution, from: year, to: year }
  try {
    // Who may ask for the columns alone may not yet ask for both.
    await readSeries(causeway, viewer, { ...query, across })
    const { figures } = await readSeries(causeway, viewer, { ...query, by: across })
    const keys = figures.flatMap(({ category }) => category ?? [])
    return keys.length > 0 ? keys : { words: WORDS.noColumns }
  } catch (error) {
    if (error instanceof QuestionError) return { words: error.words }
    throw error
  }
}
