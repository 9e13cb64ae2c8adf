import { findRecord } from '../../records/list-records.ts'
import { fieldsOf } from '../../records/record-types.ts'
import { readTogether } from '../../records/read-together.ts'
import { listPointing, type Pointing } from '../../records/records-in-the-way.ts'
import { builder } from './builder.ts'
import { RecordTypeRef } from './record-type.ts'
import { RecordRef } from './record.ts'

const RecordPointersRef = builder.objectRef<Pointing>('RecordPointers').implement({
  description: 'The records of one type that point to a record by one of their fields.',
  fields: (t) => ({
    type: t.given(RecordTypeRef, 'Of which type.', 'type'),
    field: t.words('The field that names it.', ({ type, field }) => {
      const words = fieldsOf(type).find(({ name }) => name === field)?.label
      return words ? words : field
    }),
    total: t.given('Int', 'How many there are.', 'total'),
    records: t.given(
      [RecordRef],
      'The first ten of them.',
      async ({ records }, { causeway }) => {
        const found = await Promise.all(records.map((id) => findRecord(causeway.database, id)))
        const there = found.filter((record) => record !== null)
        readTogether(there)
        return there
      },
      { field: 5, multiplier: 10 },
    ),
  }),
})

builder.objectField(RecordRef, 'pointers', (t) =>
  t.given(
    [RecordPointersRef],
    'What points to it: it is withdrawn only once nothing does.',
    (it, { causeway: { database } }) => database.snapshot((db) => listPointing(db, database.kind, it)),
    { field: 50, multiplier: 5 },
  ),
)
