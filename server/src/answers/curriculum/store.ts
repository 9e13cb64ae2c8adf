import { sql, type RawBuilder } from 'kysely'
import type { Day } from '@causeway/shared/day'
import type { Connection } from '../../ground/database/database.ts'
import { holds } from '../../ground/database/database-then.ts'

/** Which results: of some standards by the codes that records have, up to a day, without those that are the same as another. */
export interface ResultsAsked {
  institution: string
  standards: readonly string[]
  until: Day
  except: readonly string[]
}

export interface AssessedUnitRow {
  standard: string
  standard_version: string | null
  standard_unit: string
  programme: string | null
}

/** Units of standards that learners have a result in, by the programme of these. */
export async function selectAssessedUnits(db: Connection, asked: ResultsAsked): Promise<AssessedUnitRow[]> {
  if (asked.standards.length === 0) return []
  const { rows } = await sql<AssessedUnitRow>`
    select distinct standard, standard_version, standard_unit, programme from record_assessment_result
    where ${isAsked(db, asked)} and standard_unit is not null`.execute(db)
  return rows
}

export interface CertificateRow {
  standard: string
  standard_version: string | null
  instrument: string
  version: string | null
  certificate_level: string
  results: number | string
  passed: number | string
  persons: number | string
  first: Day
  last: Day
}

/** Results of examinations for certificates that are on a standard, by examination, level and version of the standard. */
export async function selectCertificates(db: Connection, asked: ResultsAsked): Promise<CertificateRow[]> {
  if (asked.standards.length === 0) return []
  const { rows } = await sql<CertificateRow>`
    select standard, standard_version, instrument, version, certificate_level, count(*) as results,
      sum(case when passed = 1 then 1 else 0 end) as passed, count(distinct person) as persons,
      min(date_day) as first, max(date_day) as last
    from record_assessment_result
    where ${isAsked(db, asked)} and certificate_level is not null
    group by standard, standard_version, instrument, version, certificate_level
    order by standard, standard_version, instrument, version, certificate_level`.execute(db)
  return rows
}

function isAsked(db: Connection, { institution, standards, until, except }: ResultsAsked): RawBuilder<unknown> {
  const others = except.length === 0 ? sql`` : sql`and key not in (${sql.join([...except])})`
  return sql`institution = ${institution} and ${holds(db)} and standard in (${sql.join([...standards])})
    and date_day <= ${until} ${others}`
}
