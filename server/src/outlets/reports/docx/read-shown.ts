import type { ReportChart } from '../report.ts'
import { chartInDocument } from './chart-caches.ts'
import { drawingsOf } from './drawings.ts'
import { shownText } from './find-controls.ts'
import { MAIN_PART, textOfPart, unpackWord } from './word-package.ts'
import { childOf, elementsOf, placesOf, type XmlElement } from './xml-places.ts'

/** What a reader of a document sees, piece by piece; empty paragraphs are left out. */
export type ShownBlock =
  | { is: 'text'; text: string }
  | { is: 'table'; rows: string[][] }
  | { is: 'chart'; chart: ReportChart }

export function readShown(docx: Uint8Array): ShownBlock[] {
  const parts = unpackWord(docx)
  const body = childOf(placesOf(textOfPart(parts, MAIN_PART)), 'w:body')
  const drawings = drawingsOf(parts)
  return (body?.childNodes ?? []).flatMap((one): ShownBlock[] => {
    const element = one as XmlElement
    if (element.nodeName === 'w:tbl') return [{ is: 'table', rows: rowsOf(element) }]
    if (element.nodeName !== 'w:p') return []
    const inside = drawings.filter(({ properties }) => properties.start > element.start && properties.end < element.end)
    const charts = inside.flatMap((drawing) => chartInDocument(parts, drawing) ?? [])
    if (charts.length > 0) return charts.map((chart) => ({ is: 'chart', chart }))
    const text = shownText(element)
    return text === '' ? [] : [{ is: 'text', text }]
  })
}

function rowsOf(table: XmlElement): string[][] {
  return [...elementsOf(table, 'w:tr')].map((row) => [...elementsOf(row, 'w:tc')].map((cell) => shownText(cell)))
}
