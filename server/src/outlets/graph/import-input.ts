import type { SaidLine } from '../../records/import/ground/source-row.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'

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
    sheet: t.string({ description: 'Where several sheets are read alike: it holds on this one alone.' }),
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
  description:
    'What is to be in one cell in place of what is there; or, of one row, the value of a field that one value for all rows fills. Either `column` or `field`.',
  fields: (t) => ({
    row: t.int({ required: true, description: 'As a spreadsheet numbers it.' }),
    sheet: t.string({ description: 'Where several sheets are read: which.' }),
    column: t.int({ description: '`index` of the column.' }),
    field: t.id({ description: 'Name of a field of `constants`, or that a mapping fills so.' }),
    value: t.string({ required: true, description: 'As it would be in the cell; empty: nothing.' }),
    content: t.string({
      description: '`content` of the row: it is the row with that, wherever it is in this edition of the file.',
    }),
  }),
})

const RowOnSheetInput = builder.inputType('RowOnSheetInput', {
  description: 'A row, where several sheets are read, or where it is known by what is in it.',
  fields: (t) => ({
    row: t.int({ required: true, description: 'As a spreadsheet numbers it.' }),
    sheet: t.string({ description: 'Its sheet, where several are read.' }),
    content: t.string({
      description: '`content` of the row: it is the row with that, wherever it is in this edition of the file.',
    }),
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
    content: t.string({
      description: '`content` of the row: it is the row with that, wherever it is in this edition of the file.',
    }),
  }),
})

const DateOrderEnum = enumOf('DateOrder', 'How 3/4/2024 is meant.', {
  YMD: 'Year, month, day',
  DMY: 'Day, month, year',
  MDY: 'Month, day, year',
})

type InputFields = Parameters<Parameters<typeof builder.inputType<string, never>>[1]['fields']>[0]

/** What is said of each table that is imported. */
const tableFields = (t: InputFields) => ({
  type: t.id({ description: 'Record type; omitted, in a dry run only: it is recognised.' }),
  file: t.field({
    type: 'Upload',
    required: true,
    description: 'An Excel workbook, or CSV, TSV or TXT, packed with gzip or not.',
  }),
  fileHash: t.string({
    description:
      '`fileHash` of the report that was looked at before: a file that is another one is refused with FILE_CHANGED.',
  }),
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
  sheets: t.stringList({ description: 'Several sheets, read alike as one table.' }),
  headerRow: t.int({ description: 'The row that names the columns; found where omitted.' }),
  headRows: t.int({
    description:
      'How many rows the header has, from `headerRow` on, at most five; 0: none, and columns go by letter. One where omitted.',
  }),
  corrections: t.field({
    type: [CellCorrectionInput],
    description: 'Cells corrected before the rows are checked, at most 10,000.',
  }),
  sameRecords: t.stringList({
    description:
      'Codes of which the importer says that a row is the record that has the code, though its partner, its date or its name is another. Where it is given, if only empty, every other such row is the problem OTHER_RECORD; omitted: only rows whose code is a running number are, and the others are the warning REPLACES_OTHER.',
  }),
  leaveOut: t.intList({ description: 'Rows that are not read.' }),
  leaveOutOn: t.field({
    type: [RowOnSheetInput],
    description: 'Rows that are not read, where several sheets are, or where they are known by what is in them.',
  }),
  lines: t.field({
    type: [SaidLineInput],
    description: 'Rows under the header of which somebody says what they are, whatever they look like.',
  }),
  headsWere: t.stringList({
    description:
      'The heads of the edition in which `content` of rows was said, in their order: this one may have its columns in another.',
  }),
})

const ImportTableInput = builder.inputType('ImportTableInput', {
  description:
    'A further file of an import, or other sheets of a workbook that is sent once: `map` may name several places for one file.',
  fields: tableFields,
})

export const ImportRecordsInput = builder.inputType('ImportRecordsInput', {
  description:
    'What to import: a file, and with `more` further ones or further sheets. It is sent anew for each step: nothing of it is kept between a dry run and the import.',
  fields: (t) => ({
    institution: t.id({
      description: 'Code of the institution; omitted: every row says it, which needs a token of every institution.',
    }),
    ...tableFields(t),
    more: t.field({
      type: [ImportTableInput],
      description:
        'What goes in with it as one batch, in whatever order: what is pointed to goes in before what points to it. At most 199.',
    }),
    allSheets: t.boolean({
      description:
        'True: of a workbook of which neither type nor mapping nor sheet is said, each sheet that holds records is read, as a part.',
    }),
    dryRun: t.boolean({ description: 'True: tells everything, changes nothing.' }),
    acceptValid: t.boolean({ description: 'True: the right rows are imported though others are wrong.' }),
    replaces: t.field({ type: ReplacesInput, description: 'What the file is complete for; of one table alone.' }),
    dataDate: t.field({ type: 'Date', description: 'Day up to which the file speaks; today where omitted.' }),
    reason: t.string({ description: 'Why; kept with the batch.' }),
    figures: t.boolean({ description: 'True: tell also which figures it alters, which takes longer.' }),
    seconds: t.int({ description: 'How long to wait for the end, at most 20; 8 where omitted.' }),
    untilRead: t.boolean({
      description: 'True: waits no longer than until the first rows are read, and a moment: `soFar` has them.',
    }),
  }),
})
