import { shareOf, type Coverage } from '../../answers/curriculum/coverage.ts'
import { CORRESPONDENCE_WORDS, type Correspondence } from '../../answers/curriculum/relation-words.ts'
import { isInForce, isOverdue, sumWeights, type Unit, type Version } from '../../answers/curriculum/version.ts'
import { builder } from './builder.ts'
import { localeArgument, say } from './locale-argument.ts'
import { RecordRef } from './record.ts'
import { CorrespondenceEnum } from './standard-mapping.ts'

/** Units that a version is reckoned at before it is known how many it has. */
export const USUAL_UNITS = 15

export const UnitRef = builder.objectRef<Unit>('StandardUnit')
UnitRef.implement({
  description: 'A unit of competence of one version of a standard.',
  fields: (t) => ({
    standard: t.exposeID('standard', { description: 'Code of the standard.' }),
    version: t.exposeString('version', { description: 'Version of the standard.' }),
    code: t.exposeID('code', { description: 'Its code, by which it is known from version to version.' }),
    title: t.string({
      description: 'Its title; in the other language where it has none in this one.',
      args: localeArgument,
      resolve: ({ title }, { locale }) => say(title, locale),
    }),
    weight: t.exposeFloat('weight', {
      nullable: true,
      description: 'Its weight; those of a version should add up to 1. Null: not said.',
    }),
    eqfLevel: t.exposeInt('eqfLevel', {
      nullable: true,
      description: 'Level of the European Qualifications Framework, 1 to 8; null: not said.',
    }),
    escoUri: t.exposeString('escoUri', {
      nullable: true,
      description: 'Address of the skill or occupation in the European classification ESCO; null: not said.',
    }),
    record: t.field({ type: RecordRef, description: 'The record it stands in.', resolve: ({ record }) => record }),
  }),
})

/** A version, and the day that is told of it. */
export interface VersionAnswer extends Version {
  on: string
}

export const VersionRef = builder.objectRef<VersionAnswer>('StandardVersion')
VersionRef.implement({
  description: 'One version of a standard, with its units.',
  fields: (t) => ({
    version: t.exposeString('version', { description: 'Which.' }),
    from: t.expose('from', {
      type: 'Date',
      nullable: true,
      description: 'Its first day in force; null: it is in no register, only units speak of it.',
    }),
    to: t.expose('to', { type: 'Date', nullable: true, description: 'Its last day in force; null: still in force.' }),
    reviewDue: t.expose('reviewDue', {
      type: 'Date',
      nullable: true,
      description: 'By when it has to be reviewed; null: not said.',
    }),
    reviewedOn: t.expose('reviewedOn', {
      type: 'Date',
      nullable: true,
      description: 'When it was reviewed last; null: never.',
    }),
    inForce: t.boolean({ description: 'In force on the day.', resolve: (it) => isInForce(it, it.on) }),
    overdue: t.boolean({
      nullable: true,
      description: 'Past its review on the day, and not reviewed since that was due; null: none is due.',
      resolve: (it) => isOverdue(it, it.on),
    }),
    units: t.field({
      type: [UnitRef],
      description: 'Its units, in the order of their codes.',
      complexity: { field: 1, multiplier: USUAL_UNITS },
      resolve: ({ units }) => units,
    }),
    weightSum: t.float({
      nullable: true,
      description: 'What the weights of its units add up to; null: none has one.',
      resolve: ({ units }) => sumWeights(units),
    }),
    record: t.field({
      type: RecordRef,
      nullable: true,
      description: 'The record it stands in; null: it is in no register.',
      resolve: ({ record }) => record,
    }),
  }),
})

const CorrespondenceCountRef = builder.objectRef<{ correspondence: Correspondence; count: number }>(
  'CorrespondenceCount',
)
CorrespondenceCountRef.implement({
  description: 'How many units were judged so.',
  fields: (t) => ({
    correspondence: t.field({
      type: CorrespondenceEnum,
      description: 'As what, at best.',
      resolve: ({ correspondence }) => correspondence,
    }),
    label: t.string({
      description: 'The same in words.',
      args: localeArgument,
      resolve: ({ correspondence }, { locale }) => say(CORRESPONDENCE_WORDS[correspondence], locale),
    }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

export const CoverageRef = builder.objectRef<Coverage>('UnitCoverage')
CoverageRef.implement({
  description: 'How far units have been judged against other standards, and learners been assessed in them.',
  fields: (t) => ({
    units: t.exposeInt('units', { description: 'How many units there are.' }),
    counts: t.field({
      type: [CorrespondenceCountRef],
      description:
        'By the best that was judged of each unit, from its own side or the other. They add up to the units.',
      complexity: { field: 1, multiplier: 4 },
      resolve: ({ counts }) =>
        Object.entries(counts).map(([name, count]) => ({ correspondence: name as Correspondence, count })),
    }),
    mappedShare: t.float({
      nullable: true,
      description: 'In %: units that somebody has judged, NONE too; null: there are no units.',
      resolve: (it) => shareOf(it.units - it.counts.UNMAPPED, it),
    }),
    equivalentShare: t.float({
      nullable: true,
      description: 'In %: units that are equivalent to one of another standard; null: there are no units.',
      resolve: (it) => shareOf(it.counts.EQUIVALENT, it),
    }),
    assessed: t.exposeInt('assessed', { description: 'Units that a learner has a result in by the day.' }),
    assessedShare: t.float({
      nullable: true,
      description: 'In %: the same of all units; null: there are no units.',
      resolve: (it) => shareOf(it.assessed, it),
    }),
  }),
})
