import { Docx, xml, type XmlNode } from 'easy-template-x'
import type { Words } from '@causeway/shared/words/words'
import type { UnknownTag } from '../tag-tree.ts'
import { placeOf } from './tag-place.ts'

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
  // The text of a box inside a paragraph is that of its own paragraphs.
  return (node.childNodes ?? []).map((child) => (child.nodeName === 'w:txbxContent' ? '' : textOf(child))).join('')
}
