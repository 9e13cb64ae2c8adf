import { Docx } from 'easy-template-x'
import type { Words } from '@causeway/shared/words/words'
import type { UnknownTag } from '../tag-tree.ts'
import { headingLevel, textOf, type PlacedNode } from './placed-node.ts'
import { textOfPart, unpackWord } from './word-package.ts'
import { elementsOf, placesOf } from './xml-places.ts'

/** How much of a paragraph is quoted, so that it can be found with Word's search. */
const QUOTED = 24

/** Where something is, as the writer of the document would look for it. */
export function placeOf(node: PlacedNode): Words {
  const ancestors = ancestorsOf(node)
  const root = ancestors.at(-1)
  const near = (name: string) => ancestors.find((one) => one.nodeName === name)
  const paragraph = near('w:p')
  const quote = paragraph ? quoteOf(paragraph) : { zh: '', en: '' }
  if (near('c:chart')) return { zh: '图表标题', en: 'the title of a chart' }
  if (root?.nodeName === 'w:hdr') return { zh: `页眉${quote.zh}`, en: `the header${quote.en}` }
  if (root?.nodeName === 'w:ftr') return { zh: `页脚${quote.zh}`, en: `the footer${quote.en}` }
  if (root?.nodeName === 'w:footnotes') return { zh: `脚注${quote.zh}`, en: `a footnote${quote.en}` }
  if (root?.nodeName === 'w:endnotes') return { zh: `尾注${quote.zh}`, en: `an endnote${quote.en}` }
  if (node.nodeName === 'wp:docPr')
    return { zh: '图片或图表的替换文字', en: 'the alternative text of a picture or chart' }
  const body = near('w:body')
  // The outermost: that of a text box is inside another.
  const outer = ancestors.findLast((one) => one.nodeName === 'w:p')
  if (!body || !paragraph || !outer) return { zh: '正文', en: 'the text' }
  const { tables, paragraphs, headings } = orderIn(body)
  const heading = headings.get(outer) ?? null
  const under = { zh: heading ? `“${heading}”下` : '', en: heading ? `under “${heading}”, ` : '' }
  const table = ancestors.findLast((one) => one.nodeName === 'w:tbl')
  if (table) {
    const cell = cellOf(tables.get(table)!, ancestors)
    return { zh: `${under.zh}${cell.zh}${quote.zh}`, en: `${under.en}${cell.en}${quote.en}` }
  }
  const number = paragraphs.get(outer)
  return { zh: `${under.zh}第 ${number} 段${quote.zh}`, en: `${under.en}paragraph ${number}${quote.en}` }
}

interface Order {
  /** Those that are in no table, and tables that are in no other, from 1. */
  paragraphs: Map<PlacedNode, number>
  tables: Map<PlacedNode, number>
  /** The heading that each paragraph is under. */
  headings: Map<PlacedNode, string>
}

const orders = new WeakMap<PlacedNode, Order>()

function orderIn(body: PlacedNode): Order {
  const known = orders.get(body)
  if (known) return known
  const order: Order = { paragraphs: new Map(), tables: new Map(), headings: new Map() }
  let heading: string | null = null
  const walk = (node: PlacedNode, isInTable: boolean): void => {
    for (const child of node.childNodes ?? []) {
      const isTable = child.nodeName === 'w:tbl'
      if (isTable && !isInTable) order.tables.set(child, order.tables.size + 1)
      if (child.nodeName === 'w:p') {
        if (!isInTable) order.paragraphs.set(child, order.paragraphs.size + 1)
        if (headingLevel(child) !== null) heading = quoted(child)
        else if (heading) order.headings.set(child, heading)
      } else walk(child, isInTable || isTable)
    }
  }
  walk(body, false)
  orders.set(body, order)
  return order
}

function cellOf(number: number, ancestors: PlacedNode[]): Words {
  const row = ancestors.findLast((one) => one.nodeName === 'w:tr')
  const cell = ancestors.findLast((one) => one.nodeName === 'w:tc')
  const [r, c] = [orderOf(row, 'w:tr'), orderOf(cell, 'w:tc')]
  return { zh: `第 ${number} 个表格第 ${r} 行第 ${c} 列`, en: `table ${number}, row ${r}, column ${c}` }
}

function orderOf(node: PlacedNode | undefined, name: string): number {
  const siblings = (node?.parentNode?.childNodes ?? []).filter((one) => one.nodeName === name)
  return node ? siblings.indexOf(node) + 1 : 0
}

function quoteOf(paragraph: PlacedNode): Words {
  const short = quoted(paragraph)
  return short === '' ? { zh: '', en: '' } : { zh: `（“${short}”）`, en: ` (“${short}”)` }
}

function quoted(paragraph: PlacedNode): string {
  const text = [...textOf(paragraph).trim()]
  return text.length > QUOTED ? `${text.slice(0, QUOTED).join('')}…` : text.join('')
}

function ancestorsOf(node: PlacedNode): PlacedNode[] {
  const list: PlacedNode[] = []
  for (let one = node.parentNode; one; one = one.parentNode) list.push(one)
  return list
}

const NO_PARTNER: Words = {
  zh: '花括号没有配对，未作为标签处理',
  en: 'a brace without its partner; it was left as it is',
}
const FULL_WIDTH: Words = {
  zh: '花括号是全角的，标签须用半角花括号；已原样保留',
  en: 'written with full-width braces, which make no tag; it was left as it is',
}

const NOT_FILLED_HERE: Words = {
  zh: '标签只在正文、页眉、页脚、脚注、尾注、文本框和图表标题中填写；此处已原样保留',
  en: 'tags are filled in text, headers, footers, notes, text boxes and titles of charts alone; it was left as it is',
}

/**
 * What looks like a tag and is filled by nobody: half a pair of braces, full-width ones, as a Chinese keyboard types them, and tags
 * where no report fills any.
 */
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
  return [...strays, ...findElsewhere(bytes, afterIndex + strays.length)]
}

/** Tags in comments and diagrams, which no report fills. */
function findElsewhere(bytes: Buffer, afterIndex: number): UnknownTag[] {
  const parts = unpackWord(bytes)
  return Object.keys(parts).flatMap((name): UnknownTag[] => {
    const [, where] = /^word\/(comments|diagrams\/data)\w*\.xml$/.exec(name) ?? []
    const xml = where === undefined ? '' : textOfPart(parts, name)
    if (!xml.includes('{')) return []
    const texts = [...elementsOf(placesOf(xml), 'w:p', 'a:p')].map((paragraph) => textOf(paragraph as PlacedNode))
    return texts
      .flatMap((text) => text.match(/\{[^{}]+\}/g) ?? [])
      .map((tag, at) => ({ tag, problem: NOT_FILLED_HERE, place: ELSEWHERE[where!]!, index: afterIndex + at }))
  })
}

const ELSEWHERE: Record<string, Words> = {
  comments: { zh: '批注', en: 'a comment' },
  'diagrams/data': { zh: 'SmartArt 图形', en: 'a SmartArt diagram' },
}

/** Half a pair alone, where the library reads no tag at all. */
export async function findHalfBraces(bytes: Buffer): Promise<UnknownTag[]> {
  return (await findStrayBraces(bytes, 0)).filter(({ problem }) => problem === NO_PARTNER)
}

function paragraphsOf(node: PlacedNode): PlacedNode[] {
  const own = node.nodeName === 'w:p' || node.nodeName === 'a:p' ? [node] : []
  return [...own, ...(node.childNodes ?? []).flatMap(paragraphsOf)]
}
