import type { ImportRecordsInput as ImportInput, ImportTableInput as TableInput } from '../../../graph/generated.ts'
import type { Draft } from './import-draft.ts'

/** As the server takes it, with what goes in with it. */
export function toInput(
  draft: Draft,
  { dryRun, figures }: { dryRun: boolean; figures: boolean },
  more: readonly Draft[] = [],
): ImportInput {
  const { type, acceptValid, dataDate, replacesYear, replacesUnit } = draft
  const replaces = more.length === 0 && (replacesYear !== null || replacesUnit !== null)
  return {
    // A register of institutions is of none of them.
    institution: type === 'institution' && draft.everywhere ? null : draft.institution,
    ...toTable(draft),
    more: more.length > 0 ? more.map(toTable) : null,
    allSheets: dryRun,
    ...{ acceptValid, dataDate, dryRun, figures },
    replaces: replaces
      ? { years: replacesYear === null ? [] : [replacesYear], units: replacesUnit === null ? [] : [replacesUnit] }
      : null,
    // The first rows of a very large file may take longer than anybody waits for an end.
    seconds: dryRun && !figures ? 15 : 2,
    untilRead: dryRun && !figures,
  }
}

/** Beside a mapping only what it does not say is chosen. */
function toTable(draft: Draft): TableInput {
  const columns = Object.entries(draft.columns).map(([column, field]) => ({ column: Number(column), field }))
  const constants = Object.entries(draft.constants)
    .filter(([, value]) => value.trim() !== '')
    .map(([field, value]) => ({ field, value }))
  const { type, file, fileHash, mapping, reading, sheet, sheets, encoding, headerRow, headRows, dateOrder } = draft
  return {
    ...{ type, file, fileHash, mapping: reading === null ? mapping : null, mappingText: reading },
    ...{ sheet, sheets: sheets.length > 0 ? [...sheets] : null, encoding, headerRow, headRows, dateOrder },
    answers: mapping === null && reading === null ? null : [...draft.answers],
    renamed: mapping === null ? null : Object.entries(draft.renamed).map(([was, is]) => ({ was, is })),
    columns: columns.length > 0 ? columns : null,
    constants: mapping === null && constants.length > 0 ? constants : null,
    decimalComma: draft.decimalComma || null,
    addUp: draft.addUp || null,
    corrections: draft.corrections.map(({ row, sheet, column, value }) => ({ row, sheet, column, value })),
    leaveOut: draft.leaveOut.flatMap(({ row, sheet }) => (sheet === null ? [row] : [])),
    leaveOutOn: draft.leaveOut.flatMap(({ row, sheet }) => (sheet === null ? [] : [{ row, sheet }])),
    lines: draft.lines.map(({ row, sheet, role }) => ({ row, sheet, role })),
  }
}
