import { summarise } from '@causeway/shared/summary'
import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import { SERIES_ARGUMENT_NAMES } from '@causeway/shared/series-arguments'
import type { DimensionId } from '../../figures/indicators/definition.ts'
import { nothingReleased } from '../../figures/public-release.ts'
import { findIndicator } from '../../figures/check-request.ts'
import { readSeries } from '../../figures/read-series.ts'
import { recountedWords, roundedWords, stayedWords } from '../../figures/recounted-words.ts'
import { builder } from './builder.ts'
import { contextOf, readInstitution } from './context.ts'
import { BasisEnum, ProfileEnum, ScopeEnum } from './enums.ts'
import { FigureRef, SeriesAnswer } from './figure.ts'
import { DimensionRef, IndicatorRef } from './indicator.ts'
import { InstitutionRef } from './institution.ts'
import { seriesArguments } from './series-arguments.ts'

export const SeriesRef = builder.objectRef<SeriesAnswer>('Series').implement({
  description: 'Figures of one indicator of one institution, in order of period and then of category.',
  fields: (t) => ({
    indicator: t.given(IndicatorRef, 'What was measured.', 'declaration'),
    institution: t.given(InstitutionRef, 'Whose figures they are.', ({ series }, context) =>
      readInstitution(context, series.institution),
    ),
    basis: t.given(BasisEnum, 'What one period is.', 'series.basis'),
    at: t.maybe('String', 'MM-DD: the day of a point in time; null on every other basis.', 'series.at'),
    scope: t.maybe(
      ScopeEnum,
      'Which countries counted as foreign; null: no scope acts on the indicator.',
      'series.scope',
    ),
    dimension: t.maybe(DimensionRef, 'What the figures are broken down by; null: not broken down.', ({ series }) =>
      series.dimension === null ? null : { id: series.dimension as DimensionId },
    ),
    profile: t.given(ProfileEnum, 'How much is shown.', 'series.profile'),
    revision: t.given(
      'Int',
      "The institution's revision at reading; it rises with every change that can alter an answer.",
      'series.revision',
    ),
    computedAt: t.field({
      type: 'DateTime',
      description: 'When that revision was committed.',
      resolve: ({ series }) => {
        // An institution is itself a record, and was committed as one.
        if (series.computedAt === null) throw new Error(`the institution ${series.institution} has no revision`)
        return series.computedAt
      },
    }),
    figures: t.field({
      type: [FigureRef],
      description:
        'Every period asked for is there. With `by` the categories only; a period without any has one figure, its category null.',
      // The years and categories are already in what `series` costs.
      complexity: { field: 1, multiplier: 1 },
      resolve: (answer) => answer.series.figures.map((figure) => ({ figure, answer })),
    }),
    recounted: t.maybeWords(
      'Of a release for those who may see exact figures: what this version counts otherwise than the release stored; null: nothing.',
      async (answer) => {
        const { series, declaration } = answer
        return series.recounted ? recountedWords(series, declaration, (await answer.facts()).categoryLabel) : null
      },
      3,
    ),
    stayed: t.maybeWords(
      'Of a breakdown without a token: the years whose categories are those of an earlier release, since fewer than ten persons came or left since one that was public, with the name of that release, and those that are hidden because it was withdrawn; null: none.',
      (answer) => stayedWords(answer.series),
    ),
    rounded: t.maybeWords(
      'Without a token, where the settings say so: that numbers of persons are rounded to multiples of 5; null: they are as they were counted.',
      (answer) => roundedWords(answer.series),
    ),
    summary: t.words(
      "The sentence a chart's text alternative says.",
      async (answer) => summarise(answer.series, await answer.facts()),
      3,
    ),
  }),
})

/** Categories that a breakdown is reckoned at before it is known how many there are. */
export const USUAL_CATEGORIES = 8

builder.objectField(IndicatorRef, 'series', (t) =>
  t.field({
    type: SeriesRef,
    nullable: true,
    description: 'Its figures for one institution.',
    args: seriesArguments(SERIES_ARGUMENT_NAMES),
    complexity: ({ from, to, by, across, filter, cumulativeFrom, at }) => {
      const years = Math.min(Math.max(to - from + 1, 1), LAST_YEAR - FIRST_YEAR + 1)
      const figures = years * (by ? USUAL_CATEGORIES : 1) * (across ? USUAL_CATEGORIES : 1)
      // What is not kept is counted anew for every asker.
      const unkept = across || filter?.length || cumulativeFrom != null || at != null
      return { field: 20 + years * (unkept ? 20 : 1), multiplier: figures }
    },
    resolve: async (current, args, given, info) => {
      const { causeway, viewer } = await contextOf(given, info, args)
      if (causeway.nothingReleased) throw nothingReleased()
      const version = args.definitionVersion ?? (causeway.moment ? null : current.version)
      const declaration = findIndicator(causeway, current.id, version)
      const request = { ...args, indicator: declaration.id, definitionVersion: declaration.version }
      return new SeriesAnswer(causeway, declaration, request, await readSeries(causeway, viewer, request))
    },
  }),
)
