import { Docx, xml, type XmlNode } from 'easy-template-x'
import type { Words } from '@causeway/shared/words/words'
import type { UnknownTag } from '../tag-tree.ts'

/** How much of a paragraph is quoted, so that it can be found with Word's search. */
const QUOTED = 24

/** Where a tag is, as the writer of the template would look for it. */
export function placeOf(node: XmlNode): Words {
  const ancestors = ancestorsOf(node)
  const root = ancestors.at(-1)
  const near = (name: string) => ancestors.find((one) => one.nodeName === name)
  const paragraph = near('w:p')
  const quote = paragraph ? quoteOf(paragraph) : { zh: '', en: '' }
  if (near('c:chart')) return { zh: '图表标题', en: 'the title of a chart' }
  if (root?.nodeName === 'w:hdr') return { zh: `页眉${quote.zh}`, en: `the header${quote.en}` }
  if (root?.nodeName === 'w:ftr') return { zh: `页脚${quote.zh}`, en: `the footer${quote.en}` }
  if (node.nodeName === 'wp:docPr')
    return { zh: '图片或图表的替换文字', en: 'the alternative text of a picture or chart' }
  const body = near('w:body')
  const table = ancestors.findLast((one) => one.nodeName === 'w:tbl')
  if (body && table)
    return {
      zh: `${cellOf(body, table, ancestors).zh}${quote.zh}`,
      en: `${cellOf(body, table, ancestors).en}${quote.en}`,
    }
  if (!body || !paragraph) return { zh: '正文', en: 'the text' }
  // The outermost paragraph: that of a text box is inside another.
  const outer = ancestors.findLast((one) => one.nodeName === 'w:p')!
  const number =
    descendants(body)
      .filter((one) => one.nodeName === 'w:p' && !isInside(one, 'w:tbl', body))
      .indexOf(outer) + 1
  return { zh: `第 ${number} 段${quote.zh}`, en: `paragraph ${number}${quote.en}` }
}

function cellOf(body: XmlNode, table: XmlNode, ancestors: XmlNode[]): Words {
  const tables = descendants(body).filter((one) => one.nodeName === 'w:tbl' && !isInside(one, 'w:tbl', body))
  const row = ancestors.findLast((one) => one.nodeName === 'w:tr')
  const cell = ancestors.findLast((one) => one.nodeName === 'w:tc')
  const [t, r, c] = [tables.indexOf(table) + 1, orderOf(row, 'w:tr'), orderOf(cell, 'w:tc')]
  return { zh: `第 ${t} 个表格第 ${r} 行第 ${c} 列`, en: `table ${t}, row ${r}, column ${c}` }
}

function orderOf(node: XmlNode | undefined, name: string): number {
  const siblings = (node?.parentNode?.childNodes ?? []).filter((one) => one.nodeName === name)
  return node ? siblings.indexOf(node) + 1 : 0
}

function quoteOf(paragraph: XmlNode): Words {
  const text = descendants(paragraph)
    .filter((one) => one.nodeName === 'w:t')
    .map((one) => xml.query.lastTextChild(one, false)?.textContent ?? '')
    .join('')
    .trim()
  const short = [...text].length > QUOTED ? `${[...text].slice(0, QUOTED).join('')}…` : text
  return short === '' ? { zh: '', en: '' } : { zh: `（“${short}”）`, en: ` (“${short}”)` }
}

function ancestorsOf(node: XmlNode): XmlNode[] {
  const list: XmlNode[] = []
  for (let one: XmlNode | undefined = node.parentNode; one; one = one.parentNode) list.push(one)
  return list
}

function isInside(node: XmlNode, name: string, upTo: XmlNode): boolean {
  for (let one: XmlNode | undefined = node.parentNode; one && one !== upTo; one = one.parentNode) {
    if (one.nodeName === name) return true
  }
  return false
}

function descendants(node: XmlNode): XmlNode[] {
  return (node.childNodes ?? []).flatMap((child) => [child, ...descendants(child)])
}

const NO_PARTNER: Words = {
  zh: '花括号没有配对，未作为标签处理',
  en: 'a brace without its partner; it was left as it is',
}
const FULL_WIDTH: Words = {
  zh: '花括号是全角的，标签须用半角花括号；已原样保留',
  en: 'written with full-width braces, which make no tag; it was left as it is',
}

/** Braces that look like tags and are none: half a pair, or full-width ones, as a Chinese keyboard types them. */
export async function findStrayBraces(bytes: Buffer, afterIndex: number): Promise<UnknownTag[]> {
  const strays: UnknownTag[] = []
  const docx = await Docx.load(bytes)
  for (const part of await docx.getContentParts()) {
    for (const paragraph of paragraphsOf(await part.xmlRoot())) {
      const text = textOf(paragraph)
      const first = paragraph.childNodes?.[0] ?? paragraph
      const add = (tag: string, problem: Words) =>
        strays.push({ tag, problem, place: placeOf(first), index: afterIndex + strays.length })
      for (const [tag] of text.matchAll(/｛[^｛｝]{1,80}｝/g)) add(tag, FULL_WIDTH)
      for (const [tag] of text.replaceAll(/\{[^{}]*\}/g, '').matchAll(/[{}][^{}]{0,20}/g)) add(tag.trim(), NO_PARTNER)
    }
  }
  return strays
}

/** Half a pair alone, where the library reads no tag at all. */
export async function findHalfBraces(bytes: Buffer): Promise<UnknownTag[]> {
  return (await findStrayBraces(bytes, 0)).filter(({ problem }) => problem === NO_PARTNER)
}

function paragraphsOf(node: XmlNode): XmlNode[] {
  const own = node.nodeName === 'w:p' || node.nodeName === 'a:p' ? [node] : []
  return [...own, ...(node.childNodes ?? []).flatMap(paragraphsOf)]
}

function textOf(node: XmlNode): string {
  if (node.nodeName === 'w:t' || node.nodeName === 'a:t') return xml.query.lastTextChild(node, false)?.textContent ?? ''
  // The text of a box inside a paragraph belongs to the paragraphs within the box.
  return (node.childNodes ?? []).map((child) => (child.nodeName === 'w:txbxContent' ? '' : textOf(child))).join('')
}
