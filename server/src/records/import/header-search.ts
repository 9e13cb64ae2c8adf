import type { RecordType } from '../record-type.ts'
import { NOTHING_CHOSEN, type ChosenReading } from './chosen-reading.ts'
import type { HeaderSearch } from './find-header.ts'
import type { Mapping } from './mapping.ts'
import { indexHeaders, listColumns } from './match-header.ts'
import { requiredHeaders } from './plan-mapped-file.ts'

/** What a header of this file must say: the columns that the mapping names, or else any of the record type's. */
export function searchFor(
  type: RecordType,
  mapping: Mapping | null,
  chosen: ChosenReading = NOTHING_CHOSEN,
): HeaderSearch {
  if (mapping) {
    // What a mapping leaves open is the person's to say.
    const { sheet = chosen.sheet, header_row: headerRow = chosen.headerRow } = mapping
    return {
      knows: () => true,
      required: requiredHeaders(mapping),
      expected: { zh: requiredHeaders(mapping), en: requiredHeaders(mapping) },
      ...(sheet !== undefined && { sheet }),
      ...(headerRow !== undefined && { headerRow }),
    }
  }
  const columns = listColumns(type)
  const index = indexHeaders(columns)
  return {
    knows: (folded: string) => index.has(folded),
    expected: { zh: columns.map((field) => field.label.zh), en: columns.map((field) => field.name) },
    ...(chosen.sheet !== undefined && { sheet: chosen.sheet }),
    ...(chosen.headerRow !== undefined && { headerRow: chosen.headerRow, isChosenRow: true as const }),
  }
}
