import { isHidden, typedText } from '../../desk/by-hand/typed-texts.ts'
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

const RecordEventRef = builder.objectRef<RecordEvent>('RecordEvent')

RecordEventRef.implement({
  description: 'What happened to a record once.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'Revision from which it was so.' }),
    change: t.field({ type: RecordEventEnum, description: 'What happened.', resolve: (it) => it.change }),
    at: t.expose('at', { type: 'DateTime', nullable: true, description: 'When; null: not known.' }),
    batch: t.field({
      type: BatchRef,
      nullable: true,
      description: 'The batch that did it; null: the taking back of one.',
      complexity: 3,
      resolve: ({ batch }, _args, context) => (batch === null ? null : readBatch(context, batch)),
    }),
    fields: t.field({
      type: [FieldChangeRef],
      description: 'What was not as it had been.',
      complexity: { field: 1, multiplier: 5 },
      resolve: (it) => it.fields,
    }),
  }),
})

interface Editable {
  field: Field
  value: string | null
}

const EditableFieldRef = builder.objectRef<Editable>('EditableField')

EditableFieldRef.implement({
  description: 'A field as somebody would type it.',
  fields: (t) => ({
    field: t.field({ type: RecordTypeFieldRef, description: 'Which.', resolve: (it) => it.field }),
    value: t.exposeString('value', {
      nullable: true,
      description:
        'As `changeRecord` takes it: days as YYYY-MM-DD, choices and countries by key; null: nothing, or it names a person.',
    }),
    hidden: t.boolean({
      description: 'True: it names a person and is not shown; what is typed takes its place.',
      resolve: ({ field }) => isHidden(field),
    }),
  }),
})

builder.objectFields(RecordRef, (t) => ({
  history: t.field({
    type: [RecordEventRef],
    description: 'What happened to it, the latest first.',
    complexity: { field: 50, multiplier: 5 },
    resolve: (it, _args, { causeway }) => readHistory(causeway.database, it),
  }),
  form: t.field({
    type: [EditableFieldRef],
    description: 'Its fields as somebody would type them, in the order of its type.',
    complexity: { field: 2, multiplier: 15 },
    resolve: (it): Editable[] =>
      fieldsOf(recordTypeOf(it.type))
        .filter((field) => !field.notInFiles)
        .map((field) => ({ field, value: isHidden(field) ? null : typedText(field, it.values) || null })),
  }),
}))
