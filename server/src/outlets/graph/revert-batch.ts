import { revertByHand } from '../../desk/by-hand/change-record.ts'
import type { Reverted } from '../../records/revert.ts'
import { BatchRef } from './batch.ts'
import { builder } from './builder.ts'
import { readBatch } from './context.ts'
import { readBatchId } from './ids.ts'
import { orRefused, Refused, RefusedRef } from './mutation.ts'

type Done = Reverted & { batch: string }

const BatchRevertedRef = builder.objectRef<Done>('BatchReverted').implement({
  description: 'A batch was taken back, whole.',
  fields: (t) => ({
    batch: t.given(
      BatchRef,
      'The batch as it is now.',
      async ({ batch }, context) => {
        context.batches.delete(batch)
        return (await readBatch(context, batch))!
      },
      3,
    ),
    withdrawn: t.given('Int', 'Records that it had brought and that are gone.', 'withdrawn'),
    restored: t.given('Int', 'Records that are as they were before it.', 'restored'),
    institutions: t.given(['ID'], 'Codes of the institutions that changed.', 'institutions'),
  }),
})

const RevertBatchResult = builder.unionType('RevertBatchResult', {
  description: 'Taken back, or refused: `batches` names those that stand in the way, in the order to take them back.',
  types: [BatchRevertedRef, RefusedRef],
  resolveType: (it) => (it instanceof Refused ? RefusedRef : BatchRevertedRef),
})

const RevertBatchInput = builder.inputType('RevertBatchInput', {
  description: 'A batch to take back.',
  fields: (t) => ({
    batch: t.id({ required: true, description: '`id` or `batch` of the batch.' }),
    reason: t.string({ description: 'Why.' }),
  }),
})

builder.mutationField('revertBatch', (t) =>
  t.field({
    type: RevertBatchResult,
    description:
      'Takes a batch back, whole: what it brought is withdrawn, what it changed is as before. Needs a token that may change every institution that it changed.',
    args: { input: t.arg({ type: RevertBatchInput, required: true, description: 'Which, and why.' }) },
    complexity: 300,
    resolve: (_root, { input }, { causeway, viewer }) =>
      orRefused(
        Promise.resolve().then(async (): Promise<Done> => {
          const batch = readBatchId(input.batch)
          return { batch, ...(await revertByHand(causeway, viewer, { ...input, batch })) }
        }),
      ),
  }),
)
