import { readFile } from 'node:fs/promises'
import { fill } from '@causeway/shared/words/words'
import { ImportRefused } from '../ground/import-refused.ts'
import type { SourceTable } from '../ground/source-row.ts'
import { readOldWorkbook } from './read-old-workbook.ts'
import { readXlsx } from './read-xlsx.ts'
import { passwordProtected } from './unreadable.ts'
import { wrongKind } from './file-kind.ts'
import { ZipFile } from './zip-file.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** The sheets of a workbook. Throws `ImportRefused` where it is none, has a password or is a bomb. Read it in a separate process. */
export async function openWorkbook(path: string, kind: 'zip' | 'ole', name: string): Promise<SourceTable[]> {
  if (kind === 'zip') {
    const zip = await ZipFile.open(path)
    const holds = (entry: string) => zip.names.some((one) => one.toLowerCase() === entry)
    const isXlsx = holds('xl/workbook.xml')
    if (!isXlsx && !holds('xl/workbook.bin')) throw notExcel(name, zip.names)
    await zip.check()
    return isXlsx ? readXlsx(zip) : readOldWorkbook(await readFile(path))
  }
  const bytes = await readFile(path)
  const says = (text: string) => bytes.includes(Buffer.from(text, 'utf16le'))
  if (says('EncryptedPackage')) throw passwordProtected()
  if (!says('Workbook') && !says('Book'))
    throw wrongKind(name, {
      foreign: { zh: '旧版 Office 文档（不是 Excel）', en: 'an old Office document that is not Excel' },
    })
  return readOldWorkbook(bytes)
}

/** What a zip without a workbook is, by the names in it. */
function notExcel(name: string, entries: readonly string[]): ImportRefused {
  const holds = (pattern: RegExp) => entries.some((entry) => pattern.test(entry))
  const is = (zh: string, en: string, isTable?: true) =>
    wrongKind(name, { foreign: { zh, en }, ...(isTable && { isTable }) })
  if (holds(/^word\//)) return is('Word 文档', 'a Word document')
  if (holds(/^ppt\//)) return is('幻灯片', 'a presentation')
  if (holds(/^META-INF\/manifest\.xml$/) && holds(/^(content\.xml|encrypted-package)$/))
    return is(' OpenDocument 文件（.ods 等）', 'an OpenDocument file (.ods or the like)', true)
  if (holds(/\.iwa$/)) return is(' Numbers 表格', 'a Numbers spreadsheet', true)
  return new ImportRefused('WRONG_FILE_KIND', fill(REFUSALS.ZIP_ARCHIVE, { name }))
}
