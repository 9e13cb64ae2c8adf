import { escapeXml } from '../shipped/xml.ts'
import { bindingOf, controlProperties, propertyXml, type ControlFacts } from './control-markup.ts'
import type { FoundControl } from './find-controls.ts'
import { ancestorOf, childOf, elementsOf, type Edit, type XmlElement } from './xml-places.ts'

type Placed = Pick<FoundControl, 'element' | 'properties' | 'content' | 'text'>

/** A run of text with a look; of no text nothing. */
export const runXml = (text: string, look: string) => (text === '' ? '' : `<w:r>${look}${textXml(text)}</w:r>`)

const textXml = (text: string) => `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`

/** Another text in the same control: its first run keeps its look, what other runs had goes. */
export function rewritten({ content }: Placed, text: string): Edit[] {
  const texts = [...elementsOf(content, 'w:t')].filter((one) => !ancestorOf(one, 'w:del', 'w:moveFrom'))
  const [first, ...others] = texts
  if (!first) {
    const isWithin = ancestorOf(content, 'w:p') !== undefined
    const run = `<w:r>${textXml(text)}</w:r>`
    const [at] = content.inner
    return [{ start: at, end: at, text: isWithin ? run : `<w:p>${run}</w:p>` }]
  }
  const breaks = [...elementsOf(content, 'w:br', 'w:cr', 'w:tab')].filter((one) => one.parentNode?.nodeName === 'w:r')
  return [
    { start: first.start, end: first.end, text: textXml(text) },
    ...[...others, ...breaks].map(({ start, end }) => ({ start, end, text: '' })),
  ]
}

/** What a person typed stays: the control no longer follows the report's XML part. */
export function unbound({ properties }: Placed): Edit[] {
  const binding = childOf(properties, 'w:dataBinding')
  return binding ? [{ start: binding.start, end: binding.end, text: '' }] : []
}

/** Follows the report's XML part, as when it was filled. */
export function bound({ properties }: Placed, id: string, storeId: string): Edit[] {
  if (childOf(properties, 'w:dataBinding')) return []
  const before = childOf(properties, 'w:text')
  const at = before?.start ?? properties.inner[1]
  return [{ start: at, end: at, text: propertyXml(bindingOf(id, storeId)) }]
}

/** A control with its text, of the look of a run. */
export function controlXml(facts: ControlFacts, storeId: string, text: string, look: string): string {
  const properties = controlProperties(facts, storeId).map(propertyXml).join('')
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent><w:r>${look}${textXml(text)}</w:r></w:sdtContent></w:sdt>`
}

/** Who changed it and when, as Word's tracked changes say. */
export interface Stamp {
  author: string
  /** ISO date-time. */
  date: string
  /** The next number of a change. */
  next: () => number
}

/**
 * The old text as a deleted run, the new control as an inserted one. Where a change is tracked already, or the control holds whole
 * paragraphs, the text is written as it is: null.
 */
export function tracked(xml: string, control: Placed, text: string, stamp: Stamp): Edit[] | null {
  const { element, content } = control
  const isRun = element.parentNode?.nodeName === 'w:p' || isInControlOfRuns(element)
  if (!isRun || [...elementsOf(content, 'w:p', 'w:ins', 'w:del')].length > 0) return null
  const old = deletedRun(control.text, lookOf(xml, control), stamp)
  const [start, end] = [element.start, element.end]
  return [
    { start, end: start, text: `${old}<w:ins ${said(stamp)}>` },
    ...rewritten(control, text),
    { start: end, end, text: '</w:ins>' },
  ]
}

/** Within a writer's own control that is within a paragraph. */
const isInControlOfRuns = ({ parentNode }: XmlElement) =>
  parentNode?.nodeName === 'w:sdtContent' && ancestorOf(parentNode, 'w:p') !== undefined

const said = ({ author, date, next }: Stamp) => `w:id="${next()}" w:author="${escapeXml(author)}" w:date="${date}"`

/** Runs as a tracked change has them. */
export const trackedAs = (change: 'ins' | 'del', runs: string, stamp: Stamp) =>
  `<w:${change} ${said(stamp)}>${runs}</w:${change}>`

export const deletedRun = (text: string, look: string, stamp: Stamp) =>
  trackedAs('del', `<w:r>${look}<w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r>`, stamp)

/** The properties of the first run, as XML. */
export function lookOf(xml: string, { content }: Pick<Placed, 'content'>): string {
  const [run] = elementsOf(content, 'w:r')
  const look = run && childOf(run, 'w:rPr')
  return look ? xml.slice(look.start, look.end) : ''
}
