import type { Words } from '@causeway/shared/words/words'
import { requireExact } from '../../access/refuse.ts'
import { describeRecords, type DescribedField, type DescribedRecord } from '../../records/describe-record.ts'
import { findRecord, listRecords, type RecordPage, type StoredRecord } from '../../records/list-records.ts'
import { pageOf, readTogether } from '../../records/read-together.ts'
import { fieldsOf, findRecordType } from '../../records/record-types.ts'
import { BatchRef } from './batch.ts'
import { builder } from './builder.ts'
import { pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { readBatch, readInstitution, type GraphContext } from './context.ts'
import { DimensionFilterInput } from './series-arguments.ts'
import { InstitutionRef } from './institution.ts'
import { lookUpTogether } from './look-up-together.ts'
import { RecordTypeRef } from './record-type.ts'

interface ShownField extends DescribedField {
  /** Of a quantity: what it is counted in. */
  unit: Words | null
}

const RecordFieldRef = builder.objectRef<ShownField>('RecordField').implement({
  description: 'What is in one field of one record.',
  fields: (t) => ({
    name: t.given('String', 'snake_case, as the type declares it.', 'name'),
    label: t.words('Name of the field.', 'label'),
    value: t.maybe(
      'String',
      'As stored: days as YYYY-MM-DD, flags as 0 or 1, persons as keyed hashes; null: empty.',
      (it) => (it.value === null ? null : String(it.value)),
    ),
    unit: t.maybeWords('Of a quantity: what it is counted in; null: it is none, or its label says it.', (it) =>
      it.unit === null ? null : it.unit,
    ),
    text: t.words('As people read it; empty where nothing is.', 'text'),
  }),
})

export const RecordRef = builder.node(builder.objectRef<StoredRecord>('Record'), {
  description: 'One accepted row of evidence-level data. One shape for every type.',
  id: { resolve: (record) => record.id },
  loadOne: async (id, context) => {
    const institution = id.split('/')[1] ?? ''
    requireExact(context.viewer, institution)
    context.reads.institutions.add(institution)
    return findRecord(context.causeway.database, id)
  },
  fields: (t) => ({
    type: t.given(RecordTypeRef, 'What kind of record it is.', (it) => findRecordType(it.type)!),
    institution: t.given(InstitutionRef, 'Whose record it is.', (it, context) =>
      readInstitution(context, it.id.split('/')[1]!),
    ),
    label: t.words('What it is called in a list.', async (it, _locale, context) => (await describe(context, it)).label),
    fields: t.given(
      [RecordFieldRef],
      'What is in it, in the order of its type.',
      async (it, context) => {
        const declared = fieldsOf(findRecordType(it.type)!)
        const { fields } = await describe(context, it)
        return fields.map((field, at) => ({
          ...field,
          unit: declared[at]!.unit ?? unitOfIndicator(context, it, field),
        }))
      },
      { field: 2, multiplier: 15 },
    ),
    batch: t.given(
      BatchRef,
      'The import it came with.',
      async (it, context) => {
        const batch = await readBatch(context, it.batch)
        if (!batch) throw new Error(`the record ${it.id} names a batch that is not there`)
        return batch
      },
      3,
    ),
    since: t.given('Int', 'Revision that it is so since: what changes it says which it saw.', 'since'),
    row: t.maybe('Int', 'Row of the file, as a spreadsheet numbers it; null: it came without one.', 'row'),
  }),
})

/** A target, or what a peer published, is in the unit of its indicator. */
function unitOfIndicator(
  { causeway }: GraphContext,
  { type, values }: StoredRecord,
  { name }: DescribedField,
): Words | null {
  if ((type !== 'target' && type !== 'peer-figure') || name !== 'value') return null
  return (
    causeway.indicators.find(({ id, code }) => id === values['indicator'] || code === values['indicator'])?.unit ?? null
  )
}

const readDescriptions = lookUpTogether((page: StoredRecord[], { causeway }) =>
  describeRecords(causeway.database, page),
)

async function describe(context: GraphContext, record: StoredRecord): Promise<DescribedRecord> {
  return (await readDescriptions(record, context))[pageOf(record).indexOf(record)]!
}

export const RecordConnection = builder.connectionObject(
  { type: RecordRef, name: 'RecordConnection', description: 'A page of records.' },
  { name: 'RecordEdge', description: 'A record in a page.' },
)

export function toRecordConnection(page: RecordPage) {
  readTogether(page.records)
  return toConnection(page.records, (record) => record.cursor, page.hasNext, page.totalCount)
}

builder.queryFields((t) => ({
  records: t.field({
    type: RecordConnection,
    nullable: true,
    description: 'The records of a type that an institution has now. Needs a token that may read the institution.',
    args: {
      type: t.arg.id({ required: true, description: 'Name of the record type.' }),
      institution: t.arg.id({ required: true, description: 'Code of the institution.' }),
      filter: t.arg({ type: [DimensionFilterInput], description: 'Only these.' }),
      ...pageArguments,
    },
    complexity: (args) => ({ ...pageComplexity(args), field: 50 }),
    resolve: async (_root, { type, institution, filter, ...args }, { causeway, viewer, reads }) => {
      requireExact(viewer, institution)
      reads.institutions.add(institution)
      return toRecordConnection(
        await listRecords(causeway.database, {
          type,
          institution,
          filter: filter ?? [],
          ...readPage(args),
        }),
      )
    },
  }),
}))
