import { basename } from 'node:path'
import { fill, type Words } from '@causeway/shared/words/words'
import { ImportRefused } from '../ground/import-refused.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'text' | 'gzip' | 'zip' | 'ole' | Foreign
/** A file that is not read here. */
interface Foreign {
  foreign: Words
  /** Another program opens it as a table. */
  isTable?: true
}

const SIGNATURES: [bytes: number[] | string, name: Words][] = [
  ['%PDF', { zh: 'PDF 文件', en: 'a PDF' }],
  [[0x89, 0x50, 0x4e, 0x47], { zh: 'PNG 图片', en: 'a PNG image' }],
  [[0xff, 0xd8, 0xff], { zh: 'JPEG 图片', en: 'a JPEG image' }],
  ['GIF8', { zh: 'GIF 图片', en: 'a GIF image' }],
  ['Rar!', { zh: 'RAR 压缩包', en: 'a RAR archive' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { zh: '7z 压缩包', en: 'a 7z archive' }],
  [[0xfd, 0x37, 0x7a, 0x58], { zh: 'xz 压缩包', en: 'an xz archive' }],
  [[0x28, 0xb5, 0x2f, 0xfd], { zh: 'zstd 压缩包', en: 'a zstd archive' }],
  ['BZh', { zh: 'bzip2 压缩包', en: 'a bzip2 archive' }],
  ['SQLite format 3', { zh: 'SQLite 数据库', en: 'an SQLite database' }],
  ['{\\rtf', { zh: 'RTF 文档', en: 'an RTF document' }],
  [[0x7f, 0x45, 0x4c, 0x46], { zh: '可执行程序', en: 'a program' }],
  ['MZ\u0090', { zh: '可执行程序', en: 'a program' }],
]

export function findFileKind(head: Uint8Array): FileKind {
  const starts = (bytes: number[]) => bytes.every((byte, i) => head[i] === byte)
  if (starts([0x1f, 0x8b])) return 'gzip'
  if (starts([0x50, 0x4b, 0x03, 0x04]) || starts([0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (starts([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole'
  for (const [signature, foreign] of SIGNATURES) {
    if (starts(typeof signature === 'string' ? [...signature].map((c) => c.charCodeAt(0)) : signature))
      return { foreign }
  }
  const text = Buffer.from(head.subarray(0, 1024))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase()
  // Many systems export a web page or an XML under the name .xls; Excel opens both, with a warning that people click away.
  if (/^(<!doctype html|<html|<table|<meta|<head)/.test(text)) {
    return { foreign: { zh: '网页（HTML）文件', en: 'a web page (HTML)' } }
  }
  if (/office:spreadsheet|opendocument\.spreadsheet|excel\.sheet/.test(text))
    return { foreign: { zh: ' XML 表格（如 Excel 2003 XML）', en: 'a spreadsheet in XML' }, isTable: true }
  if (text.startsWith('<?xml') || text.startsWith('<workbook'))
    return { foreign: { zh: 'XML 文件', en: 'an XML file' } }
  if (text.startsWith('{') || text.startsWith('[{')) return { foreign: { zh: 'JSON 文件', en: 'a JSON file' } }
  return 'text'
}

export function wrongKind(path: string, { foreign, isTable }: Foreign): ImportRefused {
  const found = { name: basename(path), foundZh: foreign.zh, foundEn: foreign.en }
  return new ImportRefused('WRONG_FILE_KIND', fill(isTable ? REFUSALS.NOT_READ_HERE : REFUSALS.NO_TABLE, found))
}
