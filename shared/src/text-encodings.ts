import type { Words } from './words/words.ts'

/** Encodings of a text file, by the names that a report says and that may be asked for. The first three show by themselves. */
export const TEXT_ENCODINGS = {
  'UTF-8': { zh: 'UTF-8', en: 'UTF-8' },
  'UTF-16LE': { zh: 'UTF-16LE', en: 'UTF-16LE' },
  'UTF-16BE': { zh: 'UTF-16BE', en: 'UTF-16BE' },
  GB18030: { zh: 'GB18030（简体中文，含 GBK、GB2312）', en: 'GB18030 (Chinese, GBK and GB2312 too)' },
  'windows-1252': { zh: 'windows-1252（西欧）', en: 'windows-1252 (Western Europe)' },
  'windows-1254': { zh: 'windows-1254（土耳其语）', en: 'windows-1254 (Turkish)' },
  'windows-1250': { zh: 'windows-1250（中欧）', en: 'windows-1250 (Central Europe)' },
  'windows-1251': { zh: 'windows-1251（俄语等西里尔字母）', en: 'windows-1251 (Cyrillic)' },
  'windows-1253': { zh: 'windows-1253（希腊语）', en: 'windows-1253 (Greek)' },
  'windows-1256': { zh: 'windows-1256（阿拉伯语）', en: 'windows-1256 (Arabic)' },
  'windows-1257': { zh: 'windows-1257（波罗的海）', en: 'windows-1257 (Baltic)' },
  'windows-1258': { zh: 'windows-1258（越南语）', en: 'windows-1258 (Vietnamese)' },
  'windows-874': { zh: 'windows-874（泰语）', en: 'windows-874 (Thai)' },
  Big5: { zh: 'Big5（繁体中文）', en: 'Big5 (traditional Chinese)' },
  Shift_JIS: { zh: 'Shift_JIS（日语）', en: 'Shift_JIS (Japanese)' },
  'EUC-KR': { zh: 'EUC-KR（韩语）', en: 'EUC-KR (Korean)' },
} satisfies Record<string, Words>

export type NamedEncoding = keyof typeof TEXT_ENCODINGS
export const ENCODING_NAMES = Object.keys(TEXT_ENCODINGS) as NamedEncoding[]
