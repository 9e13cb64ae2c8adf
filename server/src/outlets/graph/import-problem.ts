import type { RowProblem } from '../../records/import/row-problem.ts'
import { builder } from './builder.ts'
import { toPageWords } from './page-words.ts'
import { FieldOptionRef } from './record-type.ts'

export const ProblemRef = builder.objectRef<RowProblem>('ImportProblem').implement({
  description: 'What is wrong, or doubtful, in one cell, in one row, or in a file as a whole.',
  fields: (t) => ({
    row: t.maybe(
      'Int',
      'As a spreadsheet numbers it; null: the file as a whole, or what was typed and came from no file.',
      'row',
    ),
    column: t.maybe(
      'String',
      "The header as it stands in the file; the field's name where the file has no such column.",
      'column',
    ),
    columnIndex: t.maybe('Int', 'As `index` of the columns; null: it stands in no cell.', (it) => it.at ?? null),
    field: t.maybe('String', 'Name of the field; null: of none.', (it) => it.field ?? null),
    code: t.given('String', 'Stable, for programs: BAD_DATE, UNKNOWN_REFERENCE and the like.', 'code'),
    value: t.maybe(
      'String',
      'As it stands in the file; null where there is none, or where it would name a person.',
      'value',
    ),
    otherRow: t.maybe(
      'Int',
      'The row of the same file that it is held against, as of DUPLICATE_KEY; null: it is wrong by itself.',
      (it) => it.otherRow ?? null,
    ),
    message: t.words('What is wrong, and what to do.', (it) => toPageWords(it.message)),
    nearest: t.given(
      [FieldOptionRef],
      'What may have been meant, the likeliest first: its key, typed into the cell, is right. Few or none.',
      (it) => [...(it.nearest ?? [])],
      { field: 1, multiplier: 1 },
    ),
  }),
})
