import { shownText } from './find-controls.ts'
import { MAIN_PART, textOfPart, type WordParts } from './word-package.ts'
import { ancestorOf, childOf, elementsOf, placesOf, type XmlElement } from './xml-places.ts'

/** A paragraph that has one tag alone, in whose place something is made. */
export interface MadePlace {
  paragraph: XmlElement
  /** Without its braces. */
  name: string
  /** The properties of the paragraph and of its first run, as XML; empty: it has none. */
  paragraphLook: string
  runLook: string
  /** Word wants a paragraph after a table that ends a cell, or that another one follows. */
  needsParagraphAfter: boolean
}

const TAG = /^\{([^{}#/][^{}]*)\}$/

/** The paragraphs of the body that have one tag alone, of these beginnings. */
export function findMade(parts: WordParts, isMade: (name: string) => boolean): MadePlace[] {
  const xml = textOfPart(parts, MAIN_PART)
  if (!xml.includes('{')) return []
  return [...elementsOf(placesOf(xml), 'w:p')].flatMap((paragraph): MadePlace[] => {
    const [, name] = TAG.exec(shownText(paragraph).trim()) ?? []
    if (name === undefined || !isMade(name.normalize('NFKC').trim()) || ancestorOf(paragraph, 'w:txbxContent'))
      return []
    const look = (element: XmlElement | undefined) => (element ? xml.slice(element.start, element.end) : '')
    const [run] = elementsOf(paragraph, 'w:r')
    const siblings = paragraph.parentNode!.childNodes.filter(({ nodeName }) => nodeName !== '#text')
    const next = siblings[siblings.indexOf(paragraph) + 1]
    return [
      {
        ...{ paragraph, name: name.normalize('NFKC').trim() },
        paragraphLook: look(childOf(paragraph, 'w:pPr')),
        runLook: look(run && childOf(run, 'w:rPr')),
        needsParagraphAfter: !next || next.nodeName !== 'w:p' || TAG.test(shownText(next as XmlElement).trim()),
      },
    ]
  })
}
