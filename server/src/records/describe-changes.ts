import { formatQuantity } from '@causeway/shared/format-figure'
import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../ground/database/database.ts'
import { describeRecords, type DescribedField } from './describe-record.ts'
import { fieldsOf, recordTypeOf } from './record-types.ts'
import type { StoredRecord, StoredValues } from './stored-values.ts'

export interface DescribedChange {
  type: string
  institution: string
  key: string
  row: number | null
  label: Words
  /** Fields that are not as they were; of a new record those that are filled. */
  fields: ChangedField[]
}

export interface ChangedField {
  name: string
  label: Words
  before: Words
  after: Words
}

interface Change {
  type: string
  institution: string
  key: string
  row: number | null
  /** Null: it was not there. */
  before: StoredValues | null
  /** Null: it is there no more. */
  after: StoredValues | null
}

const NOTHING: Words = { zh: '', en: '' }

/** Changes in words; what records point to is looked up once for all of them. */
export async function describeChanges(database: Database, changes: readonly Change[]): Promise<DescribedChange[]> {
  const versions = changes.flatMap((change) => [toRecord(change, change.before), toRecord(change, change.after)])
  const described = await describeRecords(database, versions)
  return changes.map(({ type, institution, key, row, before, after }, index) => {
    const [was, is] = [described[index * 2]!, described[index * 2 + 1]!]
    const { label } = after ? is : was
    const declared = fieldsOf(recordTypeOf(type))
    const fields = is.fields.flatMap((field, at) =>
      toChanged(before && was.fields[at]!, after && field, field, declared[at]!.unit),
    )
    return { type, institution, key, row, label, fields }
  })
}

function toChanged(
  was: DescribedField | null,
  is: DescribedField | null,
  { name, label }: DescribedField,
  unit: Words | undefined,
): ChangedField[] {
  if ((was?.value ?? null) === (is?.value ?? null)) return []
  return [{ name, label, before: inUnit(was, unit), after: inUnit(is, unit) }]
}

/** A number with what it is counted in. */
function inUnit(field: DescribedField | null, unit: Words | undefined): Words {
  const { value, text } = field ?? { value: null, text: NOTHING }
  if (unit === undefined || typeof value !== 'number') return text
  const decimals = decimalsOf(value)
  return { zh: formatQuantity(value, decimals, unit, 'ZH'), en: formatQuantity(value, decimals, unit, 'EN') }
}

/** As many as the number is written with. */
function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0
}

function toRecord({ type, institution, key, row }: Change, values: StoredValues | null): StoredRecord {
  return { type, institution, key, row, since: 0, until: null, batch: '', values: values ?? {} }
}
