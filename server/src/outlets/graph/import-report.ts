import { listCodesToChoose, listRegisters } from '../../records/import/report/codes-to-choose.ts'
import { leftOutOfFigures } from '../../records/import/report/left-out.ts'
import { readingOf } from '../../records/import/moves/looked-table.ts'
import { titleOffers } from '../../records/import/moves/title-offers.ts'
import { offerMoves } from '../../records/import/moves/offer-moves.ts'
import { readingAsMapping } from '../../records/import/moves/reading-as-mapping.ts'
import type { ImportOutcome } from '../../desk/intake/import-records.ts'
import { describeChanges } from '../../records/history.ts'
import { findRecordType, recordTypeOf } from '../../records/record-types.ts'
import { BatchRef } from './batch.ts'
import { builder } from './builder.ts'
import { readBatch, type GraphContext } from './context.ts'
import { CreatedRef, createdOf } from './created-entries.ts'
import { ChangesOfTypeRef, FoundSheetRef, sheetsFoundIn } from './import-parts.ts'
import {
  CodesToChooseRef,
  CorrectedAgainRef,
  FileColumnRef,
  FileRowRef,
  RecognisedRef,
  RejectsRef,
  RowAgainRef,
} from './file-read.ts'
import { ProblemRef } from './page-words.ts'
import { FigureChangesRef, RecordChangeRef, type ShownChange } from './imported-figures.ts'
import { partOf, takePart } from './connection.ts'
import { columnsInWords } from './column-in-words.ts'
import { ImportMoveRef, TitleOfferRef, UnknownWordRef } from './import-moves.ts'
import { StatedSumRef } from './stated-sums.ts'
import { RecordTypeRef } from './record-type.ts'

/** What is said of changes is looked up once for each list. */
async function describe(
  { causeway }: GraphContext,
  changes: readonly (Omit<Parameters<typeof describeChanges>[1][number], 'after'> & { after: object | null })[],
  isThere: boolean,
): Promise<ShownChange[]> {
  const described = await describeChanges(causeway.database, changes as Parameters<typeof describeChanges>[1])
  return described.map((change) => ({ ...change, isThere }))
}

export const ImportReportRef = builder.objectRef<ImportOutcome>('ImportReport')

ImportReportRef.implement({
  description: 'What an import did, or (dryRun) would do; how its file was read; what is wrong with it.',
  fields: (t) => ({
    id: t.given('ID', 'As `importProgress` takes it.', 'id'),
    dryRun: t.given('Boolean', 'True: nothing was changed.', 'dryRun'),
    refused: t.given(
      'Boolean',
      'Nothing was imported, or would be: a row, or (a problem without row) the file as a whole, is wrong.',
      'report.refused',
    ),
    batch: t.maybe(
      BatchRef,
      'The batch that was made; null: a dry run, refused, or nothing differed.',
      ({ report }, context) => readBatch(context, report.batch),
      3,
    ),
    revision: t.maybe(
      'Int',
      "The institution's new revision; null: nothing changed, or it changed several institutions.",
      ({ report }) => {
        const revisions = Object.values(report.revisions)
        return report.batch !== null && revisions.length === 1 ? revisions[0]! : null
      },
    ),
    fileName: t.given('String', 'What the file is called.', 'fileName'),
    fileHash: t.maybe('String', 'SHA-256 of its bytes, hex; null: it could not be opened.', 'report.fileHash'),
    encoding: t.maybe(
      'String',
      'How its text is encoded; null: a workbook, or it could not be said.',
      'report.encoding',
    ),
    recordType: t.maybe(RecordTypeRef, 'What it was read as; null: it could not be said.', ({ preview }) =>
      preview.recordType === null ? null : (findRecordType(preview.recordType) ?? null),
    ),
    recordTypes: t.list(
      RecordTypeRef,
      2,
      'All kinds of records that its rows make, that one first, and those of the entries that names make.',
      ({ preview }) => preview.recordTypes.flatMap((name) => findRecordType(name) ?? []),
    ),
    mapping: t.maybe('String', 'Name of the mapping that it was read by; null: by its headers.', 'preview.mapping'),
    asMapping: t.maybe(
      'String',
      'How it was read, with all that was chosen and with what repeated values were corrected to, as a mapping that `saveMapping` takes; null: it could not be read.',
      ({ preview }) => readingAsMapping(preview),
      20,
    ),
    reading: t.maybe(
      'String',
      'How it was read, as JSON of the mapping language: what `moves` and `words` change. Null: it could not be read.',
      ({ preview }) => {
        const reading = readingOf(preview)
        return reading && JSON.stringify(reading)
      },
      20,
    ),
    moves: t.list(
      ImportMoveRef,
      { times: 30, cost: 20 },
      'What else of it could be read, at most 30: its heads and values speak for each.',
      async ({ preview, institution }, { causeway }) =>
        offerMoves(preview, await listRegisters(causeway.database.quick, preview, institution)),
    ),
    titleOffers: t.list(
      TitleOfferRef,
      10,
      'What the title, the name of the sheet or that of the file says of fields that no column fills, or that one value for all rows fills.',
      ({ preview }) => titleOffers(preview),
    ),
    words: t.field({
      type: [UnknownWordRef],
      description: 'Texts that mean nothing to a field, each once, at most 300.',
      ...partOf(50),
      resolve: ({ preview }, args) => takePart(preview.words.list(), args, 50),
    }),
    accepted: t.given('Int', 'Records that are new.', 'report.accepted'),
    updated: t.given('Int', 'Records that are changed.', 'report.updated'),
    unchanged: t.given('Int', 'Records that are there already as the rows say.', 'report.unchanged'),
    withdrawn: t.given(
      'Int',
      'Records that the file lacks, though it is complete for where they lie.',
      'report.withdrawn',
    ),
    rejected: t.given('Int', 'Rows that are wrong.', 'report.rejected'),
    created: t.list(
      CreatedRef,
      2,
      'Entries that names made because no register had them, by kind; they are not among the accepted.',
      ({ report }) => createdOf(report),
    ),
    rowsRead: t.given('Int', 'Rows under the header.', 'report.rowsRead'),
    rowsLeftOut: t.given('Int', 'Of these, rows that are no data.', 'report.rowsLeftOut'),
    sumsAgreed: t.given(
      'Int',
      'Sums and counts that the file states and that are as they were read; each other one is a warning STATED_SUM.',
      'report.sumsAgreed',
    ),
    sums: t.field({
      type: [StatedSumRef],
      description:
        'What the file states beside what was read: all that differ, at most 1000, and the first that agree.',
      ...partOf(50),
      resolve: ({ report }, args) =>
        takePart(
          report.sums.toSorted((a, b) => Number(a.agrees) - Number(b.agrees)),
          args,
          50,
        ),
    }),
    rowsMerged: t.given('Int', 'Rows that became part of another.', 'report.rowsMerged'),
    problemCount: t.given('Int', 'How many there are; of very many only some are kept.', 'report.problemCount'),
    problems: t.field({
      type: [ProblemRef],
      description: 'What is wrong, in the order of rows.',
      ...partOf(100),
      resolve: ({ report }, args) => takePart(withoutRest(report.problems), args, 100),
    }),
    warningCount: t.given('Int', 'How many there are; of very many only some are kept.', 'report.warningCount'),
    warnings: t.field({
      type: [ProblemRef],
      description: 'What is doubtful and refuses nothing.',
      ...partOf(100),
      resolve: ({ report }, args) => takePart(withoutRest(report.warnings), args, 100),
    }),
    leftOut: t.given(
      [ProblemRef],
      'Those warnings that say which figures leave records out, or that records of another year change: of each code the first three.',
      ({ report }) => leftOutOfFigures(report.warnings).first,
    ),
    leftOutCount: t.given(
      'Int',
      'How many such warnings there are.',
      ({ report }) => leftOutOfFigures(report.warnings).count,
    ),
    recognised: t.list(
      RecognisedRef,
      5,
      'What the file may hold, the likeliest first, at most eight.',
      'preview.recognised',
    ),
    sheet: t.maybe('String', 'The sheet that was read; null: a text file.', 'preview.sheet'),
    sheetsRead: t.given(
      ['String'],
      'The sheets that were read, where a mapping reads several; empty: one was.',
      'preview.sheetsRead',
    ),
    otherSheets: t.given(['String'], 'Sheets with such a header that were not read.', 'preview.otherSheets'),
    sheets: t.given(['String'], 'All sheets of a workbook that are not hidden; empty: a text file.', 'preview.sheets'),
    head: t.field({
      type: [FileRowRef],
      description:
        'The first rows of the sheet as they are, titles and header among them, at most 30, of each the first cells.',
      ...partOf(30),
      resolve: ({ preview }, args) => takePart(preview.head, args, 30),
    }),
    headerRow: t.maybe('Int', 'The row that names the columns; null: none was found.', 'preview.headerRow'),
    columns: t.list(FileColumnRef, 20, 'The columns and what they are taken for, at most 200.', ({ preview }) =>
      columnsInWords(preview),
    ),
    rows: t.field({
      type: [FileRowRef],
      description: 'The first rows of data, at most 50.',
      ...partOf(20),
      resolve: ({ preview }, args) => takePart(preview.rows, args, 20),
    }),
    rowsAgain: t.list(
      RowAgainRef,
      5,
      'Rows of which something was said with `content`, and that are in this file: where. Of those that are not there nothing was taken.',
      'preview.again',
    ),
    correctedAgain: t.list(
      CorrectedAgainRef,
      5,
      'Texts of cells that the mapping corrects as they were corrected in an earlier file, and that are in this one.',
      ({ preview }) => preview.remembered?.list() ?? [],
    ),
    wrongRows: t.field({
      type: [FileRowRef],
      description: 'The wrong rows with their cells, so that they can be corrected; at most 500 are kept.',
      ...partOf(50),
      resolve: ({ preview }, args) => takePart(preview.wrongRows, args, 50),
    }),
    codes: t.list(
      CodesToChooseRef,
      { times: 20, cost: 20 },
      'Of fields that name a record of another type and are wrong in some row, or of which names made entries: what they could name.',
      ({ preview, report, institution }, { causeway }) =>
        listCodesToChoose(causeway.database.quick, preview, institution, report.created),
    ),
    rejects: t.maybe(
      RejectsRef,
      'The wrong rows as a file; null: no row is wrong.',
      ({ rejects, fileName }) => rejects && { ...rejects, fileName: nameOfRejects(fileName) },
    ),
    newRecords: t.field({
      type: [RecordChangeRef],
      description: 'The first of the records that are new, at most 200.',
      ...partOf(50),
      resolve: ({ report, preview }, args, context) =>
        report.refused ? [] : describe(context, takePart(preview.added, args, 50), report.batch !== null),
    }),
    updatedRecords: t.field({
      type: [RecordChangeRef],
      description: 'The first of the records that are changed, at most 200.',
      ...partOf(50),
      resolve: ({ report, preview }, args, context) =>
        report.refused ? [] : describe(context, takePart(preview.updated, args, 50), true),
    }),
    withdrawnRecords: t.field({
      type: [RecordChangeRef],
      description: 'The first of the records that are withdrawn, at most 100.',
      ...partOf(50),
      resolve: ({ report }, args): ShownChange[] =>
        takePart(report.withdrawals ?? [], args, 50).map((one) => ({
          ...{ ...one, row: null, fields: [] },
          isThere: report.batch === null,
        })),
    }),
    parts: t.list(
      ImportReportRef,
      { times: 3, cost: 1 },
      'What became of each table, in the order in which they go in, where several go in together: here are the sums of all, and how each was read is with it. Empty: there is one table alone.',
      ({ parts }) => [...parts],
    ),
    table: t.given(
      'Int',
      'Of a part: which of the tables that were asked for, 0 for the first, from 1 on those of `more`.',
      'asked',
    ),
    tableSheets: t.given(
      ['String'],
      'Of a part: the sheets of its workbook that it is of; empty: all of its file.',
      ({ sheets }) => [...sheets],
    ),
    sheetsFound: t.list(
      FoundSheetRef,
      { times: 10, cost: 1 },
      'Of workbooks of several sheets, where nobody said a type or a sheet: what each sheet is. Several that hold records are parts.',
      ({ report }) => sheetsFoundIn(report),
    ),
    changesByType: t.list(
      ChangesOfTypeRef,
      3,
      'The records that come and change, by type, and entries that names made among them.',
      ({ report, preview }) =>
        report.refused ? [] : [...preview.changes].map(([name, counts]) => ({ type: recordTypeOf(name), ...counts })),
    ),
    figureChanges: t.maybe(
      FigureChangesRef,
      'The figures that it alters; null: `figures` did not ask for them.',
      'figures',
    ),
  }),
})

/** The one that counts the rest speaks of the command line; here the totals say it. */
function withoutRest(problems: ImportOutcome['report']['problems']) {
  return problems.filter(({ code }) => code !== 'MORE_PROBLEMS')
}

function nameOfRejects(fileName: string): string {
  return `${fileName.replace(/\.(csv|txt|tsv)(\.gz)?$|\.xlsx?$/i, '')}-rejected.csv`
}
