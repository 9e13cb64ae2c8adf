import { isHidden, typedText } from '../../desk/by-hand/put-by-hand.ts'
import { readHistory, type RecordEvent, type VERSION_CHANGES } from '../../records/history.ts'
import type { Field } from '../../records/record-type.ts'
import { fieldsOf, recordTypeOf } from '../../records/record-types.ts'
import { BatchRef } from './batch.ts'
import { builder } from './builder.ts'
import { readBatch } from './context.ts'
import { FieldChangeRef } from './record-change.ts'
import { RecordTypeFieldRef } from './record-type.ts'
import { RecordRef } from './record.ts'

const RecordEventEnum = builder.enumType('RecordEventKind', {
  description: 'What happened to a record.',
  values: {
    NEW: { description: 'It came' },
    CHANGED: { description: 'Something in it changed' },
    WITHDRAWN: { description: 'It was taken out' },
    RESTORED: { description: 'It is as before, since a batch was taken back' },
  } satisfies Record<(typeof VERSION_CHANGES)[number], object>,
})

const RecordEventRef = builder.objectRef<RecordEvent>('RecordEvent').implement({
  description: 'What happened to a record once.',
  fields: (t) => ({
    revision: t.given('Int', 'Revision from which it was so.', 'revision'),
    change: t.given(RecordEventEnum, 'What happened.', 'change'),
    at: t.maybe('DateTime', 'When; null: not known.', 'at'),
    batch: t.maybe(
      BatchRef,
      'The batch that did it; null: the taking back of one.',
      ({ batch }, context) => (batch === null ? null : readBatch(context, batch)),
      3,
    ),
    fields: t.given([FieldChangeRef], 'What was not as it had been.', 'fields', { field: 1, multiplier: 5 }),
  }),
})

interface Editable {
  field: Field
  value: string | null
}

const EditableFieldRef = builder.objectRef<Editable>('EditableField').implement({
  description: 'A field as somebody would type it.',
  fields: (t) => ({
    field: t.given(RecordTypeFieldRef, 'Which.', 'field'),
    value: t.maybe(
      'String',
      'As `changeRecord` takes it: days as YYYY-MM-DD, choices and countries by key; null: nothing, or it names a person.',
      'value',
    ),
    hidden: t.given(
      'Boolean',
      'True: it names a person and is not shown; what is typed takes its place.',
      ({ field }) => isHidden(field),
    ),
  }),
})

builder.objectFields(RecordRef, (t) => ({
  history: t.given(
    [RecordEventRef],
    'What happened to it, the latest first.',
    (it, { causeway }) => readHistory(causeway.database, it),
    { field: 50, multiplier: 5 },
  ),
  form: t.given(
    [EditableFieldRef],
    'Its fields as somebody would type them, in the order of its type.',
    (it): Editable[] =>
      fieldsOf(recordTypeOf(it.type))
        .filter((field) => !field.notInFiles)
        .map((field) => ({ field, value: isHidden(field) ? null : typedText(field, it.values) || null })),
    { field: 2, multiplier: 15 },
  ),
}))
