import type { Day } from '@causeway/shared/day'
import type { RecordType } from '../../records/record-type.ts'
import type { ZeroReport } from './store.ts'

/** A part of a record type that is reported by itself. */
export interface ReportedPart {
  direction: string | null
  audience: string | null
}

/** Where each direction and audience is reported by itself, these; else the whole. */
export function partsOf(type: RecordType): ReportedPart[] {
  if (!type.inParts) return [{ direction: null, audience: null }]
  const keys = (name: string) => type.fields.find((field) => field.name === name)!.choices!.map(({ key }) => key)
  return keys('direction').flatMap((direction) => keys('audience').map((audience) => ({ direction, audience })))
}

/** Zero reports that speak for the whole of a stretch, of one part of a type, for the institution or for a unit. */
export function zeroReportsOf(
  type: RecordType,
  zeroReports: readonly ZeroReport[],
  { first, last }: { first: Day; last: Day },
  { direction, audience }: ReportedPart,
): ZeroReport[] {
  return zeroReports.filter(
    (report) =>
      report.record_type === type.name &&
      report.from_day <= first &&
      report.to_day >= last &&
      (report.direction === null || report.direction === direction) &&
      (report.audience === null || report.audience === audience),
  )
}

/** It is signed for the whole institution that there was nothing of any part of the type in all of the stretch. */
export function isDeclaredNothing(
  type: RecordType,
  zeroReports: readonly ZeroReport[],
  stretch: { first: Day; last: Day },
): boolean {
  return partsOf(type).every((part) =>
    zeroReportsOf(type, zeroReports, stretch, part).some(({ unit }) => unit === null),
  )
}
