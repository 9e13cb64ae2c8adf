import { keyFieldsOf, takesEvidence, type Field, type RecordType } from '../../records/record-type.ts'
import { fieldsOf, RECORD_TYPES } from '../../records/record-types.ts'
import { optionsOf, type FieldOption } from '../../records/field-options.ts'
import { builder } from './builder.ts'
import { localeArgument, say } from './locale-argument.ts'

export const RecordTypeRef = builder.objectRef<RecordType>('RecordType')
export const RecordTypeFieldRef = builder.objectRef<Field>('RecordTypeField')

export const FieldOptionRef = builder.objectRef<FieldOption>('FieldOption')

FieldOptionRef.implement({
  description: 'One of what may stand in a field.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'As it is stored, and as it may be typed.' }),
    label: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.label, locale),
    }),
  }),
})

RecordTypeRef.implement({
  description: 'One kind of record: the fields its rows have.',
  fields: (t) => ({
    name: t.exposeID('name', { description: 'As `records` and the import take it, as "training-session".' }),
    label: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.label, locale),
    }),
    description: t.string({
      description: 'What one record is.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.description, locale),
    }),
    fields: t.field({
      type: [RecordTypeFieldRef],
      description: 'Its fields, in order.',
      complexity: { field: 1, multiplier: 15 },
      resolve: (it) => fieldsOf(it),
    }),
    key: t.stringList({
      description: 'Names of the fields that make two rows the same record.',
      complexity: 1,
      resolve: (it) => keyFieldsOf(it),
    }),
    changedByHand: t.boolean({
      description: 'Records of it may be changed and withdrawn one by one.',
      complexity: 0,
      resolve: (it) => !it.ofInstitution,
    }),
    takesEvidence: t.boolean({
      description: 'Evidence may prove records of it.',
      complexity: 0,
      resolve: (it) => takesEvidence(it),
    }),
  }),
})

RecordTypeFieldRef.implement({
  description: 'A field that records of a type have.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'snake_case, as headers of files may name it.' }),
    label: t.string({
      description: 'Its name.',
      args: localeArgument,
      resolve: (it, { locale }) => say(it.label, locale),
    }),
    kind: t.exposeString('kind', { description: 'How it is read: text, code, date, choice, country and so on.' }),
    required: t.boolean({ description: 'A row without it is refused.', resolve: (it) => it.required ?? false }),
    choices: t.stringList({
      description: 'Keys that may stand in it; empty: anything of its kind.',
      complexity: 1,
      resolve: (it) => it.choices?.map((choice) => choice.key) ?? [],
    }),
    options: t.field({
      type: [FieldOptionRef],
      description:
        'All that may stand in it, by key and name: of a choice, a country, a yes or no; empty: it cannot be listed.',
      complexity: { field: 1, multiplier: 5 },
      resolve: (it) => [...optionsOf(it)],
    }),
  }),
})

builder.queryFields((t) => ({
  recordTypes: t.field({
    type: [RecordTypeRef],
    description: 'Every kind of record there is, in order of the contract.',
    complexity: { field: 1, multiplier: RECORD_TYPES.length },
    resolve: () => [...RECORD_TYPES],
  }),
}))
