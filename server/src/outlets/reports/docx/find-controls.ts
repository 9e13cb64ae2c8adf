import type { RememberedValue, ReportMemory } from '../memory.ts'
import { textOfPart, type WordParts } from './word-package.ts'
import { ancestorOf, attributeOf, childOf, elementsOf, placesOf, type XmlElement } from './xml-places.ts'

/** A control of a report as it is in the document. */
export interface FoundControl {
  part: string
  element: XmlElement
  properties: XmlElement
  content: XmlElement
  value: RememberedValue
  isBound: boolean
  text: string
  /** The second writing of a text box, for old programs. */
  isCopy: boolean
}

export interface FoundControls {
  /** Of each part that has any, as it is. */
  roots: Map<string, { xml: string; root: XmlElement }>
  controls: FoundControl[]
  /** Controls of another report, pasted in. */
  foreign: number
}

/** Body, headers, footers, notes. */
export const TEXT_PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/

/** The controls that a report's figures are in, in reading order. What a tracked change has deleted is not there. */
export function findControls(parts: WordParts, memory: ReportMemory): FoundControls {
  const byTag = new Map(memory.values.map((value) => [value.tag, value]))
  const store = memory.storeId
  const found: FoundControls = { roots: new Map(), controls: [], foreign: 0 }
  const names = Object.keys(parts).filter((name) => TEXT_PARTS.test(name))
  for (const part of names.toSorted((a, b) => Number(a !== 'word/document.xml') - Number(b !== 'word/document.xml'))) {
    const xml = textOfPart(parts, part)
    const root = placesOf(xml)
    found.roots.set(part, { xml, root })
    for (const element of elementsOf(root, 'w:sdt')) {
      const [properties, content] = [childOf(element, 'w:sdtPr'), childOf(element, 'w:sdtContent')]
      const tag = properties && childOf(properties, 'w:tag')
      const value = tag && byTag.get(attributeOf(tag, 'w:val') ?? '')
      if (!content || !properties || ancestorOf(element, 'w:del', 'w:moveFrom')) continue
      const binding = childOf(properties, 'w:dataBinding')
      const isOurs = binding && attributeOf(binding, 'w:storeItemID')?.toUpperCase() === store
      if (binding && !isOurs) {
        if (attributeOf(binding, 'w:prefixMappings')?.includes('urn:causeway')) found.foreign++
        continue
      }
      if (!value) continue
      const isCopy = ancestorOf(element, 'mc:Fallback') !== undefined
      const text = shownText(content)
      found.controls.push({ ...{ part, element, properties, content, value, text, isCopy }, isBound: Boolean(binding) })
    }
  }
  return found
}

/** As a reader sees it: without what a tracked change has deleted. @param isSeen which of the pieces of text, all where omitted */
export function shownText(element: XmlElement, isSeen: (one: XmlElement) => boolean = () => true): string {
  let text = ''
  for (const child of element.childNodes) {
    if (child.nodeName === '#text') continue
    const one = child as XmlElement
    const letters = one.nodeName === 'w:t' ? rawText(one) : LETTERS[one.nodeName]
    if (letters !== undefined) text += isSeen(one) ? letters : ''
    else if (one.nodeName !== 'w:del' && one.nodeName !== 'w:moveFrom') text += shownText(one, isSeen)
  }
  return text
}

const LETTERS: Record<string, string> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' }

export function rawText(element: XmlElement): string {
  return element.childNodes.map((one) => ('textContent' in one ? one.textContent : '')).join('')
}
