import { keyFieldsOf, takesEvidence, type Field, type RecordType } from '../../records/record-type.ts'
import { fieldsOf, RECORD_TYPES } from '../../records/record-types.ts'
import { optionsOf, type FieldOption } from '../../records/field-options.ts'
import { builder } from './builder.ts'

export const FieldOptionRef = builder.objectRef<FieldOption>('FieldOption').implement({
  description: 'One of what may be in a field.',
  fields: (t) => ({
    key: t.given('String', 'As it is stored, and as it may be typed.', 'key'),
    label: t.words('Its name.', 'label'),
  }),
})

export const RecordTypeRef = builder.objectRef<RecordType>('RecordType').implement({
  description: 'One kind of record: the fields its rows have.',
  fields: (t) => ({
    name: t.given('ID', 'As `records` and the import take it, as "training-session".', 'name'),
    label: t.words('Its name.', 'label'),
    description: t.words('What one record is.', 'description'),
    fields: t.list(RecordTypeFieldRef, 15, 'Its fields, in order.', fieldsOf),
    key: t.given(['String'], 'Names of the fields that make two rows the same record.', keyFieldsOf, 1),
    changedByHand: t.given(
      'Boolean',
      'Records of it may be changed and withdrawn one by one.',
      (it) => !it.ofInstitution,
      0,
    ),
    takesEvidence: t.given('Boolean', 'Evidence may prove records of it.', takesEvidence, 0),
  }),
})

export const RecordTypeFieldRef = builder.objectRef<Field>('RecordTypeField').implement({
  description: 'A field that records of a type have.',
  fields: (t) => ({
    name: t.given('String', 'snake_case, as headers of files may name it.', 'name'),
    label: t.words('Its name.', 'label'),
    kind: t.given('String', 'How it is read: text, code, date, choice, country and so on.', 'kind'),
    required: t.given('Boolean', 'A row without it is refused.', (it) => it.required ?? false),
    choices: t.given(
      ['String'],
      'Keys that may be in it; empty: anything of its kind.',
      (it) => it.choices?.map((choice) => choice.key) ?? [],
      1,
    ),
    options: t.list(
      FieldOptionRef,
      5,
      'All that may be in it, by key and name: of a choice, a country, a yes or no; empty: it cannot be listed.',
      (it) => [...optionsOf(it)],
    ),
  }),
})

builder.queryFields((t) => ({
  recordTypes: t.list(
    RecordTypeRef,
    RECORD_TYPES.length,
    'Every kind of record there is, in order of the contract.',
    () => [...RECORD_TYPES],
  ),
}))
