import { revertByHand } from '../../desk/by-hand/change-record.ts'
import type { Reverted } from '../../records/revert.ts'
import { BatchRef } from './batch.ts'
import { builder, readBatchId } from './builder.ts'
import { readBatch } from './context.ts'
import { DoneByHandRef, mutation } from './mutation.ts'
import { setDataDate, type DataDateSet, type OverviewSaid } from '../../desk/by-hand/set-data-date.ts'
import { ChangeRef, fromYear } from './change.ts'
import { ReportedRef } from './institution-series.ts'

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

mutation('revertBatch', {
  right: null,
  description:
    'Takes a batch back, whole: what it brought is withdrawn, what it changed is as before. Needs a token that may change every institution that it changed.',
  done: BatchRevertedRef,
  answers: 'Taken back, or refused: `batches` names those that are in the way, in the order to take them back.',
  input: {
    asks: 'Which, and why.',
    description: 'A batch to take back.',
    fields: (t) => ({
      batch: t.id({ required: true, description: '`id` or `batch` of the batch.' }),
      reason: t.string({ description: 'Why.' }),
    }),
  },
  complexity: 300,
  make: async (input, { causeway, viewer }) => {
    const batch = readBatchId(input.batch)
    return { batch, ...(await revertByHand(causeway, viewer, { ...input, batch })) }
  },
})

const OverviewSaidRef = builder.objectRef<OverviewSaid>('OverviewSaid').implement({
  description: 'What the overview opens with under a data date.',
  fields: (t) => ({
    dataDate: t.maybe('Date', 'The data date.', 'dataDate'),
    openingYear: t.maybe('Int', 'The school year that pages open on.', 'openingYear'),
    partial: t.given('Boolean', 'True: the data date is before the last day of that year.', 'partial'),
    reported: t.maybe(ReportedRef, 'How much of that year is reported.', 'reported'),
    targetsKnown: t.given(
      'Int',
      'Targets of that year of which it is known whether they are reached.',
      'targets.known',
    ),
    targetsOnCourse: t.given(
      'Int',
      'Of these, the ones that are; while the year is not over, the ones on course.',
      'targets.onCourse',
    ),
    changes: t.maybe(
      [ChangeRef],
      'The largest changes of that year; null: there was no time to count them.',
      ({ changes }, { causeway }) => changes && changes.map((change) => fromYear(causeway, change)),
      { field: 1, multiplier: 6 },
    ),
  }),
})

const DataDateSetRef = builder.objectRef<DataDateSet>('DataDateSet').implement({
  description: 'The data date was set, or would be (dryRun), or is that day already.',
  interfaces: [DoneByHandRef],
  fields: (t) => ({
    before: t.maybe(
      OverviewSaidRef,
      'Of a dry run: what the overview says now; null: it is that day already.',
      ({ preview }) => preview?.before ?? null,
    ),
    after: t.maybe(
      OverviewSaidRef,
      'Of a dry run: what the overview would say.',
      ({ preview }) => preview?.after ?? null,
    ),
  }),
})

mutation('setDataDate', {
  right: 'records',
  description: 'Moves the data date of an institution, the day up to which its records speak, forward or back.',
  done: DataDateSetRef,
  answers: 'Set, or refused.',
  input: {
    asks: 'The day, and why.',
    description: 'A decision up to which day the records of an institution speak.',
    fields: (t) => ({
      institution: t.id({ required: true, description: 'Code of the institution.' }),
      date: t.field({ type: 'Date', required: true, description: 'The day.' }),
      reason: t.string({ description: 'Why; may be left out of a dry run.' }),
      dryRun: t.boolean({ description: 'True: nothing is changed, and the answer says what the overview would say.' }),
    }),
  },
  complexity: 3_000,
  make: (input, { causeway, viewer }) => setDataDate(causeway, viewer, input),
})
