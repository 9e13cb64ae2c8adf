import { PROGRAMME_RELATIONS, type ProgrammeStandard } from '../../answers/curriculum/programme-coverage.ts'
import { builder } from './builder.ts'
import { RecordRef } from './record.ts'
import type { StandardCertificate } from '../../answers/curriculum/results.ts'
import {
  type Mapping,
  readMappings,
  type Correspondence,
  CORRESPONDENCE_WORDS,
  type Coverage,
  shareOf,
} from '../../answers/curriculum/mapping.ts'
import { enumOf } from './enums.ts'
import { lookUpTogether } from './context.ts'
import type { Standard } from '../../answers/curriculum/standard.ts'
import { isInForce, isOverdue, sumWeights, type Unit, type Version } from '../../answers/curriculum/version.ts'

export const ProgrammeStandardRef = builder.objectRef<ProgrammeStandard>('ProgrammeStandard').implement({
  description: 'That a programme implements a standard, or is benchmarked to it, for a stretch of time.',
  fields: (t) => ({
    programme: t.given('ID', 'Code of the programme.', 'programme'),
    programmeName: t.words('Its name.', 'programmeName'),
    standard: t.given('ID', 'Code of the standard.', 'standard'),
    relation: t.given('String', 'implements or benchmarked.', 'relation'),
    relationLabel: t.words(
      'How they stand to each other, in words.',
      ({ relation }) =>
        PROGRAMME_RELATIONS.find(({ key }) => key === relation)?.label ?? { zh: relation, en: relation },
    ),
    from: t.given('Date', 'Since when.', 'from'),
    to: t.maybe('Date', 'The last day; null: still so.', 'to'),
    record: t.given(RecordRef, 'The record it is in.', 'record'),
  }),
})

export const StandardCertificateRef = builder.objectRef<StandardCertificate>('StandardCertificate').implement({
  description:
    'An examination for a certificate whose results are on a standard, by its level and by the version of the standard.',
  fields: (t) => ({
    instrument: t.given('String', 'The examination.', 'instrument'),
    version: t.maybe('String', 'Its version; null: not said.', 'version'),
    level: t.given('String', 'junior, intermediate or senior.', 'level'),
    standardVersion: t.maybe('String', 'Version of the standard; null: not said.', 'standardVersion'),
    results: t.given('Int', 'How many results there are, every attempt.', 'results'),
    passed: t.given('Int', 'How many of them passed.', 'passed'),
    persons: t.given('Int', 'How many persons have one.', 'persons'),
    first: t.given('Date', 'Day of the first.', 'first'),
    last: t.given('Date', 'Day of the last.', 'last'),
  }),
})

export const CorrespondenceEnum = enumOf<Correspondence>(
  'Correspondence',
  'What a unit of a standard, or a whole standard, was judged to be in another.',
  {
    EQUIVALENT: 'The same',
    PARTIAL: 'In part',
    NONE: 'Judged, and there is nothing like it',
    UNMAPPED: 'Nobody has judged it, which is not NONE',
  },
)

/** The judgements from and to the standards of a page that govern on its day. */
export const readPageMappings = lookUpTogether((page: Standard[], { causeway }) =>
  readMappings(
    causeway.database,
    page[0]!.institution,
    page.map(({ code }) => code),
    page[0]!.on,
  ),
)

export const MappingRef = builder.objectRef<Mapping>('StandardMapping').implement({
  description:
    'What a standard, or a unit of one of its versions, was judged to be in another standard, or in a unit of it.',
  fields: (t) => ({
    standard: t.given('ID', 'Code of the standard that was judged.', 'standard'),
    version: t.maybe('String', 'Its version; null: whichever.', 'version'),
    unit: t.maybe('ID', 'Code of the unit; null: the standard as a whole.', 'unit'),
    toStandard: t.given('ID', 'Code of the standard that it was compared with.', 'toStandard'),
    toUnit: t.maybe('ID', 'Code of the unit there; null: that standard as a whole.', 'toUnit'),
    relation: t.given(CorrespondenceEnum, 'What was found; never UNMAPPED.', 'relation'),
    relationLabel: t.words('What was found, in words.', ({ relation }) => CORRESPONDENCE_WORDS[relation]),
    assessor: t.maybe('String', 'Who judged it; null: not said.', 'assessor'),
    assessedOn: t.given('Date', 'When.', 'assessedOn'),
    record: t.given(RecordRef, 'The record it is in.', 'record'),
  }),
})

/** Units that a version is reckoned at before it is known how many it has. */
export const USUAL_UNITS = 15

export const UnitRef = builder.objectRef<Unit>('StandardUnit').implement({
  description: 'A unit of competence of one version of a standard.',
  fields: (t) => ({
    standard: t.given('ID', 'Code of the standard.', 'standard'),
    version: t.given('String', 'Version of the standard.', 'version'),
    code: t.given('ID', 'Its code, by which it is known from version to version.', 'code'),
    title: t.words('Its title; in the other language where it has none in this one.', 'title'),
    weight: t.maybe('Float', 'Its weight; those of a version should add up to 1. Null: not said.', 'weight'),
    eqfLevel: t.maybe('Int', 'Level of the European Qualifications Framework, 1 to 8; null: not said.', 'eqfLevel'),
    escoUri: t.maybe(
      'String',
      'Address of the skill or occupation in the European classification ESCO; null: not said.',
      'escoUri',
    ),
    record: t.given(RecordRef, 'The record it is in.', 'record'),
  }),
})

/** A version, and the day for which it is described. */
interface VersionAnswer extends Version {
  on: string
}

export const VersionRef = builder.objectRef<VersionAnswer>('StandardVersion').implement({
  description: 'One version of a standard, with its units.',
  fields: (t) => ({
    version: t.given('String', 'Which.', 'version'),
    from: t.maybe('Date', 'Its first day in force; null: it is in no register, only units speak of it.', 'from'),
    to: t.maybe('Date', 'Its last day in force; null: still in force.', 'to'),
    reviewDue: t.maybe('Date', 'By when it has to be reviewed; null: not said.', 'reviewDue'),
    reviewedOn: t.maybe('Date', 'When it was reviewed last; null: never.', 'reviewedOn'),
    inForce: t.given('Boolean', 'In force on the day.', (it) => isInForce(it, it.on)),
    overdue: t.maybe(
      'Boolean',
      'Past its review on the day, and not reviewed since that was due; null: none is due.',
      (it) => isOverdue(it, it.on),
    ),
    units: t.list(UnitRef, USUAL_UNITS, 'Its units, in the order of their codes.', 'units'),
    weightSum: t.maybe('Float', 'What the weights of its units add up to; null: none has one.', ({ units }) =>
      sumWeights(units),
    ),
    record: t.maybe(RecordRef, 'The record it is in; null: it is in no register.', 'record'),
  }),
})

const CorrespondenceCountRef = builder
  .objectRef<{ correspondence: Correspondence; count: number }>('CorrespondenceCount')
  .implement({
    description: 'How many units were judged so.',
    fields: (t) => ({
      correspondence: t.given(CorrespondenceEnum, 'As what, at best.', 'correspondence'),
      label: t.words('The same in words.', ({ correspondence }) => CORRESPONDENCE_WORDS[correspondence]),
      count: t.given('Int', 'How many.', 'count'),
    }),
  })

export const CoverageRef = builder.objectRef<Coverage>('UnitCoverage').implement({
  description: 'How far units have been judged against other standards, and learners been assessed in them.',
  fields: (t) => ({
    units: t.given('Int', 'How many units there are.', 'units'),
    counts: t.list(
      CorrespondenceCountRef,
      4,
      'By the best that was judged of each unit, from its own side or the other. They add up to the units.',
      ({ counts }) =>
        Object.entries(counts).map(([name, count]) => ({ correspondence: name as Correspondence, count })),
    ),
    mappedShare: t.maybe('Float', 'In %: units that somebody has judged, NONE too; null: there are no units.', (it) =>
      shareOf(it.units - it.counts.UNMAPPED, it),
    ),
    equivalentShare: t.maybe(
      'Float',
      'In %: units that are equivalent to one of another standard; null: there are no units.',
      (it) => shareOf(it.counts.EQUIVALENT, it),
    ),
    assessed: t.given('Int', 'Units that a learner has a result in by the day.', 'assessed'),
    assessedShare: t.maybe('Float', 'In %: the same of all units; null: there are no units.', (it) =>
      shareOf(it.assessed, it),
    ),
  }),
})
