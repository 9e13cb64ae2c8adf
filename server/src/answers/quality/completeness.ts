import { toDay } from '@causeway/shared/day'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import type { RecordType } from '../../records/record-type.ts'
import { reportedTypes } from '../../records/record-types.ts'
import { listReporting, type Reporting } from '../unreported/list-unreported.ts'
import { typeTable, type SchoolYear } from './school-year.ts'
import { countProved, listImports, listOwners, listZeroReportImports, type ImportRow } from './store.ts'
import { partsOf } from '../unreported/reported-years.ts'

/** What there is of one record type in a school year, of one unit or of all. */
export interface TypeQuality {
  type: RecordType
  /** Code of the unit; null: all units and records without one. */
  unit: string | null
  /** Records that speak for any part of the year. */
  records: number
  /** Of a mobility, NOTHING only where it is said of every direction and audience. */
  state: Reporting['state']
  /** Day of the first import that ever brought one, a zero report too; YYYY-MM-DD. Null: there is neither. */
  firstImport: string | null
  /** Day of the last import that brought one of those that stand. */
  lastImport: string | null
  /** Days from the year's last day to that last import; negative: before it. Null: there is none, or the year is not over. */
  daysAfterEnd: number | null
  /** Of its records, how many have evidence valid on the year's last day, or on the data date. Null: given for all units together. */
  proved: number | null
}

/**
 * By record type and then by unit, in the order of the types; a type of which nothing was ever heard is there too. Units are those
 * that ever owned records of the type, and those that say there was nothing: of the others none are expected.
 */
export async function readCompleteness(causeway: Causeway, viewer: Viewer, year: SchoolYear): Promise<TypeQuality[]> {
  const { institution } = year
  const asked = { institution, from: year.year, to: year.year }
  const reported = await listReporting(causeway, viewer, asked)
  const byType = Map.groupBy(reported, ({ recordType }) => recordType)
  return causeway.database.snapshot(async (db) => {
    const identity = await readIdentity(db, institution, null)
    const canonical = (unit: string) => identity?.canonical('unit', unit) ?? unit
    const zeroReports = await listZeroReportImports(db, year)
    const found: TypeQuality[] = []
    for (const type of reportedTypes()) {
      const table = typeTable(type)
      const ofType = byType.get(type) ?? []
      const said = zeroReports.filter(({ record_type }) => record_type === type.name)
      const imports = await listImports(db, table, year)
      const whole = summarise(ofType.filter(({ unit }) => unit === null))
      const proved = whole.records > 0 ? await countProved(db, table, type.name, year, year.asOf) : 0
      found.push({ type, unit: null, ...whole, ...toDays(imports, said, year), proved })
      const owners = (await listOwners(db, table, institution)).map(canonical)
      const silent = ofType.flatMap(({ unit, state }) => (unit !== null && state === 'NOTHING' ? [unit] : []))
      for (const unit of [...new Set([...owners, ...silent])].sort()) {
        const isOwn = (row: { unit: string | null }) => row.unit !== null && canonical(row.unit) === unit
        const days = toDays(
          imports.filter(isOwn),
          said.filter((row) => row.unit === null || isOwn(row)),
          year,
        )
        found.push({ type, unit, ...summarise(ofType.filter((part) => part.unit === unit)), ...days, proved: null })
      }
    }
    return found
  })
}

function summarise(parts: readonly Reporting[]): Pick<TypeQuality, 'records' | 'state'> {
  const records = parts.reduce((sum, part) => sum + part.records, 0)
  const isNothing = parts.length > 0 && parts.every(({ state }) => state === 'NOTHING')
  return { records, state: records > 0 ? 'RECORDS' : isNothing ? 'NOTHING' : 'UNREPORTED' }
}

function toDays(
  brought: readonly ImportRow[],
  said: readonly { first_import: string }[],
  { lastDay, partial }: SchoolYear,
): Pick<TypeQuality, 'firstImport' | 'lastImport' | 'daysAfterEnd'> {
  const toDate = (at: string) => at.slice(0, 10)
  const zeroReports = said.map(({ first_import }) => toDate(first_import))
  const first = [...brought.map(({ first_import }) => toDate(first_import)), ...zeroReports].sort()[0] ?? null
  const last = [...brought.map(({ last_import }) => toDate(last_import)), ...zeroReports].sort().at(-1) ?? null
  return { firstImport: first, lastImport: last, daysAfterEnd: last === null || partial ? null : toDay(last) - lastDay }
}

/** A report that is due for a school year: of a record type, or of a part of it, by a unit or (null) by the whole institution. */
export interface Owed {
  type: RecordType
  unit: string | null
  /** Of a mobility where only a part of it is open; else null. */
  direction: string | null
  audience: string | null
}

/**
 * What is neither reported nor declared nothing, and due: of the whole institution every type, or the parts of one that are open; of a
 * unit the types that it ever reported. First what the whole institution owes, then unit by unit, each in the order of the types.
 */
export async function listOwed(causeway: Causeway, viewer: Viewer, { institution, year }: SchoolYear): Promise<Owed[]> {
  const reporting = await listReporting(causeway, viewer, { institution, from: year, to: year })
  const whole = reporting.filter(({ unit }) => unit === null)
  const ofUnits = await causeway.database.snapshot(async (db) => {
    const identity = await readIdentity(db, institution, null)
    const owed: Owed[] = []
    for (const [type, rows] of byType(reporting.filter(({ unit }) => unit !== null))) {
      const open = [...Map.groupBy(rows, ({ unit }) => unit!)]
        .filter(([, parts]) => isOpen(parts))
        .map(([unit]) => unit)
      if (open.length === 0) continue
      const owners = new Set(
        (await listOwners(db, typeTable(type), institution)).map((unit) => identity?.canonical('unit', unit) ?? unit),
      )
      owed.push(
        ...open.filter((unit) => owners.has(unit)).map((unit) => ({ type, unit, direction: null, audience: null })),
      )
    }
    return owed
  })
  return [
    ...[...byType(whole)].flatMap(([type, parts]) => openParts(type, parts)),
    ...[...Map.groupBy(ofUnits, ({ unit }) => unit!)].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, rows]) => rows),
  ]
}

const byType = (rows: readonly Reporting[]) => Map.groupBy(rows, ({ recordType }) => recordType)

/** It reported no part of the type, and did not say of all that there was nothing. */
function isOpen(parts: readonly Reporting[]): boolean {
  return parts.every(({ state }) => state !== 'RECORDS') && parts.some(({ state }) => state === 'UNREPORTED')
}

/** A type of which every part is open is open as a whole. */
function openParts(type: RecordType, parts: readonly Reporting[]): Owed[] {
  const open = parts.filter(({ state }) => state === 'UNREPORTED')
  if (open.length === partsOf(type).length) return [{ type, unit: null, direction: null, audience: null }]
  return open.map(({ direction, audience }) => ({ type, unit: null, direction, audience }))
}
