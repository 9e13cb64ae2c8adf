import type { Locale, Words } from '@causeway/shared/words/words'
import { requireExact } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import { findFinding, yearOfFinding, type Finding } from '../../answers/quality/check-rules.ts'
import { readSchoolYear } from '../../answers/quality/school-year.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { type DescribedField, type DescribedRecord, describeRecords } from '../../records/describe-record.ts'
import { findRecord, listRecords, type RecordPage, type StoredRecord } from '../../records/list-records.ts'
import { pageOf, readTogether } from '../../records/read-together.ts'
import type { FigureRecordPage } from '../../figures/figure-records.ts'
import { fieldsOf, findRecordType, recordTypeOf } from '../../records/record-types.ts'
import { BatchRef } from './batch.ts'
import { institutionArgument, momentArguments, ofInstitution } from './asked.ts'
import { builder } from './builder.ts'
import { connectionOf, pageArguments, pageComplexity, readPage, toConnection } from './connection.ts'
import { type GraphContext, lookUpTogether, readBatch, readInstitution } from './context.ts'
import { DimensionFilterInput } from './series-arguments.ts'
import { InstitutionRef } from './institution.ts'
import { RecordTypeRef } from './record-type.ts'
import { nameOf } from '../../records/record-names.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { say } from './fields.ts'

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
    fields: t.list(
      RecordFieldRef,
      { times: 15, cost: 2 },
      'What is in it, in the order of its type.',
      async (it, context) => {
        const declared = fieldsOf(findRecordType(it.type)!)
        const { fields } = await describe(context, it)
        return fields.map((field, at) => ({
          ...field,
          unit: declared[at]!.unit ?? unitOfIndicator(context, it, field),
        }))
      },
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

export const RecordConnection = connectionOf(RecordRef, 'Record', 'A page of records.', 'A record in a page.')

export function toRecordConnection(page: RecordPage | FigureRecordPage) {
  readTogether(page.records)
  return toConnection(page.records, (record) => record.cursor, page.hasNext, page.totalCount)
}

/** Returns a finding by its id, as it is now; null if there is nothing of it. */
export async function readFinding(
  causeway: Causeway,
  viewer: Viewer,
  institution: string,
  id: string,
): Promise<Finding | null> {
  const year = yearOfFinding(id)
  if (year === null) return null
  return findFinding(causeway, await readSchoolYear(causeway, viewer, institution, year), id)
}

const RecordConditionInput = builder.inputType('RecordCondition', {
  description:
    'What one field must hold: a `text`, one `in` a list, a range `from` … `to`, or whether it is `empty`. Several conditions must all hold.',
  fields: (t) => ({
    field: t.id({ required: true, description: 'Name of a field of the record type.' }),
    text: t.string({
      description:
        'Of a text or a code: a part of it, in any case; of a code that names another record also a part of the name of that.',
    }),
    in: t.stringList({
      description: 'Of a choice, a country or a flag: the keys that pass; "unknown" passes what is empty too.',
    }),
    from: t.string({
      description: 'Of a date or a number: the first day, YYYY-MM-DD, or the least number that passes.',
    }),
    to: t.string({ description: 'Of a date or a number: the last day, or the greatest number that passes.' }),
    empty: t.boolean({ description: 'True: nothing is in the field; false: something is.' }),
  }),
})

const RecordSortInput = builder.inputType('RecordSort', {
  description: 'What a list of records is sorted by; what is empty comes last either way, and what is alike by key.',
  fields: (t) => ({
    field: t.id({
      required: true,
      description: 'Name of a field of the record type. Choices come in the order of their declaration.',
    }),
    descending: t.boolean({ description: 'The latest, greatest or last first; the other way round where omitted.' }),
  }),
})

builder.queryFields((t) => ({
  records: t.field({
    type: RecordConnection,
    nullable: true,
    description: 'The records of a type that an institution has now. Needs a token that may read the institution.',
    args: {
      type: t.arg.id({ required: true, description: 'Name of the record type.' }),
      ...institutionArgument,
      filter: t.arg({ type: [DimensionFilterInput], description: 'Only these.' }),
      where: t.arg({ type: [RecordConditionInput], description: 'Only those whose fields hold all of this.' }),
      sort: t.arg({ type: RecordSortInput, description: 'The order; by key where omitted.' }),
      finding: t.arg.id({ description: 'Only those that a finding of `quality` counts, by its `id`.' }),
      ...momentArguments,
      ...pageArguments,
    },
    complexity: (args) => ({ ...pageComplexity(args), field: 50 }),
    resolve: ofInstitution(
      async ({ type, institution, filter, where, sort, finding, ...args }, { causeway, viewer }) => {
        const found = finding == null ? null : await readFinding(causeway, viewer, institution, finding)
        const among =
          finding == null ? null : found?.recordType === type && found.records ? found.records : { keys: [] }
        const request = { type, institution, filter: filter ?? [], where, sort, among, ...readPage(args) }
        return toRecordConnection(await listRecords(causeway.database, request))
      },
    ),
  }),
}))

/** What is in a field as text; null: nothing. */
export function textIn({ values }: StoredRecord, field: string): string | null {
  const value = values[field]
  return value === null || value === undefined || value === '' ? null : String(value)
}

/** The same of what is in a record. */
export const textOf =
  (field: string) =>
  ({ record }: { record: StoredRecord }) =>
    textIn(record, field)

/** What is in a field of choices or in one of a country, in words; null: nothing. */
export function labelIn(record: StoredRecord, field: string, locale: Locale | null | undefined): string | null {
  const value = textIn(record, field)
  if (value === null) return null
  const declared = recordTypeOf(record.type).fields.find(({ name }) => name === field)
  if (declared?.kind === 'country') return say(countryName(value), locale)
  const label = declared?.choices?.find(({ key }) => key === value)?.label
  return label ? say(label, locale) : value
}

/** The same of what is in a record. */
export const labelOf =
  (field: string) =>
  ({ record }: { record: StoredRecord }, locale: Locale) =>
    labelIn(record, field, locale)

/** The title or name in a language, else in the other, else the code. */
export function titleOf(record: StoredRecord, locale: Locale | null | undefined): string {
  return say(nameOf(recordTypeOf(record.type), record.values), locale)
}
