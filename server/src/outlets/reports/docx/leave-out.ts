import { xml, type XmlNode } from 'easy-template-x'
import type { ReportText } from '../report.ts'

interface Placed {
  node: XmlNode
  value: Pick<ReportText, 'kind' | 'gap' | 'omit'>
}

/**
 * Takes the paragraphs and rows out that are to be left out for their gaps, and a table of which no more than its head is left.
 * @returns what was in them
 */
export function leaveOutGaps<One extends Placed>(placed: readonly One[]): Set<One> {
  const left = new Set<One>()
  const byContainer = Map.groupBy(placed, ({ node }) => containerOf(node))
  for (const [container, inside] of byContainer) {
    if (!container?.parentNode) continue
    const figures = inside.filter(({ value }) => value.kind === 'FIGURE' && value.omit !== undefined)
    const isGap = ({ value }: One) => value.gap !== null
    const isLeft =
      figures.some((one) => one.value.omit === 'ONE' && isGap(one)) || (figures.length > 0 && figures.every(isGap))
    if (!isLeft) continue
    for (const one of inside) left.add(one)
    const table = container.nodeName === 'w:tr' ? container.parentNode : null
    // A cell, or a body, has a paragraph at least.
    if (table || hasAnother(container)) xml.modify.remove(container)
    if (!table || !rowsOf(table).every(isHead)) continue
    const caption = captionOf(table)
    if (caption) xml.modify.remove(caption)
    xml.modify.remove(table)
  }
  return left
}

function containerOf(node: XmlNode): XmlNode | null {
  let paragraph: XmlNode | null = null
  for (let one: XmlNode | null | undefined = node; one; one = one.parentNode) {
    if (one.nodeName === 'w:tr') return one
    if (one.nodeName === 'w:p') paragraph ??= one
  }
  return paragraph
}

const rowsOf = (table: XmlNode) => (table.childNodes ?? []).filter(({ nodeName }) => nodeName === 'w:tr')

function isHead(row: XmlNode): boolean {
  const properties = row.childNodes?.find(({ nodeName }) => nodeName === 'w:trPr')
  return properties?.childNodes?.some(({ nodeName }) => nodeName === 'w:tblHeader') ?? false
}

/** The paragraph before it that is called one, by its style. */
function captionOf(table: XmlNode): XmlNode | null {
  const siblings = (table.parentNode!.childNodes ?? []).filter(({ nodeName }) => nodeName.startsWith('w:'))
  const before = siblings[siblings.indexOf(table) - 1]
  const properties = before?.childNodes?.find(({ nodeName }) => nodeName === 'w:pPr')
  const style = properties?.childNodes?.find(({ nodeName }) => nodeName === 'w:pStyle') as {
    attributes?: Record<string, string>
  }
  return before && /^(caption|题注)$/i.test(style?.attributes?.['w:val'] ?? '') ? before : null
}

function hasAnother(paragraph: XmlNode): boolean {
  return (paragraph.parentNode!.childNodes ?? []).some((one) => one !== paragraph && one.nodeName === 'w:p')
}
