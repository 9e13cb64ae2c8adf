import type { Database } from '../../ground/database/database.ts'
import { coverageOf, type Coverage } from './coverage.ts'
import { bestOf, readMappings, speaksOf, type Mapping } from './mapping.ts'
import type { Correspondence } from './relation-words.ts'
import { findStandard, type Standard } from './standard.ts'
import { findVersion, readVersions, versionOn, type Unit, type Version } from './version.ts'

/** A standard, and one of its versions. */
export interface StandardAddress {
  standard: string
  /** Null: the one in force on the day, else the latest. */
  version: string | null
}

/** One version of a standard, unit by unit, in one of another: as judged from the first to the second. */
export interface Crosswalk {
  on: string
  from: Standard
  /** Null: it has no versions. */
  fromVersion: Version | null
  to: Standard
  toVersion: Version | null
  rows: CrosswalkRow[]
  /** Of the units of either side, by these judgements alone. */
  coverage: Coverage
  toCoverage: Coverage
  /** Of the first standard as a whole. */
  whole: Mapping[]
  /** That name a unit which the version has not. */
  strays: Mapping[]
}

export interface CrosswalkRow {
  unit: Unit
  correspondence: Correspondence
  cells: CrosswalkCell[]
}

export interface CrosswalkCell {
  /** Null: the second standard as a whole, or a unit of it that is not registered. */
  unit: Unit | null
  mapping: Mapping
}

/** @throws QuestionError UNKNOWN_STANDARD, UNKNOWN_STANDARD_VERSION */
export async function readCrosswalk(
  database: Database,
  institution: string,
  given: { from: StandardAddress; to: StandardAddress; on: string },
): Promise<Crosswalk> {
  const { on } = given
  const from = await findStandard(database, institution, given.from.standard, on)
  const to = await findStandard(database, institution, given.to.standard, on)
  const versions = await readVersions(database, institution, [from.code, to.code])
  const fromVersion = chooseVersion(versions.get(from.code) ?? [], from.code, given.from.version, on)
  const toVersion = chooseVersion(versions.get(to.code) ?? [], to.code, given.to.version, on)
  const mappings = (await readMappings(database, institution, [from.code], on)).filter(
    ({ standard, version, toStandard }) =>
      standard === from.code &&
      toStandard === to.code &&
      (version === null || version === (fromVersion?.version ?? version)),
  )
  const units = fromVersion?.units ?? []
  const targets = new Map((toVersion?.units ?? []).map((unit) => [unit.code, unit]))
  const rows = units.map((unit): CrosswalkRow => {
    const own = mappings.filter((mapping) => speaksOf(mapping, unit))
    return {
      unit,
      correspondence: bestOf(own) ?? 'UNMAPPED',
      cells: own.map((mapping) => ({
        unit: mapping.toUnit === null ? null : (targets.get(mapping.toUnit) ?? null),
        mapping,
      })),
    }
  })
  const said = new Set(rows.flatMap(({ cells }) => cells.map(({ mapping }) => mapping)))
  const isStray = (mapping: Mapping) =>
    mapping.unit !== null &&
    (!said.has(mapping) || (mapping.toUnit !== null && targets.size > 0 && !targets.has(mapping.toUnit)))
  const never = () => false
  return {
    ...{ on, from, fromVersion, to, toVersion, rows },
    coverage: coverageOf(units, mappings, never),
    toCoverage: coverageOf([...targets.values()], mappings, never),
    whole: mappings.filter(({ unit }) => unit === null),
    strays: mappings.filter(isStray),
  }
}

function chooseVersion(
  versions: readonly Version[],
  standard: string,
  asked: string | null,
  on: string,
): Version | null {
  return asked === null ? versionOn(versions, on) : findVersion(versions, standard, asked)
}
