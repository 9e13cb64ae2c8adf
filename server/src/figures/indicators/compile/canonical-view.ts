import { sql } from 'kysely'
import { recordColumns } from '../../../records/record-table.ts'
import { codeFieldsOf } from '../../../records/identity/code-fields.ts'
import type { Identity } from '../../../records/identity/identity.ts'
import { tableOf, type RecordType } from '../../../records/record-type.ts'
import type { Sql } from './sql.ts'

/**
 * `, same_as (…) as (values …)`: what the institution decided to be one thing, once for the whole statement. Nothing where it
 * decided nothing: such a statement is as it always was.
 */
export function sameAsTable(identity: Identity | null | undefined): Sql {
  if (!identity) return sql``
  const rows = [...new Set(identity.decisions.map(({ recordType }) => recordType))].flatMap((recordType) => {
    const leftOut = new Set(identity.leftOut(recordType))
    return [...identity.aliases(recordType)].map(
      ([code, end]) => sql`(${recordType}, ${code}, ${end}, ${sql.lit(leftOut.has(code) ? 1 : 0)})`,
    )
  })
  return rows.length === 0
    ? sql``
    : sql`, same_as (record_type, code, stands_for, left_out) as (values ${sql.join(rows)})`
}

/**
 * The records of a type as the decisions make them: codes that another represents are read as that one, and records that are the
 * same as another are left out. Null where no decision touches the type.
 */
export function canonicalView(type: RecordType, identity: Identity | null | undefined): Sql | null {
  if (!identity) return null
  const mapped = new Map<string, Sql>()
  for (const { name, recordType } of codeFieldsOf(type)) {
    if (identity.aliases(recordType).size > 0) mapped.set(name, canonicalCode(sql`${recordType}`, sql.ref(`x.${name}`)))
  }
  if (type.name === 'evidence' && hasLeftOut(identity)) {
    mapped.set('record', canonicalCode(sql.ref('x.record_type'), sql.ref('x.record')))
  }
  const leftOut = identity.leftOut(type.name).length > 0
  if (mapped.size === 0 && !leftOut) return null
  const columns = recordColumns(type).map(({ name }) => {
    const column = mapped.get(name)
    return column ? sql`${column} as ${sql.ref(name)}` : sql.ref(`x.${name}`)
  })
  const own = sql.ref(`x.${type.fields.some(({ name }) => name === 'code') ? 'code' : 'key'}`)
  const where = leftOut
    ? sql`where ${own} not in (select s.code from same_as as s where s.record_type = ${type.name} and s.left_out = 1)`
    : sql``
  return sql`(select ${sql.join(columns)} from ${sql.table(tableOf(type.name))} as x ${where})`
}

/** The set of aliases is looked up for every row, the code that represents one only where it is needed. */
export function canonicalCode(recordType: Sql, code: Sql): Sql {
  const own = sql`from same_as as s where s.record_type = ${recordType}`
  return sql`case when ${code} in (select s.code ${own}) then (select s.stands_for ${own} and s.code = ${code}) else ${code} end`
}

function hasLeftOut(identity: Identity): boolean {
  return identity.decisions.some(({ recordType }) => identity.leftOut(recordType).length > 0)
}
