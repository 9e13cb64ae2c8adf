import { xml, type XmlNode } from 'easy-template-x'
import type { ReportText } from '../report.ts'
import { headingLevel, textOf } from './placed-node.ts'
import { elementsIn } from './runs.ts'

interface Placed {
  node: XmlNode
  value: Pick<ReportText, 'kind' | 'gap' | 'omit'>
}

/** What is left out of a document that leaves gaps out: charts, by the ids of their relationships, and what no condition wrote into. */
export interface Omitted {
  charts: ReadonlySet<string>
  /** How the bookmarks of conditions begin. */
  marks: string
}

/**
 * Takes the paragraphs and rows out that are to be left out for their gaps, a table of which no more than its head is left, charts
 * without a number, paragraphs that conditions left empty, and headings that have nothing below them any more.
 * @param omitted null: only what its tags say
 * @returns what was in them
 */
export function leaveOutGaps<One extends Placed>(
  placed: readonly One[],
  root: XmlNode,
  omitted: Omitted | null,
): Set<One> {
  const out = new Set<XmlNode>()
  const headings = new Set<XmlNode>()
  const befores = new Set<XmlNode>()
  const takeOut = (block: XmlNode) => {
    const before = siblingBefore(block)
    if (before) befores.add(before)
    const heading = headingBefore(block)
    if (heading) headings.add(heading)
    out.add(block)
    xml.modify.remove(block)
  }
  const byContainer = Map.groupBy(placed, ({ node }) => containerOf(node))
  for (const [container, inside] of byContainer) {
    if (!container?.parentNode || !isLeftOut(inside)) continue
    const table = container.nodeName === 'w:tr' ? container.parentNode : null
    // A cell, or a body, has a paragraph at least.
    if (!table && !hasAnother(container)) continue
    takeOut(container)
    if (!table || !rowsOf(table).every(isHead)) continue
    const caption = siblingBefore(table)
    if (caption && isCaption(caption)) takeOut(caption)
    takeOut(table)
  }
  for (const paragraph of omitted ? elementsIn(root, 'w:p') : []) {
    if (!paragraph.parentNode || !hasAnother(paragraph) || !isBlank(paragraph, omitted!)) continue
    const caption = elementsIn(paragraph, 'c:chart').length > 0 ? captionOfChart(paragraph) : null
    if (caption) takeOut(caption)
    takeOut(paragraph)
  }
  // A set goes on with what is added to it meanwhile: the heading above one that is taken out.
  for (const heading of headings) if (heading.parentNode && isBare(heading)) takeOut(heading)
  for (const block of befores) if (block.parentNode) endPage(block)
  return new Set(placed.filter(({ node }) => isWithin(node, out)))
}

/** What was kept on the page of the next block, and is the last under its heading now, is not kept on that of the next heading. */
function endPage(block: XmlNode): void {
  const next = siblingAfter(block)
  if (headingLevel(block) !== null || !next || headingLevel(next) === null) return
  const last = block.nodeName === 'w:tbl' ? rowsOf(block).at(-1) : block
  for (const keep of last ? elementsIn(last, 'w:keepNext') : []) attributesOf(keep)['w:val'] = '0'
}

function isLeftOut(inside: readonly Placed[]): boolean {
  const figures = inside.filter(({ value }) => value.kind === 'FIGURE' && value.omit !== undefined)
  const isGap = ({ value }: Placed) => value.gap !== null
  return figures.some((one) => one.value.omit === 'ONE' && isGap(one)) || (figures.length > 0 && figures.every(isGap))
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

function isCaption(paragraph: XmlNode): boolean {
  const properties = paragraph.childNodes?.find(({ nodeName }) => nodeName === 'w:pPr')
  const style = properties?.childNodes?.find(({ nodeName }) => nodeName === 'w:pStyle')
  return style !== undefined && /^(caption|题注)$/i.test(attributesOf(style)['w:val'] ?? '')
}

/** It has no text, but a chart that is left out, or the place of a condition that does not hold. */
function isBlank(paragraph: XmlNode, { charts, marks }: Omitted): boolean {
  const [chart, ...more] = elementsIn(paragraph, 'c:chart')
  if (chart) return more.length === 0 && charts.has(attributesOf(chart)['r:id'] ?? '') && isEmpty(paragraph, false)
  const isMark = (one: XmlNode) => attributesOf(one)['w:name']?.startsWith(marks)
  return isEmpty(paragraph) && elementsIn(paragraph, 'w:bookmarkStart').some(isMark)
}

const attributesOf = (node: XmlNode) => ((node as { attributes?: Record<string, string> }).attributes ??= {})

/** Below it, but for that of a table; else above it. */
function captionOfChart(paragraph: XmlNode): XmlNode | null {
  const below = siblingAfter(paragraph)
  if (below && isCaption(below) && siblingAfter(below)?.nodeName !== 'w:tbl') return below
  const above = siblingBefore(paragraph)
  return above && isCaption(above) ? above : null
}

/** What Word sees there: no text between elements. */
const blocksBeside = ({ parentNode }: XmlNode) =>
  (parentNode?.childNodes ?? []).filter(({ nodeName }) => /^w:(p|tbl|sdt|sectPr)$/.test(nodeName))
const siblingAfter = (block: XmlNode) => blocksBeside(block)[blocksBeside(block).indexOf(block) + 1]
const siblingBefore = (block: XmlNode) => blocksBeside(block)[blocksBeside(block).indexOf(block) - 1]

/** The heading that it is under; of a heading the next higher one. */
function headingBefore(block: XmlNode): XmlNode | undefined {
  const level = headingLevel(block) ?? Infinity
  const beside = blocksBeside(block)
  return beside.slice(0, beside.indexOf(block)).findLast((one) => (headingLevel(one) ?? Infinity) < level)
}

/** Nothing is below it: the next is a heading as high as it is, or the end. */
function isBare(heading: XmlNode): boolean {
  const beside = blocksBeside(heading)
  const next = beside.slice(beside.indexOf(heading) + 1).find((one) => one.nodeName !== 'w:p' || !isEmpty(one))
  if (!next || next.nodeName === 'w:sectPr') return true
  const level = headingLevel(next)
  return level !== null && level <= headingLevel(heading)!
}

/** Without text, and without a picture. */
function isEmpty(paragraph: XmlNode, countsDrawings = true): boolean {
  const hasText = elementsIn(paragraph, 'w:t').some((one) => textOf(one).trim() !== '')
  return !hasText && !(countsDrawings && elementsIn(paragraph, 'w:drawing', 'w:pict', 'w:object').length > 0)
}

function isWithin(node: XmlNode, out: ReadonlySet<XmlNode>): boolean {
  for (let one: XmlNode | null | undefined = node; one; one = one.parentNode) if (out.has(one)) return true
  return false
}

function hasAnother(paragraph: XmlNode): boolean {
  return (paragraph.parentNode!.childNodes ?? []).some((one) => one !== paragraph && one.nodeName === 'w:p')
}
