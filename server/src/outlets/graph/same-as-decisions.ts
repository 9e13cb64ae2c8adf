import { requireRight } from '../../access/refuse.ts'
import { decideSameAs, listSameAs, undoSameAs } from '../../records/identity/decide.ts'
import { listCandidates, type Candidate } from '../../records/identity/list-candidates.ts'
import { readTogether } from '../../records/read-together.ts'
import { secretOf } from '../../records/secret.ts'
import { BatchRef } from './batch.ts'
import { institutionArgument, ofInstitution } from './asked.ts'
import { builder } from './builder.ts'
import { readBatch } from './context.ts'
import { mutation } from './mutation.ts'
import { RecordTypeRef } from './record-type.ts'
import { SameAsRef } from './same-as.ts'

const CandidateRef = builder.objectRef<Candidate>('SameAsCandidate').implement({
  description: 'Two codes that may be one thing, since they or their names are spelled alike: a person is to decide.',
  fields: (t) => ({
    recordType: t.given(RecordTypeRef, 'What kind of thing.', 'recordType'),
    code: t.given('String', 'One code.', 'code'),
    name: t.words('What it is called.', 'name'),
    sameAs: t.given('String', 'The other.', 'sameAs'),
    sameAsName: t.words('What that is called.', 'sameAsName'),
    why: t.words('What is alike.', 'why'),
  }),
})

builder.queryFields((t) => ({
  sameAsCandidates: t.field({
    type: [CandidateRef],
    nullable: true,
    description:
      'Codes that may be one thing and of which nothing was decided. Needs a token that may read the institution.',
    args: institutionArgument,
    complexity: { field: 500, multiplier: 20 },
    resolve: ofInstitution(({ institution }, { causeway }) => listCandidates(causeway.database, institution)),
  }),
  sameAsDecisions: t.field({
    type: [SameAsRef],
    nullable: true,
    description: 'What an institution decided to be one thing. Needs a token that may read the institution.',
    args: institutionArgument,
    complexity: { field: 20, multiplier: 50 },
    resolve: ofInstitution(async ({ institution }, { causeway }) =>
      readTogether(await listSameAs(causeway.database, institution)),
    ),
  }),
}))

type Decided = Omit<Awaited<ReturnType<typeof decideSameAs>>, 'then'>

const DecidedRef = builder.objectRef<Decided>('SameAsDecided').implement({
  description: 'It was decided that two are one, or had been so already.',
  fields: (t) => ({
    batch: t.maybe(
      BatchRef,
      'The batch, which can be taken back; null: it was decided so already.',
      ({ batch }, context) => readBatch(context, batch),
      3,
    ),
    code: t.given('String', 'The code as records have it.', 'code'),
    sameAs: t.maybe('String', 'What it is the same as; null of a split.', 'sameAs'),
    leftBehind: t.given(
      'Int',
      "Of institutions: records of the predecessor that are of the successor's time, and stay where they are.",
      'leftBehind',
    ),
  }),
})

const RelationEnum = builder.enumType('SameAsRelation', {
  description: 'How two codes are one.',
  values: {
    SAME: { value: 'same', description: 'Two spellings' },
    RENAMED: { value: 'renamed', description: 'Another name since a day' },
    MERGED: { value: 'merged', description: 'It went into another' },
    SPLIT: { value: 'split', description: 'It was split: recorded, and nothing takes its place' },
    DUPLICATE: { value: 'duplicate', description: 'One record, reported twice' },
  } as const,
})

mutation('decideSameAs', {
  right: 'records',
  description: 'Decides that two codes, or two records, are one thing.',
  done: DecidedRef,
  answers: 'Decided, or refused.',
  input: {
    asks: 'The decision.',
    description: 'A decision that two codes, or two records, are one thing. Records stay; figures follow.',
    fields: (t) => ({
      institution: t.id({ required: true, description: 'Code of the institution.' }),
      recordType: t.id({ required: true, description: 'Record type, or "person".' }),
      code: t.string({ required: true, description: 'Old code, spelling, or the key of the record reported twice.' }),
      sameAs: t.string({ description: 'What it is the same as; none of a split.' }),
      relation: t.field({ type: RelationEnum, required: true, description: 'How they are one.' }),
      from: t.field({ type: 'Date', description: 'Since when; always where omitted.' }),
      decidedBy: t.string({ required: true, description: 'Who decided.' }),
      reason: t.string({ description: 'Why.' }),
    }),
  },
  complexity: 300,
  make: async ({ institution, sameAs = null, from = null, reason = null, ...decision }, { causeway, viewer }) => {
    requireRight(viewer, 'records', institution)
    // It says where later records of both go, whichever of them decides.
    if (decision.recordType === 'institution')
      for (const one of [decision.code, sameAs]) if (one !== null) requireRight(viewer, 'records', one)
    const by = { token: viewer.token ?? null, reason }
    const asked = { ...decision, sameAs, from, reason }
    return decideSameAs(causeway.database, await secretOf(causeway), institution, asked, by)
  },
})

const UndoneRef = builder.objectRef<{ batch: string }>('SameAsUndone').implement({
  description: 'A decision was taken back.',
  fields: (t) => ({
    batch: t.given(
      BatchRef,
      'The batch that did it.',
      async ({ batch }, context) => (await readBatch(context, batch))!,
      3,
    ),
  }),
})

mutation('undoSameAs', {
  right: 'records',
  description: 'Takes a decision back: figures are as they were before it.',
  done: UndoneRef,
  answers: 'Taken back, or refused.',
  input: {
    asks: 'Which.',
    description: 'A decision to take back.',
    fields: (t) => ({
      institution: t.id({ required: true, description: 'Code of the institution.' }),
      recordType: t.id({ required: true, description: 'Record type, or "person".' }),
      code: t.string({ required: true, description: 'The code that was decided on.' }),
    }),
  },
  complexity: 300,
  make: async (input, { causeway, viewer }) => {
    requireRight(viewer, 'records', input.institution)
    const by = { token: viewer.token ?? null, reason: null }
    return { batch: await undoSameAs(causeway.database, await secretOf(causeway), input.institution, input, by) }
  },
})
