import { institutionArgument, momentArguments, ofMoment } from './asked.ts'
import { builder } from './builder.ts'
import { requireExact } from '../../access/refuse.ts'
import { findIndicator } from '../../figures/check-request.ts'
import type { Scope } from '@causeway/shared/series'
import { setAgainst, type NumberInHand } from '../../answers/reconcile/number-in-hand.ts'
import {
  listPartRecords,
  reconcile,
  type Difference,
  type DifferencePart,
  type ReconciledValue,
  type Reconciliation,
} from '../../answers/reconcile/reconcile.ts'
import { pageArguments, pageComplexity, readPage } from './connection.ts'
import { readInstitution } from './context.ts'
import { enumOf, BasisEnum, PartEnum, ProfileEnum, ScopeEnum } from './enums.ts'
import { FigureRef, PeriodRef, toFigureAnswer } from './figure.ts'
import { FormLineRef } from './form-line.ts'
import { IndicatorRef } from './indicator.ts'
import { InstitutionRef } from './institution.ts'
import { RecordConnection, toRecordConnection } from './record.ts'

export const CountingEnum = enumOf('CountingUnit', 'How people are counted.', {
  PERSONS: '人: each person once',
  STAYS: '人次: each time they took part',
})

export const ReasonEnum = enumOf(
  'DifferenceReason',
  'Why something is counted in one value and not, or otherwise, in another.',
  {
    LATER: 'It came in only after the other period or day',
    EARLIER: 'It was over, or had begun, before the other period or day',
    OUTSIDE: 'It is on both sides of the other period, and not in it',
    COUNTRY: 'It is of countries or regions that the other scope leaves out',
    FILTER: 'It is outside what an official line is limited to',
    REPEATED: 'People counted as often as they took part, or once',
    AMOUNT: 'The same records count with another amount, as other days inside the period',
    OTHER_CLASS: 'It is of another class of graduates',
    NOT_FIRST: 'The first record of it is not in the other period',
    OTHER_RECORD: 'Another record represents the same person or thing',
    CONDITION: 'It meets the conditions on one of the terms only',
    DEFINITION: 'Only one of two definitions takes it in',
  },
)

export const DirectionEnum = enumOf('DifferenceDirection', 'Which of two values counts something.', {
  IN: 'The other one does, or does more than the reference',
  OUT: 'The reference does, or does more than the other one',
})

type Of<T> = T & { of: Reconciliation }

const ReconciliationRef = builder.objectRef<Reconciliation>('Reconciliation').implement({
  description: 'Every lawful value of one name in one year, and why they differ.',
  fields: (t) => ({
    indicator: t.given(IndicatorRef, 'The name.', 'declaration'),
    institution: t.given(InstitutionRef, 'Whose values they are.', ({ institution }, context) =>
      readInstitution(context, institution),
    ),
    year: t.given('Int', 'The year the periods begin in, but for lines that ask for another.', 'year'),
    revision: t.given('Int', "The institution's revision at reading.", 'revision'),
    profile: t.given(ProfileEnum, 'How much is shown.', ({ reference }) => reference.question.profile),
    reference: t.given(
      ValueRef,
      'The indicator as it is answered where nothing else is said: what the others are set against.',
      (it) => ({ ...it.reference, of: it }),
    ),
    values: t.list(
      ValueRef,
      20,
      'The reference, then the others. Anyone who may not ask for one alone does not see it here.',
      (it) => it.values.map((value) => ({ ...value, of: it })),
    ),
    differences: t.maybe(
      [DifferenceRef],
      'Each other value against the reference. Needs a token that may read the institution.',
      (it, { viewer }) => {
        requireExact(viewer, it.institution)
        return it.differences?.map((difference) => ({ ...difference, of: it })) ?? null
      },
      { field: 1, multiplier: 20 },
    ),
    against: t.field({
      type: NumberInHandRef,
      nullable: true,
      description:
        'A number that somebody has from elsewhere, set against these values: which of them it is, or is nearest to, and why it is not the reference.',
      args: { number: t.arg.string({ required: true, description: 'As it is written: `81`, `1,391 人日`, `34.6%`.' }) },
      complexity: { field: 50, multiplier: 1 },
      resolve: async (it, { number }, { viewer }) => ({
        ...(await setAgainst(it.causeway, viewer, it, number)),
        of: it,
      }),
    }),
  }),
})

const NumberInHandRef = builder.objectRef<Of<NumberInHand>>('NumberInHand').implement({
  description: 'A number from elsewhere beside the lawful values of a name.',
  fields: (t) => ({
    number: t.given('Float', 'The number that was read.', 'number'),
    matches: t.given([ValueRef], 'The values that read as it does, rounded as it is written.', ({ matches, of }) =>
      matches.map((value) => ({ ...value, of })),
    ),
    nearest: t.maybe(
      ValueRef,
      'The first of the matches, else the value that is least away; null: none has a number.',
      ({ nearest, of }) => nearest && { ...nearest, of },
    ),
    difference: t.maybe('Float', 'The nearest value less the number; null: there is none.', 'difference'),
    otherPeriods: t.given(
      [PeriodRef],
      'Where no value of the year is it: periods around whose figure, on the terms of the reference, is.',
      'otherPeriods',
    ),
    sentence: t.words('What the number is, or what it is nearest to, and why.', 'sentence'),
  }),
})

const ValueRef = builder.objectRef<Of<ReconciledValue>>('ReconciledValue').implement({
  description: 'One lawful value of a name.',
  fields: (t) => ({
    label: t.words('What tells it from the others.', 'label'),
    indicator: t.given(IndicatorRef, 'The indicator, or a variant of it.', ({ question, of }) =>
      findIndicator(of.causeway, question.declaration.id),
    ),
    basis: t.given(BasisEnum, 'What its period is.', 'question.basis'),
    at: t.maybe('String', 'MM-DD of a point in time; null on every other basis.', ({ question }) =>
      question.basis === 'POINT_IN_TIME' ? question.at : null,
    ),
    scope: t.maybe(
      ScopeEnum,
      'Which countries count as foreign; null: no scope acts on it.',
      ({ question }): Scope | null => question.scope,
    ),
    part: t.maybe(PartEnum, 'The side of the figure that an official line wants; null: its value.', 'part'),
    counting: t.maybe(CountingEnum, 'People counted the other way than the indicator does; null: as it does.', 'unit'),
    unit: t.words('Unit of the figure.', ({ question }) => question.declaration.unit),
    value: t.maybe('Float', 'The figure, or the side of it that is wanted; null: a gap.', 'number'),
    askedBy: t.list(FormLineRef, 2, 'The lines of official tables that ask for exactly this.', 'askedBy'),
    figure: t.given(FigureRef, 'The figure, with its records.', (value) =>
      toFigureAnswer(value.of.causeway, value, value.of),
    ),
  }),
})

const DifferenceRef = builder.objectRef<Of<Difference>>('ReconciledDifference').implement({
  description: 'One value against the reference.',
  fields: (t) => ({
    from: t.given(
      ValueRef,
      'The reference; where a side of the figure is wanted, that side of it.',
      ({ from, of }) => ({ ...from, of }),
    ),
    to: t.given(ValueRef, 'The other value.', ({ to, of }) => ({ ...to, of })),
    value: t.maybe(
      'Float',
      'The other less the reference, unrounded; of rates in percentage points; null: one of them is a gap.',
      'value',
    ),
    sentence: t.words('The difference in words, or why there is none to tell.', 'sentence'),
    parts: t.list(
      PartRef,
      6,
      'What makes the difference. Those of the value add up to it; of a rate or a mean, those of each side add up to the difference of that side; of a median, they are the values that came in and went out.',
      ({ parts, of }) => parts.map((part) => ({ ...part, of })),
    ),
  }),
})

const PartRef = builder.objectRef<Of<DifferencePart>>('DifferencePart').implement({
  description: 'One cause of a difference.',
  fields: (t) => ({
    side: t.maybe(PartEnum, 'The side of the figure that it changes; null: the value itself.', 'side'),
    reason: t.given(ReasonEnum, 'Why.', 'reason'),
    direction: t.given(DirectionEnum, 'Which of the two counts it.', 'direction'),
    label: t.words('How many, and why, in words.', 'label'),
    value: t.given('Float', 'By how much it makes the other greater or, below 0, smaller.', 'value'),
    recordCount: t.given('Int', 'How many records it speaks of.', 'records.length'),
    records: t.field({
      type: RecordConnection,
      nullable: true,
      description: 'The records it speaks of. Needs a token that may read the institution.',
      args: pageArguments,
      complexity: pageComplexity,
      resolve: async ({ records, of }, args, { viewer }) =>
        toRecordConnection(await listPartRecords(of.causeway, viewer, of.institution, records, readPage(args))),
    }),
  }),
})

builder.queryFields((t) => ({
  reconcile: t.field({
    type: ReconciliationRef,
    nullable: true,
    description:
      'Every lawful value of the same name (多口径核对): each basis and point in time, each scope, each edition of each official table that asks for it, people against participations; with a token, why they differ, down to the records.',
    args: {
      indicator: t.arg.id({ required: true, description: 'Its id or its code.' }),
      ...institutionArgument,
      year: t.arg.int({ required: true, description: 'Year the periods begin in.' }),
      ...momentArguments,
    },
    complexity: { field: 1000, multiplier: 1 },
    resolve: ofMoment((asked, { causeway, viewer }) => reconcile(causeway, viewer, asked)),
  }),
}))
