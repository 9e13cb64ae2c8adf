import { toDay } from '@causeway/shared/day'
import {
  openingYears,
  windowAround,
  WINDOW_YEARS,
  type OpeningYears,
  type YearReported,
} from '@causeway/shared/reported-years'
import type { InstitutionFacts } from '../../records/institutions.ts'
import { findIndicator } from '../../figures/check-request.ts'
import { readSeries } from '../../figures/read-series.ts'
import { listTargets, toPlanLines } from '../../answers/targets/plan-line.ts'
import { readOpeningYear, readReported, readReportedYears } from '../../answers/unreported/reported-years.ts'
import { builder } from './builder.ts'
import { causewayOf } from './context.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Viewer } from '../../access/viewer.ts'
import { ThemeEnum } from './enums.ts'
import { InstitutionRef } from './institution.ts'
import { SeriesRef, USUAL_CATEGORIES } from './series.ts'
import { SeriesAnswer } from './figure.ts'
import { seriesArguments } from './series-arguments.ts'

/** The opening year of an institution, and the newest that has begun by the data date. Null: nothing was imported. */
async function yearsOf(causeway: Causeway, institution: InstitutionFacts): Promise<OpeningYears | null> {
  const { dataDate, schoolYearStart } = institution
  const opening = await readOpeningYear(causeway.database, institution)
  if (dataDate === null || opening === null) return null
  return openingYears({ schoolYearStart, dataDay: toDay(dataDate) }, opening)
}

export const ReportedRef = builder.objectRef<YearReported>('Reported').implement({
  description:
    'How much of a school year an institution has reported, in kinds of record. Registers are due in no year.',
  fields: (t) => ({
    year: t.given('Int', 'The year it begins in.', 'year'),
    expected: t.given(
      'Int',
      'Kinds of record that are due: those of which records began in the year before.',
      'expected',
    ),
    reported: t.given(
      'Int',
      'Of these, the kinds with records in the year, or with zero reports for all of it.',
      'reported',
    ),
  }),
})

builder.objectFields(InstitutionRef, (t) => ({
  openingYear: t.maybe(
    'Int',
    'The school year that pages, reports and tabs open on: the last that ended by the data date and is reported; null: nothing was imported.',
    async (institution, context) =>
      readOpeningYear((await causewayOf(context, institution.code)).database, institution),
  ),
  reported: t.field({
    type: ReportedRef,
    description: 'How much of a school year is reported; of a year before the first record nothing is due.',
    args: { year: t.arg.int({ required: true, description: 'The year it begins in.' }) },
    resolve: async ({ code }, { year }, context) =>
      readReported((await causewayOf(context, code)).database, code, year),
  }),
  reportedYears: t.list(
    ReportedRef,
    10,
    'The same of each year from the first with records to the newest that has begun, the newest first.',
    async ({ code }, context) => (await readReportedYears((await causewayOf(context, code)).database, code)).years,
  ),
  series: t.field({
    type: [SeriesRef],
    description:
      'The figures of several indicators over the ten years that pages show around a year, or over some years up to it, each on its own first basis; none without records.',
    args: {
      of: t.arg.idList({ description: 'Ids or codes; all of the catalogue where omitted.' }),
      theme: t.arg({ type: ThemeEnum, description: 'Those of this theme only.' }),
      judged: t.arg.boolean({ description: 'True: those only that a rule or a plan asks something of.' }),
      year: t.arg.int({ description: 'The year it is about; `openingYear` where omitted.' }),
      ...seriesArguments(['by', 'filter'], {
        by: 'Dimension to break the figures down by; indicators without it are left out.',
        filter:
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
      const causeway = await causewayOf(context, institution.code)
      const own = await yearsOf(causeway, institution)
      if (!own) return []
      const about = year ?? own.last
      const span = years == null ? windowAround(own.newest, about) : spanUpTo(about, years)
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
          return answerSeries(causeway, context.viewer, declaration, request)
        }),
      )
    },
  }),
}))

/** Ids of what the plans of an institution want something of. */
async function listPlanned(causeway: Causeway, institution: string): Promise<Set<string>> {
  const lines = toPlanLines(await listTargets(causeway, institution), causeway.indicators)
  return new Set(lines.map(({ indicator }) => indicator.id))
}

function spanUpTo(year: number, years: number) {
  const count = Math.min(Math.max(years, 1), WINDOW_YEARS)
  return { from: year - count + 1, to: year }
}

async function answerSeries(
  causeway: Causeway,
  viewer: Viewer,
  declaration: SeriesAnswer['declaration'],
  request: SeriesAnswer['request'],
): Promise<SeriesAnswer> {
  return new SeriesAnswer(causeway, declaration, request, await readSeries(causeway, viewer, request))
}
