import type { ImportRecordsInput as ImportInput, ImportTableInput as TableInput } from '../../../graph/generated.ts'
import type { Draft, RowPlace } from './import-draft.ts'
import { isUnplaced } from './other-edition.ts'

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
function toTable(said: Draft): TableInput {
  const draft = isUnplaced(said) ? { ...said, columns: {}, corrections: [], leaveOut: [], lines: [] } : said
  const { type, file, fileHash, mapping, reading, sheet, sheets, encoding, headerRow, headRows, dateOrder } = draft
  const columns = Object.entries(draft.columns).map(([column, field]) => ({ column: Number(column), field }))
  // What a mapping says of all rows an empty value takes back.
  const isSaid = ({ value }: { value: string }) => mapping !== null || reading !== null || value.trim() !== ''
  const constants = [
    ...Object.entries(draft.constants).map(([field, value]) => ({ field, value })),
    ...Object.entries(draft.ofSheets).flatMap(([field, values]) =>
      Object.entries(values).flatMap(([sheet, value]) => (value.trim() === '' ? [] : [{ field, sheet, value }])),
    ),
  ].filter(isSaid)
  const contentOf = ({ content }: RowPlace) => (draft.isOtherEdition ? { content } : {})
  const isByRow = ({ sheet }: RowPlace) => sheet === null && !draft.isOtherEdition
  return {
    ...{ type, file, fileHash, mapping: reading === null ? mapping : null, mappingText: reading },
    ...{ sheet, sheets: sheets.length > 0 ? [...sheets] : null, encoding, headerRow, headRows, dateOrder },
    answers: mapping === null && reading === null ? null : [...draft.answers],
    renamed: mapping === null ? null : Object.entries(draft.renamed).map(([was, is]) => ({ was, is })),
    columns: columns.length > 0 ? columns : null,
    constants: constants.length > 0 ? constants : null,
    decimalComma: draft.decimalComma || null,
    addUp: draft.addUp || null,
    sameRecords: [...draft.sameRecords],
    corrections: draft.corrections.map((one) => {
      const { row, sheet, column, field, value } = one
      return { row, sheet, column, field, value, ...contentOf(one) }
    }),
    leaveOut: draft.leaveOut.flatMap((one) => (isByRow(one) ? [one.row] : [])),
    leaveOutOn: draft.leaveOut.flatMap((one) =>
      isByRow(one) ? [] : [{ row: one.row, sheet: one.sheet, ...contentOf(one) }],
    ),
    headsWere: draft.headsWere && [...draft.headsWere],
    lines: draft.lines.map((one) => ({ row: one.row, sheet: one.sheet, role: one.role, ...contentOf(one) })),
  }
}
