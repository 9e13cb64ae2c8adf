import { fill } from '@causeway/shared/words/words'
import { QuestionError } from '../../../ground/question-error.ts'
import { decodeEntities } from '../../../records/import/readers/xml-events.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** An element of XML text, with where it is in it: what is not touched keeps its letters. */
export interface XmlElement {
  nodeName: string
  /** As written between the name and the end of the opening tag. */
  said: string
  parentNode: XmlElement | undefined
  childNodes: (XmlElement | XmlText)[]
  start: number
  /** Past the opening tag, and before the closing one. */
  inner: [start: number, end: number]
  end: number
}

export interface XmlText {
  nodeName: '#text'
  parentNode: XmlElement
  textContent: string
  childNodes?: undefined
  start: number
  end: number
}

/** Sticky, so that the first thing that is no XML ends the search, and that damaged texts take no longer than others. */
const PIECES =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!(?:[^>"']|"[^"]*"|'[^']*')*>|<\/([^\s<>]+)\s*>|<([^\s/<>]+)(?=[\s/>])((?:[^<>"'/]|"[^"]*"|'[^']*'|\/(?!>))*)(\/?)>|[^<]+/gy

/** Word's own documents have some dozens. */
const DEEPEST = 500

/** @throws QuestionError DOCUMENT_DAMAGED where its tags do not match, or are too deep in each other */
export function placesOf(xml: string): XmlElement {
  const root: XmlElement = {
    ...{ nodeName: '', said: '', parentNode: undefined, childNodes: [], start: 0 },
    inner: [0, 0],
    end: 0,
  }
  let open = root
  let depth = 0
  let end = 0
  for (const piece of xml.matchAll(PIECES)) {
    const [whole, data, closing, name, said = '', isEmpty] = piece
    const start = end
    end += whole.length
    if (closing !== undefined) {
      if (open.nodeName !== closing || !open.parentNode) throw damaged(`</${closing}>`)
      open.inner[1] = start
      open.end = end
      open = open.parentNode
      depth--
    } else if (name !== undefined) {
      const element: XmlElement = {
        nodeName: name,
        said,
        parentNode: open,
        childNodes: [],
        start,
        inner: [end, end],
        end,
      }
      open.childNodes.push(element)
      if (!isEmpty) {
        open = element
        if (++depth > DEEPEST) throw damaged(`<${name}>`)
      }
    } else if (data !== undefined || !whole.startsWith('<')) {
      const textContent = data ?? decodeEntities(whole)
      open.childNodes.push({ nodeName: '#text', parentNode: open, textContent, start, end })
    }
  }
  const top = root.childNodes.find((one): one is XmlElement => one.nodeName !== '#text')
  if (end < xml.length) throw damaged(xml.slice(end, end + 20))
  if (open !== root || !top) throw damaged(`<${open.nodeName}>`)
  top.parentNode = undefined
  return top
}

const damaged = (tag: string) => new QuestionError('DOCUMENT_DAMAGED', fill(REFUSALS.DOCUMENT_DAMAGED, { tag }))

export function attributeOf({ said }: XmlElement, name: string): string | null {
  const [, double, single] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(said) ?? []
  const found = double ?? single
  return found === undefined ? null : decodeEntities(found)
}

/** Where the value of an attribute is written, without its quotes. */
export function attributePlace(
  { said, nodeName, start }: XmlElement,
  name: string,
): [start: number, end: number] | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`).exec(said)
  if (!found) return null
  const end = start + 1 + nodeName.length + found.index + found[0].length - 1
  return [end - (found[0].length - found[0].search(/["']/) - 2), end]
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.childNodes.find((one): one is XmlElement => one.nodeName === name)
}

/** Every element of that name within, in reading order. */
export function* elementsOf(element: XmlElement, ...names: string[]): Generator<XmlElement> {
  const waiting: XmlElement[] = [element]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (names.includes(one.nodeName)) yield one
    for (const child of one.childNodes.toReversed()) if (child.nodeName !== '#text') waiting.push(child as XmlElement)
  }
}

export function ancestorOf(element: XmlElement, ...names: string[]): XmlElement | undefined {
  for (let one = element.parentNode; one; one = one.parentNode) if (names.includes(one.nodeName)) return one
  return undefined
}

export interface Edit {
  start: number
  end: number
  text: string
}

/** What is between the edits keeps its letters. Two at one place go in as they are listed. */
export function edited(xml: string, edits: readonly Edit[]): string {
  let at = 0
  let text = ''
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new Error('two edits of one place')
    text += xml.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return text + xml.slice(at)
}
