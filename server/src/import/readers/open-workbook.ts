import { createHash } from 'node:crypto'
import type { Words } from '@causeway/shared/words/words'
import { ImportRefused } from '../import-refused.ts'
import type { SourceTable } from '../source-row.ts'
import { checkZip } from './check-zip.ts'
import { passwordProtected } from './password-protected.ts'
import { readWorkbook } from './read-workbook.ts'
import { wrongKind } from './wrong-kind.ts'

/** SHA-256 of a workbook's bytes, hex, and its sheets. Throws `ImportRefused` where it is none, has a password or is a bomb. */
export function openWorkbook(
  bytes: Buffer,
  kind: 'zip' | 'ole',
  name: string,
): { hash: string; tables: SourceTable[] } {
  if (kind === 'zip') {
    const names = checkZip(bytes)
    if (!names.some((entry) => /^xl\/workbook\.(xml|bin)$/i.test(entry))) throw notExcel(name, names)
  } else if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw passwordProtected()
  } else if (!bytes.includes(Buffer.from('Workbook', 'utf16le')) && !bytes.includes(Buffer.from('Book', 'utf16le'))) {
    throw wrongKind(name, { zh: '旧版 Office 文档（不是 Excel）', en: 'an old Office document that is not Excel' })
  }
  return { hash: createHash('sha256').update(bytes).digest('hex'), tables: readWorkbook(bytes) }
}

/** What a zip without a workbook is, by the names in it. */
function notExcel(name: string, entries: string[]): ImportRefused {
  const holds = (pattern: RegExp) => entries.some((entry) => pattern.test(entry))
  if (holds(/^word\//)) return wrongKind(name, { zh: 'Word 文档', en: 'a Word document' })
  if (holds(/^ppt\//)) return wrongKind(name, { zh: '幻灯片', en: 'a presentation' })
  if (holds(/^META-INF\/manifest\.xml$/) && holds(/^content\.xml$/))
    return otherProgram(name, { zh: 'OpenDocument 文件（.ods 等）', en: 'an OpenDocument file (.ods or the like)' })
  if (holds(/\.iwa$/)) return otherProgram(name, { zh: 'Numbers 表格', en: 'a Numbers spreadsheet' })
  return new ImportRefused('WRONG_FILE_KIND', {
    zh: `「${name}」是压缩包。请先解压，再导入其中的表格（CSV、CSV.GZ、XLSX 或 XLS）。`,
    en: `"${name}" is a zip archive. Unpack it, and import the table that it holds (CSV, CSV.GZ, XLSX or XLS).`,
  })
}

function otherProgram(name: string, found: Words): ImportRefused {
  return new ImportRefused('WRONG_FILE_KIND', {
    zh: `「${name}」是${found.zh}，不能直接读取。请用原来的软件另存（导出）为 XLSX 或 CSV，再导入。`,
    en: `"${name}" is ${found.en}, which is not read here. Save or export it as XLSX or CSV in the program that wrote it, and import that.`,
  })
}
