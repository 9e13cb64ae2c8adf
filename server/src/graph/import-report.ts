import type { Figure } from '@causeway/shared/figure'
import { findIndicator } from '../figures/find-indicator.ts'
import type { ChangedTotal, ChangedTotals } from '../figures/totals-around-change.ts'
import type { ROW_OUTCOMES, ShownColumn, ShownRow } from '../import/import-preview.ts'
import type { MATCHES } from '../import/matched-columns.ts'
import type { RecognisedType } from '../import/recognise-types.ts'
import { columnLetters } from '../import/source-row.ts'
import type { ImportOutcome } from '../intake/import-records.ts'
import { describeChanges } from '../records/describe-changes.ts'
import { findRecordType } from '../records/record-types.ts'
import { BatchRef } from './batch.ts'
import { builder } from './builder.ts'
import { readBatch, readInstitution, type GraphContext } from './context.ts'
import { GapEnum } from './enums.ts'
import { PeriodRef } from './figure.ts'
import { ProblemRef } from './import-problem.ts'
import { IndicatorRef } from './indicator.ts'
import { InstitutionRef } from './institution.ts'
import { localeArgument, say } from './locale-argument.ts'
import { RecordChangeRef, type ShownChange } from './record-change.ts'
import { RecordTypeFieldRef, RecordTypeRef } from './record-type.ts'

const MOST_LISTED = 500

/** `first` and `offset` of a list that is kept whole. */
function partArguments(usual: number) {
  return builder.args((t) => ({
    first: t.int({ description: `How many, at most ${MOST_LISTED}; ${usual} where omitted.` }),
    offset: t.int({ description: 'How many to pass over; none where omitted.' }),
  }))
}

interface Part {
  first?: number | null
  offset?: number | null
}

function partOf<T>(list: readonly T[], { first, offset }: Part, usual: number): T[] {
  const start = Math.max(0, offset ?? 0)
  return list.slice(start, start + Math.max(0, Math.min(first ?? usual, MOST_LISTED)))
}

function partCost(usual: number) {
  return ({ first }: Part) => ({ field: 1, multiplier: Math.max(1, Math.min(first ?? usual, MOST_LISTED)) })
}

const RecognisedRef = builder.objectRef<RecognisedType>('RecognisedType')

RecognisedRef.implement({
  description: 'A kind of records that a file may hold, by its headers and by what stands under them.',
  fields: (t) => ({
    recordType: t.field({ type: RecordTypeRef, description: 'Which.', resolve: (it) => it.type }),
    mapping: t.exposeString('mapping', {
      nullable: true,
      description: 'Name of a mapping that ships and fits; null: the headers say it by themselves.',
    }),
    share: t.float({
      description: 'How much of the file it explains, 0 to 100.',
      resolve: (it) => it.sharePercent,
    }),
    why: t.string({
      description: 'What speaks for it, and what is missing.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.why, locale),
    }),
    missing: t.field({
      type: [RecordTypeFieldRef],
      description: 'Required fields that the file has no column for.',
      complexity: { field: 1, multiplier: 5 },
      resolve: (it) => it.missing,
    }),
  }),
})

const ColumnMatchEnum = builder.enumType('ColumnMatch', {
  description: 'How a column of a file came by its field.',
  values: {
    NAME: { description: "The header is the field's own name" },
    ALIAS: { description: 'The header is another known name of it' },
    CHOSEN: { description: 'Somebody chose it, or a mapping says so' },
    NEAR: { description: 'The header is nearly that of some field: it is not read until somebody chooses' },
    NONE: { description: 'Nothing is like it: it is not read' },
  } satisfies Record<(typeof MATCHES)[number], object>,
})

const FileColumnRef = builder.objectRef<ShownColumn>('FileColumn')

FileColumnRef.implement({
  description: 'A column of a file, and what it is taken for.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'From 0; cells of rows are in this order.' }),
    letter: t.string({ description: 'As a spreadsheet names it.', resolve: ({ index }) => columnLetters(index) }),
    header: t.exposeString('header', { description: 'As it stands in the file; empty where there is none.' }),
    field: t.field({
      type: RecordTypeFieldRef,
      nullable: true,
      description: 'What it is read as; null: it is not read.',
      resolve: (it) => it.field,
    }),
    sure: t.field({ type: ColumnMatchEnum, description: 'How it came by that.', resolve: (it) => it.match }),
    suggestions: t.field({
      type: [RecordTypeFieldRef],
      description: 'Fields that it may be, the likeliest first, where it is read as none.',
      complexity: { field: 1, multiplier: 3 },
      resolve: (it) => it.suggestions,
    }),
    samples: t.stringList({
      description: 'The first different texts that stand in it.',
      resolve: (it) => it.samples,
    }),
  }),
})

const RowOutcomeEnum = builder.enumType('RowOutcome', {
  description: 'What became of a row, or would.',
  values: {
    NEW: { description: 'A new record' },
    UPDATED: { description: 'A record that was there is changed' },
    UNCHANGED: { description: 'It says what is there already' },
    REJECTED: { description: 'It is wrong' },
    LEFT_OUT: { description: 'It is no data: an example, a total, a header again' },
  } satisfies Record<(typeof ROW_OUTCOMES)[number], object>,
})

const FileRowRef = builder.objectRef<ShownRow>('FileRow')

FileRowRef.implement({
  description: 'A row of a file as it was read, corrections in their place.',
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'As a spreadsheet numbers it.' }),
    cells: t.stringList({
      description: 'Its texts, in the order of the columns; long ones are cut.',
      resolve: (it) => it.cells,
    }),
    outcome: t.field({
      type: RowOutcomeEnum,
      nullable: true,
      description:
        'What became of it; null: not known, since the file was refused before, or it is one of several that became one.',
      resolve: (it) => it.outcome,
    }),
    problems: t.field({
      type: [ProblemRef],
      description: 'What is wrong with it.',
      complexity: { field: 1, multiplier: 2 },
      resolve: (it) => it.problems,
    }),
  }),
})

type Rejects = NonNullable<ImportOutcome['rejects']> & { fileName: string }
const RejectsRef = builder.objectRef<Rejects>('RejectedRows')

RejectsRef.implement({
  description:
    'The wrong rows in the columns they came in, with their row and the reason, ready to be mended and imported.',
  fields: (t) => ({
    fileName: t.exposeString('fileName', { description: 'What the file may be called.' }),
    text: t.exposeString('text', {
      description: 'CSV that begins with a byte order mark, so that Excel shows Chinese.',
    }),
    complete: t.exposeBoolean('complete', { description: 'False: there are more than are given here.' }),
  }),
})

type State = Pick<Figure, 'value' | 'gap'>
const FigureStateRef = builder.objectRef<State>('FigureState')

FigureStateRef.implement({
  description: 'A figure by itself: a value, or why there is none.',
  fields: (t) => ({
    value: t.exposeFloat('value', { nullable: true, description: "Unrounded, in the indicator's unit." }),
    gap: t.expose('gap', { type: GapEnum, nullable: true, description: 'Why there is no value.' }),
  }),
})

const ChangedFigureRef = builder.objectRef<ChangedTotal>('ChangedFigure')

ChangedFigureRef.implement({
  description: 'A figure that an import alters: a total, exact, on the first basis of its indicator.',
  fields: (t) => ({
    institution: t.field({
      type: InstitutionRef,
      description: 'Whose.',
      resolve: (it, _args, context) => readInstitution(context, it.institution),
    }),
    indicator: t.field({
      type: IndicatorRef,
      description: 'Which.',
      resolve: (it, _args, { causeway }) => findIndicator(causeway, it.indicator),
    }),
    period: t.field({ type: PeriodRef, description: 'When.', resolve: (it) => it.period }),
    before: t.field({ type: FigureStateRef, description: 'As it is without the import.', resolve: (it) => it.before }),
    after: t.field({ type: FigureStateRef, description: 'As it is with it.', resolve: (it) => it.after }),
  }),
})

const FigureChangesRef = builder.objectRef<ChangedTotals>('ImportedFigureChanges')

FigureChangesRef.implement({
  description: 'The figures that an import alters, counted inside it before it is kept or undone.',
  fields: (t) => ({
    complete: t.boolean({
      description: 'False: some indicators were not counted, since it would have taken too long.',
      resolve: (it) => it.notReckoned.length === 0,
    }),
    notReckoned: t.field({
      type: [IndicatorRef],
      description: 'Those that were not counted.',
      complexity: { field: 1, multiplier: 10 },
      resolve: (it, _args, { causeway }) => it.notReckoned.map((id) => findIndicator(causeway, id)),
    }),
    total: t.int({ description: 'How many changes there are.', resolve: (it) => it.changes.length }),
    changes: t.field({
      type: [ChangedFigureRef],
      description: 'By indicator in the order of the catalogue, then by period.',
      args: partArguments(100),
      complexity: partCost(100),
      resolve: (it, args) => partOf(it.changes, args, 100),
    }),
  }),
})

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
