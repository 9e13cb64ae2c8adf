import { type Words, asIs } from '@causeway/shared/words/words'
import type { Database } from '../../ground/database/database.ts'
import { readCanonical, type CanonicalRecord } from '../../records/identity/canonical-records.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import { nameOf, readNames } from '../../records/record-names.ts'
import { readTogether } from '../../records/read-together.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import { coverageOf, type Coverage, readMappings } from './mapping.ts'
import { readAssessedUnits } from './results.ts'
import { findStandards, type Standard } from './standard.ts'
import { isInForce, readVersions } from './version.ts'
import type { StoredRecord } from '../../records/list-records.ts'

/** That a programme implements a standard, or is benchmarked to it, for a stretch of time. */
export interface ProgrammeStandard {
  programme: string
  /** Its code where it is in no register. */
  programmeName: Words
  standard: string
  /** implements or benchmarked */
  relation: string
  from: string
  to: string | null
  record: StoredRecord
}

const TYPE = recordTypeOf('programme-standard')
export const PROGRAMME_RELATIONS = TYPE.fields.find(({ name }) => name === 'relation')!.choices!

/** Those of some standards or of some programmes, in the order of their keys. */
export async function readProgrammeStandards(
  database: Database,
  institution: string,
  wanted: { standard: readonly string[] } | { programme: readonly string[] },
): Promise<ProgrammeStandard[]> {
  const records = await readCanonical(database, TYPE.name, institution, wanted)
  const codes = [...new Set(records.map(({ values }) => String(values['programme'])))]
  const names = await readNames(database.quick, recordTypeOf('programme'), institution, codes)
  return records.map((it) => toProgrammeStandard(it, names))
}

export function isProgrammeStandardOn({ from, to }: ProgrammeStandard, on: string): boolean {
  return from <= on && (to === null || to >= on)
}

function toProgrammeStandard({ record, values }: CanonicalRecord, names: Map<string, Words>): ProgrammeStandard {
  const programme = String(values['programme'])
  return {
    programme,
    programmeName: names.get(programme) ?? asIs(programme),
    standard: String(values['standard']),
    relation: String(values['relation']),
    from: String(values['from']),
    to: values['to'] ? String(values['to']) : null,
    record,
  }
}

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
): Promise<{ programmes: ProgrammeCoverage[]; hasNext: boolean; totalCount: number }> {
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
