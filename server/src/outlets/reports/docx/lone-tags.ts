import { officeMarkup, TagDisposition, TagPlacement, xml, type Tag, type XmlNode } from 'easy-template-x'
import { textOf } from './placed-node.ts'
import { elementsIn, standInAt } from './runs.ts'

/** A letter that nobody writes, beside tags that will leave an empty paragraph. */
const EMPTY = '\uE0FA'

/** Beside each tag of a loop or condition that has its paragraph to itself, before a part is filled. */
export function markLoneTags(tags: readonly Tag[]): void {
  for (const tag of tags) {
    if (tag.placement !== TagPlacement.TextNode || tag.disposition === TagDisposition.SelfClosed) continue
    const paragraph = officeMarkup.query.containingParagraphNode(tag.xmlTextNode)
    const text = textOf(paragraph).replaceAll(EMPTY, '')
    if (text.replaceAll(/\{[#/][^{}]*\}/g, '').trim() !== '') continue
    standInAt(tag, EMPTY, true)
    standInAt(tag, EMPTY, false)
  }
}

/** Once it is filled: the paragraphs that had nothing else go; bookmarks in them stay. */
export function removeLoneParagraphs(root: XmlNode): void {
  const marked = elementsIn(root, 'w:t').filter((one) => textOf(one) === EMPTY)
  const paragraphs = new Set(marked.map((one) => officeMarkup.query.containingParagraphNode(one)))
  for (const one of marked) {
    const run = officeMarkup.query.containingRunNode(one)
    xml.modify.remove(one)
    if (officeMarkup.query.isEmptyRun(run)) xml.modify.remove(run)
  }
  for (const paragraph of paragraphs) {
    const children = paragraph.childNodes ?? []
    const isBare = children.every(({ nodeName }) => /^w:(pPr|bookmarkStart|bookmarkEnd|proofErr)$/.test(nodeName))
    const siblings = (paragraph.parentNode?.childNodes ?? []).filter(({ nodeName }) => /^w:(p|tbl)$/.test(nodeName))
    const after = siblings[siblings.indexOf(paragraph) + 1]
    const before = siblings[siblings.indexOf(paragraph) - 1]
    // A table is followed by a paragraph, and a section ends in one.
    const isNeeded =
      after === undefined ? before?.nodeName !== 'w:p' : before?.nodeName === 'w:tbl' && after.nodeName === 'w:tbl'
    if (!isBare || isNeeded || elementsIn(paragraph, 'w:sectPr').length > 0) continue
    for (const child of [...children].filter(({ nodeName }) => nodeName.startsWith('w:bookmark'))) {
      xml.modify.remove(child)
      xml.modify.insertBefore(child, paragraph)
    }
    xml.modify.remove(paragraph)
  }
}
