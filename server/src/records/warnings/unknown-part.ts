import type { Words } from '@causeway/shared/words/words'
import { sql, type RawBuilder } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { tableOf } from '../record-type.ts'
import { MOST_DOUBTS, type RecordWarning, type Touched, type Warning } from '../warning.ts'

type Code = 'UNKNOWN_VERSION' | 'VERSION_MISSING' | 'UNKNOWN_UNIT'
type PartWarning = RecordWarning<Code>

/** Names of the fields by which records name a version and a unit of a standard. */
const NAMING: Record<string, { standard: string; version: string | null; unit: string | null }[]> = {
  'standard-unit': [{ standard: 'standard', version: 'version', unit: null }],
  'standard-mapping': [
    { standard: 'standard', version: 'version', unit: 'unit_code' },
    { standard: 'to_standard', version: null, unit: 'to_unit_code' },
  ],
  'assessment-result': [{ standard: 'standard', version: 'standard_version', unit: 'standard_unit' }],
}

/** Versions and units of standards that records name and that are not registered. */
export const UNKNOWN_PART: Warning<Code> = {
  codes: {
    UNKNOWN_VERSION: { zh: '没有登记这一标准版本', en: 'there is no such version of the standard' },
    VERSION_MISSING: { zh: '填了能力单元而没有填版本', en: 'a unit of a standard is named without its version' },
    UNKNOWN_UNIT: { zh: '没有登记这一能力单元', en: 'there is no such unit of the standard' },
  },
  of: ({ name }) => name in NAMING,
  async find(db, touched, { name }) {
    const warnings: PartWarning[] = []
    for (const naming of NAMING[name]!) {
      const from: StandardPlace = { table: tableOf(name), ...naming }
      const { version, unit } = naming
      if (version !== null)
        for (const one of await listMissingVersions(db, touched, { ...from, version }))
          warnings.push(toNoVersion(version, one))
      if (version !== null && unit !== null)
        for (const one of await listUnitsWithoutVersion(db, touched, { ...from, version, unit }))
          warnings.push(toWithoutVersion(version, one))
      if (unit !== null)
        for (const one of await listMissingUnits(db, touched, { ...from, unit })) warnings.push(toNoUnit(unit, one))
    }
    return warnings
  },
}

function toNoVersion(field: string, { row, count, standard, version }: MissingPart): PartWarning {
  const message = {
    zh: `标准 ${standard} 没有登记版本 ${version}${rows(count).zh}，相关指标可能不会计入它。请先导入 standard-version，或更正版本号。`,
    en: `Standard ${standard} has no version ${version}${rows(count).en}, so that figures may leave it out. Import it first, as standard-version, or correct the version.`,
  }
  return { code: 'UNKNOWN_VERSION', row, field, value: version, message }
}

function toWithoutVersion(field: string, { row, count, standard, unit }: MissingPart): PartWarning {
  const message = {
    zh: `填了标准 ${standard} 的能力单元 ${unit}，却没有填版本${rows(count).zh}，按单元统计的指标不会计入它。请填写版本。`,
    en: `It names unit ${unit} of standard ${standard} without a version${rows(count).en}, so that figures by unit leave it out. Say the version.`,
  }
  return { code: 'VERSION_MISSING', row, field, value: unit, message }
}

function toNoUnit(field: string, { row, count, standard, version, unit }: MissingPart): PartWarning {
  const of: Words =
    version === null
      ? { zh: `标准 ${standard}`, en: `Standard ${standard}` }
      : { zh: `标准 ${standard} 的版本 ${version}`, en: `Version ${version} of standard ${standard}` }
  const message = {
    zh: `${of.zh}没有登记能力单元 ${unit}${rows(count).zh}。请先导入 standard-unit，或更正单元编号。`,
    en: `${of.en} has no unit ${unit}${rows(count).en}. Import it first, as standard-unit, or correct the code.`,
  }
  return { code: 'UNKNOWN_UNIT', row, field, value: unit, message }
}

/** How many rows name it, where it is more than the one that is shown. */
function rows(count: number): Words {
  return count === 1 ? { zh: '', en: '' } : { zh: `（共 ${count} 行）`, en: ` (named in ${count} rows)` }
}

/** Names of the columns by which records of a table name a version or a unit of a standard. */
interface StandardPlace {
  table: string
  standard: string
  /** Null: whichever version. */
  version: string | null
  unit: string | null
}

interface MissingPart {
  /** The first of the batch that names it, and how many do. */
  row: number | null
  count: number
  standard: string
  version: string | null
  unit: string | null
}

/** Versions of standards that records of the batch name and that are not registered. */
async function listMissingVersions(
  db: Connection,
  place: Touched,
  { table, standard, version }: StandardPlace & { version: string },
): Promise<MissingPart[]> {
  const named = groupNamed(place, table, { standard, version, unit: null }, version)
  const { rows } = await sql<MissingPart>`
    select row, count, standard, version, null as unit from (${named}) a
    where not exists (select 1 from record_standard_version v where v.institution = ${place.institution}
      and v.until is null and v.standard = a.standard and v.version = a.version)
    order by row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** Units that records of the batch name and that a standard has not of which units are registered. */
async function listMissingUnits(
  db: Connection,
  place: Touched,
  { table, standard, version, unit }: StandardPlace & { unit: string },
): Promise<MissingPart[]> {
  const named = groupNamed(place, table, { standard, version, unit }, unit)
  const { rows } = await sql<MissingPart>`
    select row, count, standard, version, unit from (${named}) a
    where exists (select 1 from record_standard_unit u where u.institution = ${place.institution} and u.until is null
        and u.standard = a.standard)
      and not exists (select 1 from record_standard_unit u where u.institution = ${place.institution} and u.code = a.unit
        and u.until is null and u.standard = a.standard and (a.version is null or u.version = a.version))
    order by row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** Units that records of the batch name without the version that they are of. */
async function listUnitsWithoutVersion(
  db: Connection,
  place: Touched,
  { table, standard, version, unit }: StandardPlace & { version: string; unit: string },
): Promise<MissingPart[]> {
  const named = groupNamed(place, table, { standard, version, unit }, unit)
  const { rows } = await sql<MissingPart>`select row, count, standard, version, unit from (${named}) a
    where version is null order by row limit ${MOST_DOUBTS}`.execute(db)
  return rows
}

/** What records of the batch name, each once: many name the same. */
function groupNamed(
  { institution, batch }: Touched,
  table: string,
  { standard, version, unit }: Omit<StandardPlace, 'table'>,
  filled: string,
): RawBuilder<unknown> {
  const column = (name: string | null) => (name === null ? sql`cast(null as text)` : sql.ref(name))
  return sql`select min(row) as row, count(*) as count, ${sql.ref(standard)} as standard, ${column(version)} as version,
      ${column(unit)} as unit
    from ${sql.table(table)} where institution = ${institution} and until is null and batch = ${batch}
      and ${sql.ref(standard)} is not null and ${sql.ref(filled)} is not null
    group by 3, 4, 5`
}
