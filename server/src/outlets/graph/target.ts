import { kept } from '../../ground/kept.ts'
import { requirePublic } from '../../access/refuse.ts'
import { listTargets, toPlanLines, type PlanLine, type StoredTarget } from '../../answers/targets/plan-line.ts'
import { readFigureTargets, type FigureTarget, type TargetsOf } from '../../answers/targets/figure-targets.ts'
import { findIndicator } from '../../figures/check-request.ts'
import { institutionArgument, momentArguments, ofMoment } from './asked.ts'
import { builder } from './builder.ts'
import { readInstitution, type GraphContext } from './context.ts'
import { BasisEnum } from './enums.ts'
import { FigureRef, type SeriesAnswer } from './figure.ts'
import { IndicatorRef } from './indicator.ts'

const TargetRef = builder.objectRef<FigureTarget>('Target').implement({
  description: 'What a plan wants an indicator to be, and how far one figure has come towards it.',
  fields: (t) => ({
    plan: t.given('String', 'The plan that sets it.', 'line.plan'),
    year: t.given('Int', 'Year of the period it is set for.', 'target.year'),
    value: t.given('Float', "The target, in the indicator's unit.", 'target.value'),
    cumulative: t.given(
      'Boolean',
      "True: it is added up since the plan's first year, and so is what it is held against.",
      'target.cumulative',
    ),
    base: t.maybe(WaypointRef, 'Where the plan says it began; null: it does not say.', 'line.base'),
    actual: t.maybe(
      'Float',
      "What the target is held against: the value of the figure, or what was added up since the plan's first year (that needs a token). Null: there is none.",
      'actual',
    ),
    progress: t.maybe(
      'Float',
      'In %, 100 is the target (完成率): (actual - base) / (target - base); without a base actual / target, or target / actual where less is better. Of a count whose period is not over the base waits until it is. Null: nothing to compare.',
      'progress',
    ),
    due: t.maybe(
      'Float',
      'What `progress` would be by the data date on a straight way, by calendar days; null: nothing says where the way began.',
      'due',
    ),
    reached: t.maybe('Boolean', 'Whether the target is met, by which way is better; null: no figure.', 'reached'),
    onCourse: t.maybe(
      'Boolean',
      'Whether it is where it should be by the data date, or beyond (达到序时进度); null: not known.',
      'onCourse',
    ),
  }),
})

const WaypointRef = builder.objectRef<StoredTarget>('PlanYear').implement({
  description: 'One year of a plan.',
  fields: (t) => ({
    year: t.given('Int', 'Year the period begins in.', 'year'),
    value: t.given('Float', "In the indicator's unit.", 'value'),
    cumulative: t.given('Boolean', "True: added up since the plan's first year.", 'cumulative'),
  }),
})

const PlanLineRef = builder.objectRef<PlanLine>('PlanLine').implement({
  description: 'What one plan says of one indicator on one basis, year by year.',
  fields: (t) => ({
    plan: t.given('String', 'Name of the plan.', 'plan'),
    indicator: t.given(IndicatorRef, 'Of what.', 'indicator'),
    basis: t.given(BasisEnum, 'What a year of it is.', 'basis'),
    base: t.maybe(WaypointRef, 'Where it began; null: the plan does not say.', 'base'),
    firstYear: t.given(
      'Int',
      'The year from which cumulative targets are added up: the one after the base, else the first of the plan.',
      'firstYear',
    ),
    targets: t.given([WaypointRef], 'Its targets, in order of year; a plan may have one at its end only.', 'targets'),
  }),
})

builder.objectField(FigureRef, 'targets', (t) =>
  t.field({
    type: [TargetRef],
    description:
      "What plans want it to be. Targets speak of the whole in the indicator's own scope: a category, a filter, another scope or another day has none.",
    args: {
      ahead: t.arg.boolean({
        defaultValue: false,
        description: 'Where a plan has nothing for the year, the next target that the year is on the way to.',
      }),
    },
    complexity: { field: 2, multiplier: 2 },
    resolve: async ({ figure, answer }, { ahead }, context) =>
      figure.category === null && figure.across === null
        ? (await targetsOf(context, answer))(figure.period.year, ahead ?? false)
        : [],
  }),
)

builder.queryFields((t) => ({
  targets: t.field({
    type: [PlanLineRef],
    nullable: true,
    description: 'What the plans of an institution want, a line for each plan, indicator and basis.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      plan: t.arg.string({ description: 'Of this plan only.' }),
      indicator: t.arg.id({ description: 'Of this indicator only, by id or code.' }),
    },
    complexity: { field: 20, multiplier: 50 },
    resolve: ofMoment(async ({ institution, plan, indicator }, context) => {
      requirePublic(context.causeway.publicReading, context.viewer, institution)
      await readInstitution(context, institution)
      const wanted = indicator ? findIndicator(context.causeway, indicator) : null
      const lines = await linesOf(context, institution)
      return lines.filter((line) => (!plan || line.plan === plan) && (!wanted || line.indicator === wanted))
    }),
  }),
}))

/** Lines of an institution's plans, read once a request, and what they say of a series, worked out once for all its figures. */
const lines = new WeakMap<GraphContext['reads'], Map<string, Promise<PlanLine[]>>>()
const targets = new WeakMap<SeriesAnswer, Promise<TargetsOf>>()

function linesOf(
  { causeway, reads }: Pick<GraphContext, 'causeway' | 'reads'>,
  institution: string,
): Promise<PlanLine[]> {
  const known = kept(lines, reads, () => new Map<string, Promise<PlanLine[]>>())
  return kept(known, JSON.stringify([institution, causeway.moment?.revision]), async () =>
    toPlanLines(await listTargets(causeway, institution), causeway.indicators),
  )
}

function targetsOf({ reads, viewer }: GraphContext, answer: SeriesAnswer): Promise<TargetsOf> {
  return kept(targets, answer, async () => {
    const lines = await linesOf({ causeway: answer.asked, reads }, answer.series.institution)
    return readFigureTargets(answer.asked, viewer, lines, answer)
  })
}
