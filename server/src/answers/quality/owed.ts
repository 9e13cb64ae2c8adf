import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readIdentity } from '../../records/identity/read-identity.ts'
import type { RecordType } from '../../records/record-type.ts'
import { partsOf } from '../unreported/declared-nothing.ts'
import { listReporting, type Reporting } from '../unreported/list-unreported.ts'
import { typeTable, type SchoolYear } from './school-year.ts'
import { listOwners } from './store.ts'

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
