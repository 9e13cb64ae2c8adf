import type { Scope } from '@causeway/shared/series'
import type { Day } from '@causeway/shared/day'
import { sql, type RawBuilder } from 'kysely'
import type { ReferenceRows } from '../../../ground/database/migrate.ts'
import type { Identity } from '../../../records/identity/identity.ts'
import { findRecordType } from '../../../records/record-types.ts'
import { tableOf, type RecordType } from '../../../records/record-type.ts'
import { recordColumns } from '../../../records/record-table.ts'
import { codeFieldsOf } from '../../../records/identity/decision.ts'

/** Between the parts of a tuple: a control character, which import refuses in every text. */
export const PART = '\u001f'

export type Sql = RawBuilder<unknown>

/** No conditions hold always. */
export function allOf(conditions: Sql[]): Sql {
  if (conditions.length === 0) return sql`1 = 1`
  return sql.join(conditions, sql` and `)
}

/** The smaller of two; both must be filled. Written out, since the databases name it differently. */
export function least(a: Sql, b: Sql): Sql {
  return sql`case when ${a} <= ${b} then ${a} else ${b} end`
}

export function greatest(a: Sql, b: Sql): Sql {
  return sql`case when ${a} >= ${b} then ${a} else ${b} end`
}

/** Rows made once and looked up by key: SQLite would else fold them into the join and compare every row with every other. */
export function once(rows: Sql): Sql {
  return sql`with made as materialized (${rows}) select * from made`
}

/** One row of the period table that a query joins; days as whole numbers. */
export interface PeriodRow {
  year: number
  /** The year it is counted from: an earlier one of a cumulative figure. */
  since: number
  first: Day
  last: Day
  /** The last day, or the data date while the period is not over: the day on which a state is read. */
  day: Day
}

/**
 * Records as at `before`, and besides them those that had come by `after`. `CORRECTED`: of what is there at both, the later version.
 */
export interface Blend {
  before: number
  after: number
  step: 'LATE' | 'CORRECTED'
}

/** What a statement is compiled for: everything but the declaration. */
export interface Asked {
  institution: string
  /** The institution's country, alpha-2: what is abroad depends on it. */
  country: string
  dataDay: Day
  periods: PeriodRow[]
  scope: Scope | null
  /** The periods are cohorts: a record with a class is in the school year of that class. */
  cohorts: boolean
  /** Records as they stood at this revision; null: as they are. */
  revision: number | null
  /** Records on the way between two revisions, in place of those of one. */
  blend?: Blend | undefined
  /** Which codes represent which; null or absent: each for itself. */
  identity?: Identity | null
  /** Continents and blocs in place of those of now. */
  reference?: ReferenceRows
  /** Of a statement for many institutions: what each has for itself, by a name. Absent: that is written out. */
  own?: (name: string) => Sql
}

/** Hands out aliases and knows what every part of one statement shares. */
export class Compilation {
  readonly asked: Asked
  readonly #gathered: Sql[] = []
  #aliases = 0

  constructor(asked: Asked) {
    this.asked = asked
  }

  alias(stem: string): string {
    this.#aliases += 1
    return `${stem}${this.#aliases}`
  }

  /** Rows that the statement makes once and reads several times. @returns their name */
  gather(rows: Sql): Sql {
    const name = sql.ref(this.alias('g'))
    this.#gathered.push(sql`, ${name} as materialized (${rows})`)
    return name
  }

  /** Written after the period table, once all that read them are made; each once. */
  gathered(): Sql {
    return sql.join(this.#gathered.splice(0), sql``)
  }

  type(name: string): RecordType {
    const type = findRecordType(name)
    if (!type) throw new Error(`no record type ${name}`)
    return type
  }

  /** `record_x as alias`, or what the institution's decisions make of it. */
  table(type: RecordType, alias: string, columns: ReadonlySet<string>): Sql {
    const records = canonicalView(type, this.asked.identity, columns) ?? sql.table(tableOf(type.name))
    return sql`${records} as ${sql.ref(alias)}`
  }

  /** The condition that leaves the institution's versions that hold. */
  holds(alias: string, type: RecordType): Sql {
    const { institution, revision, blend, own: ofEach } = this.asked
    // SQLite plans a statement anew for each value of a column that is compared with a bare one, each time it runs.
    const own = sql`${sql.ref(`${alias}.institution`)} = cast(${ofEach ? ofEach('institution') : institution} as text)`
    if (blend) return sql`${own} and ${this.#holdsBetween(alias, type, blend)}`
    return revision === null
      ? sql`${own} and ${sql.ref(`${alias}.until`)} is null`
      : sql`${own} and ${holdsAt(alias, revision)}`
  }

  /** All of one revision, and of the other what the first has no version of. */
  #holdsBetween(alias: string, type: RecordType, { before, after, step }: Blend): Sql {
    const [whole, besides] = step === 'LATE' ? [before, after] : [after, before]
    const other = this.alias('v')
    const known = sql`select 1 from ${sql.table(tableOf(type.name))} as ${sql.ref(other)}
      where ${sql.ref(`${other}.institution`)} = ${sql.ref(`${alias}.institution`)}
      and ${sql.ref(`${other}.key`)} = ${sql.ref(`${alias}.key`)} and ${holdsAt(other, whole)}`
    return sql`(${holdsAt(alias, whole)} or (${holdsAt(alias, besides)} and not exists (${known})))`
  }
}

function holdsAt(alias: string, revision: number): Sql {
  const [since, until] = [sql.ref(`${alias}.since`), sql.ref(`${alias}.until`)]
  return sql`${since} <= ${sql.lit(revision)} and (${until} is null or ${until} > ${sql.lit(revision)})`
}

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

/** The tables of countries and blocs as they were, for the whole statement, in place of those that the database has under these names. */
export function referenceTables(reference: ReferenceRows | undefined): Sql {
  if (!reference) return sql``
  const { countries, memberships } = reference
  const row = (values: (string | number | null)[]) => sql`(${sql.join(values.map((value) => sql.lit(value)))})`
  return sql`, country (code, continent) as (values ${sql.join(countries.map(({ code, continent }) => row([code, continent])))}),
    bloc_membership (bloc, country, from_day, to_day) as (values ${sql.join(
      memberships.map(({ bloc, country, from_day, to_day }) => row([bloc, country, from_day, to_day])),
    )})`
}

/**
 * The records of a type as the decisions make them: codes that another represents are read as that one, and records that are the
 * same as another are left out. Null where no decision touches the type.
 * @param asked columns that are read of it, besides those that say which versions hold
 */
function canonicalView(
  type: RecordType,
  identity: Identity | null | undefined,
  asked: ReadonlySet<string>,
): Sql | null {
  if (!identity) return null
  const mapped = new Map<string, Sql>()
  for (const { name, recordType } of codeFieldsOf(type)) {
    if (identity.aliases(recordType).size > 0) mapped.set(name, canonicalCode(sql`${recordType}`, sql.ref(`x.${name}`)))
  }
  if (
    type.name === 'evidence' &&
    identity.decisions.some(({ recordType }) => identity.leftOut(recordType).length > 0)
  ) {
    mapped.set('record', canonicalCode(sql.ref('x.record_type'), sql.ref('x.record')))
  }
  const leftOut = identity.leftOut(type.name).length > 0
  if (mapped.size === 0 && !leftOut) return null
  const names = recordColumns(type).map(({ name }) => name)
  const read = names.filter((name) => asked.has(name) || ['institution', 'key', 'since', 'until'].includes(name))
  const columns = read.map((name) => {
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
