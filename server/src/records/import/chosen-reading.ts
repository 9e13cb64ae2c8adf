import { didYouMean, findNearest } from '../../ground/nearest.ts'
import type { Field, RecordType } from '../record-type.ts'
import type { FoundHeader } from './find-header.ts'
import { ImportRefused } from './import-refused.ts'
import type { CellStyle } from './parse-cell.ts'

/** How a person wants a file read, where its headers do not say it. */
export interface ChosenReading {
  /** By the index of a column: the name of a field, or null for a column that is not read. */
  columns: ReadonlyMap<number, string | null>
  /** Fields that the file has no column for, and that say the same in each row. */
  constants: readonly { field: string; value: string }[]
  style: CellStyle
  /** Group rows that are alike in all but the headcount become one, with the headcounts added up. */
  addUp?: boolean | undefined
  sheet?: string | undefined
  /** As Excel numbers it. */
  headerRow?: number | undefined
}

export const NOTHING_CHOSEN: ChosenReading = { columns: new Map(), constants: [], style: {} }

/** Throws `UNKNOWN_FIELD` where what was chosen is no field, or the file has no such column. */
export function checkChosen(chosen: ChosenReading, type: RecordType, columns: Field[], header: FoundHeader): void {
  const names = columns.map(({ name }) => name)
  for (const name of [...chosen.columns.values(), ...chosen.constants.map(({ field }) => field)]) {
    if (name === null || names.includes(name)) continue
    const near = didYouMean(findNearest(name, names))
    throw new ImportRefused(
      'UNKNOWN_FIELD',
      {
        zh: `「${type.label.zh}」没有字段 ${name}${near.zh || '。'}`,
        en: `Records of ${type.name} have no field "${name}"${near.en || '.'}`,
      },
      { value: name },
    )
  }
  for (const index of chosen.columns.keys()) {
    if (index >= 0 && index < header.headers.length) continue
    throw new ImportRefused('UNKNOWN_FIELD', {
      zh: `文件没有第 ${index + 1} 列，只有 ${header.headers.length} 列。`,
      en: `The file has no column number ${index + 1}: it has ${header.headers.length}.`,
    })
  }
}
