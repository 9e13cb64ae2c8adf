import type { Interval } from '@causeway/shared/figure'
import { periodLabel, type Period } from '@causeway/shared/period'
import type { Words } from '@causeway/shared/words/words'
import { requireExact } from '../../access/refuse.ts'
import { readEvidenceShare } from '../../figures/evidence-share.ts'
import { listFigureDecisions } from '../../figures/figure-decisions.ts'
import { listFigureRecords } from '../../figures/figure-records.ts'
import { formulaOf } from '../../figures/indicators/formula.ts'
import { meetsThreshold } from '../../figures/indicators/meets-threshold.ts'
import { readTogether } from '../../records/read-together.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity, readPage } from './connection.ts'
import { BasisEnum, GapEnum, PartEnum } from './enums.ts'
import { localeArgument, say } from './locale-argument.ts'
import { RecordConnection, toRecordConnection } from './record.ts'
import { SameAsRef } from './same-as.ts'
import type { FigureAnswer } from './series-answer.ts'

export const FigureRef = builder.objectRef<FigureAnswer>('Figure')
export const PeriodRef = builder.objectRef<Period>('Period')
const CategoryRef = builder.objectRef<{ key: string; label: Words }>('Category')
export const IntervalRef = builder.objectRef<Interval>('Interval')
const ThresholdRef = builder.objectRef<{ met: boolean; value: number; words: Words }>('Threshold')
const ExplanationRef = builder.objectRef<FigureAnswer>('Explanation')

FigureRef.implement({
  description:
    'One number, or a named gap: exactly one of `value` and `gap` is set. Of a hidden figure nothing else is said.',
  fields: (t) => ({
    period: t.field({ type: PeriodRef, description: 'When.', resolve: ({ figure }) => figure.period }),
    category: t.field({
      type: CategoryRef,
      nullable: true,
      description: 'Of the dimension asked with `by`; null: the whole.',
      resolve: (it) => toCategory(it, 'category'),
    }),
    across: t.field({
      type: CategoryRef,
      nullable: true,
      description: 'Of the dimension asked with `across`; null: the whole.',
      resolve: (it) => toCategory(it, 'across'),
    }),
    value: t.float({
      nullable: true,
      description: "Unrounded, in the indicator's unit; a share is from 0 to 100. Null: see `gap`.",
      resolve: ({ figure }) => figure.value,
    }),
    gap: t.field({
      type: GapEnum,
      nullable: true,
      description: 'Why there is no number; null: there is one.',
      resolve: ({ figure }) => figure.gap,
    }),
    numerator: t.float({
      nullable: true,
      description: 'What was counted or added up, in the unit of the numerator; null where there is none.',
      resolve: ({ figure }) => figure.numerator,
    }),
    denominator: t.float({
      nullable: true,
      description: 'What it was divided by; null: it was not divided.',
      resolve: ({ figure }) => figure.denominator,
    }),
    leftOut: t.int({
      nullable: true,
      description:
        'How many records it would count and could not place in the scope, since their country is unknown (a group row is one). Where the country of every record is unknown, the gap is NO_RECORDS. Null: no scope acts; for the public also: few, or they would tell of few persons.',
      resolve: ({ figure }) => figure.leftOut,
    }),
    size: t.int({
      nullable: true,
      description: 'How many persons or objects stand behind the figure.',
      resolve: ({ figure }) => figure.size,
    }),
    interval: t.field({
      type: IntervalRef,
      nullable: true,
      description: 'Only on proportions of persons and on means.',
      resolve: ({ figure }) => figure.interval,
    }),
    coverage: t.float({
      nullable: true,
      description: 'In %: how much of the standard was assessed, or of a survey the response rate; null elsewhere.',
      resolve: ({ figure }) => figure.coverage,
    }),
    lost: t.int({
      nullable: true,
      description: 'Of a gain: how many tests before have none after; null elsewhere.',
      resolve: ({ figure }) => figure.lost,
    }),
    effect: t.float({
      nullable: true,
      description: "Of a gain: Cohen's d_z, the mean gain over its standard deviation, without unit; null elsewhere.",
      resolve: ({ figure }) => figure.effect,
    }),
    threshold: t.field({
      type: ThresholdRef,
      nullable: true,
      description:
        'What a rule asks of the indicator, and whether this figure reaches it; null: no rule, or no figure.',
      resolve: ({ figure, answer: { declaration } }) => {
        const met = meetsThreshold(declaration, figure)
        if (met === null) return null
        const { atLeast, words } = declaration.threshold!
        const whole = declaration.unit.en === '%' ? 100 : 1
        return { met, value: (whole * atLeast[0]) / atLeast[1], words }
      },
    }),
    explanation: t.field({
      type: ExplanationRef,
      nullable: true,
      description: 'How it came about.',
      resolve: (it) => it,
    }),
    records: t.field({
      type: RecordConnection,
      nullable: true,
      description: 'The records it was counted from. Needs a token that may read the institution.',
      args: {
        part: t.arg({
          type: PartEnum,
          defaultValue: 'NUMERATOR',
          description: 'Which side of the figure; the numerator where omitted.',
        }),
        ...pageArguments,
      },
      complexity: (args) => ({ ...pageComplexity(args), field: 100 }),
      resolve: async ({ figure, answer }, { part, ...args }, { viewer }) => {
        requireExact(viewer, answer.series.institution)
        const { period, category, across } = figure
        return toRecordConnection(
          await listFigureRecords(
            answer.causeway,
            viewer,
            answer.request,
            { year: period.year, category, across },
            part ?? 'NUMERATOR',
            readPage(args),
          ),
        )
      },
    }),
  }),
})

ThresholdRef.implement({
  description: 'What a rule asks of an indicator.',
  fields: (t) => ({
    met: t.exposeBoolean('met', {
      description: 'From the whole numbers behind the figure, never from its rounded value.',
    }),
    value: t.exposeFloat('value', { description: "The least that is asked, in the indicator's unit." }),
    words: t.string({
      description: 'What is asked, and by which rule.',
      args: localeArgument,
      resolve: ({ words }, { locale }) => say(words, locale),
    }),
  }),
})

PeriodRef.implement({
  description: 'One stretch of a basis. Both its days belong to it.',
  fields: (t) => ({
    basis: t.expose('basis', { type: BasisEnum, description: 'What it is a period of.' }),
    year: t.exposeInt('year', { description: 'The year it begins in.' }),
    label: t.string({
      description: 'As people write it: 2023/24, 2023—2024学年, class of 2023, 2023届.',
      args: localeArgument,
      resolve: (period, { locale }) => periodLabel(period, locale ?? 'EN'),
    }),
    start: t.expose('start', { type: 'Date', description: 'Its first day.' }),
    end: t.expose('end', { type: 'Date', description: 'Its last day.' }),
    partial: t.exposeBoolean('partial', {
      description: "True: the institution's records do not yet speak for all of it.",
    }),
  }),
})

CategoryRef.implement({
  description: 'One value of a dimension.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'As `filter` takes it: a country is ISO 3166-1 alpha-2 or "foreign"; "unknown" comes last.',
    }),
    label: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: ({ label }, { locale }) => say(label, locale),
    }),
  }),
})

IntervalRef.implement({
  description: 'A confidence interval, in the unit of the value.',
  fields: (t) => ({
    low: t.exposeFloat('low', { description: 'Its lower end, in the unit of the value.' }),
    high: t.exposeFloat('high', { description: 'Its upper end, in the unit of the value.' }),
    level: t.exposeFloat('level', { description: 'The confidence, 0.95.' }),
    method: t.exposeString('method', {
      description: 'wilson (a proportion), t (a mean) or newcombe (a difference of two proportions).',
    }),
  }),
})

ExplanationRef.implement({
  description: 'How a figure came about.',
  fields: (t) => ({
    formula: t.string({
      description: 'How the indicator is computed, in plain words.',
      args: localeArgument,
      resolve: ({ answer }, { locale }) => say(formulaOf(answer.declaration), locale),
    }),
    definitionVersion: t.int({
      description: 'Version of the declaration it was made with.',
      resolve: ({ answer }) => answer.declaration.version,
    }),
    recordCount: t.int({
      nullable: true,
      description: 'How many records it was counted from; null: hidden or not known.',
      resolve: ({ figure }) => figure.recordCount,
    }),
    evidenceShare: t.float({
      nullable: true,
      description:
        'In %: how many of the records behind it have evidence valid on the last day of its period, or on the data date while it is not over; null: hidden, no records, or not for the asker to see.',
      complexity: 100,
      resolve: ({ figure, answer }, _args, { viewer }) => {
        if (!figure.recordCount) return null
        const { period, category, across } = figure
        return readEvidenceShare(answer.causeway, viewer, answer.request, { year: period.year, category, across })
      },
    }),
    sameAs: t.field({
      type: [SameAsRef],
      nullable: { list: true, items: false },
      description:
        'What was decided to be one thing and touched the records behind it, or the institution itself; null: not for the asker to see.',
      complexity: 100,
      resolve: async ({ figure, answer }, _args, { viewer, reads }) => {
        // That another took its place may be written down in the other's records.
        reads.beyondRevisions = true
        const { period, category, across } = figure
        const asked = { year: period.year, category, across }
        const found = await listFigureDecisions(answer.causeway, viewer, answer.request, asked)
        return found && readTogether(found)
      },
    }),
    groupHeadcount: t.int({
      nullable: true,
      description:
        'Persons that came as headcounts of groups: never recognised as the same persons; null: hidden or not known.',
      resolve: ({ figure }) => figure.groupHeadcount,
    }),
  }),
})

async function toCategory({ figure, answer }: FigureAnswer, side: 'category' | 'across') {
  const key = figure[side]
  if (key === null) return null
  const { categoryLabel, acrossLabel } = await answer.facts()
  return { key, label: side === 'category' ? categoryLabel(key) : acrossLabel(key) }
}
