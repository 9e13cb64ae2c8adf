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
    changed: t.given('Boolean', 'False: it stood so already, and nothing changed.', ({ batch }) => batch !== null),
    revision: t.maybe(
      'Int',
      "The institution's new revision; null: nothing changed.",
      ({ revisions, institution }) => revisions[institution] ?? null,
    ),
    batch: t.maybe(
      BatchRef,
      'The batch, which can be taken back; null: nothing changed.',
      ({ batch }, context) => (batch === null ? null : readBatch(context, batch)),
      3,
    ),
  }),
})
