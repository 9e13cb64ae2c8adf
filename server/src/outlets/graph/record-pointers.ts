import { findRecord } from '../../records/list-records.ts'
import { fieldsOf } from '../../records/record-types.ts'
import { readTogether } from '../../records/read-together.ts'
import { listPointing, type Pointing } from '../../records/records-in-the-way.ts'
import { builder } from './builder.ts'
import { localeArgument, say } from './locale-argument.ts'
import { RecordTypeRef } from './record-type.ts'
import { RecordRef } from './record.ts'

const RecordPointersRef = builder.objectRef<Pointing>('RecordPointers')

RecordPointersRef.implement({
  description: 'The records of one type that point to a record by one of their fields.',
  fields: (t) => ({
    type: t.field({ type: RecordTypeRef, description: 'Of which type.', resolve: ({ type }) => type }),
    field: t.string({
      description: 'The field that names it.',
      args: localeArgument,
      resolve: ({ type, field }, { locale }) => {
        const words = fieldsOf(type).find(({ name }) => name === field)?.label
        return words ? say(words, locale) : field
      },
    }),
    total: t.exposeInt('total', { description: 'How many there are.' }),
    records: t.field({
      type: [RecordRef],
      description: 'The first ten of them.',
      complexity: { field: 5, multiplier: 10 },
      resolve: async ({ records }, _args, { causeway }) => {
        const found = await Promise.all(records.map((id) => findRecord(causeway.database, id)))
        const there = found.filter((record) => record !== null)
        readTogether(there)
        return there
      },
    }),
  }),
})

builder.objectField(RecordRef, 'pointers', (t) =>
  t.field({
    type: [RecordPointersRef],
    description: 'What points to it: it is withdrawn only once nothing does.',
    complexity: { field: 50, multiplier: 5 },
    resolve: (it, _args, { causeway: { database } }) => database.snapshot((db) => listPointing(db, database.kind, it)),
  }),
)
