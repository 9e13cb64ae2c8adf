import { requireExact } from '../../access/refuse.ts'
import {
  readMappingsToRenew,
  readStandardChanges,
  readTouchedAdoptions,
  readTouchedCertificates,
  readTouchedProgrammes,
  readTouchedResources,
  type StandardChanges,
} from '../../answers/curriculum/standard-changes.ts'
import { UNIT_CHANGES, type UnitChange, type UnitChangeKind } from '../../answers/curriculum/version.ts'
import { readDayAsked } from '../../figures/standing.ts'
import { AdoptionRef } from './adoption.ts'
import { builder } from './builder.ts'
import { ProgrammeStandardRef } from './programme-standard.ts'
import { RecordRef } from './record.ts'
import { StandardRef } from './standard.ts'
import { StandardCertificateRef } from './standard-certificate.ts'
import { MappingRef, UnitRef, USUAL_UNITS, VersionRef } from './standard-version.ts'

const KIND_DESCRIPTIONS: Record<UnitChangeKind, string> = {
  ADDED: 'It is new',
  REMOVED: 'It was left out',
  RETITLED: 'It has another title',
  REWEIGHTED: 'It has another weight',
  EQF_CHANGED: 'It is on another EQF level',
  ESCO_CHANGED: 'It leads to another skill or occupation of ESCO',
}

const KindEnum = builder.enumType('UnitChangeKind', {
  description: 'What became of a unit from one version of a standard to another.',
  values: Object.fromEntries(UNIT_CHANGES.map((it) => [it, { description: KIND_DESCRIPTIONS[it] }])) as Record<
    UnitChangeKind,
    { description: string }
  >,
})

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
    units: t.given([UnitChangeRef], 'The units that changed, in the order of their codes.', 'units', {
      field: 1,
      multiplier: USUAL_UNITS,
    }),
    unchanged: t.given('Int', 'How many units are the same in both.', 'unchanged'),
    programmes: t.given(
      [ProgrammeStandardRef],
      'Programmes that implement the standard, or are benchmarked to it, on that day.',
      (it, { causeway }) => readTouchedProgrammes(causeway.database, it),
      { field: 20, multiplier: 4 },
    ),
    adoptions: t.given(
      [AdoptionRef],
      'Adoptions that have begun by that day and not lapsed. An adoption names no version.',
      (it, { causeway }) => readTouchedAdoptions(causeway.database, it),
      { field: 20, multiplier: 5 },
    ),
    certificates: t.given(
      [StandardCertificateRef],
      'Examinations for certificates with results that are on the version that is left.',
      (it, { causeway }) => readTouchedCertificates(causeway.database, it),
      { field: 20, multiplier: 3 },
    ),
    resources: t.given(
      [RecordRef],
      'Textbooks, courses and equipment that serve the standard and are in use on that day.',
      (it, { causeway }) => readTouchedResources(causeway.database, it),
      { field: 20, multiplier: 3 },
    ),
    mappingsToRenew: t.given(
      [MappingRef],
      'Judgements of units of the version that is left, which nobody has made anew of the one it leads to.',
      (it, { causeway }) => readMappingsToRenew(causeway.database, it),
      { field: 20, multiplier: USUAL_UNITS },
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
      institution: t.arg.id({ required: true, description: 'Code of the institution.' }),
      standard: t.arg.id({ required: true, description: 'Code of the standard.' }),
      from: t.arg.string({ required: true, description: 'The version that is left.' }),
      to: t.arg.string({ required: true, description: 'The version that it leads to.' }),
      on: t.arg({
        type: 'Date',
        description: "The day up to which results and judgements are read; the institution's data date where omitted.",
      }),
    },
    complexity: 100,
    resolve: async (_root, { institution, on, ...given }, { causeway, viewer, reads }) => {
      requireExact(viewer, institution)
      reads.institutions.add(institution)
      const day = await readDayAsked(causeway.database, institution, on)
      return readStandardChanges(causeway.database, institution, { ...given, on: day })
    },
  }),
}))
