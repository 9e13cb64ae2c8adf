import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../database/database.ts'
import { describeRecords, type DescribedField } from './describe-record.ts'
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
    const fields = is.fields.flatMap((field, at) => toChanged(before && was.fields[at]!, after && field, field))
    return { type, institution, key, row, label, fields }
  })
}

function toChanged(was: DescribedField | null, is: DescribedField | null, { name, label }: DescribedField) {
  if ((was?.value ?? null) === (is?.value ?? null)) return []
  return [{ name, label, before: was?.text ?? NOTHING, after: is?.text ?? NOTHING }]
}

function toRecord({ type, institution, key, row }: Change, values: StoredValues | null): StoredRecord {
  return { type, institution, key, row, since: 0, until: null, batch: '', values: values ?? {} }
}
