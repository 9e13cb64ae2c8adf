import {
  ChartPlugin,
  LoopPlugin,
  officeMarkup,
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
import { giveWay } from '../../../ground/under-way.ts'
import type { RememberedLoop, ReportMemory } from '../memory.ts'
import { PATH_MARK, pathKey, withoutConditions, type Report, type ReportValue } from '../report.ts'
import type { PlacedTag, UnknownTag } from '../tag-tree.ts'
import { withTitle } from './core-properties.ts'
import { nameDrawings } from './drawings.ts'
import { chartTag } from './chart-caches.ts'
import { FigureControls } from './figure-controls.ts'
import { freeNumbers, type FreeNumbers } from './free-numbers.ts'
import { withMemory } from './memory-part.ts'
import { NotedCharts, repairCharts, toChartContent } from './native-charts.ts'
import type { Omitted } from './leave-out.ts'
import { removeLoneParagraphs } from './lone-tags.ts'
import { findMarks, MarkTags, Sentences } from './sentences.ts'
import { textOf } from './placed-node.ts'
import { elementsIn } from './runs.ts'
import { findHalfBraces, placeOf } from './tag-place.ts'
import { notesAsNotes } from './notes.ts'
import { dropUnusedCharts, MAIN_PART, packWord, relationshipsOf, unpackWord, type WordParts } from './word-package.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }
import WORDS from '../words.json' with { type: 'json' }

const MOST_BRACES_NAMED = 5

/** The tags of a template in reading order: body, headers, footers, notes, titles of charts. */
export async function listTags(bytes: Buffer, name: string): Promise<PlacedTag[]> {
  const tags = await handle(bytes, name, () => new TemplateHandler(options()).parseTags(bytes))
  const parts: XmlNode[] = []
  const paragraphs: XmlNode[] = []
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
      paragraph: paragraphOf(node, paragraphs),
      beside: textBeside(node),
    }
  })
}

/** Returns the text between a tag and the tags next to it in its paragraph. */
function textBeside(node: XmlNode): [before: string, after: string] {
  const paragraph = node.nodeName === '#text' ? officeMarkup.query.containingParagraphNode(node) : null
  if (!paragraph) return ['', '']
  const texts = elementsIn(paragraph, 'w:t')
  const at = texts.indexOf(node.parentNode as (typeof texts)[number])
  const [before, after] = [texts.slice(0, at), texts.slice(at + 1)].map((part) =>
    part.map((one) => textOf(one)).join(''),
  )
  return [before!.split('}').at(-1)!, after!.split('{')[0]!]
}

/** @param known those met so far, to which it is added */
function paragraphOf(node: XmlNode, known: XmlNode[]): PlacedTag['paragraph'] {
  if (node.nodeName !== '#text') return null
  const paragraph = officeMarkup.query.containingParagraphNode(node)
  if (paragraph?.nodeName !== 'w:p') return null
  if (!known.includes(paragraph)) known.push(paragraph)
  return { number: known.indexOf(paragraph), text: textOf(paragraph).replaceAll(/\{[^{}]*\}/g, '') }
}

/** The template with every tag replaced, and what it remembers of that. An unknown tag leaves a mark that is plain to see. */
export async function fillTemplate(
  bytes: Buffer,
  name: string,
  report: Report,
  rewritten: ReadonlyMap<number, string>,
  empty: ReportMemory,
  title: string,
): Promise<{ filled: Buffer; memory: ReportMemory }> {
  const template = unpackWord(bytes)
  const controls = new FigureControls(empty.storeId)
  const sentences = new Sentences(report, empty.storeId)
  const charts = new NotedCharts()
  const blank = blankCharts(template, report)
  const omitted = report.omitsGaps ? { charts: blank.ids, marks: sentences.prefix } : null
  const handler = new TemplateHandler({
    plugins: [new LoopPlugin(), charts, controls, new TextPlugin()],
    scopeDataResolver: ({ strPath }: ScopeDataArgs) =>
      toTemplateData(report.values.get(pathKey(strPath)), withoutConditions(report, strPath)) as TemplateContent,
    extensions: {
      beforeCompilation: [new RewriteTags(rewritten), new MarkTags(sentences)],
      afterCompilation: [new Finish(controls, sentences, freeNumbers(template), omitted)],
    },
  })
  const filled = await handle(bytes, name, () => handler.process(bytes, {}))
  await giveWay()
  const repaired = notesAsNotes(dropUnusedCharts(repairCharts(filled)))
  await giveWay()
  const { parts, drawings } = nameDrawings(repaired, charts.filled, controls.alts)
  const marks = findMarks(
    parts,
    sentences.list.map(({ mark }) => mark),
  )
  const memory = {
    ...empty,
    values: [...controls.values.values()],
    drawings,
    loops: loopsOf(report),
    leftOut: [...controls.leftOut, ...blank.paths],
    sentences: sentences.list.flatMap((one) => {
      const found = marks.get(one.mark)
      return found ? [{ ...one, text: found.text, beside: found.beside }] : []
    }),
  }
  return { filled: packWord(withMemory(withTitle(parts, title, memory.language), memory)), memory }
}

/** Charts of the body without a single number but 0, where the template leaves gaps out. */
function blankCharts(parts: WordParts, { values, omitsGaps }: Report): { ids: Set<string>; paths: string[][] } {
  const blank = { ids: new Set<string>(), paths: [] as string[][] }
  if (!omitsGaps) return blank
  for (const { id, target } of relationshipsOf(parts, MAIN_PART)) {
    const tag = /^word\/charts\/[^/]+\.xml$/.test(target) && chartTag(parts, target)
    const value = tag ? values.get(pathKey([tag])) : undefined
    if (!tag || !value || !('series' in value) || value.series.some((one) => one.values.some(saysSomething))) continue
    blank.ids.add(id)
    blank.paths.push([tag])
  }
  return blank
}

const saysSomething = (value: number | null) => value !== null && value !== 0

/** After a part is filled. */
class Finish extends TemplateExtension {
  readonly #finish: (root: XmlNode) => void

  constructor(controls: FigureControls, sentences: Sentences, numbers: FreeNumbers, omitted: Omitted | null) {
    super()
    this.#finish = (root) => {
      sentences.bookmark(root, numbers)
      removeLoneParagraphs(root)
      controls.wrapAll(root, omitted)
      sentences.markParagraphs(root, numbers)
    }
  }

  async execute(_data: ScopeData, { currentPart }: TemplateContext): Promise<void> {
    const root = await currentPart.xmlRoot()
    await giveWay()
    this.#finish(root)
    await giveWay()
  }
}

function options() {
  // Nothing else: no raw XML, no pictures, no links from data.
  return { plugins: [new LoopPlugin(), new ChartPlugin(), new TextPlugin()] }
}

function loopsOf(report: Report): RememberedLoop[] {
  return [...report.values].flatMap(([key, value]): RememberedLoop[] => {
    if (!('turns' in value)) return []
    const path = key.split(PATH_MARK)
    const { members, isCondition } = value
    return [isCondition ? { path, members, isCondition } : { path: withoutConditions(report, path), members }]
  })
}

/** What is left in the place of unknown tags, by their index: so the library neither blanks them nor drops what they enclose. */
export function marksOf(unknown: readonly UnknownTag[], locale: Locale): Map<number, string> {
  return new Map(unknown.map(({ index, tag }) => [index, inLocale(fill(WORDS.unknownTag, { tag: bare(tag) }), locale)]))
}

/** Before the library fills anything, tags become what is written in their place. */
class RewriteTags extends TemplateExtension {
  #next = 0
  readonly #rewritten: ReadonlyMap<number, string>

  constructor(rewritten: ReadonlyMap<number, string>) {
    super()
    this.#rewritten = rewritten
  }

  async execute(_data: ScopeData, context: TemplateContext): Promise<void> {
    const root = await context.currentPart.xmlRoot()
    for (const tag of this.utilities.compiler.parseTags(root)) {
      const text = this.#rewritten.get(this.#next++)
      if (text === undefined) continue
      if (tag.placement === TagPlacement.TextNode) tag.xmlTextNode.textContent = text
      else {
        const { attributes = {} } = tag.xmlNode
        attributes[tag.attributeName] = attributes[tag.attributeName]!.replace(tag.rawText, () => text)
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
