import { toCursor } from '../../ground/cursor.ts'
import type { ChangedField, DescribedChange } from '../../records/describe-changes.ts'
import { builder } from './builder.ts'
import { localeArgument, say } from './locale-argument.ts'

export interface ShownChange extends DescribedChange {
  /** False: it is only there once the change is made. */
  isThere: boolean
}

export const FieldChangeRef = builder.objectRef<ChangedField>('FieldChange')

FieldChangeRef.implement({
  description: 'What stood in a field, and what stands there now.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'snake_case, as the type declares it.' }),
    label: t.string({
      description: 'Name of the field.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.label, locale),
    }),
    before: t.string({
      description: 'As people read it; empty where nothing stood.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.before, locale),
    }),
    after: t.string({
      description: 'As people read it; empty where nothing stands.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.after, locale),
    }),
  }),
})

export const RecordChangeRef = builder.objectRef<ShownChange>('RecordChange')

RecordChangeRef.implement({
  description: 'A record that an import brings, changes or withdraws.',
  fields: (t) => ({
    record: t.id({
      nullable: true,
      description: 'Id of the record; null: it is not there, since it was only told what would happen.',
      resolve: ({ isThere, type, institution, key }) =>
        isThere ? toCursor(`Record:${type}/${institution}/${key}`) : null,
    }),
    label: t.string({
      description: 'What it is called in a list.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.label, locale),
    }),
    row: t.exposeInt('row', { nullable: true, description: 'Row of the file; null: of none.' }),
    fields: t.field({
      type: [FieldChangeRef],
      description: 'Fields that are not as they were; of a new record those that are filled.',
      complexity: { field: 1, multiplier: 5 },
      resolve: (it) => it.fields,
    }),
  }),
})
