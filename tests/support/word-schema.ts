import { strFromU8, unzipSync } from 'fflate'
import { placesOf, type XmlElement } from '@causeway/server/outlets/reports/docx/xml-places'
import SCHEMA from './word-schema.json' with { type: 'json' }

/** Of each element what is in it, in the order of ECMA-376; `*`: any number of them; `|`: one of them. */
const ORDER: Record<string, string[]> = SCHEMA

/** What of a document's parts is not as the format's schema has it. */
export function brokenOrder(docx: Uint8Array): string[] {
  return Object.entries(unzipSync(docx)).flatMap(([name, content]) =>
    /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments|styles|charts\/chart\d+)\.xml$/.test(name)
      ? brokenIn(placesOf(strFromU8(content))).map((one) => `${name}: ${one}`)
      : [],
  )
}

function brokenIn(element: XmlElement): string[] {
  const children = element.childNodes.filter((one): one is XmlElement => one.nodeName !== '#text')
  const below = children.flatMap(brokenIn)
  const order = ORDER[element.nodeName]
  if (!order) return below
  let at = 0
  for (const { nodeName } of children) {
    while (at < order.length && !names(order[at]!).includes(nodeName)) at++
    if (at === order.length) return [`${element.nodeName} has ${nodeName} where it may not be`, ...below]
    if (!order[at]!.startsWith('*')) at++
  }
  const cellEnd = element.nodeName === 'w:tc' && children.at(-1)?.nodeName !== 'w:p'
  return [...(cellEnd ? ['w:tc does not end with a paragraph'] : []), ...below]
}

const names = (step: string) => step.replace('*', '').split('|')
