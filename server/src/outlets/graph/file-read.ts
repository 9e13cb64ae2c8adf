import { canBeCreated, furtherOf } from '../../records/import/mapping/check-created.ts'
import type { CodesToChoose } from '../../records/import/report/codes-to-choose.ts'
import type { LINE_ROLES, ROW_OUTCOMES, ShownRow } from '../../records/import/report/import-preview.ts'
import type { RememberedCorrection } from '../../records/import/sheets/remembered-corrections.ts'
import type { RowAgain } from '../../records/import/sheets/data-rows.ts'
import type { MATCHES } from '../../records/import/columns/matched-columns.ts'
import type { RecognisedType } from '../../records/import/saved/recognise-types.ts'
import type { SavedFit } from '../../records/import/saved/saved-fit.ts'
import { columnLetters } from '../../records/import/ground/source-row.ts'
import type { ImportOutcome } from '../../desk/intake/import-records.ts'
import { rejectsToXlsx } from '../../desk/intake/read-rejects.ts'
import type { ReadColumn } from './column-in-words.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { ProblemRef } from './page-words.ts'
import { FieldOptionRef, RecordTypeFieldRef, RecordTypeRef } from './record-type.ts'

const SavedFitRef = builder.objectRef<SavedFit>('SavedFit').implement({
  description: 'A file beside the one that a saved mapping was made for.',
  fields: (t) => ({
    version: t.given('Int', 'The version of the mapping.', 'version'),
    savedAt: t.given('DateTime', 'When it was saved.', 'savedAt'),
    known: t.given('Int', 'Columns that were there then.', 'known'),
    added: t.given(['String'], 'Heads that were not, and that it does not read.', 'added'),
    gone: t.given(['String'], 'Heads that were, and are no more.', 'gone'),
    lacks: t.given(['String'], 'Of these, columns that the mapping cannot do without.', 'lacks'),
    fits: t.given('Boolean', 'False: it lacks some.', 'fits'),
  }),
})

export const RecognisedRef = builder.objectRef<RecognisedType>('RecognisedType').implement({
  description: 'A kind of records that a file may hold, by its headers and by what is under them.',
  fields: (t) => ({
    recordType: t.given(RecordTypeRef, 'Which.', 'type'),
    mapping: t.maybe('String', 'Name of a mapping that fits; null: the headers say it by themselves.', 'mapping'),
    saved: t.maybe(
      SavedFitRef,
      'Of a mapping that the institution saved: how the file is beside the one it was made for; null: it ships, or there is none.',
      'saved',
    ),
    share: t.given('Float', 'How much of the file it explains, 0 to 100.', 'sharePercent'),
    why: t.words('What speaks for it, and what is missing.', 'why'),
    missing: t.list(RecordTypeFieldRef, 5, 'Required fields that the file has no column for.', 'missing'),
  }),
})

const ColumnMatchEnum = enumOf<(typeof MATCHES)[number]>('ColumnMatch', 'How a column of a file came by its field.', {
  NAME: "The header is the field's own name",
  ALIAS: 'The header is another known name of it',
  CHOSEN: 'Somebody chose it, or a mapping says so',
  NEAR: 'Its header and what is under it both speak for a field: it is not read until somebody chooses',
  NONE: 'It is not read, and which field it is, if any, is left to the person',
})

export const FileColumnRef = builder.objectRef<ReadColumn>('FileColumn').implement({
  description: 'A column of a file, and what it is taken for.',
  fields: (t) => ({
    index: t.given('Int', 'From 0; cells of rows are in this order.', 'index'),
    letter: t.given('String', 'As a spreadsheet names it.', ({ index }) => columnLetters(index)),
    header: t.given('String', 'as it is in the file; empty where there is none.', 'header'),
    field: t.maybe(RecordTypeFieldRef, 'What it is read as; null: it is not read.', 'field'),
    sure: t.given(ColumnMatchEnum, 'How it came by that.', 'match'),
    suggestions: t.list(
      RecordTypeFieldRef,
      1,
      'The field that its header and what is under it both speak for, where it is read as none.',
      'suggestions',
    ),
    mayHold: t.list(
      RecordTypeFieldRef,
      3,
      'Required fields of which it may hold something, in whatever shape, where it is not read and nobody said so: one value for every row would be wrong then.',
      'mayHold',
    ),
    fits: t.list(
      RecordTypeFieldRef,
      3,
      'Where its header is silent: other fields that what is under it can be read as, the likeliest first, at most five.',
      'fits',
    ),
    how: t.words(
      'What a mapping makes of its cells beside taking them as they are: which end of two dates, which day of a month, what words mean; empty: nothing, or it is read by its header.',
      'how',
    ),
    wrong: t.given('Int', 'Cells of it that are wrong.', 'wrong'),
    samples: t.given(['String'], 'The first different texts that are in it.', 'samples'),
  }),
})

const RowOutcomeEnum = enumOf<(typeof ROW_OUTCOMES)[number]>('RowOutcome', 'What became of a row, or would.', {
  NEW: 'A new record',
  UPDATED: 'A record that was there is changed',
  UNCHANGED: 'It says what is there already',
  REJECTED: 'It is wrong',
  LEFT_OUT: 'It is no data: an example, a total, a header again',
})

const LineRoleEnum = enumOf<(typeof LINE_ROLES)[number]>('LineRole', 'What a line of a sheet is that is no record.', {
  TITLE: 'It is above the header',
  HEADER: 'It names the columns',
  HEADING: 'It says what the rows under it are of',
  TOTAL: 'A total',
  NOTE: 'A note, or who filled it in',
  HIDDEN: 'A row of data that the workbook shows to nobody',
})

export const FileRowRef = builder.objectRef<ShownRow>('FileRow').implement({
  description: 'A row of a file as it was read, corrections in their place.',
  fields: (t) => ({
    row: t.given('Int', 'As a spreadsheet numbers it.', 'row'),
    sheet: t.maybe('String', 'The sheet, where several are read; null: there is one alone.', 'sheet'),
    cells: t.given(['String'], 'Its texts, in the order of the columns; long ones are cut.', 'cells'),
    content: t.given(
      'String',
      'A short name for what is in it in the file: the same for the same cells, in another edition of the file too.',
      'content',
    ),
    outcome: t.maybe(
      RowOutcomeEnum,
      'What became of it; null: not known, since the file was refused before, or it is one of several that became one.',
      'outcome',
    ),
    role: t.maybe(LineRoleEnum, 'Of `head`: what it is; null: a record, or not known.', ({ role }) => role ?? null),
    mergedLeft: t.given(
      ['Int'],
      'Of `head`: indexes of cells that are merged with the one to the left.',
      ({ merged }) => merged?.left ?? [],
    ),
    mergedAbove: t.given(
      ['Int'],
      'Of `head`: indexes of cells that are merged with the one above.',
      ({ merged }) => merged?.above ?? [],
    ),
    problems: t.list(ProblemRef, 2, 'What is wrong with it.', 'problems'),
  }),
})

export const RowAgainRef = builder.objectRef<RowAgain>('RowAgain').implement({
  description: 'A row that was known again by `content`.',
  fields: (t) => ({
    row: t.given('Int', 'Where it is now.', 'row'),
    sheet: t.maybe('String', 'Its sheet, where several are read.', ({ sheet }) => sheet ?? null),
    was: t.given('Int', 'The number that was asked for.', 'was.row'),
    wasOn: t.maybe('String', 'The sheet that was asked for.', ({ was }) => was.sheet ?? null),
  }),
})

export const CorrectedAgainRef = builder.objectRef<RememberedCorrection>('CorrectedAgain').implement({
  description: 'A text of a column that was corrected as the mapping remembers it from an earlier file.',
  fields: (t) => ({
    column: t.given('String', 'The column, as the mapping names it.', 'column'),
    columnIndex: t.given('Int', 'As `index` of the columns.', 'at'),
    text: t.given('String', 'What is in the cells, as `corrections` of the mapping has it.', 'text'),
    value: t.given('String', 'What was read in its place; empty: nothing.', 'value'),
    count: t.given('Int', 'In how many cells.', 'count'),
  }),
})

export const CodesToChooseRef = builder.objectRef<CodesToChoose>('CodesToChoose').implement({
  description: 'A field of a file that names a record of another type, and the codes that are there.',
  fields: (t) => ({
    field: t.given('String', 'Name of the field.', 'field'),
    recordType: t.given(RecordTypeRef, 'The type of those records.', 'of'),
    makes: t.given('Boolean', 'A name that no register has may make such a record.', ({ of }) => canBeCreated(of)),
    needed: t.list(RecordTypeFieldRef, 5, 'What that needs beside the name.', ({ of }) => furtherOf(of)),
    options: t.list(FieldOptionRef, 20, 'By code and name, in the order of codes, at most 300.', 'options'),
  }),
})

type Rejects = NonNullable<ImportOutcome['rejects']> & { fileName: string }

export const RejectsRef = builder.objectRef<Rejects>('RejectedRows').implement({
  description:
    'The wrong rows in the columns they came in, with their row and the reason, ready to be corrected and imported.',
  fields: (t) => ({
    fileName: t.given('String', 'What the file may be called.', 'fileName'),
    text: t.maybe(
      'String',
      'CSV that begins with a byte order mark, so that Excel shows Chinese; null: of several tables, of which each part has its own.',
      ({ tables }) => (tables.length === 1 ? tables[0]!.text : null),
    ),
    workbook: t.given(
      'String',
      'The same as an .xlsx with a sheet for each table, whose cells are all text, so that Excel rounds no id; base64.',
      (rejects) => rejectsToXlsx(rejects).then((bytes) => bytes.toString('base64')),
      500,
    ),
    complete: t.given('Boolean', 'False: there are more than are given here.', 'complete'),
  }),
})
