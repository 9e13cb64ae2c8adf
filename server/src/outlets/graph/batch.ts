import { may, rightToChange } from '@causeway/shared/rights'
import { describeToken, type TokenFacts } from '../../access/tokens.ts'
import { maySeeExact } from '../../access/viewer.ts'
import { ofOthersToo, refusal } from '../../access/refuse.ts'
import { listBatches, type BatchFacts } from '../../records/batches.ts'
import { findRevertRefusal } from '../../records/revert.ts'
import type { QuestionError } from '../../ground/question-error.ts'
import { findRecordType } from '../../records/record-types.ts'
import { institutionArgument, ofInstitution } from './asked.ts'
import { builder } from './builder.ts'
import { connectionOf, pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { readBatch, readBatches, readInstitution, type GraphContext } from './context.ts'
import { InstitutionRef } from './institution.ts'
import { RecordTypeRef } from './record-type.ts'
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
    batch: t.given('String', 'Its id as the command line names it, for `causeway revert`.', 'id'),
    recordType: t.maybe(RecordTypeRef, 'What kind of records it holds.', (it) => findRecordType(it.recordType) ?? null),
    recordTypes: t.list(RecordTypeRef, 2, 'All kinds of which it changed records, that one first.', (it) =>
      it.recordTypes.flatMap((name) => findRecordType(name) ?? []),
    ),
    fileName: t.given('String', 'Name of the file.', 'fileName'),
    encoding: t.maybe('String', 'How its text was encoded; null: a workbook.', 'encoding'),
    dataDate: t.maybe(
      'Date',
      'The data date that it set or moved, or said again; null: it left it as it was.',
      (it, context) => readableOf(it, context).find(({ data_date }) => data_date !== null)?.data_date,
    ),
    createdAt: t.given('DateTime', 'When it was imported.', 'createdAt'),
    revertedAt: t.maybe('DateTime', 'When it was taken back; null: it holds.', 'revertedAt'),
    institutions: t.list(
      InstitutionRef,
      { times: 2, cost: 2 },
      'Those that it changed and that the asker may read.',
      (it, context) =>
        Promise.all(
          readableOf(it, context)
            .slice(0, MOST_SHOWN)
            .map((one) => readInstitution(context, one.institution)),
        ),
    ),
    accepted: t.given('Int', 'Records that it brought, of institutions that the asker may read.', (it, context) =>
      sumOf(readableOf(it, context), 'accepted'),
    ),
    updated: t.given('Int', 'Records that it changed.', (it, context) => sumOf(readableOf(it, context), 'updated')),
    unchanged: t.given('Int', 'Records of which it said what was there already.', (it, context) =>
      sumOf(readableOf(it, context), 'unchanged'),
    ),
    withdrawn: t.given('Int', 'Records that it withdrew.', (it, context) =>
      sumOf(readableOf(it, context), 'withdrawn'),
    ),
    by: t.maybe(
      MadeByRef,
      'Who made it; null: the command line.',
      ({ madeBy }, { causeway }) => (madeBy === null ? null : describeToken(causeway.database, madeBy)),
      2,
    ),
    reason: t.maybe(
      'String',
      'Why, in the words of who made it; null too where they speak of institutions that the asker may not read.',
      (it, context) => (isOfOthersToo(it, context) ? null : it.reason),
    ),
    byHand: t.given(
      'Boolean',
      'True: it came from no file, as what `changeRecord` and its like do.',
      ({ fileName, encoding }) => encoding === null && BY_HAND.includes(fileName),
    ),
    revertedBy: t.maybe(
      MadeByRef,
      'Who took it back; null: the command line, or it holds.',
      ({ revertedBy }, { causeway }) => (revertedBy === null ? null : describeToken(causeway.database, revertedBy)),
      2,
    ),
    revertReason: t.maybe('String', 'Why it was taken back; null as `reason` is.', (it, context) =>
      isOfOthersToo(it, context) ? null : it.revertReason,
    ),
    canRevert: t.given(
      CanRevertRef,
      'Whether it can be taken back, as far as that can be known without trying.',
      async (it, context) => {
        const { causeway, viewer } = context
        const right = rightToChange(it.recordTypes)
        const mayNot = it.institutions.some(({ institution }) => !may(viewer, right, institution))
        if (!mayNot) return { refusal: await findRevertRefusal(causeway.database, it.id) }
        const mayChangeOwn = readableOf(it, context).some(({ institution }) => may(viewer, right, institution))
        return { refusal: mayChangeOwn ? ofOthersToo() : refusal(viewer) }
      },
      50,
    ),
  }),
})

const MOST_SHOWN = 20
/** What is in the place of a file's name. */
const BY_HAND = [
  'setTarget',
  'causeway same-as',
  'changeRecord',
  'withdrawRecord',
  'attachEvidence',
  'declareNothing',
  'takeStarts',
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

export const MadeByRef = builder.objectRef<TokenFacts>('MadeBy').implement({
  description: 'The bearer of a token.',
  fields: (t) => ({
    token: t.given('ID', 'Id of the token, and no secret.', 'id'),
    name: t.maybe('String', 'Who bears it, in the words of who gave it.', 'name'),
    role: t.given('String', 'What its bearer may do.', 'role'),
  }),
})

CanRevertRef.implement({
  description: 'Whether a batch can be taken back, and what is in the way.',
  fields: (t) => ({
    possible: t.given('Boolean', 'True: nothing is seen in the way.', ({ refusal }) => refusal === null),
    code: t.maybe('String', 'Why not; null: it can be.', ({ refusal }) => refusal?.code ?? null),
    message: t.maybeWords('Why not, and what to do; null: it can be.', ({ refusal }) => refusal && refusal.words),
    laterBatches: t.list(
      BatchRef,
      { times: 3, cost: 2 },
      'Those that rest on it, in the order to take them back.',
      ({ refusal }, context) => {
        const ids = ((refusal?.facts['laterBatches'] as string[] | undefined) ?? []).toReversed().slice(0, MOST_SHOWN)
        return readBatches(context, ids)
      },
    ),
  }),
})

const BatchConnection = connectionOf(BatchRef, 'Batch', 'A page of batches.', 'A batch in a page.')

builder.queryFields((t) => ({
  batches: t.field({
    type: BatchConnection,
    nullable: true,
    description:
      'The imports that touched an institution, the latest first. Needs a token that may read the institution.',
    args: { ...institutionArgument, ...pageArguments },
    complexity: pageComplexity,
    resolve: ofInstitution(async ({ institution, ...args }, { causeway, reads }) => {
      reads.beyondRevisions = true
      const page = await listBatches(causeway.database, { institution, ...readPage(args) })
      return toConnection(page.batches, (it) => it.cursor, page.hasNext, page.totalCount)
    }),
  }),
}))
