import { xml, type XmlNode } from 'easy-template-x'
import type { Words } from '@causeway/shared/words/words'

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
