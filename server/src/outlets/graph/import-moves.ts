import type { Move, MoveExample, MoveKind } from '../../records/import/moves/move.ts'
import type { TitleOffer } from '../../records/import/moves/title-offers.ts'
import type { UnknownWord } from '../../records/import/report/unknown-words.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { fieldsOf, recordTypeOf } from '../../records/record-types.ts'
import { FieldOptionRef, RecordTypeFieldRef } from './record-type.ts'

const WORDS_OF_KINDS: Record<MoveKind, string> = {
  HEADER_ROWS: 'The header has several rows',
  UNPIVOT: 'Years, or men and women, that are columns become rows',
  SPLIT_ROWS: 'Each part of a cell becomes a row',
  SECOND_TYPE: 'A row makes a record of another type too',
  RANGE: 'A cell holds two dates',
  PERSON_NAME: 'Persons are known by their names',
  COUNTRY_AND_NAME: 'A cell begins with a country',
  SECTION: 'Headings between the rows tell what those under them are of',
  TITLE: 'A title, the name of the sheet or that of the file says a field of every row',
  MONTH: 'Which day is meant where the month alone is said',
  YEAR: 'Which day is meant where the year alone is said',
  NUMBER: 'A number has words around it',
  PLUS: 'An end is reckoned from how long it lasts',
  CODE: 'Codes that the file has not',
  CREATE: 'Names that no register has become entries',
  ALSO: 'A column tells a second field too',
}

const MoveKindEnum = enumOf<MoveKind>('ImportMoveKind', 'What a move does.', WORDS_OF_KINDS)

const MoveExampleRef = builder.objectRef<MoveExample>('ImportMoveExample').implement({
  description: 'One cell, and what it would be read as.',
  fields: (t) => ({
    before: t.given('String', 'What is in the file.', 'before'),
    after: t.words('What it would be read as.', 'after'),
  }),
})

export const ImportMoveRef = builder.objectRef<Move>('ImportMove').implement({
  description: 'A way to read more of a file, for somebody to take or leave.',
  fields: (t) => ({
    id: t.given('ID', 'Of one reading each has its own.', 'id'),
    kind: t.given(MoveKindEnum, 'What it does.', 'kind'),
    columns: t.given(['Int'], 'Indexes of the columns that it reads.', 'columns'),
    sentence: t.words('What it does, in a sentence.', 'words'),
    sure: t.given('Boolean', 'Nothing else could be meant.', 'isSure'),
    examples: t.list(MoveExampleRef, 3, 'The first cells, at most three.', 'examples'),
    changes: t.given(
      'String',
      'What it changes in `reading`: JSON, a list of pairs of a path and what is put there; null takes it out.',
      ({ changes }) => JSON.stringify(changes),
    ),
  }),
})

const TitlePlaceEnum = enumOf<Uppercase<TitleOffer['place']>>('TitlePlace', 'Where a text beside a table is.', {
  TITLE: 'Above the header',
  SHEET: 'The name of the sheet',
  FILE: 'The name of the file',
})

export const TitleOfferRef = builder.objectRef<TitleOffer>('TitleOffer').implement({
  description: 'A value for all rows that the title, the name of the sheet or that of the file says.',
  fields: (t) => ({
    recordType: t.given('String', 'Name of the type that has the field.', 'recordType'),
    field: t.given('String', 'Name of the field.', 'field'),
    value: t.maybe(
      'String',
      'As `constants` take it; null: the text names a stretch of time, as a term, and no day of it.',
      'value',
    ),
    place: t.given(TitlePlaceEnum, 'Where it says so.', ({ place }) => place.toUpperCase() as Uppercase<typeof place>),
    line: t.given('String', 'The whole text.', 'line'),
    text: t.given('String', 'The part of it that says the value.', 'text'),
    sheet: t.maybe('String', 'The sheet whose rows it is of; null: all rows.', 'sheet'),
  }),
})

export const UnknownWordRef = builder.objectRef<UnknownWord>('UnknownWord').implement({
  description: 'A text of a file that means nothing to a field. Said once in the mapping, it is known in every row.',
  fields: (t) => ({
    field: t.given('String', 'Name of the field.', 'field'),
    recordType: t.maybe('String', 'Name of the type that has the field; null: that of the row.', 'recordType'),
    of: t.maybe(RecordTypeFieldRef, 'The field; null: it is no field of a type.', ({ recordType, field }) =>
      recordType === null ? null : (fieldsOf(recordTypeOf(recordType)).find(({ name }) => name === field) ?? null),
    ),
    spelling: t.given(
      'String',
      'The most frequent spelling of the same word; `value` itself where it is that.',
      'spelling',
    ),
    column: t.maybe('String', 'The head that it is under; null: none.', 'column'),
    columnIndex: t.maybe('Int', 'As `index` of the columns; null: in none.', 'at'),
    code: t.given('String', 'Why: UNKNOWN_CHOICE, UNKNOWN_TERM and the like.', 'code'),
    value: t.given('String', 'The text.', 'value'),
    count: t.given('Int', 'In how many rows.', 'count'),
    nearest: t.list(FieldOptionRef, 3, 'What was most likely meant.', 'nearest'),
  }),
})
