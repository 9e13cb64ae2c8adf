import {
  ChartPlugin,
  LoopPlugin,
  TagDisposition,
  TagPlacement,
  TemplateExtension,
  TemplateHandler,
  TextPlugin,
  type ScopeData,
  type ScopeDataArgs,
  type Tag,
  type TemplateContent,
  type TemplateContext,
  type XmlNode,
} from 'easy-template-x'
import { fill, inLocale, type Locale } from '@causeway/shared/words/words'
import { QuestionError } from '../../../ground/question-error.ts'
import { pathKey, type Report, type ReportValue } from '../report.ts'
import type { PlacedTag, UnknownTag } from '../tag-tree.ts'
import { findHalfBraces, placeOf } from './tag-place.ts'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { NO_TIME } from '../shipped/xml.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

const MOST_BRACES_NAMED = 5

/**
 * The chart plugin writes names into XML as they are, and a gap as the text `null`. Names are therefore given with stand-ins for
 * the letters that XML minds, and both are repaired here: a gap becomes a point that is not there, in the chart and in the workbook
 * behind it.
 */
const STAND_INS: [letter: string, standIn: string, entity: string][] = [
  ['&', '\uE0F0', '&amp;'],
  ['<', '\uE0F1', '&lt;'],
  ['>', '\uE0F2', '&gt;'],
]

/** The tags of a template in reading order: body, headers, footers, titles of charts. */
export async function listTags(bytes: Buffer, name: string): Promise<PlacedTag[]> {
  const tags = await handle(bytes, name, () => new TemplateHandler(options()).parseTags(bytes))
  const parts: XmlNode[] = []
  return tags.map((tag) => {
    const node = nodeOf(tag)
    const root = rootOf(node)
    if (!parts.includes(root)) parts.push(root)
    return {
      raw: tag.rawText,
      name: tag.name ?? '',
      kind:
        tag.disposition === TagDisposition.Open
          ? 'open'
          : tag.disposition === TagDisposition.Close
            ? 'close'
            : 'single',
      place: placeOf(node),
      part: parts.indexOf(root),
      inChart: root.nodeName === 'c:chartSpace',
    }
  })
}

/** The template with every tag replaced. An unknown one leaves a mark that is plain to see. */
export async function fillTemplate(
  bytes: Buffer,
  name: string,
  report: Report,
  unknown: UnknownTag[],
  locale: Locale,
): Promise<Buffer> {
  const handler = new TemplateHandler({
    ...options(),
    scopeDataResolver: ({ strPath }: ScopeDataArgs) =>
      toTemplateData(report.values.get(pathKey(strPath))) as TemplateContent,
    extensions: { beforeCompilation: [new MarkUnknown(new Map(unknown.map((one) => [one.index, one])), locale)] },
  })
  return repairCharts(await handle(bytes, name, () => handler.process(bytes, {})))
}

function options() {
  // Nothing else: no raw XML, no pictures, no links from data.
  return { plugins: [new LoopPlugin(), new ChartPlugin(), new TextPlugin()] }
}

/** Before the library fills anything, unknown tags become text, so that it neither blanks them nor drops what they enclose. */
class MarkUnknown extends TemplateExtension {
  #next = 0
  readonly #unknown: Map<number, UnknownTag>
  readonly #locale: Locale

  constructor(unknown: Map<number, UnknownTag>, locale: Locale) {
    super()
    this.#unknown = unknown
    this.#locale = locale
  }

  async execute(_data: ScopeData, context: TemplateContext): Promise<void> {
    const root = await context.currentPart.xmlRoot()
    for (const tag of this.utilities.compiler.parseTags(root)) {
      const found = this.#unknown.get(this.#next++)
      if (!found) continue
      const mark = inLocale(
        { zh: `【未知标签：${bare(found.tag)}】`, en: `[unknown tag: ${bare(found.tag)}]` },
        this.#locale,
      )
      if (tag.placement === TagPlacement.TextNode) tag.xmlTextNode.textContent = mark
      else {
        const { attributes = {} } = tag.xmlNode
        attributes[tag.attributeName] = attributes[tag.attributeName]!.replace(tag.rawText, mark)
      }
    }
  }
}

function bare(raw: string): string {
  return raw.replaceAll(/[{}]/g, '').trim()
}

function toTemplateData(value: ReportValue | undefined) {
  if (value === undefined) return undefined
  if (typeof value === 'string') return value
  if ('turns' in value) return Array.from({ length: value.turns }, () => ({}))
  const { title, categories, series } = value
  return {
    _type: 'chart',
    title,
    categories: { names: categories.map(safeName) },
    series: series.map(({ name, values }) => ({ name: safeName(name), values })),
  }
}

function nodeOf(tag: Tag): XmlNode {
  return tag.placement === TagPlacement.TextNode ? tag.xmlTextNode : tag.xmlNode
}

function rootOf(node: XmlNode): XmlNode {
  let root = node
  while (root.parentNode) root = root.parentNode
  return root
}

/** What the library refuses, in words. */
async function handle<T>(bytes: Buffer, name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { constructor, message } = error as Error
    const braces = ['MissingCloseDelimiterError', 'MissingStartDelimiterError', 'TagOptionsParseError']
    if (braces.includes(constructor.name)) {
      const halves = (await findHalfBraces(bytes)).slice(0, MOST_BRACES_NAMED)
      const where = (locale: 'zh' | 'en') =>
        halves.map(({ tag, place }) => `${place[locale]} ${tag}`).join(locale === 'zh' ? '；' : '; ') || message
      throw new QuestionError('TEMPLATE_BROKEN', {
        zh: `${name} 中有花括号没有配对：${where('zh')}。标签写作 {EX02}，首尾须在同一段落；正文中的花括号请改用全角。`,
        en: `A brace in ${name} has no partner: ${where('en')}. A tag is written {EX02}, within one paragraph; a brace that is no tag cannot be in a template.`,
      })
    }
    throw new QuestionError('TEMPLATE_DAMAGED', fill(REFUSALS.TEMPLATE_PART_DAMAGED, { name, message }))
  }
}

/** A name as it may be given to the chart plugin. */
function safeName(name: string): string {
  return STAND_INS.reduce((text, [letter, standIn]) => text.replaceAll(letter, standIn), name)
}

function repairCharts(docx: Uint8Array): Buffer {
  const files = unzipSync(docx)
  const repaired: Zippable = {}
  for (const [name, content] of Object.entries(files)) {
    if (/^word\/charts\/[^/]+\.xml$/.test(name)) repaired[name] = repairXml(content, repairChart)
    else if (/^word\/embeddings\/[^/]+\.xlsx$/.test(name)) repaired[name] = repairWorkbook(content)
    else repaired[name] = content
  }
  return Buffer.from(zipSync(repaired, { mtime: NO_TIME }))
}

function repairChart(xml: string): string {
  return xml.replaceAll(/<c:pt\b[^>]*>\s*<c:v>null<\/c:v>\s*<\/c:pt>/g, '')
}

function repairWorkbook(xlsx: Uint8Array): Uint8Array {
  const files = unzipSync(xlsx)
  const repaired: Zippable = {}
  for (const [name, content] of Object.entries(files)) {
    repaired[name] = name.endsWith('.xml') ? repairXml(content, (xml) => xml.replaceAll(/<v>null<\/v>/g, '')) : content
  }
  return zipSync(repaired, { mtime: NO_TIME })
}

function repairXml(content: Uint8Array, repair: (xml: string) => string): Uint8Array {
  const xml = STAND_INS.reduce((text, [, standIn, entity]) => text.replaceAll(standIn, entity), strFromU8(content))
  return strToU8(repair(xml))
}
