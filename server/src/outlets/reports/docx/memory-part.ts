import { strToU8 } from 'fflate'
import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import { escapeXml } from '../shipped/xml.ts'
import type {
  ExpectedReport,
  RememberedDrawing,
  RememberedLoop,
  RememberedSentence,
  RememberedTable,
  RememberedValue,
  ReportMemory,
} from '../memory.ts'
import type { ReportChart } from '../report.ts'
import { REPORT_NAMESPACE } from './control-markup.ts'
import { TEXT_PARTS } from './find-controls.ts'
import { declareType, MAIN_PART, relate, textOfPart, type WordParts } from './word-package.ts'
import { attributeOf, childOf, elementsOf, placesOf, type XmlElement } from './xml-places.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'

/** The same parts with the one that controls are bound to: a value for each, and all that a refresh has to know. */
export function withMemory(parts: WordParts, memory: ReportMemory): WordParts {
  const written = { ...parts }
  const name = findMemoryPart(parts) ?? newPart(parts)
  const properties = name.replace(/item([^/]*)\.xml$/, 'itemProps$1.xml')
  const values = memory.values.map(({ id, text }) => `<${id}>${escapeXml(text ?? '')}</${id}>`)
  written[name] = strToU8(
    `${XML}<report xmlns="${REPORT_NAMESPACE}">${values.join('')}<memory>${escapeXml(JSON.stringify(memory))}</memory></report>`,
  )
  written[properties] = strToU8(
    `${XML}<ds:datastoreItem ds:itemID="${memory.storeId}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${REPORT_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  )
  relate(written, MAIN_PART, 'customXml', name)
  relate(written, name, 'customXmlProps', properties)
  declareType(written, properties, PROPERTIES_TYPE)
  return written
}

/** What a report remembers of itself; null: nothing, or nothing that can be read. */
export function readMemory(parts: WordParts): ReportMemory | null {
  const name = findMemoryPart(parts)
  if (!name) return null
  try {
    const root = placesOf(textOfPart(parts, name))
    const [memory] = elementsOf(root, ...['memory', `${prefixOf(root)}memory`])
    return memory ? asMemory(JSON.parse(textIn(memory))) : null
  } catch {
    return null
  }
}

/** A memory as it should be; null: it is none. A document may have been made by anybody. */
export function asMemory(given: unknown): ReportMemory | null {
  const memory = (given ?? {}) as Partial<ReportMemory>
  const {
    values,
    drawings,
    loops,
    institution,
    year,
    language,
    storeId,
    asOf,
    release,
    template,
    templateHash,
    partner,
    leftOut = [],
    tables = [],
    sentences = [],
  } = memory
  const isWhole =
    [institution, storeId, asOf, template, templateHash].every(isText) &&
    (release === null || isText(release)) &&
    (partner == null || isText(partner)) &&
    (language === 'zh' || language === 'en') &&
    isYear(year) &&
    isTime(asOf!) &&
    isListOf(
      values,
      ({ id, tag, path, text }: RememberedValue) =>
        isId(id) && isText(tag) && isPath(path) && (text === null || isText(text)),
    ) &&
    isListOf(loops, ({ path, members }: RememberedLoop) => isPath(path) && isListOf(members, isText)) &&
    isListOf(drawings, isDrawing) &&
    isListOf(leftOut, isPath) &&
    isListOf(
      tables,
      ({ loop, figure, across, keys }: RememberedTable) =>
        [loop, figure, across].every(isText) && isListOf(keys, isText),
    ) &&
    isListOf(
      sentences,
      ({ mark, around = mark, path, text, runs }: RememberedSentence) =>
        [mark, around].every((name) => /^\w+$/.test(name)) &&
        isPath(path) &&
        isText(text) &&
        (runs === null || isListOf(runs, isRun)),
    )
  return isWhole ? (memory as ReportMemory) : null
}

/** A look goes into a document as it is, so it has to be one. */
const isRun = ({ look, text }: NonNullable<RememberedSentence['runs']>[number]) =>
  isText(text) && isText(look) && isLook(look)

function isLook(look: string): boolean {
  if (look === '') return true
  const root = placesOf(look)
  return root.nodeName === 'w:rPr' && root.end === look.length && elementsOf(root, 'w:r', 'w:t').next().done === true
}

const isText = (one: unknown): one is string => typeof one === 'string'
const isYear = (one: unknown) => Number.isInteger(one) && (one as number) >= FIRST_YEAR && (one as number) <= LAST_YEAR
/** Empty: nobody knows when. */
const isTime = (one: string) => one === '' || !Number.isNaN(Date.parse(one))
const isId = (one: unknown) => isText(one) && /^v\d{1,9}$/.test(one)
const isPath = (one: unknown) => isListOf(one, isText) && one.length > 0

function isListOf(list: unknown, test: (one: never) => boolean): list is unknown[] {
  return Array.isArray(list) && list.every((one) => one !== null && test(one as never))
}

function isDrawing({ name, chart, alt }: RememberedDrawing): boolean {
  const isChart =
    !chart || (isPath(chart.path) && Array.isArray(chart.data?.categories) && isListOf(chart.data?.series, isSeries))
  return isText(name) && isChart && (!alt || (isListOf(alt.path, isText) && isText(alt.template) && isText(alt.text)))
}

function isSeries({ name, values }: ReportChart['series'][number]): boolean {
  return isText(name) && Array.isArray(values) && values.every((value) => value === null || typeof value === 'number')
}

/** What controls alone say; null: there are none, or nobody says of whom and of which year. */
export function recoverMemory(parts: WordParts, said: ExpectedReport): ReportMemory | null {
  const { institution, year, partner = null, language = 'zh' } = said
  const texts = Object.keys(parts).filter((name) => TEXT_PARTS.test(name))
  const bindings = texts
    .flatMap((name) => [...elementsOf(placesOf(textOfPart(parts, name)), 'w:dataBinding')])
    .filter((one) => attributeOf(one, 'w:prefixMappings')?.includes(REPORT_NAMESPACE))
  const storeId = bindings[0] && attributeOf(bindings[0], 'w:storeItemID')
  if (institution === undefined || year === undefined || !storeId) return null
  const values = new Map<string, RememberedValue>()
  for (const binding of bindings) {
    const tag = childOf(binding.parentNode!, 'w:tag')
    const name = tag && attributeOf(tag, 'w:val')
    const [, id] = /c:(v\d+)\[1\]$/.exec(attributeOf(binding, 'w:xpath') ?? '') ?? []
    if (!name || !id || name.includes('…')) continue
    values.set(name, { id, tag: name, path: pathOf(name), kind: 'FIGURE', text: null, gap: null })
  }
  const loops = new Map<string, RememberedLoop>()
  for (const { path } of values.values())
    for (let at = 1; at < path.length; at += 2)
      loops.set(JSON.stringify(path.slice(0, at)), { path: path.slice(0, at), members: [] })
  return {
    ...{
      storeId,
      institution,
      year,
      partner,
      language,
      release: null,
      revision: 0,
      asOf: '',
      template: '',
      templateHash: '',
    },
    ...{ values: [...values.values()], drawings: [], loops: [...loops.values()] },
  }
}

/** Of a tag in loops: each loop with its turn comes first. The line of a form has slashes too. */
function pathOf(tag: string): string[] {
  const [whole, loop, turn] = /^(?!form:)([^/]*)\/(\d+)\//.exec(tag) ?? []
  return whole === undefined ? [tag] : [loop!, turn!, ...pathOf(tag.slice(whole.length))]
}

function findMemoryPart(parts: WordParts): string | undefined {
  return Object.keys(parts).find(
    (name) =>
      /^customXml\/[^/]*\.xml$/.test(name) &&
      !/itemProps/.test(name) &&
      textOfPart(parts, name).includes(REPORT_NAMESPACE),
  )
}

function newPart(parts: WordParts): string {
  let n = 1
  while (parts[`customXml/item${n}.xml`]) n++
  return `customXml/item${n}.xml`
}

function prefixOf({ nodeName }: XmlElement): string {
  return nodeName.includes(':') ? nodeName.slice(0, nodeName.indexOf(':') + 1) : ''
}

function textIn(element: XmlElement): string {
  return element.childNodes
    .map((one) => (one.nodeName === '#text' ? (one as { textContent: string }).textContent : ''))
    .join('')
}
