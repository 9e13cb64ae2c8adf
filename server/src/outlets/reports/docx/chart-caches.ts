import type { ReportChart } from '../report.ts'
import type { Drawing } from './drawings.ts'
import { rawText } from './find-controls.ts'
import { textOfPart, type WordParts } from './word-package.ts'
import { attributeOf, childOf, elementsOf, placesOf, type XmlElement } from './xml-places.ts'

/** What a chart shows, as the document has it; null: it has no chart. */
export function chartInDocument(parts: WordParts, { chart }: Drawing): ReportChart | null {
  if (!chart || !parts[chart]) return null
  const root = placesOf(textOfPart(parts, chart))
  const series = [...elementsOf(root, 'c:ser')].map((one) => ({
    name: pointsOf(childOf(one, 'c:tx')).join(''),
    values: pointsOf(childOf(one, 'c:val')).map((text) => (text === null || text === '' ? null : Number(text))),
  }))
  const [first] = elementsOf(root, 'c:cat')
  return { title: titleOf(root), categories: pointsOf(first).map((text) => text ?? ''), series }
}

/** The tag in the title of a chart of a template, without its braces; null: it has none. */
export function chartTag(parts: WordParts, chart: string): string | null {
  return /\{([^{}]+)\}/.exec(titleOf(placesOf(textOfPart(parts, chart))))?.[1] ?? null
}

function titleOf(root: XmlElement): string {
  const [title] = elementsOf(root, 'c:title')
  return title ? [...elementsOf(title, 'a:t')].map(rawText).join('') : ''
}

/** The text of every point; null: a point that is not there. */
function pointsOf(element: XmlElement | undefined): (string | null)[] {
  if (!element) return []
  const [count] = elementsOf(element, 'c:ptCount')
  const points: (string | null)[] = Array.from({ length: count ? Number(attributeOf(count, 'val')) : 0 }, () => null)
  for (const point of elementsOf(element, 'c:pt')) {
    const value = childOf(point, 'c:v')
    points[Number(attributeOf(point, 'idx'))] = value ? rawText(value) : null
  }
  return points
}
