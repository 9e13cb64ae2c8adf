import type { Words } from '@causeway/shared/words/words'
import type { Field, RecordType } from './record-type.ts'
import { fieldsOf } from './record-types.ts'
import REFUSALS from './refusals.json' with { type: 'json' }

/** Is in the note of the example row of a template. */
const EXAMPLE_MARK: Words = REFUSALS.EXAMPLE_MARK

const NUMBERS = ['integer', 'year', 'decimal']

/** What a template of the type has columns for, in order. */
export function templateColumns(type: RecordType): Field[] {
  const own = fieldsOf(type)
  const common = own.slice(type.fields.length)
  return [...type.fields, ...(type.companion?.columns ?? []), ...common].filter((field) => !field.notInFiles)
}

/** The text of a field in the example row; empty: nothing is there. */
export function exampleOf(field: Field): Words {
  if (field.name === 'note') return EXAMPLE_MARK
  return field.example ?? { zh: '', en: '' }
}

/**
 * True where a row is the example that a template came with, untouched: every cell says what it said there, in either language.
 * `read` gives the text of a field's cell, undefined where the file has no such column.
 */
export function isUntouchedExample(type: RecordType, read: (field: string) => string | undefined): boolean {
  const columns = templateColumns(type)
  return (['zh', 'en'] as const).some(
    (locale) =>
      read('note')?.trim() === EXAMPLE_MARK[locale] &&
      columns.every((field) => {
        const text = read(field.name)?.trim()
        return text === undefined || isSame(field, text, exampleOf(field)[locale])
      }),
  )
}

/** A workbook keeps numbers, not the way they were typed. */
function isSame(field: Field, text: string, example: string): boolean {
  if (text === example) return true
  return NUMBERS.includes(field.kind) && text !== '' && example !== '' && Number(text) === Number(example)
}
