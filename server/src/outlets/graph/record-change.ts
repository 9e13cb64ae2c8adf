import { toCursor } from '../../ground/cursor.ts'
import type { ChangedField, DescribedChange } from '../../records/history.ts'
import { builder } from './builder.ts'

export interface ShownChange extends DescribedChange {
  /** False: it is only there once the change is made. */
  isThere: boolean
}

export const FieldChangeRef = builder.objectRef<ChangedField>('FieldChange').implement({
  description: 'What stood in a field, and what is there now.',
  fields: (t) => ({
    name: t.given('String', 'snake_case, as the type declares it.', 'name'),
    label: t.words('Name of the field.', 'label'),
    before: t.words('As people read it; empty where nothing stood.', 'before'),
    after: t.words('As people read it; empty where nothing is.', 'after'),
  }),
})

export const RecordChangeRef = builder.objectRef<ShownChange>('RecordChange').implement({
  description: 'A record that an import brings, changes or withdraws.',
  fields: (t) => ({
    record: t.maybe(
      'ID',
      'Id of the record; null: it is not there, since this was a dry run.',
      ({ isThere, type, institution, key }) => (isThere ? toCursor(`Record:${type}/${institution}/${key}`) : null),
    ),
    label: t.words('What it is called in a list.', 'label'),
    row: t.maybe('Int', 'Row of the file; null: of none.', 'row'),
    fields: t.given(
      [FieldChangeRef],
      'Fields that are not as they were; of a new record those that are filled.',
      'fields',
      { field: 1, multiplier: 5 },
    ),
  }),
})
