import { ImportRefused } from '../import-refused.ts'
import { columnLetters } from '../source-row.ts'

export function passwordProtected(): ImportRefused {
  return new ImportRefused('PASSWORD_PROTECTED', {
    zh: '文件设有打开密码。请在 Excel 中取消密码、另存后再导入。',
    en: 'The file is protected by a password. Take the password off in Excel, save it and import that.',
  })
}

export function damaged(): ImportRefused {
  return new ImportRefused('DAMAGED_FILE', {
    zh: '文件已损坏或不完整，无法读取。请重新下载，或在 Excel 中打开后另存，再导入。',
    en: 'The file is damaged or incomplete and cannot be read. Fetch it again, or open it in Excel, save it anew and import that.',
  })
}

/** What a workbook would take is more than one may. */
export function takesTooMuch(): ImportRefused {
  return new ImportRefused('FILE_TOO_LARGE', {
    zh: '该工作簿内容过多，读取它需要的内存或时间超出上限。大表请另存为 CSV 再导入，CSV 不限行数。',
    en: 'This workbook holds too much: to read it takes more memory or time than one may. Save large tables as CSV and import that: CSV has no limit on rows.',
  })
}

/** Excel's own limits, a little widened. Past them a quote was most likely never closed, or the file is no table. */
export const MOST_COLUMNS = 16_384
export const LONGEST_CELL = 100_000
/** Of all cells of a row together: the widest table of long notes has a tenth of it. */
export const LONGEST_ROW = 250_000

/** `column` from 0. */
export function cellTooLong(row: number, column: number): ImportRefused {
  const letters = columnLetters(column)
  return new ImportRefused('CELL_TOO_LONG', {
    zh: `第 ${row} 行 ${letters} 列的单元格超过 ${LONGEST_CELL} 个字符，可能是该处的引号没有闭合。请检查该单元格后再导入。`,
    en: `The cell in row ${row}, column ${letters} is longer than ${LONGEST_CELL} characters: most likely its quote was never closed. Correct that cell and import again.`,
    row,
    column: letters,
  })
}

export function rowTooLong(row: number): ImportRefused {
  return new ImportRefused('CELL_TOO_LONG', {
    zh: `第 ${row} 行的内容合计超过 ${LONGEST_ROW} 个字符。请检查这一行的引号、分隔符和换行后再导入。`,
    en: `The cells of row ${row} have more than ${LONGEST_ROW} characters together. Check its quotes, delimiters and line breaks, and import again.`,
    row,
  })
}

export function tooManyColumns(row: number): ImportRefused {
  return new ImportRefused('TOO_MANY_COLUMNS', {
    zh: `第 ${row} 行超过 ${MOST_COLUMNS} 列。请检查分隔符和换行。`,
    en: `Row ${row} has more than ${MOST_COLUMNS} columns. Check its delimiters and line breaks.`,
    row,
  })
}
