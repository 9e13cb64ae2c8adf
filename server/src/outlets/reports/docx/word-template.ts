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
import type { RememberedLoop, ReportMemory } from '../memory.ts'
import { PATH_MARK, pathKey, type Report, type ReportValue } from '../report.ts'
import type { PlacedTag, UnknownTag } from '../tag-tree.ts'
import { withTitle } from './core-properties.ts'
import { nameDrawings } from './drawings.ts'
import { FigureControls, WrapFigures } from './figure-controls.ts'
import { withMemory } from './memory-part.ts'
import { NotedCharts, repairCharts, toChartContent } from './native-charts.ts'
import { findHalfBraces, placeOf } from './tag-place.ts'
import { packWord } from './word-package.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

const MOST_BRACES_NAMED = 5

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

/** The template with every tag replaced, and what it remembers of that. An unknown tag leaves a mark that is plain to see. */
export async function fillTemplate(
  bytes: Buffer,
  name: string,
  report: Report,
  unknown: UnknownTag[],
  locale: Locale,
  empty: ReportMemory,
  title: string,
): Promise<{ filled: Buffer; memory: ReportMemory }> {
  const controls = new FigureControls(empty.storeId)
  const charts = new NotedCharts()
  const handler = new TemplateHandler({
    plugins: [new LoopPlugin(), charts, controls, new TextPlugin()],
    scopeDataResolver: ({ strPath }: ScopeDataArgs) =>
      toTemplateData(report.values.get(pathKey(strPath)), [...strPath]) as TemplateContent,
    extensions: {
      beforeCompilation: [new MarkUnknown(new Map(unknown.map((one) => [one.index, one])), locale)],
      afterCompilation: [new WrapFigures(controls)],
    },
  })
  const repaired = repairCharts(await handle(bytes, name, () => handler.process(bytes, {})))
  const { parts, drawings } = nameDrawings(repaired, charts.filled, controls.alts)
  const memory = {
    ...empty,
    values: [...controls.values.values()],
    drawings,
    loops: loopsOf(report),
    leftOut: controls.leftOut,
  }
  return { filled: packWord(withMemory(withTitle(parts, title, memory.language), memory)), memory }
}

function options() {
  // Nothing else: no raw XML, no pictures, no links from data.
  return { plugins: [new LoopPlugin(), new ChartPlugin(), new TextPlugin()] }
}

function loopsOf({ values }: Report): RememberedLoop[] {
  return [...values].flatMap(([key, value]) =>
    'turns' in value
      ? { path: key.split(PATH_MARK), members: value.members, ...(value.isCondition && { isCondition: true as const }) }
      : [],
  )
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

function toTemplateData(value: ReportValue | undefined, path: string[]) {
  if (value === undefined) return undefined
  if ('turns' in value) return Array.from({ length: value.turns }, () => ({}))
  return 'series' in value
    ? { _type: 'chart', ...toChartContent(value), chart: value, path }
    : { _type: 'value', value, path }
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
