import { strToU8 } from 'fflate'
import type { RememberedDrawing } from '../memory.ts'
import { escapeXml } from '../shipped/xml.ts'
import type { FilledAlt } from './figure-controls.ts'
import type { FilledChart } from './native-charts.ts'
import { relationshipsOf, textOfPart, type WordParts } from './word-package.ts'
import {
  ancestorOf,
  attributeOf,
  attributePlace,
  edited,
  elementsOf,
  placesOf,
  type Edit,
  type XmlElement,
} from './xml-places.ts'

/** A picture or chart as a part of the document has it. */
export interface Drawing {
  part: string
  properties: XmlElement
  name: string
  alt: string
  /** The part of its chart; null: it is none. */
  chart: string | null
}

/** Programs rename the parts of charts, and keep the names of drawings. */
export function drawingsOf(parts: WordParts): Drawing[] {
  return Object.keys(parts).flatMap((part) => {
    if (!/^word\/(document|header\d*|footer\d*)\.xml$/.test(part)) return []
    const xml = textOfPart(parts, part)
    if (!xml.includes('<wp:docPr')) return []
    const targets = new Map(relationshipsOf(parts, part).map(({ id, target }) => [id, target]))
    return [...elementsOf(placesOf(xml), 'wp:docPr')].map((properties): Drawing => {
      const drawing = ancestorOf(properties, 'wp:inline', 'wp:anchor') ?? properties
      const [chart] = elementsOf(drawing, 'c:chart')
      return {
        ...{ part, properties },
        name: attributeOf(properties, 'name') ?? '',
        alt: attributeOf(properties, 'descr') ?? '',
        chart: (chart && targets.get(attributeOf(chart, 'r:id') ?? '')) ?? null,
      }
    })
  })
}

/** What was filled is named so that it can be found again. */
export function nameDrawings(
  parts: WordParts,
  charts: readonly FilledChart[],
  alts: readonly FilledAlt[],
): { parts: WordParts; drawings: RememberedDrawing[] } {
  const drawings: RememberedDrawing[] = []
  const edits = new Map<string, Edit[]>()
  const taken = new Set<string>()
  const found = drawingsOf(parts)
  for (const one of found) {
    const chart = charts.find(({ part }) => part === one.chart)
    const alt = alts.find(
      ({ drawing }) => drawing.attributes!.name === one.name && drawing.attributes!.descr === one.alt,
    )
    if (!chart && !alt) continue
    const isTaken = taken.has(one.name) || found.filter(({ name }) => name === one.name).length > 1
    const name = isTaken ? `${one.name} ${taken.size + 1}` : one.name
    const place = attributePlace(one.properties, 'name')
    if (name !== one.name && place)
      edits.set(one.part, [...(edits.get(one.part) ?? []), { start: place[0], end: place[1], text: escapeXml(name) }])
    taken.add(name)
    drawings.push({
      name,
      chart: chart ? { path: chart.path, data: chart.data } : null,
      alt: alt ? { path: alt.path, template: alt.template, text: one.alt } : null,
    })
  }
  const named = { ...parts }
  for (const [part, list] of edits) named[part] = strToU8(edited(textOfPart(parts, part), list))
  return { parts: named, drawings }
}
