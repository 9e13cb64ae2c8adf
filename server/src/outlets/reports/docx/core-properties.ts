import { strToU8 } from 'fflate'
import { escapeXml } from '../shipped/xml.ts'
import { declareType, relateRoot, type WordParts } from './word-package.ts'

const CORE = 'docProps/core.xml'
const TYPE = 'application/vnd.openxmlformats-package.core-properties+xml'
const SCHEMAS = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'

/** What a screen reader says first: title and language. A document that has them keeps them. */
export function withTitle(parts: WordParts, title: string, language: 'zh' | 'en'): WordParts {
  if (parts[CORE]) return parts
  const titled = { ...parts }
  titled[CORE] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="${SCHEMAS}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>${language === 'zh' ? 'zh-CN' : 'en-GB'}</dc:language></cp:coreProperties>`,
  )
  relateRoot(titled, 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', CORE)
  declareType(titled, CORE, TYPE)
  return titled
}
