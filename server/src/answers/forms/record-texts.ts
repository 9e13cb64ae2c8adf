import type { Words } from '@causeway/shared/words/words'
import { inParts } from '../../ground/in-parts.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { describeRecords } from '../../records/describe-record.ts'
import { listRecords, type StoredRecord } from '../../records/list-records.ts'
import { nameOf } from '../../records/record-names.ts'
import { fieldsOf, recordTypeOf } from '../../records/record-types.ts'

/** What is at the end of a path. */
export interface FieldText {
  /** As people count: decimals undone. */
  value: string | number
  text: Words
}

/** Reads fields of records and of what these point to. */
export type ReadField = (record: StoredRecord, path: string) => FieldText | null

const CODES_AT_ONCE = 400

/**
 * A reader of `field`, of `reference.field`, of `#title` (the record's own name) and of `a|b` (the first that is filled). A
 * reference reads as the name of what it points to. What is pointed to is read once for all records.
 *
 * @param looseReferences `field@type`: a field that is no reference, but where the code of a record of that type may be
 */
export async function readPaths(
  { database }: Causeway,
  institution: string,
  records: readonly StoredRecord[],
  looseReferences: readonly string[] = [],
): Promise<ReadField> {
  const known = new Map<string, Known>()
  const pointedTo = new Map<string, Known>()
  await take(records, known)
  const wanted = new Map<string, Set<string>>()
  for (const record of records) {
    for (const { name, to } of [...recordTypeOf(record.type).fields, ...looseReferences.map(toReference)]) {
      const code = record.values[name]
      if (to === undefined || typeof code !== 'string') continue
      wanted.set(to, (wanted.get(to) ?? new Set()).add(code))
    }
  }
  for (const [type, codes] of wanted) {
    if (!fieldsOf(recordTypeOf(type)).some(({ name }) => name === 'code')) continue
    for (const some of inParts([...codes], CODES_AT_ONCE)) {
      const filter = [{ dimension: 'code', in: some }]
      const page = await listRecords(database, {
        type,
        institution,
        filter,
        first: CODES_AT_ONCE,
      })
      await take(page.records, pointedTo, ({ values }) => `${type}/${values['code']}`)
    }
  }

  async function take(
    some: readonly StoredRecord[],
    into: Map<string, Known>,
    place: (record: StoredRecord) => string = ({ id }) => id,
  ) {
    const described = await describeRecords(database, some)
    some.forEach((record, at) =>
      into.set(place(record), { record, fields: new Map(described[at]!.fields.map((field) => [field.name, field])) }),
    )
  }

  const readOne = (of: Known, path: string): FieldText | null => {
    if (path === '#title') {
      const name = nameOf(recordTypeOf(of.record.type), of.record.values)
      return name.zh === '' && name.en === ''
        ? null
        : { value: name.zh || name.en, text: { zh: name.zh || name.en, en: name.en || name.zh } }
    }
    const [first, ...rest] = path.split('.') as [string, ...string[]]
    const [head, type] = [first.split('@')[0]!, recordTypeOf(of.record.type)]
    const field = of.fields.get(head)
    if (!field || field.value === null || field.value === '') return null
    const to = toReference(first).to ?? type.fields.find(({ name }) => name === head)?.to
    const target = to === undefined ? undefined : pointedTo.get(`${to}/${field.value}`)
    if (rest.length > 0) return target ? readOne(target, rest.join('.')) : null
    const name = target && readOne(target, '#title')
    return { value: field.value, text: name ? name.text : field.text }
  }

  return (record, path) => {
    const of = known.get(record.id)
    if (!of) return null
    for (const one of path.split('|')) {
      const found = readOne(of, one)
      if (found) return found
    }
    return null
  }
}

function toReference(path: string): { name: string; to?: string } {
  const [name = '', to] = path.split('@')
  return { name, to }
}

interface Known {
  record: StoredRecord
  fields: Map<string, { value: string | number | null; text: Words }>
}
