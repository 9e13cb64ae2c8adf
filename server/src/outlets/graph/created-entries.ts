import type { CreatedEntry, ImportReport } from '../../records/import/report/import-report.ts'
import type { RecordType } from '../../records/record-type.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { builder } from './builder.ts'
import { RecordTypeRef } from './record-type.ts'

interface Created {
  type: RecordType
  count: number
  entries: CreatedEntry[]
}

export function createdOf({ created, entries }: ImportReport): Created[] {
  return Object.entries(created).map(([name, count]) => ({
    ...{ type: recordTypeOf(name), count },
    entries: entries.filter(({ type }) => type === name),
  }))
}

const CreatedEntryRef = builder.objectRef<CreatedEntry>('CreatedEntry').implement({
  description: 'An entry of a register that a name made.',
  fields: (t) => ({
    code: t.given('String', 'The code, made from the name.', 'code'),
    name: t.given('String', 'The name, as the file has it.', 'name'),
  }),
})

export const CreatedRef = builder.objectRef<Created>('CreatedEntries').implement({
  description: 'Entries of one kind that names made.',
  fields: (t) => ({
    recordType: t.given(RecordTypeRef, 'Of which kind they are.', 'type'),
    count: t.given('Int', 'How many there are.', 'count'),
    entries: t.list(CreatedEntryRef, 20, 'The first of them, of all kinds together at most 200.', 'entries'),
  }),
})
