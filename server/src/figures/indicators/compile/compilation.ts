import type { Scope } from '@causeway/shared/series'
import type { Day } from '@causeway/shared/day'
import { sql } from 'kysely'
import type { Identity } from '../../../records/identity/identity.ts'
import { findRecordType } from '../../../records/record-types.ts'
import { tableOf, type RecordType } from '../../../records/record-type.ts'
import { canonicalView } from './canonical-view.ts'
import type { Sql } from './sql.ts'

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
  /** Which codes represent which; null or absent: each for itself. */
  identity?: Identity | null
}

/** Hands out aliases and knows what every part of one statement shares. */
export class Compilation {
  readonly asked: Asked
  #aliases = 0

  constructor(asked: Asked) {
    this.asked = asked
  }

  alias(stem: string): string {
    this.#aliases += 1
    return `${stem}${this.#aliases}`
  }

  type(name: string): RecordType {
    const type = findRecordType(name)
    if (!type) throw new Error(`no record type ${name}`)
    return type
  }

  /** `record_x as alias`, or what the institution's decisions make of it. */
  table(type: RecordType, alias: string): Sql {
    const records = canonicalView(type, this.asked.identity) ?? sql.table(tableOf(type.name))
    return sql`${records} as ${sql.ref(alias)}`
  }

  /** The condition that leaves the institution's versions that hold. */
  holds(alias: string): Sql {
    const { institution, revision } = this.asked
    const own = sql`${sql.ref(`${alias}.institution`)} = ${institution}`
    const since = sql.ref(`${alias}.since`)
    const until = sql.ref(`${alias}.until`)
    return revision === null
      ? sql`${own} and ${until} is null`
      : sql`${own} and ${since} <= ${sql.lit(revision)} and (${until} is null or ${until} > ${sql.lit(revision)})`
  }
}
