import type { Figure } from '@causeway/shared/figure'
import { formatFigure } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import { inLocale, type Locale } from '@causeway/shared/words/words'
import type { Question } from '../../figures/check-request.ts'
import type { FigureQuery, Span } from './figure-reader.ts'
import type { LockedFigure } from './report.ts'

type Asked = Pick<Question, 'declaration' | 'basis' | 'at' | 'scope'>

interface Read {
  revision: number
  /** The years that were asked: a breakdown of more years has more categories. */
  span: Span
  /** As it reads; absent: as it does alone. */
  text?: string | undefined
}

/** Gathers every figure that a report shows or that something in it is made of, each once, in the order in which they are met. */
export function figureLock(locale: Locale) {
  const figures = new Map<string, LockedFigure>()
  return {
    list: () => [...figures.values()],

    add(raw: string, query: FigureQuery, question: Asked, figure: Figure, { revision, span, text }: Read): void {
      const { period, category, value, gap, numerator, denominator, size } = figure
      const { by, ...asked } = query
      const years = by == null ? null : { from: span[0], to: span[1] }
      const key = JSON.stringify([query, years, period.year, category])
      const known = figures.get(key)
      if (known) {
        if (!known.tags.includes(raw)) known.tags.push(raw)
        return
      }
      const { declaration, basis, at, scope } = question
      const locked = {
        tags: [raw],
        indicator: declaration.id,
        code: declaration.code,
        name: inLocale(declaration.name, locale),
        basis,
        at: basis === 'POINT_IN_TIME' ? at : null,
        scope,
        period: {
          year: period.year,
          label: periodLabel(period, locale),
          start: period.start,
          end: period.end,
          partial: period.partial,
        },
        filter: query.filter ?? [],
        dimension: by ?? null,
        ...years,
        category,
        value,
        gap,
        text: text ?? formatFigure(figure, declaration, locale),
        numerator,
        denominator,
        size,
        unit: inLocale(declaration.unit, locale),
        revision,
      }
      figures.set(key, Object.assign({ ...locked }, asked, locked))
    },
  }
}

export type FigureLock = ReturnType<typeof figureLock>
