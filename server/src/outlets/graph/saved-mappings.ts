import { describeToken } from '../../access/tokens.ts'
import {
  removeMappingAs,
  savedMappingFor,
  savedMappingsFor,
  saveMappingAs,
  versionsOf,
} from '../../desk/intake/saved-mappings.ts'
import type { SavedMapping } from '../../records/import/saved/saved-mapping.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { MadeByRef } from './batch.ts'
import { builder } from './builder.ts'
import { institutionArgument } from './asked.ts'
import { mutation, needs } from './mutation.ts'
import { RecordTypeRef } from './record-type.ts'

const SavedMappingRef = builder.objectRef<SavedMapping>('SavedMapping')

SavedMappingRef.implement({
  description: 'One version of how a file that is not ours is read, as an institution keeps it under a name.',
  fields: (t) => ({
    name: t.given('String', 'As `importRecords` takes it for `mapping`.', 'name'),
    version: t.given('Int', 'From 1; each saving makes one more.', 'version'),
    unit: t.maybe('ID', "Code of the unit whose files it reads; null: the whole institution's.", 'unit'),
    recordTypes: t.list(RecordTypeRef, 3, 'What it makes of a file.', ({ recordTypes }) =>
      recordTypes.map(recordTypeOf),
    ),
    heads: t.given(['String'], 'Heads of the file that it was made for, by which the next one is known.', 'heads'),
    savedAt: t.given('DateTime', 'When this version was saved.', 'savedAt'),
    savedBy: t.maybe(
      MadeByRef,
      'The token it was saved with; null: the command line.',
      ({ savedBy }, { causeway }) => (savedBy === null ? null : describeToken(causeway.database, savedBy)),
      2,
    ),
    versions: t.list(SavedMappingRef, 10, 'All its versions, the newest first.', (saved, { causeway }) =>
      versionsOf(causeway, saved),
    ),
    text: t.given(
      'String',
      'The mapping itself, YAML.',
      async (saved, { causeway, viewer }) => (await savedMappingFor(causeway, viewer, saved, saved.version)).text,
      20,
    ),
  }),
})

builder.queryFields((t) => ({
  savedMappings: t.field({
    type: [SavedMappingRef],
    nullable: true,
    description: `The mappings that an institution keeps, each in its latest version, at most 200. ${needs('records')}`,
    args: { ...institutionArgument },
    complexity: { field: 20, multiplier: 20 },
    resolve: (_root, { institution }, { causeway, viewer, reads }) => {
      reads.beyondRevisions = true
      return savedMappingsFor(causeway, viewer, institution)
    },
  }),
  savedMapping: t.field({
    type: SavedMappingRef,
    nullable: true,
    description: `One of them. ${needs('records')}`,
    args: {
      ...institutionArgument,
      name: t.arg.id({ required: true, description: 'The name it was saved under.' }),
      version: t.arg.int({ description: 'An earlier version; the latest where omitted.' }),
    },
    complexity: 20,
    resolve: (_root, { institution, name, version }, { causeway, viewer, reads }) => {
      reads.beyondRevisions = true
      return savedMappingFor(causeway, viewer, { institution, name }, version ?? undefined)
    },
  }),
}))

const MappingSavedRef = builder.objectRef<SavedMapping & { changed: boolean }>('MappingSaved').implement({
  description: 'The mapping is kept.',
  fields: (t) => ({
    changed: t.given('Boolean', 'False: it was so already, and no version was added.', 'changed'),
    mapping: t.given(SavedMappingRef, 'What is kept.', (saved) => saved),
  }),
})

mutation('saveMapping', {
  right: 'records',
  description: 'Keeps how a file is read under a name, as a new version where the name is taken.',
  done: MappingSavedRef,
  answers: 'Saved, or refused with BAD_MAPPING, BAD_MAPPING_NAME, TOO_MANY_MAPPINGS and the like.',
  input: {
    asks: 'The mapping, and its name.',
    description: 'A mapping to keep.',
    fields: (t) => ({
      institution: t.id({ required: true, description: 'Code of the institution.' }),
      name: t.string({ required: true, description: 'What to keep it under, at most 100 characters.' }),
      unit: t.id({ description: "Code of the unit whose files it reads; the whole institution's where omitted." }),
      text: t.string({
        required: true,
        description: 'The mapping, YAML, at most 128 KB; `asMapping` of a report is one.',
      }),
      heads: t.stringList({
        description: 'Heads of the file that it is for, written into it as made_for; as it says itself where omitted.',
      }),
    }),
  },
  complexity: 100,
  make: (input, { causeway, viewer }) => saveMappingAs(causeway, viewer, input),
})

const MappingRemovedRef = builder.objectRef<SavedMapping>('MappingRemoved').implement({
  description: 'The mapping reads no file any more; records that it brought are as they were.',
  fields: (t) => ({ name: t.given('String', 'What it was called.', 'name') }),
})

mutation('removeMapping', {
  right: 'records',
  description: 'Removes a saved mapping.',
  done: MappingRemovedRef,
  answers: 'Removed, or refused.',
  input: {
    asks: 'Which.',
    description: 'A mapping to remove.',
    fields: (t) => ({
      institution: t.id({ required: true, description: 'Code of the institution.' }),
      name: t.string({ required: true, description: 'The name it was saved under.' }),
    }),
  },
  complexity: 50,
  make: (input, { causeway, viewer }) => removeMappingAs(causeway, viewer, input),
})
