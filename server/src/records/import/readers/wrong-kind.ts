import { basename } from 'node:path'
import type { Words } from '@causeway/shared/words/words'
import { ImportRefused } from '../import-refused.ts'

export function wrongKind(path: string, found: Words): ImportRefused {
  return new ImportRefused('WRONG_FILE_KIND', {
    zh: `「${basename(path)}」实际是${found.zh}，不是表格。请导入 CSV、CSV.GZ、XLSX 或 XLS；网页或 PDF 中的表格请先在 Excel 中另存。`,
    en: `"${basename(path)}" is really ${found.en}, not a table. Import CSV, CSV.GZ, XLSX or XLS; a table in a web page or a PDF has to be saved from Excel first.`,
  })
}
