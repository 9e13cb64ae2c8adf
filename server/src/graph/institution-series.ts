import { toDay } from '@causeway/shared/day'
import { openingYears, windowAround, WINDOW_YEARS } from '@causeway/shared/opening-years'
import type { InstitutionFacts } from '../records/institutions.ts'
import { findIndicator } from '../figures/find-indicator.ts'
import { readSeries } from '../figures/read-series.ts'
import { builder } from './builder.ts'
import type { GraphContext } from './context.ts'
import { ThemeEnum } from './enums.ts'
import { InstitutionRef } from './institution.ts'
import { SeriesRef } from './series.ts'
import { SeriesAnswer } from './series-answer.ts'

/** The last school year that was complete on the data date, and the newest that has begun. Null: there are no records. */
export function yearsOf({ dataDate, schoolYearStart }: InstitutionFacts) {
  return dataDate === null ? null : openingYears({ schoolYearStart, dataDay: toDay(dataDate) })
}

builder.objectFields(InstitutionRef, (t) => ({
  openingYear: t.int({
    nullable: true,
    description: 'The last school year that was complete on the data date, which pages open on; null: no records.',
    resolve: (institution) => yearsOf(institution)?.last ?? null,
  }),
  series: t.field({
    type: [SeriesRef],
    description:
      'The figures of several indicators over the ten years that pages show around a year, each on its own first basis; none without records.',
    args: {
      of: t.arg.idList({ description: 'Ids or codes; all of the catalogue where omitted.' }),
      theme: t.arg({ type: ThemeEnum, description: 'Those of this theme only.' }),
      year: t.arg.int({ description: 'The year it is about; `openingYear` where omitted.' }),
    },
    complexity: ({ of, theme }, { causeway }) => {
      const count = of?.length ?? causeway.indicators.filter((it) => !theme || it.theme === theme).length
      return { field: count * (20 + WINDOW_YEARS), multiplier: count * WINDOW_YEARS }
    },
    resolve: async (institution, { of, theme, year }, context) => {
      const years = yearsOf(institution)
      if (!years) return []
      const { causeway } = context
      const wanted = (of?.map((name) => findIndicator(causeway, String(name))) ?? causeway.indicators).filter(
        (it) => !theme || it.theme === theme,
      )
      return Promise.all(
        wanted.map((declaration) => {
          const request = {
            indicator: declaration.id,
            institution: institution.code,
            ...windowAround(years.newest, year ?? years.last),
          }
          return answerSeries(context, declaration, request)
        }),
      )
    },
  }),
}))

async function answerSeries(
  context: GraphContext,
  declaration: SeriesAnswer['declaration'],
  request: SeriesAnswer['request'],
): Promise<SeriesAnswer> {
  context.reads.institutions.add(request.institution)
  return new SeriesAnswer(context, declaration, request, await readSeries(context.causeway, context.viewer, request))
}
