import type { Figure } from '@causeway/shared/figure'
import type { Series } from '@causeway/shared/series'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { Causeway } from '../../figures/causeway.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { readSeriesFacts, type FactsOfSeries } from '../../figures/series-facts.ts'
import type { GraphContext } from './context.ts'

export interface FigureAnswer {
  figure: Figure
  answer: SeriesAnswer
}

/** A series with the question it answers; the names that it is said with are read once for all its figures. */
export class SeriesAnswer {
  readonly declaration: Declaration
  readonly request: SeriesRequest
  readonly series: Series
  readonly #context: GraphContext
  #facts: Promise<FactsOfSeries> | null = null

  constructor(context: GraphContext, declaration: Declaration, request: SeriesRequest, series: Series) {
    this.#context = context
    this.declaration = declaration
    this.request = request
    this.series = series
  }

  /** What the records behind its figures are asked of: its declaration need not be in the catalogue. */
  get causeway(): Causeway {
    return { ...this.#context.causeway, indicators: [this.declaration] }
  }

  facts(): Promise<FactsOfSeries> {
    this.#facts ??= readSeriesFacts(this.#context.causeway, this.series, this.declaration)
    return this.#facts
  }
}
