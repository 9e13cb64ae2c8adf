import { toDay, toIso } from '@causeway/shared/day'
import type { Database } from '../../ground/database/database.ts'
import { leftOutOf } from '../../records/identity/canonical-records.ts'
import type { Identity } from '../../records/identity/identity.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { selectAssessedUnits, selectCertificates, type CertificateRow, type ResultsAsked } from './store.ts'
import type { Unit } from './version.ts'

/** Units of standards that learners have a result in. */
export class AssessedUnits {
  readonly #any = new Set<string>()
  readonly #ofProgrammes = new Set<string>()

  add(programme: string | null, unit: Pick<Unit, 'standard' | 'code'> & { version: string | null }): void {
    const place = placeOf(unit)
    this.#any.add(place)
    this.#ofProgrammes.add(`${programme ?? ''}\n${place}`)
  }

  /** `programme`: of its learners; absent: of anybody. A result that names no version speaks of the unit in any. */
  has(unit: Unit, programme?: string): boolean {
    const places = [placeOf(unit), placeOf({ ...unit, version: null })]
    return programme === undefined
      ? places.some((place) => this.#any.has(place))
      : places.some((place) => this.#ofProgrammes.has(`${programme}\n${place}`))
  }
}

/** Results of an examination for a certificate that is on a standard. */
export interface StandardCertificate {
  standard: string
  /** Of the standard; null: not said. */
  standardVersion: string | null
  instrument: string
  version: string | null
  level: string
  results: number
  passed: number
  persons: number
  first: string
  last: string
}

/** The units of some standards that learners have a result in by a day. */
export async function readAssessedUnits(
  database: Database,
  institution: string,
  standards: readonly string[],
  on: string,
): Promise<AssessedUnits> {
  return database.snapshot(async (db) => {
    const identity = await readIdentity(db, institution, null)
    const assessed = new AssessedUnits()
    for (const row of await selectAssessedUnits(db, toAsked(identity, institution, standards, on)))
      assessed.add(row.programme && canonical(identity, 'programme', row.programme), {
        standard: canonical(identity, 'standard', row.standard),
        version: row.standard_version,
        code: row.standard_unit,
      })
    return assessed
  })
}

/** The examinations for certificates that are on some standards, with their results up to a day. */
export async function readCertificates(
  database: Database,
  institution: string,
  standards: readonly string[],
  on: string,
): Promise<StandardCertificate[]> {
  return database.snapshot(async (db) => {
    const identity = await readIdentity(db, institution, null)
    const rows = await selectCertificates(db, toAsked(identity, institution, standards, on))
    return rows.map((row) => toCertificate(row, canonical(identity, 'standard', row.standard)))
  })
}

function toAsked(
  identity: Identity | null,
  institution: string,
  standards: readonly string[],
  on: string,
): ResultsAsked {
  return {
    institution,
    standards: identity?.alike('standard', standards) ?? standards,
    until: toDay(on),
    except: leftOutOf(identity, recordTypeOf('assessment-result')).keys,
  }
}

function toCertificate(row: CertificateRow, standard: string): StandardCertificate {
  return {
    standard,
    standardVersion: row.standard_version,
    instrument: row.instrument,
    version: row.version,
    level: row.certificate_level,
    results: Number(row.results),
    passed: Number(row.passed),
    persons: Number(row.persons),
    first: toIso(row.first),
    last: toIso(row.last),
  }
}

function canonical(identity: Identity | null, type: string, code: string): string {
  return identity?.canonical(type, code) ?? code
}

function placeOf({ standard, version, code }: { standard: string; version: string | null; code: string }): string {
  return [standard, version ?? '', code].join('\n')
}
