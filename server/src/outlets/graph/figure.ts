import type { Figure, Interval } from '@causeway/shared/figure'
import type { Series } from '@causeway/shared/series'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import type { Causeway } from '../../figures/causeway.ts'
import type { Question } from '../../figures/check-request.ts'
import type { Declaration } from '../../figures/indicators/definition.ts'
import { type FactsOfSeries, readSeriesFacts } from '../../figures/series-facts.ts'
import { type Period, periodLabel } from '@causeway/shared/period'
import type { Words } from '@causeway/shared/words/words'
import { requireExact } from '../../access/refuse.ts'
import { addressOfRecords } from '../../answers/quality/check-rules.ts'
import { openStartWords } from '../../answers/quality/open-starts.ts'
import {
  listFigureDecisions,
  listFigureRecords,
  readCountedOpenStarts,
  readEvidenceShare,
  type CountedOpenStart,
} from '../../figures/figure-records.ts'
import { formulaOf } from '../../figures/indicators/formula.ts'
import { meetsThreshold } from '../../figures/indicators/counted-in.ts'
import { readTogether } from '../../records/read-together.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity, readPage } from './connection.ts'
import { BasisEnum, GapEnum, PartEnum } from './enums.ts'
import { RecordConnection, toRecordConnection } from './record.ts'
import { RecordTypeRef } from './record-type.ts'
import { SameAsRef } from './same-as.ts'

export interface FigureAnswer {
  figure: Figure
  answer: SeriesAnswer
}

/** A series with the question it answers; the names that it is said with are read once for all its figures. */
export class SeriesAnswer {
  readonly declaration: Declaration
  readonly request: SeriesRequest
  readonly series: Series
  /** As of the time that is asked about. */
  readonly asked: Causeway
  #facts: Promise<FactsOfSeries> | null = null

  /** @param causeway as of the time that is asked about */
  constructor(causeway: Causeway, declaration: Declaration, request: SeriesRequest, series: Series) {
    this.asked = causeway
    this.declaration = declaration
    this.request = request
    this.series = series
  }

  /** What the records behind its figures are asked of: its declaration need not be in the catalogue. */
  get causeway(): Causeway {
    return { ...this.asked, indicators: [this.declaration] }
  }

  facts(): Promise<FactsOfSeries> {
    this.#facts ??= readSeriesFacts(this.asked, this.series, this.declaration)
    return this.#facts
  }
}

/** One figure that was not asked for as a series: it is one of this figure alone. */
export function toFigureAnswer(
  causeway: Causeway,
  { question, request, figure }: { question: Question; request: SeriesRequest; figure: Figure },
  { revision, computedAt }: Pick<Series, 'revision' | 'computedAt'>,
): FigureAnswer {
  const { declaration, institution, basis, at, scope, profile } = question
  const answer = new SeriesAnswer(causeway, declaration, request, {
    ...{ indicator: declaration.id, institution, basis, at: basis === 'POINT_IN_TIME' ? at : null, scope, profile },
    ...{ dimension: null, across: null, revision, computedAt, figures: [figure] },
  })
  return { figure, answer }
}

export const FigureRef = builder.objectRef<FigureAnswer>('Figure').implement({
  description:
    'One number, or a named gap: exactly one of `value` and `gap` is set. Of a hidden figure nothing else is said.',
  fields: (t) => ({
    period: t.given(PeriodRef, 'When.', 'figure.period'),
    category: t.maybe(CategoryRef, 'Of the dimension asked with `by`; null: the whole.', (it) =>
      toCategory(it, 'category'),
    ),
    across: t.maybe(CategoryRef, 'Of the dimension asked with `across`; null: the whole.', (it) =>
      toCategory(it, 'across'),
    ),
    value: t.maybe(
      'Float',
      "Unrounded, in the indicator's unit; a share is from 0 to 100. Null: see `gap`.",
      'figure.value',
    ),
    gap: t.maybe(GapEnum, 'Why there is no number; null: there is one.', 'figure.gap'),
    numerator: t.maybe(
      'Float',
      'What was counted or added up, in the unit of the numerator; null where there is none.',
      'figure.numerator',
    ),
    denominator: t.maybe('Float', 'What it was divided by; null: it was not divided.', 'figure.denominator'),
    leftOut: t.maybe(
      'Int',
      'How many records it would count and could not place in the scope, since their country is unknown (a group row is one). Where the country of every record is unknown, the gap is NO_RECORDS. Null: no scope acts; for the public also: few, or they would tell of few persons.',
      'figure.leftOut',
    ),
    size: t.maybe('Int', 'How many persons or objects are behind the figure.', 'figure.size'),
    interval: t.maybe(IntervalRef, 'Only on proportions of persons and on means.', 'figure.interval'),
    coverage: t.maybe(
      'Float',
      'In %: how much of the standard was assessed, or of a survey the response rate; null elsewhere.',
      'figure.coverage',
    ),
    lost: t.maybe('Int', 'Of a gain: how many tests before have none after; null elsewhere.', 'figure.lost'),
    effect: t.maybe(
      'Float',
      "Of a gain: Cohen's d_z, the mean gain over its standard deviation, without unit; null elsewhere.",
      'figure.effect',
    ),
    threshold: t.maybe(
      ThresholdRef,
      'What a rule asks of the indicator, and whether this figure reaches it; null: no rule, or no figure.',
      ({ figure, answer: { declaration } }) => {
        const met = meetsThreshold(declaration, figure)
        if (met === null) return null
        const { atLeast, words } = declaration.threshold!
        const whole = declaration.unit.en === '%' ? 100 : 1
        return { met, value: (whole * atLeast[0]) / atLeast[1], words }
      },
    ),
    explanation: t.maybe(ExplanationRef, 'How it came about.', (it) => it),
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

const ThresholdRef = builder.objectRef<{ met: boolean; value: number; words: Words }>('Threshold').implement({
  description: 'What a rule asks of an indicator.',
  fields: (t) => ({
    met: t.given('Boolean', 'From the whole numbers behind the figure, never from its rounded value.', 'met'),
    value: t.given('Float', "The least that is asked, in the indicator's unit.", 'value'),
    words: t.words('What is asked, and by which rule.', 'words'),
  }),
})

export const PeriodRef = builder.objectRef<Period>('Period').implement({
  description: 'One stretch of a basis. Both its days belong to it.',
  fields: (t) => ({
    basis: t.given(BasisEnum, 'What it is a period of.', 'basis'),
    year: t.given('Int', 'The year it begins in.', 'year'),
    label: t.words('As people write it: 2023/24, 2023—2024学年, class of 2023, 2023届.', (period, locale) =>
      periodLabel(period, locale),
    ),
    start: t.given('Date', 'Its first day.', 'start'),
    end: t.given('Date', 'Its last day.', 'end'),
    partial: t.given('Boolean', "True: the institution's records do not yet speak for all of it.", 'partial'),
  }),
})

export const CategoryRef = builder.objectRef<{ key: string; label: Words }>('Category').implement({
  description: 'One value of a dimension.',
  fields: (t) => ({
    key: t.given(
      'String',
      'As `filter` takes it: a country is ISO 3166-1 alpha-2 or "foreign"; "unknown" comes last.',
      'key',
    ),
    label: t.words('Its name.', 'label'),
  }),
})

export const IntervalRef = builder.objectRef<Interval>('Interval').implement({
  description: 'A confidence interval, in the unit of the value.',
  fields: (t) => ({
    low: t.given('Float', 'Its lower end, in the unit of the value.', 'low'),
    high: t.given('Float', 'Its upper end, in the unit of the value.', 'high'),
    level: t.given('Float', 'The confidence, 0.95.', 'level'),
    method: t.given(
      'String',
      'wilson (a proportion), t (a mean) or newcombe (a difference of two proportions).',
      'method',
    ),
  }),
})

const OpenStartsRef = builder
  .objectRef<CountedOpenStart & { institution: string; year: number }>('OpenStarts')
  .implement({
    description: 'Records of one type behind a figure that count in every period, since they have no start.',
    fields: (t) => ({
      recordType: t.given(RecordTypeRef, 'Of which type.', 'open.type'),
      count: t.given('Int', 'How many.', 'count'),
      sentence: t.words('What is said of them beside the figure.', ({ open, count }) => openStartWords(open, count)),
      href: t.given(
        'String',
        'Address on the page of the list of all records of the type that have none, which offers starts for them, in no language.',
        ({ open: { type, field }, institution, year }) =>
          addressOfRecords({ institution, year, type: type.name, filter: `${field.name}:-` }),
      ),
    }),
  })

const ExplanationRef = builder.objectRef<FigureAnswer>('Explanation').implement({
  description: 'How a figure came about.',
  fields: (t) => ({
    formula: t.words('How the indicator is computed, in plain words.', ({ answer }) => formulaOf(answer.declaration)),
    definitionVersion: t.given(
      'Int',
      'Version of the declaration it was made with.',
      ({ answer }) => answer.declaration.version,
    ),
    recordCount: t.maybe(
      'Int',
      'How many records it was counted from; null: hidden or not known.',
      'figure.recordCount',
    ),
    evidenceShare: t.maybe(
      'Float',
      'In %: how many of the records behind it have evidence valid on the last day of its period, or on the data date while it is not over; null: hidden, no records, or not for the asker to see.',
      ({ figure, answer }, { viewer }) => {
        if (!figure.recordCount) return null
        const { period, category, across } = figure
        return readEvidenceShare(answer.causeway, viewer, answer.request, { year: period.year, category, across })
      },
      100,
    ),
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
    openStarts: t.field({
      type: [OpenStartsRef],
      nullable: { list: true, items: false },
      description:
        'The records behind it that have no day on which they began, and so count in every period before their end; none: all have one, or what it counts needs one. Null: not for the asker to see.',
      complexity: 100,
      resolve: async ({ figure, answer }, _args, { viewer }) => {
        const { period, category, across } = figure
        const asked = { year: period.year, category, across }
        const found = await readCountedOpenStarts(answer.causeway, viewer, answer.request, asked)
        return found?.map((one) => ({ ...one, institution: answer.series.institution, year: period.year })) ?? null
      },
    }),
    groupHeadcount: t.maybe(
      'Int',
      'Persons that came as headcounts of groups: never recognised as the same persons; null: hidden or not known.',
      'figure.groupHeadcount',
    ),
  }),
})

async function toCategory({ figure, answer }: FigureAnswer, side: 'category' | 'across') {
  const key = figure[side]
  if (key === null) return null
  const { categoryLabel, acrossLabel } = await answer.facts()
  return { key, label: side === 'category' ? categoryLabel(key) : acrossLabel(key) }
}
