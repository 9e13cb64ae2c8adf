import { escapeXml } from '../shipped/xml.ts'

/** Of the XML part that a report keeps its values in. */
export const REPORT_NAMESPACE = 'urn:causeway:report'
/** Far from the small numbers that people's own documents have. */
export const FIRST_NUMBER = 1_700_000_000

type Property = [name: string, attributes: Record<string, string>]

export interface ControlFacts {
  id: string
  tag: string
  title: string
  /** Which control of the document it is. */
  number: number
}

/**
 * What a control says of itself, in the order of the schema. A locked control can be deleted and not typed in: the number that a person
 * types has no control.
 */
export function controlProperties({ id, tag, title, number }: ControlFacts, storeId: string): Property[] {
  return [
    ['w:alias', { 'w:val': title }],
    ['w:tag', { 'w:val': tag }],
    ['w:id', { 'w:val': String(FIRST_NUMBER + number) }],
    ['w:lock', { 'w:val': 'contentLocked' }],
    bindingOf(id, storeId),
    ['w:text', {}],
  ]
}

/** To one value of the report's XML part, by the name of its element: LibreOffice keeps no attributes there. */
export function bindingOf(id: string, storeId: string): Property {
  const attributes = {
    'w:prefixMappings': `xmlns:c='${REPORT_NAMESPACE}'`,
    'w:xpath': `/c:report[1]/c:${id}[1]`,
    'w:storeItemID': storeId,
  }
  return ['w:dataBinding', attributes]
}

export function propertyXml([name, attributes]: Property): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  return `<${name}${said.join('')}/>`
}
