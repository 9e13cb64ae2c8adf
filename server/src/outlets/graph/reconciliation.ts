import { requireExact } from '../../access/refuse.ts'
import { findIndicator } from '../../figures/find-indicator.ts'
import type { Scope } from '@causeway/shared/series'
import { setAgainst, type NumberInHand } from '../../answers/reconcile/number-in-hand.ts'
import { listPartRecords } from '../../answers/reconcile/part-records.ts'
import {
  reconcile,
  type Difference,
  type DifferencePart,
  type ReconciledValue,
  type Reconciliation,
} from '../../answers/reconcile/reconcile.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity, readPage } from './connection.ts'
import { readInstitution } from './context.ts'
import { BasisEnum, PartEnum, ProfileEnum, ScopeEnum } from './enums.ts'
import { FigureRef, PeriodRef } from './figure.ts'
import { FormLineRef } from './form-line.ts'
import { IndicatorRef } from './indicator.ts'
import { InstitutionRef } from './institution.ts'
import { CountingEnum, DirectionEnum, ReasonEnum } from './reconciliation-enums.ts'
import { localeArgument, say } from './locale-argument.ts'
import { RecordConnection, toRecordConnection } from './record.ts'
import { SeriesAnswer } from './series-answer.ts'

type Of<T> = T & { of: Reconciliation }

const ReconciliationRef = builder.objectRef<Reconciliation>('Reconciliation')
const ValueRef = builder.objectRef<Of<ReconciledValue>>('ReconciledValue')
const DifferenceRef = builder.objectRef<Of<Difference>>('ReconciledDifference')
const PartRef = builder.objectRef<Of<DifferencePart>>('DifferencePart')
const NumberInHandRef = builder.objectRef<Of<NumberInHand>>('NumberInHand')

ReconciliationRef.implement({
  description: 'Every lawful value of one name in one year, and why they differ.',
  fields: (t) => ({
    indicator: t.field({ type: IndicatorRef, description: 'The name.', resolve: ({ declaration }) => declaration }),
    institution: t.field({
      type: InstitutionRef,
      description: 'Whose values they are.',
      resolve: ({ institution }, _args, context) => readInstitution(context, institution),
    }),
    year: t.exposeInt('year', { description: 'The year the periods begin in, but for lines that ask for another.' }),
    revision: t.exposeInt('revision', { description: "The institution's revision at reading." }),
    profile: t.field({
      type: ProfileEnum,
      description: 'How much is shown.',
      resolve: ({ reference }) => reference.question.profile,
    }),
    reference: t.field({
      type: ValueRef,
      description: 'The indicator as it is answered where nothing else is said: what the others are set against.',
      resolve: (it) => ({ ...it.reference, of: it }),
    }),
    values: t.field({
      type: [ValueRef],
      description: 'The reference, then the others. Whoever may not ask for one on its own is not told it here.',
      complexity: { field: 1, multiplier: 20 },
      resolve: (it) => it.values.map((value) => ({ ...value, of: it })),
    }),
    differences: t.field({
      type: [DifferenceRef],
      nullable: true,
      description: 'Each other value against the reference. Needs a token that may read the institution.',
      complexity: { field: 1, multiplier: 20 },
      resolve: (it, _args, { viewer }) => {
        requireExact(viewer, it.institution)
        return it.differences?.map((difference) => ({ ...difference, of: it })) ?? null
      },
    }),
    against: t.field({
      type: NumberInHandRef,
      nullable: true,
      description:
        'A number that somebody has from elsewhere, set against these values: which of them it is, or is nearest to, and why it is not the reference.',
      args: { number: t.arg.string({ required: true, description: 'As it is written: `81`, `1,391 人日`, `34.6%`.' }) },
      complexity: { field: 50, multiplier: 1 },
      resolve: async (it, { number }, { causeway, viewer }) => ({
        ...(await setAgainst(causeway, viewer, it, number)),
        of: it,
      }),
    }),
  }),
})

NumberInHandRef.implement({
  description: 'A number from elsewhere beside the lawful values of a name.',
  fields: (t) => ({
    number: t.exposeFloat('number', { description: 'The number that was read.' }),
    matches: t.field({
      type: [ValueRef],
      description: 'The values that read as it does, rounded as it is written.',
      resolve: ({ matches, of }) => matches.map((value) => ({ ...value, of })),
    }),
    nearest: t.field({
      type: ValueRef,
      nullable: true,
      description: 'The first of the matches, else the value that is least away; null: none has a number.',
      resolve: ({ nearest, of }) => nearest && { ...nearest, of },
    }),
    difference: t.float({
      nullable: true,
      description: 'The nearest value less the number; null: there is none.',
      resolve: ({ difference }) => difference,
    }),
    otherPeriods: t.field({
      type: [PeriodRef],
      description: 'Where no value of the year is it: periods around whose figure, on the terms of the reference, is.',
      resolve: ({ otherPeriods }) => otherPeriods,
    }),
    sentence: t.string({
      description: 'What the number is, or what it is nearest to, and why.',
      args: localeArgument,
      resolve: ({ sentence }, { locale }) => say(sentence, locale),
    }),
  }),
})

ValueRef.implement({
  description: 'One lawful value of a name.',
  fields: (t) => ({
    label: t.string({
      description: 'What tells it from the others.',
      args: localeArgument,
      resolve: ({ label }, { locale }) => say(label, locale),
    }),
    indicator: t.field({
      type: IndicatorRef,
      description: 'The indicator, or a variant of it.',
      resolve: ({ question }, _args, { causeway }) => findIndicator(causeway, question.declaration.id),
    }),
    basis: t.field({ type: BasisEnum, description: 'What its period is.', resolve: ({ question }) => question.basis }),
    at: t.string({
      nullable: true,
      description: 'MM-DD of a point in time; null on every other basis.',
      resolve: ({ question }) => (question.basis === 'POINT_IN_TIME' ? question.at : null),
    }),
    scope: t.field({
      type: ScopeEnum,
      nullable: true,
      description: 'Which countries count as foreign; null: no scope acts on it.',
      resolve: ({ question }): Scope | null => question.scope,
    }),
    part: t.field({
      type: PartEnum,
      nullable: true,
      description: 'The side of the figure that an official line wants; null: its value.',
      resolve: ({ part }) => part,
    }),
    counting: t.field({
      type: CountingEnum,
      nullable: true,
      description: 'People counted the other way than the indicator does; null: as it does.',
      resolve: ({ unit }) => unit,
    }),
    unit: t.string({
      description: 'Unit of the figure.',
      args: localeArgument,
      resolve: ({ question }, { locale }) => say(question.declaration.unit, locale),
    }),
    value: t.float({
      nullable: true,
      description: 'The figure, or the side of it that is wanted; null: a gap.',
      resolve: ({ number }) => number,
    }),
    askedBy: t.field({
      type: [FormLineRef],
      description: 'The lines of official tables that ask for exactly this.',
      complexity: { field: 1, multiplier: 2 },
      resolve: ({ askedBy }) => askedBy,
    }),
    figure: t.field({
      type: FigureRef,
      description: 'The figure, with its records.',
      resolve: ({ question, request, figure, of }, _args, context) => {
        const { declaration, institution, basis, at, scope, profile } = question
        const answer = new SeriesAnswer(context, declaration, request, {
          indicator: declaration.id,
          institution,
          basis,
          at: basis === 'POINT_IN_TIME' ? at : null,
          scope,
          dimension: null,
          across: null,
          profile,
          revision: of.revision,
          computedAt: of.computedAt,
          figures: [figure],
        })
        return { figure, answer }
      },
    }),
  }),
})

DifferenceRef.implement({
  description: 'One value against the reference.',
  fields: (t) => ({
    from: t.field({
      type: ValueRef,
      description: 'The reference; where a side of the figure is wanted, that side of it.',
      resolve: ({ from, of }) => ({ ...from, of }),
    }),
    to: t.field({ type: ValueRef, description: 'The other value.', resolve: ({ to, of }) => ({ ...to, of }) }),
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        'The other less the reference, unrounded; of rates in percentage points; null: one of them is a gap.',
    }),
    sentence: t.string({
      description: 'The difference in words, or why there is none to tell.',
      args: localeArgument,
      resolve: ({ sentence }, { locale }) => say(sentence, locale),
    }),
    parts: t.field({
      type: [PartRef],
      description:
        'What makes the difference. Those of the value add up to it; of a rate or a mean, those of each side add up to the difference of that side; of a median, they are the values that came in and went out.',
      complexity: { field: 1, multiplier: 6 },
      resolve: ({ parts, of }) => parts.map((part) => ({ ...part, of })),
    }),
  }),
})

PartRef.implement({
  description: 'One cause of a difference.',
  fields: (t) => ({
    side: t.expose('side', {
      type: PartEnum,
      nullable: true,
      description: 'The side of the figure that it changes; null: the value itself.',
    }),
    reason: t.expose('reason', { type: ReasonEnum, description: 'Why.' }),
    direction: t.expose('direction', { type: DirectionEnum, description: 'Which of the two counts it.' }),
    label: t.string({
      description: 'How many, and why, in words.',
      args: localeArgument,
      resolve: ({ label }, { locale }) => say(label, locale),
    }),
    value: t.exposeFloat('value', { description: 'By how much it makes the other greater or, below 0, smaller.' }),
    recordCount: t.int({ description: 'How many records it speaks of.', resolve: ({ records }) => records.length }),
    records: t.field({
      type: RecordConnection,
      nullable: true,
      description: 'The records it speaks of. Needs a token that may read the institution.',
      args: pageArguments,
      complexity: pageComplexity,
      resolve: async ({ records, of }, args, { causeway, viewer }) =>
        toRecordConnection(await listPartRecords(causeway, viewer, of.institution, records, readPage(args))),
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
      institution: t.arg.id({ required: true, description: 'Code of the institution.' }),
      year: t.arg.int({ required: true, description: 'Year the periods begin in.' }),
    },
    complexity: { field: 1000, multiplier: 1 },
    resolve: (_root, asked, { causeway, viewer, reads }) => {
      reads.institutions.add(asked.institution)
      return reconcile(causeway, viewer, asked)
    },
  }),
}))
