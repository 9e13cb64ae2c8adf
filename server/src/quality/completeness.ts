import { toDay } from '@causeway/shared/day'
import type { Causeway } from '../causeway.ts'
import type { Connection } from '../database/database.ts'
import type { RecordType } from '../records/record-type.ts'
import { reportedTypes, typeTable, type SchoolYear } from './school-year.ts'
import { countByUnit, countProved, listUnits, listZeroReports, type UnitRow, type ZeroReportRow } from './store.ts'

/** What there is of one record type in a school year, of one unit or of all. */
export interface TypeQuality {
  type: RecordType
  /** Code of the unit; null: all units and records without one. */
  unit: string | null
  /** Records that speak for any part of the year. */
  records: number
  /** RECORDS: there are some. ZERO: a zero report says that there were none. NEITHER: not known. */
  state: 'RECORDS' | 'ZERO' | 'NEITHER'
  /** Day of the first import that ever brought one, a zero report too; YYYY-MM-DD. Null: there is neither. */
  firstImport: string | null
  /** Day of the last import that brought one of those that stand. */
  lastImport: string | null
  /** Days from the year's last day to that last import; negative: before it. Null: there is none, or the year is not over. */
  daysAfterEnd: number | null
  /** Of its records, how many have evidence valid on the year's last day, or on the data date. Null: told for all units together. */
  proved: number | null
}

/** By record type and then by unit, in the order of the types; a type of which nothing was ever heard is there too. */
export function readCompleteness({ database }: Causeway, year: SchoolYear): Promise<TypeQuality[]> {
  return database.snapshot(async (db) => {
    const zeroReports = await listZeroReports(db, year)
    const found: TypeQuality[] = []
    for (const type of reportedTypes()) found.push(...(await readType(db, type, year, zeroReports)))
    return found
  })
}

async function readType(
  db: Connection,
  type: RecordType,
  year: SchoolYear,
  zeroReports: readonly ZeroReportRow[],
): Promise<TypeQuality[]> {
  const table = typeTable(type)
  const rows = await countByUnit(db, table, year)
  const own = zeroReports.filter(
    (report) => report.record_type === type.name && report.direction === null && report.audience === null,
  )
  const records = rows.reduce((sum, row) => sum + row.records, 0)
  const proved = records === 0 ? 0 : await countProved(db, table, type.name, year, year.asOf)
  const units = new Set([...(await listUnits(db, table, year.institution)), ...own.flatMap(({ unit }) => unit ?? [])])
  const speaksForAll = own.filter(({ unit }) => unit === null)
  return [
    { ...toQuality(type, null, year, rows, speaksForAll), proved },
    ...[...units].sort().map((unit) =>
      toQuality(
        type,
        unit,
        year,
        rows.filter((row) => row.unit === unit),
        own.filter((report) => report.unit === null || report.unit === unit),
      ),
    ),
  ]
}

function toQuality(
  type: RecordType,
  unit: string | null,
  { lastDay, partial }: SchoolYear,
  rows: readonly UnitRow[],
  zeroReports: readonly ZeroReportRow[],
): TypeQuality {
  const records = rows.reduce((sum, row) => sum + row.records, 0)
  const firsts = [...rows, ...zeroReports].map(({ first_import }) => first_import.slice(0, 10)).sort()
  const lasts = [...rows.map(({ last_import }) => last_import), ...zeroReports.map(({ first_import }) => first_import)]
  const lastImport =
    lasts
      .map((at) => at.slice(0, 10))
      .sort()
      .at(-1) ?? null
  return {
    ...{ type, unit, records, lastImport, proved: null },
    state: records > 0 ? 'RECORDS' : zeroReports.length > 0 ? 'ZERO' : 'NEITHER',
    firstImport: firsts[0] ?? null,
    daysAfterEnd: lastImport === null || partial ? null : toDay(lastImport) - lastDay,
  }
}
