import type { BatchResult } from '../../records/commit.ts'
import { BatchRef } from './batch.ts'
import { builder } from './builder.ts'
import { readBatch } from './context.ts'

/** What was done in a batch of its own. */
export interface DoneByHand extends BatchResult {
  institution: string
}

export const DoneByHandRef = builder.interfaceRef<DoneByHand>('DoneByHand')

DoneByHandRef.implement({
  description: 'Something was changed by hand, in a batch of its own that can be taken back; or it stood so already.',
  fields: (t) => ({
    changed: t.boolean({
      description: 'False: it stood so already, and nothing changed.',
      resolve: ({ batch }) => batch !== null,
    }),
    revision: t.int({
      nullable: true,
      description: "The institution's new revision; null: nothing changed.",
      resolve: ({ revisions, institution }) => revisions[institution] ?? null,
    }),
    batch: t.field({
      type: BatchRef,
      nullable: true,
      description: 'The batch, which can be taken back; null: nothing changed.',
      complexity: 3,
      resolve: ({ batch }, _args, context) => (batch === null ? null : readBatch(context, batch)),
    }),
  }),
})
