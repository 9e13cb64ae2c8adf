import type { ImportJob } from '../../desk/intake/import-jobs.ts'
import {
  findImport,
  importRecords,
  stopImport,
  type ImportOutcome,
  type PageImportAnswer,
} from '../../desk/intake/import-records.ts'
import type { PageImport } from '../../desk/intake/page-import.ts'
import type { SaidLine } from '../../records/import/ground/source-row.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { ImportReportRef } from './import-report.ts'
import { mutation, orRefused, Refused, RefusedRef } from './mutation.ts'

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

const ReplacesInput = builder.inputType('ReplacesInput', {
  description:
    'The file is complete for these: records of them that it lacks are withdrawn. Years and units together are those years of those units.',
  fields: (t) => ({
    years: t.intList({ description: 'School years, by the year they begin in.' }),
    units: t.idList({ description: 'Codes of units.' }),
  }),
})

const ColumnChoiceInput = builder.inputType('ColumnChoiceInput', {
  description: 'What a column is to be read as.',
  fields: (t) => ({
    column: t.int({ required: true, description: '`index` of the column.' }),
    field: t.id({ description: 'Name of a field, or "institution"; null: it is not read.' }),
  }),
})

const ConstantInput = builder.inputType('ConstantInput', {
  description: 'A field that the file has no column for, and that says the same in each row.',
  fields: (t) => ({
    field: t.id({ required: true, description: 'Name of a field.' }),
    value: t.string({ required: true, description: 'As it would be in a cell.' }),
  }),
})

const AnswerInput = builder.inputType('AnswerInput', {
  description: 'What a text of cells means for a field, wherever it is.',
  fields: (t) => ({
    field: t.id({ required: true, description: 'Name of a field that the mapping reads.' }),
    recordType: t.id({ description: 'The type that has the field; omitted: each that has one of that name.' }),
    text: t.string({ required: true, description: 'As it is in the cells.' }),
    value: t.string({ required: true, description: 'What it means, as it would be in a cell of the field.' }),
  }),
})

const RenamedColumnInput = builder.inputType('RenamedColumnInput', {
  description: 'A column that a mapping names, and that is called otherwise in this file.',
  fields: (t) => ({
    was: t.string({ required: true, description: 'As the mapping names it.' }),
    is: t.string({ required: true, description: 'As the file names it.' }),
  }),
})

const CellCorrectionInput = builder.inputType('CellCorrectionInput', {
  description: 'What is to be in one cell in place of what is there.',
  fields: (t) => ({
    row: t.int({ required: true, description: 'As a spreadsheet numbers it.' }),
    sheet: t.string({ description: 'Where several sheets are read: which.' }),
    column: t.int({ required: true, description: '`index` of the column.' }),
    value: t.string({ required: true, description: 'As it would be in the cell; empty: nothing.' }),
  }),
})

const RowOnSheetInput = builder.inputType('RowOnSheetInput', {
  description: 'A row of one of several sheets.',
  fields: (t) => ({
    row: t.int({ required: true, description: 'As a spreadsheet numbers it.' }),
    sheet: t.string({ required: true, description: 'Its sheet.' }),
  }),
})

const SaidLineEnum = enumOf<SaidLine>('SaidLine', 'What somebody says that a row under the header is.', {
  RECORD: 'A record',
  TOTAL: 'A total: it is not read, and compared with what was',
  NOTE: 'A note: it is not read',
})

const SaidLineInput = builder.inputType('SaidLineInput', {
  description: 'What a row is.',
  fields: (t) => ({
    row: t.int({ required: true, description: 'As a spreadsheet numbers it.' }),
    sheet: t.string({ description: 'Where several sheets are read: which.' }),
    role: t.field({ type: SaidLineEnum, required: true, description: 'What it is.' }),
  }),
})

const DateOrderEnum = enumOf('DateOrder', 'How 3/4/2024 is meant.', {
  YMD: 'Year, month, day',
  DMY: 'Day, month, year',
  MDY: 'Month, day, year',
})

const ImportRecordsInput = builder.inputType('ImportRecordsInput', {
  description:
    'One file to import. It is sent anew for each step: nothing of it is kept between a dry run and the import.',
  fields: (t) => ({
    institution: t.id({
      description: 'Code of the institution; omitted: every row says it, which needs a token of every institution.',
    }),
    type: t.id({ description: 'Record type; omitted, in a dry run only: it is recognised.' }),
    file: t.field({ type: 'Upload', required: true, description: 'CSV, CSV.GZ, XLSX or XLS.' }),
    fileHash: t.string({
      description:
        '`fileHash` of the report that was looked at before: a file that is another one is refused with FILE_CHANGED.',
    }),
    dryRun: t.boolean({ description: 'True: tells everything, changes nothing.' }),
    acceptValid: t.boolean({ description: 'True: the right rows are imported though others are wrong.' }),
    replaces: t.field({ type: ReplacesInput, description: 'What the file is complete for.' }),
    dataDate: t.field({ type: 'Date', description: 'Day up to which the file speaks; today where omitted.' }),
    encoding: t.string({
      description:
        'Encoding of a text file, as `windows-1252`; omitted: it is recognised by what the file holds. One that is not known is a problem of the file that names those that are.',
    }),
    mapping: t.id({
      description: 'Name of a mapping that the institution saved or that ships, as `recognised` gives it.',
    }),
    mappingText: t.string({
      description: 'A mapping itself, YAML or JSON, as `saveMapping` takes it. It comes before `mapping`.',
    }),
    columns: t.field({
      type: [ColumnChoiceInput],
      description: 'What columns are to be read as; those not named are read as their headers, or the mapping, say.',
    }),
    answers: t.field({
      type: [AnswerInput],
      description: 'What texts mean that the mapping does not know; `asMapping` keeps them.',
    }),
    renamed: t.field({
      type: [RenamedColumnInput],
      description: 'Columns that the mapping names and that have another head now.',
    }),
    constants: t.field({ type: [ConstantInput], description: 'Fields that the file has no column for.' }),
    dateOrder: t.field({ type: DateOrderEnum, description: 'Of dates that could be two days.' }),
    decimalComma: t.boolean({ description: 'True: 1,5 is one and a half.' }),
    addUp: t.boolean({
      description: 'True: rows of a headcount that are alike in all else become one, with their headcounts added up.',
    }),
    sheet: t.string({ description: 'The sheet to read; the first with a header where omitted.' }),
    headerRow: t.int({ description: 'The row that names the columns; found where omitted.' }),
    headRows: t.int({
      description:
        'How many rows the header has, from `headerRow` on, at most five; 0: none, and columns go by letter. One where omitted.',
    }),
    corrections: t.field({
      type: [CellCorrectionInput],
      description: 'Cells corrected before the rows are checked, at most 10,000.',
    }),
    leaveOut: t.intList({ description: 'Rows that are not read.' }),
    leaveOutOn: t.field({
      type: [RowOnSheetInput],
      description: 'Rows that are not read, where several sheets are.',
    }),
    lines: t.field({
      type: [SaidLineInput],
      description: 'Rows under the header of which somebody says what they are, whatever they look like.',
    }),
    reason: t.string({ description: 'Why; kept with the batch.' }),
    figures: t.boolean({ description: 'True: tell also which figures it alters, which takes longer.' }),
    seconds: t.int({ description: 'How long to wait for the end, at most 20; 8 where omitted.' }),
    untilRead: t.boolean({
      description: 'True: waits no longer than until the first rows are read, and a moment: `soFar` has them.',
    }),
  }),
})

builder.mutationField('importRecords', (t) =>
  t.field({
    type: ImportRecordsResult,
    description:
      'Imports a file, or (dryRun) tells all that would happen. Needs a token of an editor or higher that may change the institution.',
    args: { input: t.arg({ type: ImportRecordsInput, required: true, description: 'The file, and how to read it.' }) },
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
