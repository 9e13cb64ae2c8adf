import {
  officeMarkup,
  TagDisposition,
  TagPlacement,
  TemplateExtension,
  xml,
  type ScopeData,
  type Tag,
  type TemplateContext,
  type TextNodeTag,
  type XmlNode,
} from 'easy-template-x'
import { giveWay } from '../../../ground/under-way.ts'
import type { RememberedSentence } from '../memory.ts'
import { pathKey, type Report } from '../report.ts'
import { shownText, TEXT_PARTS } from './find-controls.ts'
import type { FreeNumbers } from './free-numbers.ts'
import { apart, elementsIn, standInAt } from './runs.ts'
import { markLoneTags } from './lone-tags.ts'
import { textOf } from './placed-node.ts'
import { textOfPart, type WordParts } from './word-package.ts'
import { ancestorOf, attributeOf, elementsOf, placesOf, type XmlElement } from './xml-places.ts'

/** Letters that nobody writes: what is between them becomes a bookmark. */
const [BEGIN, END] = ['\uE0F8', '\uE0F9']
/** How the bookmark around a paragraph ends. */
const AROUND = '_p'
const STAND_IN = new RegExp(`^${BEGIN}(/?)(\\w+)${END}$`)

/**
 * Puts a bookmark around what each condition writes, so that a refresh finds it: also where the condition does not hold, and what it
 * would write within a paragraph is remembered. A condition within a loop has none.
 */
export class Sentences {
  readonly list: Omit<RememberedSentence, 'text' | 'beside'>[] = []
  readonly #values: Report['values']
  /** How its bookmarks begin. */
  readonly prefix: string

  constructor({ values }: Report, storeId: string) {
    this.#values = values
    this.prefix = `_cw${storeId.replaceAll(/\W/g, '').slice(0, 8)}`
  }

  /** Before a part is filled. */
  mark(tags: readonly Tag[]): void {
    for (let at = 0; at < tags.length; at++) {
      const open = tags[at]!
      if (open.disposition !== TagDisposition.Open) continue
      const close = closeOf(tags, at)
      const value = this.#values.get(pathKey([open.name]))
      const tag = tags[close]!
      const isText = open.placement === TagPlacement.TextNode && tag.placement === TagPlacement.TextNode
      if (isText && value && 'isCondition' in value && !value.isHidden) {
        const mark = `${this.prefix}_${this.list.length + 1}`
        this.list.push({ mark, path: [open.name], runs: runsBetween(open, tag, tags.slice(at + 1, close)) })
        standInAt(open, `${BEGIN}${mark}${END}`, true)
        standInAt(tag, `${BEGIN}/${mark}${END}`, false)
      }
      at = close
    }
  }

  /** Once it is filled. */
  bookmark(root: XmlNode, { mark }: FreeNumbers): void {
    const ids = new Map<string, string>()
    for (const node of elementsIn(root, 'w:t')) {
      const [, slash, name] = STAND_IN.exec(textOf(node)) ?? []
      if (name === undefined) continue
      if (!slash) ids.set(name, String(mark()))
      const attributes = { 'w:id': ids.get(name)!, ...(!slash && { 'w:name': name }) }
      apart(node, xml.create.generalNode(slash ? 'w:bookmarkEnd' : 'w:bookmarkStart', { attributes }))
      const run = officeMarkup.query.containingRunNode(node)
      xml.modify.remove(node)
      if (officeMarkup.query.isEmptyRun(run)) xml.modify.remove(run)
    }
  }

  /** Once all is in its place: a bookmark around each paragraph that has one, its end in text before what follows. */
  markParagraphs(root: XmlNode, { mark }: FreeNumbers): void {
    const around = new Map<XmlNode, string>()
    const ends = elementsIn(root, 'w:bookmarkEnd')
    for (const start of elementsIn(root, 'w:bookmarkStart')) {
      const sentence = this.list.find((one) => one.mark === start.attributes!['w:name'])
      const end = ends.find((one) => one.attributes!['w:id'] === start.attributes!['w:id'])
      const paragraph = paragraphOf(start)
      if (!sentence || !end || !paragraph || paragraphOf(end) !== paragraph) continue
      const name = around.get(paragraph) ?? `${sentence.mark}${AROUND}`
      sentence.around = name
      if (around.has(paragraph)) continue
      around.set(paragraph, name)
      markParagraph(paragraph, name, String(mark()))
    }
  }
}

/** Around a paragraph of the text, so that it stays where all of that is typed over; of a cell, which ends with a paragraph, within. */
function markParagraph(paragraph: XmlNode, name: string, id: string): void {
  const start = xml.create.generalNode('w:bookmarkStart', { attributes: { 'w:id': id, 'w:name': name } })
  const end = xml.create.generalNode('w:bookmarkEnd', { attributes: { 'w:id': id } })
  const isOfText = paragraph.parentNode?.nodeName === 'w:body'
  const first = isOfText ? paragraph : paragraph.childNodes!.find(({ nodeName }) => nodeName !== 'w:pPr')!
  xml.modify.insertBefore(start, first)
  if (isOfText) xml.modify.insertAfter(end, paragraph)
  else xml.modify.appendChild(paragraph, end)
}

function paragraphOf(node: XmlNode): XmlNode | null {
  for (let one = node.parentNode; one; one = one.parentNode) if (one.nodeName === 'w:p') return one
  return null
}

export class MarkTags extends TemplateExtension {
  readonly #sentences: Sentences

  constructor(sentences: Sentences) {
    super()
    this.#sentences = sentences
  }

  async execute(_data: ScopeData, { currentPart }: TemplateContext): Promise<void> {
    const root = await currentPart.xmlRoot()
    await giveWay()
    const tags = this.utilities.compiler.parseTags(root)
    markLoneTags(tags)
    this.#sentences.mark(tags)
  }
}

function closeOf(tags: readonly Tag[], open: number): number {
  let depth = 0
  for (let at = open; at < tags.length; at++) {
    const { disposition } = tags[at]!
    if (disposition === TagDisposition.Open) depth++
    else if (disposition === TagDisposition.Close && --depth === 0) return at
  }
  return tags.length - 1
}

/** What is between an opening and a closing tag: runs of one paragraph with text and simple tags; null: there is more. */
function runsBetween(open: TextNodeTag, close: TextNodeTag, inside: readonly Tag[]): RememberedSentence['runs'] {
  const paragraph = officeMarkup.query.containingParagraphNode(open.xmlTextNode)
  const isSimple = inside.every(({ disposition }) => disposition === TagDisposition.SelfClosed)
  if (!isSimple || officeMarkup.query.containingParagraphNode(close.xmlTextNode) !== paragraph) return null
  const [from, to] = [open, close].map((tag) => officeMarkup.query.containingTextNode(tag.xmlTextNode))
  const runs: { look: string; text: string }[] = []
  let isInside = false
  for (const run of paragraph.childNodes ?? []) {
    const properties = run.childNodes?.find(({ nodeName }) => nodeName === 'w:rPr')
    let text = ''
    const pieces = run.nodeName === 'w:r' ? (run.childNodes ?? []) : [run]
    for (const piece of pieces) {
      if (piece === to) isInside = false
      else if (isInside && piece.nodeName === 'w:t') text += textOf(piece)
      else if (isInside && piece !== properties && !MARKS.test(piece.nodeName)) return null
      if (piece === from) isInside = true
    }
    if (text !== '') runs.push({ look: properties ? xml.parser.serializeNode(properties) : '', text })
  }
  return runs
}

/** What Word leaves between runs, which nobody sees. */
const MARKS = /^w:(proofErr|bookmarkStart|bookmarkEnd|lastRenderedPageBreak)$/

/** Where a bookmark is in a document. */
export interface FoundMark {
  part: string
  start: XmlElement
  end: XmlElement
  /** As a reader sees what is in it. */
  text: string
  /** The words before and after it in its paragraph that are in no control and in no other bookmark: as many as tell an edit. */
  beside: [before: string, after: string]
}

/** By name, in whichever part of the document each is. */
export function findMarks(parts: WordParts, names: readonly string[]): Map<string, FoundMark> {
  const marks = new Map<string, FoundMark>()
  if (names.length === 0) return marks
  for (const part of Object.keys(parts).filter((one) => TEXT_PARTS.test(one))) {
    const root = placesOf(textOfPart(parts, part))
    const ends = [...elementsOf(root, 'w:bookmarkEnd')]
    for (const start of elementsOf(root, 'w:bookmarkStart')) {
      const name = attributeOf(start, 'w:name') ?? ''
      const end = ends.find((one) => attributeOf(one, 'w:id') === attributeOf(start, 'w:id'))
      if (!names.includes(name) || !end || end.start < start.end) continue
      const isInside = (one: XmlElement) => one.start >= start.end && one.end <= end.start
      marks.set(name, { part, start, end, text: shownText(root, isInside), beside: ['', ''] })
    }
  }
  const sentences = [...marks].flatMap(([name, mark]) => (name.endsWith(AROUND) ? [] : [mark]))
  for (const mark of sentences) mark.beside = besideOf(mark, sentences)
  return marks
}

/** So many letters. */
const TELLING = 8

function besideOf({ part, start, end }: FoundMark, sentences: readonly FoundMark[]): FoundMark['beside'] {
  const paragraph = ancestorOf(start, 'w:p')
  if (!paragraph) return ['', '']
  const others = sentences.filter((one) => one.part === part)
  const isOwn = (one: XmlElement) =>
    !ancestorOf(one, 'w:sdt') && !others.some((mark) => one.start >= mark.start.end && one.end <= mark.end.start)
  const [before, after] = [
    shownText(paragraph, (one) => isOwn(one) && one.end <= start.start),
    shownText(paragraph, (one) => isOwn(one) && one.start >= end.end),
  ]
  return [before.slice(-TELLING), after.slice(0, TELLING)]
}
