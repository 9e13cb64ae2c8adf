import { fill, type Words } from '@causeway/shared/words/words'
import { didYouMean, findNearest } from '../../../ground/nearest.ts'
import type { Field, RecordType } from '../../record-type.ts'
import type { FoundHeader } from '../sheets/find-header.ts'
import { ImportRefused } from '../ground/import-refused.ts'
import type { CellStyle } from '../cells/parse-cell.ts'
import { columnLetters } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** What a text of a field means. */
export interface Answer {
  /** The record type that has the field; absent: each that has one of that name. */
  recordType?: string | null | undefined
  field: string
  text: string
  value: string
}

/** What a field is in every row, or in every row of one sheet of several. */
export interface Constant {
  field: string
  value: string
  sheet?: string | null | undefined
}

/** How a person wants a file read, where its headers do not say it. */
export interface ChosenReading {
  /** By the index of a column: the name of a field, or null for a column that is not read. */
  columns: ReadonlyMap<number, string | null>
  /** Fields that the file has no column for, and that say the same in each row. */
  constants: readonly Constant[]
  style: CellStyle
  /** Group rows that are alike in all but the headcount become one, with the headcounts added up. */
  addUp?: boolean | undefined
  /** What texts of cells mean for a field, beside what the mapping says of them. */
  answers?: readonly Answer[] | undefined
  /** Of columns that a mapping names: by that name, what they are called in this file. */
  renamed?: ReadonlyMap<string, string> | undefined
  sheet?: string | undefined
  /** Sheets that are read alike, as one table. */
  sheets?: readonly string[] | undefined
  /** As Excel numbers it. */
  headerRow?: number | undefined
  /** How many rows the header has; 0: none. */
  headRows?: number | undefined
}

export const NOTHING_CHOSEN: ChosenReading = { columns: new Map(), constants: [], style: {} }

/** Throws `UNKNOWN_FIELD` where what was chosen is no field, or the file has no such column. */
export function checkChosen(chosen: ChosenReading, type: RecordType, columns: Field[], header: FoundHeader): void {
  const names = columns.map(({ name }) => name)
  for (const name of [...chosen.columns.values(), ...chosen.constants.map(({ field }) => field)]) {
    if (name === null || names.includes(name)) continue
    const near = didYouMean(findNearest(name, names))
    throw new ImportRefused('UNKNOWN_FIELD', {
      zh: `「${type.label.zh}」没有字段 ${name}${near.zh || '。'}`,
      en: `Records of ${type.name} have no field "${name}"${near.en || '.'}`,
      value: name,
    })
  }
  for (const index of chosen.columns.keys()) {
    if (index >= 0 && index < header.headers.length) continue
    throw new ImportRefused('UNKNOWN_FIELD', {
      ...fill(REFUSALS.UNKNOWN_FIELD, { index: index + 1, length: header.headers.length }),
    })
  }
}

/** The values for all rows as `header` has their sheets: of a sheet that is read alone its rows have no name. Throws `NO_SUCH_SHEET`. */
export function onSheetsOf(
  { sheetsRead, table }: Pick<FoundHeader, 'sheetsRead' | 'table'>,
  constants: ChosenReading['constants'],
): Constant[] {
  const names = sheetsRead ?? (table.name === null ? [] : [table.name])
  return constants.map(({ sheet, ...one }) => {
    if (sheet == null) return one
    if (names.includes(sheet)) return sheetsRead ? { ...one, sheet } : one
    const quoted = { zh: names.map((name) => `“${name}”`).join('、'), en: names.map((name) => `"${name}"`).join(', ') }
    throw new ImportRefused('NO_SUCH_SHEET', {
      ...fill(REFUSALS.NO_SHEET_OF_VALUE, { field: one.field, sheet, ...quoted }),
      value: sheet,
    })
  })
}

/** What would fill a field: a column of the file, or (column null) what a person said is the same in every row. */
interface Claim {
  column: number | null
  header: string
}

/** In a sentence. */
const MOST_NAMED = 5

/**
 * One field has one column, wherever the columns are: of two, one would be lost without a word. `claims`: by field, in the order of
 * the file. Throws `DUPLICATE_COLUMN`, which names every such field, with the columns of the first.
 */
export function refuseColumnsAlike(claims: Iterable<readonly [Field, readonly Claim[]]>, headerRow: number): void {
  const alike = [...claims].filter(([, columns]) => columns.length > 1)
  if (alike.length === 0) return
  const said = alike.slice(0, MOST_NAMED).map(([field, columns]) => sayAlike(field, columns))
  const sameHeader = alike.some(([, columns]) => columns.some(({ header }, i) => header === columns[i - 1]?.header))
  throw new ImportRefused('DUPLICATE_COLUMN', {
    zh: `${said.map(({ zh }) => zh).join('')}${CURE.zh}${sameHeader ? TWO_ROWS.zh : ''}`,
    en: `${said.map(({ en }) => en).join(' ')} ${CURE.en}${sameHeader ? ` ${TWO_ROWS.en}` : ''}`,
    row: headerRow,
    column: alike[0]![1].at(-1)!.header,
  })
}

function sayAlike(field: Field, claims: readonly Claim[]): Words {
  const columns = claims.filter(({ column }) => column !== null)
  const say = (language: keyof Words) => [
    ...columns.map(({ column, header }) =>
      language === 'zh' ? `${columnLetters(column!)} 列「${header}」` : `${columnLetters(column!)} "${header}"`,
    ),
    ...(columns.length < claims.length ? [SAME_IN_ALL[language]] : []),
  ]
  return {
    zh: `${say('zh').join('与 ')}都会填入「${field.label.zh}」（${field.name}）。`,
    en: `${columns.length > 1 ? 'Columns' : 'Column'} ${say('en').join(' and ')} would both fill "${field.label.en}" (${field.name}).`,
  }
}

const SAME_IN_ALL: Words = { zh: '各行统一填写的值', en: 'the value that was given for every row' }

const CURE: Words = REFUSALS.ONE_COLUMN_A_FIELD

const TWO_ROWS: Words = REFUSALS.TWO_HEADER_ROWS
