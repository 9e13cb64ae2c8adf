import {
  readMappingsToRenew,
  readStandardChanges,
  readTouchedAdoptions,
  readTouchedCertificates,
  readTouchedProgrammes,
  readTouchedResources,
  type StandardChanges,
} from '../../answers/curriculum/standard-changes.ts'
import type { UnitChange, UnitChangeKind } from '../../answers/curriculum/version.ts'
import { AdoptionRef } from './adoption.ts'
import { institutionArgument, momentArguments, onDay } from './asked.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import {
  MappingRef,
  ProgrammeStandardRef,
  StandardCertificateRef,
  UnitRef,
  USUAL_UNITS,
  VersionRef,
} from './standard-version.ts'
import { RecordRef } from './record.ts'
import { StandardRef } from './standard.ts'

const KindEnum = enumOf<UnitChangeKind>(
  'UnitChangeKind',
  'What became of a unit from one version of a standard to another.',
  {
    ADDED: 'It is new',
    REMOVED: 'It was left out',
    RETITLED: 'It has another title',
    REWEIGHTED: 'It has another weight',
    EQF_CHANGED: 'It is on another EQF level',
    ESCO_CHANGED: 'It leads to another skill or occupation of ESCO',
  },
)

const UnitChangeRef = builder.objectRef<UnitChange>('UnitChange').implement({
  description: 'A unit that is not the same in two versions of a standard. It is known by its code.',
  fields: (t) => ({
    code: t.given('ID', 'Its code.', 'code'),
    kinds: t.given([KindEnum], 'What changed.', 'kinds'),
    before: t.maybe(UnitRef, 'As it was; null: it was added.', 'before'),
    after: t.maybe(UnitRef, 'As it is; null: it was removed.', 'after'),
    summary: t.words('The change in one sentence.', 'words'),
  }),
})

const ChangesRef = builder.objectRef<StandardChanges>('StandardChanges').implement({
  description: 'What changed from one version of a standard to another, and what that touches.',
  fields: (t) => ({
    standard: t.given(StandardRef, 'Which.', 'standard'),
    from: t.given(VersionRef, 'The version that is left.', ({ from, standard: { on } }) => ({ ...from, on })),
    to: t.given(VersionRef, 'The version that it leads to.', ({ to, standard: { on } }) => ({ ...to, on })),
    effective: t.given(
      'Date',
      'First day of that version, for which everything below is said; where it has none, the day asked for.',
      'effective',
    ),
    units: t.list(UnitChangeRef, USUAL_UNITS, 'The units that changed, in the order of their codes.', 'units'),
    unchanged: t.given('Int', 'How many units are the same in both.', 'unchanged'),
    programmes: t.list(
      ProgrammeStandardRef,
      { times: 4, cost: 20 },
      'Programmes that implement the standard, or are benchmarked to it, on that day.',
      (it, { causeway }) => readTouchedProgrammes(causeway.database, it),
    ),
    adoptions: t.list(
      AdoptionRef,
      { times: 5, cost: 20 },
      'Adoptions that have begun by that day and not lapsed. An adoption names no version.',
      (it, { causeway }) => readTouchedAdoptions(causeway.database, it),
    ),
    certificates: t.list(
      StandardCertificateRef,
      { times: 3, cost: 20 },
      'Examinations for certificates with results that are on the version that is left.',
      (it, { causeway }) => readTouchedCertificates(causeway.database, it),
    ),
    resources: t.list(
      RecordRef,
      { times: 3, cost: 20 },
      'Textbooks, courses and equipment that serve the standard and are in use on that day.',
      (it, { causeway }) => readTouchedResources(causeway.database, it),
    ),
    mappingsToRenew: t.list(
      MappingRef,
      { times: USUAL_UNITS, cost: 20 },
      'Judgements of units of the version that is left, which nobody has made anew of the one it leads to.',
      (it, { causeway }) => readMappingsToRenew(causeway.database, it),
    ),
  }),
})

builder.queryFields((t) => ({
  standardChanges: t.field({
    type: ChangesRef,
    nullable: true,
    description:
      'What changed from one version of a standard to another, and which programmes, adoptions and certificates that touches. Needs a token that may read the institution.',
    args: {
      ...institutionArgument,
      ...momentArguments,
      standard: t.arg.id({ required: true, description: 'Code of the standard.' }),
      from: t.arg.string({ required: true, description: 'The version that is left.' }),
      to: t.arg.string({ required: true, description: 'The version that it leads to.' }),
      on: t.arg({
        type: 'Date',
        description: "The day up to which results and judgements are read; the institution's data date where omitted.",
      }),
    },
    complexity: 100,
    resolve: onDay((asked, { causeway }) => readStandardChanges(causeway.database, asked.institution, asked)),
  }),
}))
