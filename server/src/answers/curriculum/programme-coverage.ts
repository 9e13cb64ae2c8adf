import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../../ground/database/database.ts'
import { readCanonical, type CanonicalRecord } from '../../records/identity/canonical-records.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { nameOf } from '../../records/record-names.ts'
import { readTogether } from '../../records/read-together.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { coverageOf, type Coverage } from './coverage.ts'
import { readMappings } from './mapping.ts'
import { isProgrammeStandardOn, readProgrammeStandards, type ProgrammeStandard } from './programme-standard.ts'
import { readAssessedUnits } from './results.ts'
import { findStandards, type Standard } from './standard.ts'
import { isInForce, readVersions } from './version.ts'

/** A programme in force on a day, and what it implements or is benchmarked to on that day. */
export interface ProgrammeCoverage extends CanonicalRecord {
  programme: string
  name: Words
  /** In the order of the standards' codes. */
  cells: ProgrammeCell[]
}

/** One standard of one programme. The units are those of the versions in force on the day. */
export interface ProgrammeCell {
  standard: Standard
  /** How it is to it: one record each. */
  links: ProgrammeStandard[]
  versions: string[]
  coverage: Coverage
}

export interface ProgrammeCoveragePage {
  programmes: ProgrammeCoverage[]
  hasNext: boolean
  totalCount: number
}

export interface ProgrammeCoverageRequest {
  institution: string
  on: string
  /** Only this programme; only cells of this standard. */
  programme?: string | null
  standard?: string | null
  first: number
  /** Key of a programme's record. */
  after: string | null
}

const PROGRAMME = recordTypeOf('programme')

/** The matrix of programmes and standards, a page of programmes at a time: cells that are not there are no cells. */
export async function readProgrammeCoverage(
  database: Database,
  { institution, on, programme, standard, first, after }: ProgrammeCoverageRequest,
): Promise<ProgrammeCoveragePage> {
  const identity = await readIdentity(database.quick, institution, null)
  const wanted = programme == null ? null : (identity?.canonical(PROGRAMME.name, programme) ?? programme)
  const inForce = (await readCanonical(database, PROGRAMME.name, institution))
    .filter(({ values: { from, to } }) => (!from || String(from) <= on) && (!to || String(to) >= on))
    .filter(({ values }) => wanted === null || values['code'] === wanted)
  const rest = after === null ? inForce : inForce.filter(({ record }) => record.key > after)
  const page = rest.slice(0, first)
  readTogether(page.map(({ record }) => record))

  const codes = page.map(({ values }) => String(values['code']))
  const links = (await readProgrammeStandards(database, institution, { programme: codes })).filter((link) =>
    isProgrammeStandardOn(link, on),
  )
  const standards = await findStandards(database, institution, [...new Set(links.map((it) => it.standard))], on)
  const named = [...standards.keys()]
  const versions = await readVersions(database, institution, named)
  const mappings = await readMappings(database, institution, named, on)
  const assessed = await readAssessedUnits(database, institution, named, on)
  const [only] = standard == null ? [] : (await findStandards(database, institution, [standard], on)).values()

  const toCell = (code: string, of: string, own: ProgrammeStandard[]): ProgrammeCell => {
    const current = (versions.get(of) ?? []).filter((version) => isInForce(version, on))
    const units = current.flatMap((version) => version.units)
    return {
      standard: standards.get(of)!,
      links: own,
      versions: current.map(({ version }) => version),
      coverage: coverageOf(units, mappings, (unit) => assessed.has(unit, code)),
    }
  }
  const programmes = page.map(({ record, values }): ProgrammeCoverage => {
    const code = String(values['code'])
    const own = links.filter((link) => link.programme === code && standards.has(link.standard))
    const cells = [...Map.groupBy(own, (link) => link.standard)]
      .filter(([of]) => standard == null || of === only?.code)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([of, some]) => toCell(code, of, some))
    return { record, values, programme: code, name: nameOf(PROGRAMME, values), cells }
  })
  return { programmes, hasNext: rest.length > page.length, totalCount: inForce.length }
}
