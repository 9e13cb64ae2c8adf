import { describeToken, type TokenFacts } from '../../access/tokens.ts'
import { mayChange, maySeeExact } from '../../access/viewer.ts'
import { ofOthersToo, refusal, requireExact } from '../../access/refuse.ts'
import { listBatches, type BatchFacts } from '../../records/batches.ts'
import { findRevertRefusal } from '../../records/revert.ts'
import type { QuestionError } from '../../ground/question-error.ts'
import { findRecordType } from '../../records/record-types.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { readBatch, readInstitution, type GraphContext } from './context.ts'
import { InstitutionRef } from './institution.ts'
import { localeArgument, say } from './locale-argument.ts'
import { RecordTypeRef } from './record-type.ts'

const MadeByRef = builder.objectRef<TokenFacts>('MadeBy')
/** Wrapped: an error that a resolver gives back is taken for one that it threw. */
const CanRevertRef = builder.objectRef<{ refusal: QuestionError | null }>('CanRevert')

export const BatchRef = builder.node(builder.objectRef<BatchFacts>('Batch'), {
  description: 'One import: the file that records came with. It can be taken back whole.',
  id: { resolve: (batch) => batch.id },
  loadOne: async (id, context) => {
    const { viewer, reads } = context
    if (viewer.role === null) throw refusal(viewer)
    const batch = await readBatch(context, id)
    const own = batch?.institutions.filter((it) => maySeeExact(viewer, it.institution)) ?? []
    if (own.length === 0 && viewer.institution !== null) throw refusal(viewer)
    reads.beyondRevisions = true
    return batch
  },
  fields: (t) => ({
    batch: t.exposeString('id', { description: 'Its id as the command line names it, for `causeway revert`.' }),
    recordType: t.field({
      type: RecordTypeRef,
      nullable: true,
      description: 'What kind of records it holds.',
      resolve: (it) => findRecordType(it.recordType) ?? null,
    }),
    fileName: t.exposeString('fileName', { description: 'Name of the file.' }),
    encoding: t.exposeString('encoding', {
      nullable: true,
      description: 'How its text was encoded; null: a workbook.',
    }),
    dataDate: t.field({
      type: 'Date',
      nullable: true,
      description: 'The data date that it set or moved, or said again; null: it left it as it was.',
      resolve: (it, _args, context) => readableOf(it, context).find(({ data_date }) => data_date !== null)?.data_date,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was imported.' }),
    revertedAt: t.expose('revertedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back; null: it stands.',
    }),
    institutions: t.field({
      type: [InstitutionRef],
      description: 'Those that it changed and that the asker may read.',
      complexity: { field: 2, multiplier: 2 },
      resolve: (it, _args, context) =>
        Promise.all(
          readableOf(it, context)
            .slice(0, MOST_SHOWN)
            .map((one) => readInstitution(context, one.institution)),
        ),
    }),
    accepted: t.int({
      description: 'Records that it brought, of institutions that the asker may read.',
      resolve: (it, _args, context) => sumOf(readableOf(it, context), 'accepted'),
    }),
    updated: t.int({
      description: 'Records that it changed.',
      resolve: (it, _args, context) => sumOf(readableOf(it, context), 'updated'),
    }),
    unchanged: t.int({
      description: 'Records of which it said what was there already.',
      resolve: (it, _args, context) => sumOf(readableOf(it, context), 'unchanged'),
    }),
    withdrawn: t.int({
      description: 'Records that it withdrew.',
      resolve: (it, _args, context) => sumOf(readableOf(it, context), 'withdrawn'),
    }),
    by: t.field({
      type: MadeByRef,
      nullable: true,
      description: 'Who made it; null: the command line.',
      complexity: 2,
      resolve: ({ madeBy }, _args, { causeway }) => (madeBy === null ? null : describeToken(causeway.database, madeBy)),
    }),
    reason: t.string({
      nullable: true,
      description:
        'Why, in the words of who made it; null too where they speak of institutions that the asker may not read.',
      resolve: (it, _args, context) => (isOfOthersToo(it, context) ? null : it.reason),
    }),
    byHand: t.boolean({
      description: 'True: it came from no file, as what `changeRecord` and its like do.',
      resolve: ({ fileName, encoding }) => encoding === null && BY_HAND.includes(fileName),
    }),
    revertedBy: t.field({
      type: MadeByRef,
      nullable: true,
      description: 'Who took it back; null: the command line, or it stands.',
      complexity: 2,
      resolve: ({ revertedBy }, _args, { causeway }) =>
        revertedBy === null ? null : describeToken(causeway.database, revertedBy),
    }),
    revertReason: t.string({
      nullable: true,
      description: 'Why it was taken back; null as `reason` is.',
      resolve: (it, _args, context) => (isOfOthersToo(it, context) ? null : it.revertReason),
    }),
    canRevert: t.field({
      type: CanRevertRef,
      description: 'Whether it can be taken back, as far as that can be told without trying.',
      complexity: 50,
      resolve: async (it, _args, context) => {
        const { causeway, viewer } = context
        const mayNot = it.institutions.some(({ institution }) => !mayChange(viewer, institution))
        if (!mayNot) return { refusal: await findRevertRefusal(causeway.database, it.id) }
        const mayChangeOwn = readableOf(it, context).some(({ institution }) => mayChange(viewer, institution))
        return { refusal: mayChangeOwn ? ofOthersToo() : refusal(viewer) }
      },
    }),
  }),
})

const MOST_SHOWN = 20
/** What stands in the place of a file's name. */
const BY_HAND = [
  'setTarget',
  'causeway same-as',
  'changeRecord',
  'withdrawRecord',
  'attachEvidence',
  'declareNothing',
  'fillLine',
  'setDataDate',
]

type OfInstitution = BatchFacts['institutions'][number]

function readableOf({ institutions }: BatchFacts, { viewer }: GraphContext): OfInstitution[] {
  return institutions.filter(({ institution }) => maySeeExact(viewer, institution))
}

/** It changed institutions that the asker may not read: what was said of it as a whole speaks of them too. */
function isOfOthersToo({ institutions }: BatchFacts, { viewer }: GraphContext): boolean {
  return institutions.some(({ institution }) => !maySeeExact(viewer, institution))
}

function sumOf(some: OfInstitution[], name: 'accepted' | 'updated' | 'unchanged' | 'withdrawn'): number {
  return some.reduce((sum, one) => sum + one[name], 0)
}

MadeByRef.implement({
  description: 'The bearer of a token.',
  fields: (t) => ({
    token: t.exposeID('id', { description: 'Id of the token, and no secret.' }),
    name: t.exposeString('name', { nullable: true, description: 'Who bears it, in the words of who gave it.' }),
    role: t.exposeString('role', { description: 'What its bearer may do.' }),
  }),
})

CanRevertRef.implement({
  description: 'Whether a batch can be taken back, and what stands in the way.',
  fields: (t) => ({
    possible: t.boolean({
      description: 'True: nothing is seen in the way.',
      resolve: ({ refusal }) => refusal === null,
    }),
    code: t.string({
      nullable: true,
      description: 'Why not; null: it can be.',
      resolve: ({ refusal }) => refusal?.code ?? null,
    }),
    message: t.string({
      nullable: true,
      description: 'Why not, and what to do; null: it can be.',
      args: localeArgument,
      resolve: ({ refusal }, { locale }) => refusal && say(refusal.words, locale),
    }),
    laterBatches: t.field({
      type: [BatchRef],
      description: 'Those that rest on it, in the order to take them back.',
      complexity: { field: 2, multiplier: 3 },
      resolve: async ({ refusal }, _args, context) => {
        const ids = ((refusal?.facts['laterBatches'] as string[] | undefined) ?? []).toReversed().slice(0, MOST_SHOWN)
        return (await Promise.all(ids.map((id) => readBatch(context, id)))).filter((batch) => batch !== null)
      },
    }),
  }),
})

const BatchConnection = builder.connectionObject(
  { type: BatchRef, name: 'BatchConnection', description: 'A page of batches.' },
  { name: 'BatchEdge', description: 'A batch in a page.' },
)

builder.queryFields((t) => ({
  batches: t.field({
    type: BatchConnection,
    nullable: true,
    description:
      'The imports that touched an institution, the latest first. Needs a token that may read the institution.',
    args: { institution: t.arg.id({ required: true, description: 'Code of the institution.' }), ...pageArguments },
    complexity: pageComplexity,
    resolve: async (_root, { institution, ...args }, { causeway, viewer, reads }) => {
      requireExact(viewer, institution)
      reads.beyondRevisions = true
      const page = await listBatches(causeway.database, { institution, ...readPage(args) })
      return toConnection(page.batches, (it) => it.cursor, page.hasNext, page.totalCount)
    },
  }),
}))
