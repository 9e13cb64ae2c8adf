import { changeRecord, declareNothing, withdrawRecord } from '../../desk/by-hand/change-record.ts'
import type { PutByHand } from '../../desk/by-hand/put-by-hand.ts'
import { takeStarts } from '../../desk/by-hand/take-starts.ts'
import { findRecord } from '../../records/list-records.ts'
import { builder, readRecordId } from './builder.ts'
import { DoneByHandRef, mutation, type DoneByHand } from './mutation.ts'
import { ProblemRef } from './page-words.ts'
import { RecordRef } from './record.ts'

type Put = DoneByHand & PutByHand & { record: string }

const COST = 300

const RecordChangedRef = builder.objectRef<Put>('RecordChanged').implement({
  description: 'A record was changed, or stood so already.',
  interfaces: [DoneByHandRef],
})

const FieldValueInput = builder.inputType('FieldValueInput', {
  description: 'What is to be in one field.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name of the field.' }),
    value: t.string({
      description:
        'As it would be in a cell of a file: days as YYYY-MM-DD, choices by key or name; null or empty: nothing.',
    }),
  }),
})

mutation('changeRecord', {
  right: null,
  description:
    'Changes fields of one record, checked as a row of a file is. Needs a token that may change records of its type.',
  done: RecordChangedRef,
  answers: 'Changed, or refused: `problems` says what is wrong with each field.',
  input: {
    asks: 'The record, and what changes.',
    description: 'Fields of one record to change; the others stay.',
    fields: (t) => ({
      record: t.id({ required: true, description: '`id` of the record.' }),
      since: t.int({
        required: true,
        description: '`since` of the record as it was seen: changed meanwhile, it is refused with CONFLICT.',
      }),
      fields: t.field({ type: [FieldValueInput], required: true, description: 'What changes.' }),
      reason: t.string({ description: 'Why; kept with the batch.' }),
    }),
  },
  complexity: COST,
  make: async (input, { causeway, viewer }) => {
    const done = await changeRecord(causeway, viewer, { ...input, record: readRecordId(input.record) })
    return { ...done, institution: done.record.split('/')[1]! }
  },
})

const RecordWithdrawnRef = builder
  .objectRef<DoneByHand>('RecordWithdrawn')
  .implement({ description: 'A record was taken out.', interfaces: [DoneByHandRef] })

mutation('withdrawRecord', {
  right: null,
  description: 'Takes one record out; nothing may point to it. Needs a token that may change records of its type.',
  done: RecordWithdrawnRef,
  answers: 'Withdrawn, or refused: `records` names those that point to it.',
  input: {
    asks: 'The record, and why.',
    description: 'One record to take out.',
    fields: (t) => ({
      record: t.id({ required: true, description: '`id` of the record.' }),
      since: t.int({ required: true, description: '`since` of the record as it was seen.' }),
      reason: t.string({ required: true, description: 'Why; kept with the batch.' }),
    }),
  },
  complexity: COST,
  make: (input, { causeway, viewer }) =>
    withdrawRecord(causeway, viewer, { ...input, record: readRecordId(input.record) }),
})

const StartsTakenRef = builder.objectRef<DoneByHand & { taken: number }>('StartsTaken').implement({
  description: 'Empty starts were filled in, or there was none to take.',
  interfaces: [DoneByHandRef],
  fields: (t) => ({ taken: t.given('Int', 'Of how many records.', 'taken') }),
})

mutation('takeStarts', {
  right: null,
  description:
    'Fills in the empty starts of records from the first record that names each: of a partner from its first agreement. One batch, which can be taken back. Needs a token that may change records of the type.',
  done: StartsTakenRef,
  answers: 'Filled in, or refused.',
  input: {
    asks: 'The records.',
    description: 'Records without a start that take it from the first record that names them.',
    fields: (t) => ({
      institution: t.id({ required: true, description: 'Code of the institution.' }),
      recordType: t.id({ required: true, description: 'Their type.' }),
      records: t.idList({ description: '`id` of each; all that can take one where omitted.' }),
      reason: t.string({ description: 'Why; kept with the batch.' }),
    }),
  },
  complexity: COST,
  make: async ({ institution, recordType, records, reason }, { causeway, viewer }) => {
    const asked = { institution, recordType, reason, records: records?.map(readRecordId) ?? null }
    const done = await takeStarts(causeway, viewer, asked)
    return { ...done, institution, taken: done.batch === null ? 0 : done.keys.length }
  },
})

const NothingDeclaredRef = builder.objectRef<Put>('NothingDeclared').implement({
  description: 'It was signed that there was nothing to report, or it stood so already.',
  interfaces: [DoneByHandRef],
})

for (const ref of [RecordChangedRef, NothingDeclaredRef])
  builder.objectFields(ref, (t) => ({
    record: t.given(
      RecordRef,
      'The record as it is now.',
      async ({ record }, { causeway }) => {
        const found = await findRecord(causeway.database, record)
        if (!found) throw new Error(`the record ${record} is not there after it was written`)
        return found
      },
      5,
    ),
    warnings: t.list(ProblemRef, 5, 'What is doubtful about it.', 'warnings'),
  }))

mutation('declareNothing', {
  right: 'records',
  description: 'Signs that there was nothing to report: the stretch then counts 0.',
  done: NothingDeclaredRef,
  answers: 'Declared, or refused: `problems` says what is wrong with each field.',
  input: {
    asks: 'What there was nothing of.',
    description: 'A signed statement that there was nothing of a record type in a stretch of time.',
    fields: (t) => ({
      institution: t.id({ required: true, description: 'Code of the institution.' }),
      recordType: t.id({ required: true, description: 'Of which there was nothing.' }),
      from: t.field({ type: 'Date', required: true, description: 'First day.' }),
      to: t.field({ type: 'Date', required: true, description: 'Last day.' }),
      unit: t.id({ description: 'The unit that speaks for itself alone; the whole institution where omitted.' }),
      direction: t.string({ description: 'Of a mobility: in or out; both where omitted.' }),
      audience: t.string({ description: 'Of a mobility: student or staff; both where omitted.' }),
      signer: t.string({ required: true, description: 'Who signs.' }),
      note: t.string({ description: 'What is to be added.' }),
    }),
  },
  complexity: COST,
  make: async (input, { causeway, viewer }) => ({
    ...(await declareNothing(causeway, viewer, input)),
    institution: input.institution,
  }),
})
