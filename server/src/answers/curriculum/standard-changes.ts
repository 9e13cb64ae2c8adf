import { listLivingAdoptions, type Adoption } from '../adoptions/list-adoptions.ts'
import type { Database } from '../../ground/database/database.ts'
import { readCanonical } from '../../records/identity/canonical-records.ts'
import type { StoredRecord } from '../../records/list-records.ts'
import { readTogether } from '../../records/read-together.ts'
import { readMappings, type Mapping } from './mapping.ts'
import { isProgrammeStandardOn, readProgrammeStandards, type ProgrammeStandard } from './programme-coverage.ts'
import { readCertificates, type StandardCertificate } from './results.ts'
import { findStandard, type Standard } from './standard.ts'
import { compareVersions, type UnitChange, findVersion, readVersions, type Version } from './version.ts'

/** What changed from one version of a standard to another. What it touches is read for when that is asked. */
export interface StandardChanges {
  standard: Standard
  from: Version
  to: Version
  /** The day the change takes effect: the first of the version that it leads to; not dated: the day asked for. YYYY-MM-DD */
  effective: string
  units: UnitChange[]
  /** Units that are the same in both. */
  unchanged: number
}

/** @throws QuestionError UNKNOWN_STANDARD, UNKNOWN_STANDARD_VERSION */
export async function readStandardChanges(
  database: Database,
  institution: string,
  given: { standard: string; from: string; to: string; on: string },
): Promise<StandardChanges> {
  const standard = await findStandard(database, institution, given.standard, given.on)
  const versions = (await readVersions(database, institution, [standard.code])).get(standard.code) ?? []
  const from = findVersion(versions, standard.code, given.from)
  const to = findVersion(versions, standard.code, given.to)
  const units = compareVersions(from, to)
  const kept = from.units.filter(({ code }) => to.units.some((unit) => unit.code === code))
  const unchanged = kept.filter(({ code }) => !units.some((change) => change.code === code)).length
  return { standard, from, to, effective: to.from ?? given.on, units, unchanged }
}

/** Programmes that implement the standard, or are benchmarked to it, on the day the change takes effect. */
export async function readTouchedProgrammes(
  database: Database,
  { standard: { institution, code }, effective }: StandardChanges,
): Promise<ProgrammeStandard[]> {
  const links = await readProgrammeStandards(database, institution, { standard: [code] })
  return links.filter((link) => isProgrammeStandardOn(link, effective))
}

/** Adoptions that have begun by the day the change takes effect and have not lapsed; an adoption names no version. */
export function readTouchedAdoptions(
  database: Database,
  { standard: { institution, code }, effective }: StandardChanges,
): Promise<Adoption[]> {
  return listLivingAdoptions(database, { institution, on: effective, standard: code })
}

/** Examinations for certificates whose results are on the version that is left. */
export async function readTouchedCertificates(
  database: Database,
  { standard: { institution, code, on }, from }: StandardChanges,
): Promise<StandardCertificate[]> {
  const certificates = await readCertificates(database, institution, [code], on)
  return certificates.filter(({ standardVersion }) => standardVersion === from.version)
}

/** Resources that serve the standard and are in use on the day the change takes effect. */
export async function readTouchedResources(
  database: Database,
  { standard: { institution, code }, effective }: StandardChanges,
): Promise<StoredRecord[]> {
  const resources = await readCanonical(database, 'resource', institution, { standard: [code] })
  const inUse = resources.filter(({ values }) => !values['withdrawn_on'] || String(values['withdrawn_on']) >= effective)
  return readTogether(inUse.map(({ record }) => record))
}

/** Judgements of units of the version that is left, which nobody has made anew of the one it leads to. */
export async function readMappingsToRenew(
  database: Database,
  { standard: { institution, code, on }, from, to }: StandardChanges,
): Promise<Mapping[]> {
  const mappings = (await readMappings(database, institution, [code], on)).filter(
    ({ standard, unit, version }) => standard === code && unit !== null && version !== null,
  )
  const pair = ({ unit, toStandard, toUnit }: Mapping) => [unit, toStandard, toUnit ?? ''].join('\n')
  const renewed = new Set(mappings.filter(({ version }) => version === to.version).map(pair))
  return mappings.filter((mapping) => mapping.version === from.version && !renewed.has(pair(mapping)))
}
