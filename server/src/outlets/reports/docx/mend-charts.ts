import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { NO_TIME } from '../no-time.ts'

/**
 * The chart plugin writes names into XML as they are, and a gap as the text `null`. Names are therefore given with stand-ins for
 * the letters that XML minds, and both are mended here: a gap becomes a point that is not there, in the chart and in the workbook
 * behind it.
 */
const STAND_INS: [letter: string, standIn: string, entity: string][] = [
  ['&', '\uE0F0', '&amp;'],
  ['<', '\uE0F1', '&lt;'],
  ['>', '\uE0F2', '&gt;'],
]

/** A name as it may be given to the chart plugin. */
export function safeName(name: string): string {
  return STAND_INS.reduce((text, [letter, standIn]) => text.replaceAll(letter, standIn), name)
}

export function mendCharts(docx: Uint8Array): Buffer {
  const files = unzipSync(docx)
  const mended: Zippable = {}
  for (const [name, content] of Object.entries(files)) {
    if (/^word\/charts\/[^/]+\.xml$/.test(name)) mended[name] = mendXml(content, mendChart)
    else if (/^word\/embeddings\/[^/]+\.xlsx$/.test(name)) mended[name] = mendWorkbook(content)
    else mended[name] = content
  }
  return Buffer.from(zipSync(mended, { mtime: NO_TIME }))
}

function mendChart(xml: string): string {
  return xml.replaceAll(/<c:pt\b[^>]*>\s*<c:v>null<\/c:v>\s*<\/c:pt>/g, '')
}

function mendWorkbook(xlsx: Uint8Array): Uint8Array {
  const files = unzipSync(xlsx)
  const mended: Zippable = {}
  for (const [name, content] of Object.entries(files)) {
    mended[name] = name.endsWith('.xml') ? mendXml(content, (xml) => xml.replaceAll(/<v>null<\/v>/g, '')) : content
  }
  return zipSync(mended, { mtime: NO_TIME })
}

function mendXml(content: Uint8Array, mend: (xml: string) => string): Uint8Array {
  const xml = STAND_INS.reduce((text, [, standIn, entity]) => text.replaceAll(standIn, entity), strFromU8(content))
  return strToU8(mend(xml))
}
