import { toDay } from '@causeway/shared/day'
import { openingYears, windowAround, WINDOW_YEARS } from '@causeway/shared/opening-years'
import type { InstitutionFacts } from '../records/institutions.ts'
import { findIndicator } from '../figures/find-indicator.ts'
import { readSeries } from '../figures/read-series.ts'
import { listTargets } from '../targets/list-targets.ts'
import { toPlanLines } from '../targets/plan-line.ts'
import { builder } from './builder.ts'
import type { GraphContext } from './context.ts'
import { DimensionFilterInput } from './dimension-filter.ts'
import { ThemeEnum } from './enums.ts'
import { InstitutionRef } from './institution.ts'
import { SeriesRef, USUAL_CATEGORIES } from './series.ts'
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
      'The figures of several indicators over the ten years that pages show around a year, or over some years up to it, each on its own first basis; none without records.',
    args: {
      of: t.arg.idList({ description: 'Ids or codes; all of the catalogue where omitted.' }),
      theme: t.arg({ type: ThemeEnum, description: 'Those of this theme only.' }),
      judged: t.arg.boolean({ description: 'True: those only that a rule or a plan asks something of.' }),
      year: t.arg.int({ description: 'The year it is about; `openingYear` where omitted.' }),
      by: t.arg.id({ description: 'Dimension to break the figures down by; indicators without it are left out.' }),
      filter: t.arg({
        type: [DimensionFilterInput],
        description:
          'Records to count, as `series` of an indicator takes it; indicators without its dimensions are left out.',
      }),
      years: t.arg.int({ description: `So many years, the last of them that one; at most ${WINDOW_YEARS}.` }),
    },
    complexity: ({ of, theme, years, by, filter }, { causeway }) => {
      const count = of?.length ?? causeway.indicators.filter((it) => !theme || it.theme === theme).length
      const each = Math.min(years ?? WINDOW_YEARS, WINDOW_YEARS)
      return {
        field: count * (20 + each * (filter?.length ? 20 : 1)),
        multiplier: count * each * (by ? USUAL_CATEGORIES : 1),
      }
    },
    resolve: async (institution, { of, theme, judged, year, years, by, filter }, context) => {
      const own = yearsOf(institution)
      if (!own) return []
      const about = year ?? own.last
      const span = years == null ? windowAround(own.newest, about) : spanUpTo(about, years)
      const { causeway } = context
      const planned = judged ? await listPlanned(causeway, institution.code) : null
      const dimensions = [...(by ? [by] : []), ...(filter ?? []).map(({ dimension }) => dimension)]
      const wanted = (of?.map((name) => findIndicator(causeway, String(name))) ?? causeway.indicators).filter(
        (it) =>
          (!theme || it.theme === theme) &&
          (planned === null || it.threshold !== undefined || planned.has(it.id)) &&
          dimensions.every((id) => id in it.dimensions),
      )
      return Promise.all(
        wanted.map((declaration) => {
          const request = { indicator: declaration.id, institution: institution.code, ...span, by, filter }
          return answerSeries(context, declaration, request)
        }),
      )
    },
  }),
}))

/** Ids of what the plans of an institution want something of. */
async function listPlanned(
  { database, indicators }: GraphContext['causeway'],
  institution: string,
): Promise<Set<string>> {
  const lines = toPlanLines(await listTargets(database, institution), indicators)
  return new Set(lines.map(({ indicator }) => indicator.id))
}

function spanUpTo(year: number, years: number) {
  const count = Math.min(Math.max(years, 1), WINDOW_YEARS)
  return { from: year - count + 1, to: year }
}

async function answerSeries(
  context: GraphContext,
  declaration: SeriesAnswer['declaration'],
  request: SeriesAnswer['request'],
): Promise<SeriesAnswer> {
  context.reads.institutions.add(request.institution)
  return new SeriesAnswer(context, declaration, request, await readSeries(context.causeway, context.viewer, request))
}
