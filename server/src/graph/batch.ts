import { maySeeExact } from '../access/viewer.ts'
import { refusal, requireExact } from '../access/refuse.ts'
import { listBatches, type BatchFacts } from '../records/batches.ts'
import { findRecordType } from '../records/record-types.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { readBatch } from './context.ts'
import { RecordTypeRef } from './record-type.ts'

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
    dataDate: t.expose('dataDate', {
      type: 'Date',
      nullable: true,
      description: 'The day up to which it speaks; null: it speaks for none, as a decision or a target.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was imported.' }),
    revertedAt: t.expose('revertedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back; null: it stands.',
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
