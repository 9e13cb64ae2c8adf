import type { RowProblem } from '../../records/import/row-problem.ts'
import { builder } from './builder.ts'
import { localeArgument, say } from './locale-argument.ts'
import { toPageWords } from './page-words.ts'
import { FieldOptionRef } from './record-type.ts'

export const ProblemRef = builder.objectRef<RowProblem>('ImportProblem')

ProblemRef.implement({
  description: 'What is wrong, or doubtful, in one cell, in one row, or in a file as a whole.',
  fields: (t) => ({
    row: t.exposeInt('row', {
      nullable: true,
      description: 'As a spreadsheet numbers it; null: the file as a whole, or what was typed and came from no file.',
    }),
    column: t.exposeString('column', {
      nullable: true,
      description: "The header as it stands in the file; the field's name where the file has no such column.",
    }),
    columnIndex: t.int({
      nullable: true,
      description: 'As `index` of the columns; null: it stands in no cell.',
      resolve: (it) => it.at ?? null,
    }),
    field: t.string({
      nullable: true,
      description: 'Name of the field; null: of none.',
      resolve: (it) => it.field ?? null,
    }),
    code: t.exposeString('code', { description: 'Stable, for programs: BAD_DATE, UNKNOWN_REFERENCE and the like.' }),
    value: t.exposeString('value', {
      nullable: true,
      description: 'As it stands in the file; null where there is none, or where it would name a person.',
    }),
    otherRow: t.int({
      nullable: true,
      description:
        'The row of the same file that it is held against, as of DUPLICATE_KEY; null: it is wrong by itself.',
      resolve: (it) => it.otherRow ?? null,
    }),
    message: t.string({
      description: 'What is wrong, and what to do.',
      args: localeArgument,
      resolve: (it, { locale }) => say(toPageWords(it.message), locale),
    }),
    nearest: t.field({
      type: [FieldOptionRef],
      description:
        'What may have been meant, the likeliest first: its key, typed into the cell, is right. Few or none.',
      complexity: { field: 1, multiplier: 1 },
      resolve: (it) => [...(it.nearest ?? [])],
    }),
  }),
})
