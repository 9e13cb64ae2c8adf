import type { CodesToChoose } from '../../records/import/codes-to-choose.ts'
import type { ROW_OUTCOMES, ShownColumn, ShownRow } from '../../records/import/import-preview.ts'
import type { MATCHES } from '../../records/import/matched-columns.ts'
import type { RecognisedType } from '../../records/import/recognise-types.ts'
import { columnLetters } from '../../records/import/source-row.ts'
import type { ImportOutcome } from '../../desk/intake/import-records.ts'
import { rejectsToXlsx } from '../../desk/intake/read-rejects.ts'
import { builder } from './builder.ts'
import { ProblemRef } from './import-problem.ts'
import { localeArgument, say } from './locale-argument.ts'
import { FieldOptionRef, RecordTypeFieldRef, RecordTypeRef } from './record-type.ts'

export const RecognisedRef = builder.objectRef<RecognisedType>('RecognisedType')

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
    NEAR: {
      description: 'Its header and what is under it both speak for a field: it is not read until somebody chooses',
    },
    NONE: { description: 'It is not read, and which field it is, if any, is left to the person' },
  } satisfies Record<(typeof MATCHES)[number], object>,
})

export const FileColumnRef = builder.objectRef<ShownColumn>('FileColumn')

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
      description: 'The field that its header and what is under it both speak for, where it is read as none.',
      complexity: { field: 1, multiplier: 1 },
      resolve: (it) => it.suggestions,
    }),
    mayHold: t.field({
      type: [RecordTypeFieldRef],
      description:
        'Required fields of which it may hold something, in whatever shape, where it is not read and nobody said so: one value for every row would be wrong then.',
      complexity: { field: 1, multiplier: 3 },
      resolve: (it) => it.mayHold,
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

export const FileRowRef = builder.objectRef<ShownRow>('FileRow')

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

export const CodesToChooseRef = builder.objectRef<CodesToChoose>('CodesToChoose')

CodesToChooseRef.implement({
  description: 'A field of a file that names a record of another type, and the codes that are there.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Name of the field.' }),
    options: t.field({
      type: [FieldOptionRef],
      description: 'By code and name, in the order of codes, at most 300.',
      complexity: { field: 1, multiplier: 20 },
      resolve: (it) => it.options,
    }),
  }),
})

type Rejects = NonNullable<ImportOutcome['rejects']> & { fileName: string }
export const RejectsRef = builder.objectRef<Rejects>('RejectedRows')

RejectsRef.implement({
  description:
    'The wrong rows in the columns they came in, with their row and the reason, ready to be mended and imported.',
  fields: (t) => ({
    fileName: t.exposeString('fileName', { description: 'What the file may be called.' }),
    text: t.exposeString('text', {
      description: 'CSV that begins with a byte order mark, so that Excel shows Chinese.',
    }),
    workbook: t.string({
      description: 'The same as an .xlsx whose cells are all text, so that Excel rounds no id; base64.',
      complexity: 500,
      resolve: ({ text }) => rejectsToXlsx(text).then((bytes) => bytes.toString('base64')),
    }),
    complete: t.exposeBoolean('complete', { description: 'False: there are more than are given here.' }),
  }),
})
