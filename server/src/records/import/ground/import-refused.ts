import type { Words } from '@causeway/shared/words/words'
import type { FileCode } from './problem-codes.ts'

/** A whole file, mapping or destination is wrong: nothing is imported. `row` and `column` where the cause has a place. */
export class ImportRefused extends Error {
  readonly code: FileCode
  readonly words: Words
  readonly place: { row: number | null; column: string | null; value: string | null }

  constructor(
    code: FileCode,
    { row = null, column = null, value = null, ...words }: Words & Partial<ImportRefused['place']>,
  ) {
    super(words.en)
    this.code = code
    this.words = words
    this.place = { row, column, value }
  }
}

/** The same error, with the row at which it came up where it has no place. `name`: what the person calls that row. */
export function atRow(error: unknown, row: number, name: string): unknown {
  if (!(error instanceof ImportRefused) || error.place.row !== null) return error
  const { zh, en } = error.words
  return new ImportRefused(error.code, { zh: `第 ${name} 行：${zh}`, en: `Row ${name}: ${en}`, row })
}

/** What is looked into: the file, and of a workbook its sheets. */
interface Place {
  file: string
  sheets: readonly string[]
}

/** There is not one cell with something in it. */
export function emptyFile({ file, sheets }: Place): ImportRefused {
  const where = namesOf(sheets)
  return new ImportRefused('EMPTY_FILE', {
    zh: `「${file}」${where.zh && `的工作表${where.zh}`}是空的，没有任何内容。请在原处打开它，确认内容已经保存、没有选错文件或工作表，再重新选择。`,
    en: `"${file}"${where.en && `, ${where.en},`} is empty: nothing is in it. Open it where it came from, see that its rows were saved and that it is the right file and sheet, and choose it again.`,
  })
}

/** There is a header at most, and no row under it. */
export function onlyHeader({ file, sheets }: Place): ImportRefused {
  const where = namesOf(sheets)
  return new ImportRefused('NO_ROWS', {
    zh: `「${file}」${where.zh && `的工作表${where.zh}`}只有表头，没有数据行。请在表头下填写数据并保存，再重新选择；如数据在别的工作表，请改选工作表。`,
    en: `"${file}"${where.en && `, ${where.en},`} has a header and no row of data under it. Fill rows in under the header, save it and choose it again; where the rows are on another sheet, choose that.`,
  })
}

function namesOf(sheets: readonly string[]): { zh: string; en: string } {
  if (sheets.length === 0) return { zh: '', en: '' }
  return {
    zh: sheets.map((name) => `「${name}」`).join('、'),
    en: `${sheets.length === 1 ? 'sheet' : 'sheets'} ${sheets.map((name) => `"${name}"`).join(', ')}`,
  }
}
