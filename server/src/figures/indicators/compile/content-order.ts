import { sql, type RawBuilder } from 'kysely'
import { COMMON_FIELDS, type RecordType } from '../../../records/record-type.ts'

const NUMBERS: readonly string[] = ['integer', 'decimal', 'flag', 'year', 'level', 'date']
const LEAST = sql.lit(-9_999_999)

/**
 * An order of records that is the same in every college, whatever its key of personal hashes: by source ids, none being the least;
 * then by all that they say but of whom, the fields of the natural key first, an empty one being the least.
 */
export function contentOrder(type: RecordType, alias: string): RawBuilder<unknown>[] {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const isOfKey = (name: string) => type.key.some((part) => part.split('|').includes(name))
  const fields = [...type.fields, ...COMMON_FIELDS].filter(({ kind }) => kind !== 'person')
  const inOrder = [...fields.filter(({ name }) => isOfKey(name)), ...fields.filter(({ name }) => !isOfKey(name))]
  return [
    sql`case when ${column('source_id')} is null then '' else ${column('key')} end`,
    ...inOrder.map(({ name, kind }) =>
      NUMBERS.includes(kind)
        ? sql`coalesce(${column(kind === 'date' ? `${name}_day` : name)}, ${LEAST})`
        : sql`coalesce(${column(name)}, '')`,
    ),
  ]
}
