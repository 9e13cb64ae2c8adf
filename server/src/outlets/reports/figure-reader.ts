import type { Figure } from '@causeway/shared/figure'
import type { Series } from '@causeway/shared/series'
import type { Words } from '@causeway/shared/words/words'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { checkRequest, type Question } from '../../figures/check-request.ts'
import { readSeries } from '../../figures/read-series.ts'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { readLabels } from '../../figures/series-facts.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { QuestionError } from '../../ground/question-error.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** What is asked of one indicator, but for its years. */
export type FigureQuery = Omit<SeriesRequest, 'institution' | 'from' | 'to'>

const MOST_ATTEMPTS = 100

interface Wanted {
  query: FigureQuery
  declaration: Declaration
  from: number
  to: number
  series: Series | null
  labels: Map<string, Words>
}

export type FigureReader = ReturnType<typeof figureReader>

/** Gathers what a report wants to know, reads each series once, and all of them at one revision. */
export function figureReader(causeway: Causeway, viewer: Viewer, institution: string) {
  const wanted = new Map<string, Wanted>()
  const find = (query: FigureQuery): Wanted => {
    const found = wanted.get(JSON.stringify(query))
    if (!found?.series) throw new Error(`${query.indicator} was not read`)
    return found
  }
  return {
    /** @throws QuestionError where the question makes no sense */
    want(query: FigureQuery, from: number, to = from): Question {
      const question = checkRequest(causeway, viewer, { ...query, institution, from, to })
      const key = JSON.stringify(query)
      const known = wanted.get(key)
      if (known) {
        known.from = Math.min(known.from, from)
        known.to = Math.max(known.to, to)
      } else wanted.set(key, { query, declaration: question.declaration, from, to, series: null, labels: new Map() })
      return question
    },

    /**
     * @returns the revision of every figure
     * @throws QuestionError BUSY
     */
    async read(): Promise<number | null> {
      // An import in between moves the revision; what was read before it is read again.
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        for (const one of wanted.values()) {
          const { query, from, to } = one
          one.series = await readSeries(causeway, viewer, { ...query, institution, from, to })
        }
        const revisions = new Set([...wanted.values()].map(({ series }) => series!.revision))
        if (revisions.size > 1) continue
        for (const one of wanted.values())
          one.labels = await readLabels(causeway, one.series!, one.declaration, 'category')
        return [...revisions][0] ?? null
      }
      throw new QuestionError('BUSY', REFUSALS.BUSY)
    },

    seriesOf(query: FigureQuery, from: number, to: number): Series {
      const { series } = find(query)
      return { ...series!, figures: series!.figures.filter(({ period }) => period.year >= from && period.year <= to) }
    },

    /** The figure of the whole in one year. */
    figureOf(query: FigureQuery, year: number): Figure {
      const figure = find(query).series!.figures.find(
        ({ period, category }) => period.year === year && category === null,
      )
      if (!figure) throw new Error(`no figure of ${query.indicator} in ${year}`)
      return figure
    },

    /** The figures by category in one year; a single one without a category says why there are none. */
    categoriesOf(query: FigureQuery, year: number): { figure: Figure; label: Words | null }[] {
      const { series, labels } = find(query)
      return series!.figures
        .filter(({ period }) => period.year === year)
        .map((figure) => ({ figure, label: figure.category === null ? null : (labels.get(figure.category) ?? null) }))
    },
  }
}
