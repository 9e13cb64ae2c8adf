import type { Words } from '@causeway/shared/words/words'
import { findRecordType } from '../../records/record-types.ts'
import type { RowProblem } from '../../records/import/ground/row-problem.ts'
import { builder } from './builder.ts'
import { mappingInWords } from './mapping-in-words.ts'
import { FieldOptionRef } from './record-type.ts'
import instead from './page-words.json' with { type: 'json' }

/** What a message tells the reader of a console, and what somebody before a page does instead; the longer ones first. */
const INSTEAD = { zh: toRules(instead.zh), en: toRules(instead.en) }

function toRules(pairs: string[][]): (readonly [RegExp, string])[] {
  return pairs.map(([of, by]) => [new RegExp(of!, 'g'), by!] as const)
}

/** What a message says to import first, by the name that a command takes. */
const TYPE_NAMED: Record<keyof Words, RegExp> = {
  zh: /(?<=请先导入) [a-z]+(-[a-z]+)*/g,
  en: /(?<=[Ii]mport it first, as )[a-z]+(-[a-z]+)*/g,
}

/** A message of the importer as somebody before a page reads it: of choices, and not of options of a command. */
export function toPageWords(words: Words): Words {
  return { zh: replace(words.zh, 'zh'), en: replace(words.en, 'en') }
}

function replace(text: string, language: keyof Words): string {
  return INSTEAD[language]
    .reduce((said, [of, by]) => said.replace(of, by), text)
    .replace(TYPE_NAMED[language], (name) => {
      const label = findRecordType(name.trim())?.label[language]
      return label === undefined ? name : language === 'zh' ? `「${label}」` : `"${label}"`
    })
}

export const ProblemRef = builder.objectRef<RowProblem>('ImportProblem').implement({
  description: 'What is wrong, or doubtful, in one cell, in one row, or in a file as a whole.',
  fields: (t) => ({
    row: t.maybe(
      'Int',
      'As a spreadsheet numbers it; null: the file as a whole, or what was typed and came from no file.',
      'row',
    ),
    file: t.maybe('String', 'The file, where several go in together; null: there is one alone.', 'file'),
    sheet: t.maybe('String', 'The sheet, where several are read; null: there is one alone.', 'sheet'),
    column: t.maybe(
      'String',
      "The header as it is in the file; the field's name where the file has no such column.",
      'column',
    ),
    columnIndex: t.maybe('Int', 'As `index` of the columns; null: it is in no cell.', 'at'),
    field: t.maybe('String', 'Name of the field; null: of none.', 'field'),
    code: t.given('String', 'Stable, for programs: BAD_DATE, UNKNOWN_REFERENCE and the like.', 'code'),
    value: t.maybe(
      'String',
      'as it is in the file; null where there is none, or where it would name a person.',
      'value',
    ),
    otherRow: t.maybe(
      'Int',
      'The row of the same file that it is held against, as of DUPLICATE_KEY; null: it is wrong by itself.',
      'otherRow',
    ),
    message: t.words('What is wrong, and what to do.', ({ message, row }) =>
      // Of a mapping as a whole its writer reads.
      row === null ? toPageWords(message) : mappingInWords(toPageWords(message)),
    ),
    nearest: t.list(
      FieldOptionRef,
      1,
      'What may have been meant, the likeliest first: its key, typed into the cell, is right. Few or none.',
      (it) => [...(it.nearest ?? [])],
    ),
  }),
})
