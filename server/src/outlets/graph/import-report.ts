import { listCodesToChoose } from '../../records/import/codes-to-choose.ts'
import type { ImportOutcome } from '../../desk/intake/import-records.ts'
import { describeChanges } from '../../records/describe-changes.ts'
import { findRecordType } from '../../records/record-types.ts'
import { BatchRef } from './batch.ts'
import { builder } from './builder.ts'
import { readBatch, type GraphContext } from './context.ts'
import { CodesToChooseRef, FileColumnRef, FileRowRef, RecognisedRef, RejectsRef } from './file-read.ts'
import { ProblemRef } from './import-problem.ts'
import { FigureChangesRef } from './imported-figures.ts'
import { partArguments, partCost, partOf } from './list-part.ts'
import { RecordChangeRef, type ShownChange } from './record-change.ts'
import { RecordTypeRef } from './record-type.ts'

export const ImportReportRef = builder.objectRef<ImportOutcome>('ImportReport')

/** What is told of changes is looked up once for each list. */
async function describe(
  { causeway }: GraphContext,
  changes: readonly (Omit<Parameters<typeof describeChanges>[1][number], 'after'> & { after: object | null })[],
  isThere: boolean,
): Promise<ShownChange[]> {
  const described = await describeChanges(causeway.database, changes as Parameters<typeof describeChanges>[1])
  return described.map((change) => ({ ...change, isThere }))
}

ImportReportRef.implement({
  description: 'What an import did, or (dryRun) would do; how its file was read; what is wrong with it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'As `importProgress` takes it.' }),
    dryRun: t.exposeBoolean('dryRun', { description: 'True: nothing was changed.' }),
    refused: t.boolean({
      description:
        'Nothing was imported, or would be: a row, or (a problem without row) the file as a whole, is wrong.',
      resolve: ({ report }) => report.refused,
    }),
    batch: t.field({
      type: BatchRef,
      nullable: true,
      description: 'The batch that was made; null: a dry run, refused, or nothing differed.',
      complexity: 3,
      resolve: ({ report }, _args, context) => (report.batch === null ? null : readBatch(context, report.batch)),
    }),
    revision: t.int({
      nullable: true,
      description: "The institution's new revision; null: nothing changed, or it changed several institutions.",
      resolve: ({ report }) => {
        const revisions = Object.values(report.revisions)
        return report.batch !== null && revisions.length === 1 ? revisions[0]! : null
      },
    }),
    fileName: t.exposeString('fileName', { description: 'What the file is called.' }),
    encoding: t.string({
      nullable: true,
      description: 'How its text is encoded; null: a workbook, or it could not be told.',
      resolve: ({ report }) => report.encoding,
    }),
    recordType: t.field({
      type: RecordTypeRef,
      nullable: true,
      description: 'What it was read as; null: it could not be told.',
      resolve: ({ preview }) => (preview.recordType === null ? null : (findRecordType(preview.recordType) ?? null)),
    }),
    mapping: t.string({
      nullable: true,
      description: 'Name of the mapping that it was read by; null: by its headers.',
      resolve: ({ preview }) => preview.mapping,
    }),
    accepted: t.int({ description: 'Rows that are new records.', resolve: ({ report }) => report.accepted }),
    updated: t.int({ description: 'Rows that change records.', resolve: ({ report }) => report.updated }),
    unchanged: t.int({
      description: 'Rows that say what is there already.',
      resolve: ({ report }) => report.unchanged,
    }),
    withdrawn: t.int({
      description: 'Records that the file lacks, though it is complete for where they lie.',
      resolve: ({ report }) => report.withdrawn,
    }),
    rejected: t.int({ description: 'Rows that are wrong.', resolve: ({ report }) => report.rejected }),
    rowsRead: t.int({ description: 'Rows under the header.', resolve: ({ report }) => report.rowsRead }),
    rowsLeftOut: t.int({
      description: 'Of these, rows that are no data.',
      resolve: ({ report }) => report.rowsLeftOut,
    }),
    rowsMerged: t.int({
      description: 'Rows that became part of another.',
      resolve: ({ report }) => report.rowsMerged,
    }),
    problemCount: t.int({
      description: 'How many there are; of very many only some are kept.',
      resolve: ({ report }) => report.problemCount,
    }),
    problems: t.field({
      type: [ProblemRef],
      description: 'What is wrong, in the order of rows.',
      args: partArguments(100),
      complexity: partCost(100),
      resolve: ({ report }, args) => partOf(withoutRest(report.problems), args, 100),
    }),
    warningCount: t.int({
      description: 'How many there are; of very many only some are kept.',
      resolve: ({ report }) => report.warningCount,
    }),
    warnings: t.field({
      type: [ProblemRef],
      description: 'What is doubtful and refuses nothing.',
      args: partArguments(100),
      complexity: partCost(100),
      resolve: ({ report }, args) => partOf(withoutRest(report.warnings), args, 100),
    }),
    recognised: t.field({
      type: [RecognisedRef],
      description: 'What the file may hold, the likeliest first, at most five.',
      complexity: { field: 1, multiplier: 5 },
      resolve: ({ preview }) => preview.recognised,
    }),
    sheet: t.string({
      nullable: true,
      description: 'The sheet that was read; null: a text file.',
      resolve: ({ preview }) => preview.sheet,
    }),
    otherSheets: t.stringList({
      description: 'Sheets with such a header that were not read.',
      resolve: ({ preview }) => preview.otherSheets,
    }),
    sheets: t.stringList({
      description: 'All sheets of a workbook that are not hidden; empty: a text file.',
      resolve: ({ preview }) => preview.sheets,
    }),
    head: t.field({
      type: [FileRowRef],
      description:
        'The first rows of the sheet as they stand, titles and header among them, at most 30, of each the first cells.',
      args: partArguments(30),
      complexity: partCost(30),
      resolve: ({ preview }, args) => partOf(preview.head, args, 30),
    }),
    headerRow: t.int({
      nullable: true,
      description: 'The row that names the columns; null: none was found.',
      resolve: ({ preview }) => preview.headerRow,
    }),
    columns: t.field({
      type: [FileColumnRef],
      description: 'The columns and what they are taken for, at most 200.',
      complexity: { field: 1, multiplier: 20 },
      resolve: ({ preview }) => preview.columns,
    }),
    rows: t.field({
      type: [FileRowRef],
      description: 'The first rows of data, at most 50.',
      args: partArguments(20),
      complexity: partCost(20),
      resolve: ({ preview }, args) => partOf(preview.rows, args, 20),
    }),
    wrongRows: t.field({
      type: [FileRowRef],
      description: 'The wrong rows with their cells, so that they can be mended; at most 500 are kept.',
      args: partArguments(50),
      complexity: partCost(50),
      resolve: ({ preview }, args) => partOf(preview.wrongRows, args, 50),
    }),
    codes: t.field({
      type: [CodesToChooseRef],
      description: 'Of fields that are wrong in some row and name a record of another type: what they could name.',
      complexity: { field: 20, multiplier: 20 },
      resolve: ({ preview, institution }, _args, { causeway }) =>
        listCodesToChoose(causeway.database.quick, preview, institution),
    }),
    rejects: t.field({
      type: RejectsRef,
      nullable: true,
      description: 'The wrong rows as a file; null: no row is wrong.',
      resolve: ({ rejects, fileName }) => rejects && { ...rejects, fileName: nameOfRejects(fileName) },
    }),
    newRecords: t.field({
      type: [RecordChangeRef],
      description: 'The first of the records that are new, at most 200.',
      args: partArguments(50),
      complexity: partCost(50),
      resolve: ({ report, preview }, args, context) =>
        report.refused ? [] : describe(context, partOf(preview.added, args, 50), report.batch !== null),
    }),
    updatedRecords: t.field({
      type: [RecordChangeRef],
      description: 'The first of the records that are changed, at most 200.',
      args: partArguments(50),
      complexity: partCost(50),
      resolve: ({ report, preview }, args, context) =>
        report.refused ? [] : describe(context, partOf(preview.updated, args, 50), true),
    }),
    withdrawnRecords: t.field({
      type: [RecordChangeRef],
      description: 'The first of the records that are withdrawn, at most 100.',
      args: partArguments(50),
      complexity: partCost(50),
      resolve: ({ report, preview }, args): ShownChange[] =>
        partOf(report.withdrawals ?? [], args, 50).map((one) => ({
          ...{ ...one, type: preview.recordType!, row: null, fields: [] },
          isThere: report.batch === null,
        })),
    }),
    figureChanges: t.field({
      type: FigureChangesRef,
      nullable: true,
      description: 'The figures that it alters; null: `figures` did not ask for them.',
      resolve: ({ figures }) => figures,
    }),
  }),
})

/** The one that counts the rest speaks of the command line; here the totals say it. */
function withoutRest(problems: ImportOutcome['report']['problems']) {
  return problems.filter(({ code }) => code !== 'MORE_PROBLEMS')
}

function nameOfRejects(fileName: string): string {
  return `${fileName.replace(/\.(csv|txt|tsv)(\.gz)?$|\.xlsx?$/i, '')}-rejected.csv`
}
