import { sql } from 'kysely'
import { codeFieldsOf } from '../../../records/identity/decision.ts'
import type { Identity } from '../../../records/identity/identity.ts'
import { tableOf, type RecordType } from '../../../records/record-type.ts'
import { recordTypeOf } from '../../../records/record-types.ts'
import type { Declaration, PartName } from '../definition.ts'
import { readsOf } from '../reads.ts'
import { countedTypes } from '../find-field.ts'
import { canonicalCode, sameAsTable, Compilation, type Asked, type Sql } from './compilation.ts'
import { compileCountedRecords, type CountedPage } from './counted-records.ts'
import type { Cut } from './members.ts'

/** A code that another represents, in a record that a figure was counted from, or in one left out beside it. */
export interface TouchedCode {
  record_type: string
  code: string
}

/** Which decided codes one side of a figure met; null: no decision, not even a split, touches what the declaration reads. */
export function compileTouchedCodes(
  declaration: Declaration,
  asked: Asked,
  identity: Identity,
  cut: Omit<Cut, 'scope'>,
  part: PartName,
  place: CountedPage,
): Sql | null {
  const compilation = new Compilation(asked)
  const selects = countedTypes(declaration)
    .map(recordTypeOf)
    .flatMap((type) => [
      ...namedIn(compilation, identity, type),
      ...namedBehind(compilation, identity, type, readsOf(declaration)),
      ...leftOutBeside(compilation, identity, type),
    ])
  if (selects.length === 0) return null
  const counted = compileCountedRecords(declaration, asked, cut, part, place)
  return sql`with counted as (${counted}) ${sameAsTable(identity)}
    select distinct record_type, code from (${sql.join(selects, sql` union all `)}) as touched`
}

/** The records themselves name an alias. */
function namedIn(compilation: Compilation, identity: Identity, type: RecordType): Sql[] {
  return aliasFields(identity, type).map(
    ({ name, recordType }) => sql`select cast(${recordType} as text) as record_type, ${sql.ref(`x.${name}`)} as code
      from ${countedOf(compilation, type)} where ${isDecided(identity, recordType, `x.${name}`)}`,
  )
}

/** What the records point to names one, as a programme its department. */
function namedBehind(compilation: Compilation, identity: Identity, type: RecordType, reads: readonly string[]): Sql[] {
  return type.fields.flatMap(({ name: field, to }) =>
    to === undefined || !reads.includes(to)
      ? []
      : aliasFields(identity, recordTypeOf(to))
          .filter(({ name }) => name !== 'unit')
          .map(
            ({
              name,
              recordType,
            }) => sql`select cast(${recordType} as text) as record_type, ${sql.ref(`u.${name}`)} as code
              from ${countedOf(compilation, type)} join ${sql.table(tableOf(to))} as u on ${compilation.holds('u', recordTypeOf(to))}
                and u.code = ${identity.aliases(to).size === 0 ? sql.ref(`x.${field}`) : canonicalCode(sql`${to}`, sql.ref(`x.${field}`))}
              where ${isDecided(identity, recordType, `u.${name}`)}`,
          ),
  )
}

/** Another record is the same as one that was counted. */
function leftOutBeside(compilation: Compilation, identity: Identity, type: RecordType): Sql[] {
  if (identity.leftOut(type.name).length === 0) return []
  const own = sql.ref(`x.${type.fields.some(({ name }) => name === 'code') ? 'code' : 'key'}`)
  return [
    sql`select s.record_type as record_type, s.code as code from same_as as s
      where s.record_type = ${type.name} and s.left_out = 1
        and s.stands_for in (select ${own} from ${countedOf(compilation, type)} where 1 = 1)`,
  ]
}

function aliasFields(identity: Identity, type: RecordType) {
  return codeFieldsOf(type).filter(({ recordType }) => identity.decided(recordType).length > 0)
}

function countedOf(compilation: Compilation, type: RecordType): Sql {
  return sql`counted as c join ${sql.table(tableOf(type.name))} as x
    on c.record_type = ${type.name} and x.key = c.record_key and ${compilation.holds('x', type)}`
}

function isDecided(identity: Identity, recordType: string, column: string): Sql {
  return sql`${sql.ref(column)} in (${sql.join(identity.decided(recordType))})`
}
