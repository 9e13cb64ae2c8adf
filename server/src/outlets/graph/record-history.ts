import { isHidden, typedText } from '../../desk/by-hand/put-by-hand.ts'
import { readHistory, type RecordEvent, type VERSION_CHANGES } from '../../records/history.ts'
import type { Field } from '../../records/record-type.ts'
import { fieldsOf, recordTypeOf } from '../../records/record-types.ts'
import { BatchRef } from './batch.ts'
import { builder } from './builder.ts'
import { findRecords, readBatch } from './context.ts'
import { FieldChangeRef } from './imported-figures.ts'
import { RecordTypeFieldRef, RecordTypeRef } from './record-type.ts'
import { RecordRef } from './record.ts'
import type { Period } from '@causeway/shared/period'
import { listCountsIn, type CountsIn } from '../../figures/counts-in.ts'
import { enumOf, BasisEnum, PartEnum } from './enums.ts'
import { PeriodRef } from './figure.ts'
import { IndicatorRef } from './indicator.ts'
import { readTogether } from '../../records/read-together.ts'
import { listPointing, type Pointing } from '../../records/pointers.ts'

const RecordEventEnum = enumOf<(typeof VERSION_CHANGES)[number]>('RecordEventKind', 'What happened to a record.', {
  NEW: 'It came',
  CHANGED: 'Something in it changed',
  WITHDRAWN: 'It was taken out',
  RESTORED: 'It is as before, since a batch was taken back',
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
      ({ batch }, context) => readBatch(context, batch),
      3,
    ),
    fields: t.list(FieldChangeRef, 5, 'What was not as it had been.', 'fields'),
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
  history: t.list(
    RecordEventRef,
    { times: 5, cost: 50 },
    'What happened to it, the latest first.',
    (it, { causeway }) => readHistory(causeway.database, it),
  ),
  form: t.list(
    EditableFieldRef,
    { times: 15, cost: 2 },
    'Its fields as somebody would type them, in the order of its type.',
    (it): Editable[] =>
      fieldsOf(recordTypeOf(it.type))
        .filter((field) => !field.notInFiles)
        .map((field) => ({ field, value: isHidden(field) ? null : typedText(field, it.values) || null })),
  ),
}))

const CountedPeriodRef = builder.objectRef<CountsIn['periods'][number]>('CountedPeriod').implement({
  description: 'A period in which a record is counted.',
  fields: (t) => ({
    period: t.given(PeriodRef, 'When.', ({ period }): Period => period),
    parts: t.given([PartEnum], 'On which sides of the figure it holds. A count has a numerator only.', 'parts', 1),
  }),
})

const CountsInRef = builder.objectRef<CountsIn>('CountsIn').implement({
  description: 'An indicator whose figures a record is counted in, on one basis.',
  fields: (t) => ({
    indicator: t.given(IndicatorRef, 'Which.', 'declaration'),
    basis: t.given(BasisEnum, 'On which basis.', 'basis'),
    periods: t.list(CountedPeriodRef, 3, 'In which periods, in the order of years.', 'periods'),
  }),
})

/** Every indicator of its type is asked of the record, on each of its bases. */
const COST = 3_000

builder.objectField(RecordRef, 'countsIn', (t) =>
  t.maybe(
    [CountsInRef],
    'The figures it is counted in as it is now, as `Figure.records` would list it: without filter, in the scope of the indicator; of what holds without a date, those of the last 20 years. Null: no indicator counts records of its type.',
    (it, { causeway, viewer }) => listCountsIn(causeway, viewer, it),
    { field: COST, multiplier: 20 },
  ),
)

const RecordPointersRef = builder.objectRef<Pointing>('RecordPointers').implement({
  description: 'The records of one type that point to a record by one of their fields.',
  fields: (t) => ({
    type: t.given(RecordTypeRef, 'Of which type.', 'type'),
    field: t.words('The field that names it.', ({ type, field }) => {
      const words = fieldsOf(type).find(({ name }) => name === field)?.label
      return words ? words : field
    }),
    total: t.given('Int', 'How many there are.', 'total'),
    records: t.list(RecordRef, { times: 10, cost: 5 }, 'The first ten of them.', async ({ records }, context) =>
      readTogether(await findRecords(context, records)),
    ),
  }),
})

builder.objectField(RecordRef, 'pointers', (t) =>
  t.list(
    RecordPointersRef,
    { times: 5, cost: 50 },
    'What points to it: it is withdrawn only once nothing does.',
    (it, { causeway: { database } }) => database.snapshot((db) => listPointing(db, database.kind, it)),
  ),
)
