import type { Figure } from '@causeway/shared/figure'
import type { Series } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import { readCategoryLabels } from '../figures/category-labels.ts'
import type { SeriesRequest } from '../figures/request.ts'
import type { Declaration, DimensionId } from '../indicators/definition.ts'
import type { GraphContext } from './context.ts'

export interface FigureAnswer {
  figure: Figure
  answer: SeriesAnswer
}

/** A series with the question it answers; the names of its categories are read once for all its figures. */
export class SeriesAnswer {
  readonly declaration: Declaration
  readonly request: SeriesRequest
  readonly series: Series
  readonly #context: GraphContext
  readonly #labels = new Map<'category' | 'across', Promise<Map<string, Words>>>()

  constructor(context: GraphContext, declaration: Declaration, request: SeriesRequest, series: Series) {
    this.#context = context
    this.declaration = declaration
    this.request = request
    this.series = series
  }

  /** Names of the categories of the first or of the second dimension. */
  labels(side: 'category' | 'across'): Promise<Map<string, Words>> {
    let labels = this.#labels.get(side)
    if (!labels) {
      labels = this.#readLabels(side)
      this.#labels.set(side, labels)
    }
    return labels
  }

  async #readLabels(side: 'category' | 'across'): Promise<Map<string, Words>> {
    const dimension = side === 'category' ? this.series.dimension : this.series.across
    if (!dimension) return new Map()
    const keys = new Set(this.series.figures.map((figure) => figure[side]).filter((key) => key !== null))
    return readCategoryLabels(
      this.#context.causeway,
      this.series.institution,
      this.declaration,
      dimension as DimensionId,
      [...keys],
    )
  }
}
