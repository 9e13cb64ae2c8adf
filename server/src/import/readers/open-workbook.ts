import { createHash } from 'node:crypto'
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
    if (!names.some((entry) => /^xl\/workbook\.(xml|bin)$/i.test(entry)))
      throw wrongKind(
        name,
        names.some((entry) => entry.startsWith('word/'))
          ? { zh: 'Word 文档', en: 'a Word document' }
          : { zh: '压缩包', en: 'a zip archive' },
      )
  } else if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw passwordProtected()
  } else if (!bytes.includes(Buffer.from('Workbook', 'utf16le')) && !bytes.includes(Buffer.from('Book', 'utf16le'))) {
    throw wrongKind(name, { zh: '旧版 Office 文档（不是 Excel）', en: 'an old Office document that is not Excel' })
  }
  return { hash: createHash('sha256').update(bytes).digest('hex'), tables: readWorkbook(bytes) }
}
