import type { ImportJob } from '../../desk/intake/import-jobs.ts'
import {
  findImport,
  importRecords,
  stopImport,
  type ImportOutcome,
  type PageImportAnswer,
} from '../../desk/intake/import-records.ts'
import type { PageImport } from '../../desk/intake/page-import.ts'
import { builder } from './builder.ts'
import { ImportRecordsInput } from './import-input.ts'
import { ImportReportRef } from './import-report.ts'
import { mutation, orRefused, Refused, RefusedRef, needs } from './mutation.ts'

class UnderWay {
  readonly job: ImportJob<ImportOutcome>

  constructor(job: ImportJob<ImportOutcome>) {
    this.job = job
  }
}

const UnderWayRef = builder.objectRef<UnderWay>('ImportUnderWay').implement({
  description: 'An import that takes longer than was waited for. It goes on; `importProgress` tells how far it is.',
  fields: (t) => ({
    id: t.given('ID', 'As `importProgress` takes it.', 'job.id'),
    dryRun: t.given('Boolean', 'True: nothing will be changed.', 'job.dryRun'),
    fileName: t.given('String', 'What the file is called.', 'job.fileName'),
    startedAt: t.given('DateTime', 'When it began.', 'job.startedAt'),
    rowsRead: t.given('Int', 'Rows read so far.', ({ job }) => job.progress.rows),
    bytesRead: t.given('Float', 'Bytes read so far.', ({ job }) => job.progress.bytes),
    bytes: t.given('Float', 'Bytes of the file; 0: reading has not begun.', ({ job }) => job.progress.totalBytes),
    soFar: t.maybe(
      ImportReportRef,
      'How the file is read, its columns and first rows, and what was found wrong so far; null: its first rows are still to come. What becomes of right rows, and the changes, are known at the end.',
      ({ job }) => job.soFar?.() ?? null,
      5,
    ),
  }),
})

const ImportRecordsResult = builder.unionType('ImportRecordsResult', {
  description: 'Ended, under way, or refused before anything was read. A file that is wrong is a report that says so.',
  types: [ImportReportRef, UnderWayRef, RefusedRef],
  resolveType: (it) => (it instanceof Refused ? RefusedRef : it instanceof UnderWay ? UnderWayRef : ImportReportRef),
})

builder.mutationField('importRecords', (t) =>
  t.field({
    type: ImportRecordsResult,
    description: `Imports a file, or several as one batch, or (dryRun) says all that would happen. ${needs('records')}`,
    args: { input: t.arg({ type: ImportRecordsInput, required: true, description: 'What, and how to read it.' }) },
    complexity: ({ input }) => ({ field: input?.figures ? 5_000 : 1_000, multiplier: 1 }),
    resolve: (_root, { input }, context) =>
      orRefused(async () =>
        toAnswer(
          await importRecords(context.causeway, context.viewer, context.uploads, toImport(input), context.signal),
        ),
      ),
  }),
)

builder.queryField('importProgress', (t) =>
  t.field({
    type: ImportRecordsResult,
    nullable: true,
    description:
      'How far an import is, or what came of it: for 15 minutes after its end, and for the bearer of the token that began it.',
    args: { id: t.arg.id({ required: true, description: 'As `importRecords` gave it.' }) },
    complexity: 20,
    resolve: (_root, { id }, context) => {
      context.reads.beyondRevisions = true
      return orRefused(async () => toAnswer(await findImport(context.causeway, context.viewer, id)))
    },
  }),
)

const ImportStoppedRef = builder
  .objectRef<{ stopped: boolean; job: ImportJob<ImportOutcome> }>('ImportStopped')
  .implement({
    description: 'It goes on no longer.',
    fields: (t) => ({
      stopped: t.given('Boolean', 'True: it changed nothing; false: it had ended before.', 'stopped'),
      fileName: t.given('String', 'What the file is called.', 'job.fileName'),
    }),
  })

mutation('stopImport', {
  right: null,
  description:
    'Ends an import, or a dry run, before its end: nothing is changed by it. For the bearer of the token that began it.',
  done: ImportStoppedRef,
  answers: 'Stopped, or refused with UNKNOWN_IMPORT.',
  input: {
    asks: 'Which.',
    description: 'An import to stop.',
    fields: (t) => ({ id: t.id({ required: true, description: 'As `importRecords` gave it.' }) }),
  },
  complexity: 20,
  make: ({ id }, { causeway, viewer }) => stopImport(causeway, viewer, id),
})

function toImport(input: typeof ImportRecordsInput.$inferInput): PageImport {
  const { replaces } = input
  return {
    ...input,
    replaces:
      replaces && ((replaces.years?.length ?? 0) > 0 || (replaces.units?.length ?? 0) > 0)
        ? { years: [...(replaces.years ?? [])], units: [...(replaces.units ?? [])] }
        : null,
  }
}

function toAnswer(answer: PageImportAnswer): ImportOutcome | UnderWay {
  return 'underWay' in answer ? new UnderWay(answer.underWay) : answer.ended
}
