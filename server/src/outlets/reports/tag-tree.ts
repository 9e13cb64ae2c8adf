import type { Causeway } from '../../figures/causeway.ts'
import type { Words } from '@causeway/shared/words/words'
import { withoutPlace } from './place-of-loop.ts'
import { parseFormLoop, parseFormTag } from './tags/form-tag.ts'
import { problem, type ReportTag, type TagProblem } from './tags/kinds.ts'
import { parseLoop, parseTag, type Around } from './tags/parse-tag.ts'

/** What tags can name. */
type Known = Pick<Causeway, 'indicators' | 'ownForms'>

/** A tag as it is in the template. */
export interface PlacedTag {
  /** As written, with its braces. */
  raw: string
  /** As written, without braces, # and /. */
  name: string
  kind: 'single' | 'open' | 'close'
  place: Words
  /** Which part of the document: body, header, footer, chart. A loop does not leave it. */
  part: number
  /** In the title of a native chart. */
  inChart: boolean
  /** The paragraph of the text that it is in, and what the writer has there beside tags; null: it is in no paragraph. */
  paragraph: { number: number; text: string } | null
  /** The text between it and the tags next to it in its paragraph; absent if no template has it. */
  beside?: [before: string, after: string]
}

export interface TagNode extends Pick<PlacedTag, 'paragraph' | 'beside'> {
  raw: string
  name: string
  tag: ReportTag
  /** Of a loop. */
  children: TagNode[]
  /** Which of the template's tags, in reading order. */
  index: number
  place: Words
}

export interface UnknownTag {
  tag: string
  place: Words
  problem: Words
  index: number
}

export interface TagTree {
  roots: TagNode[]
  unknown: UnknownTag[]
}

/** Tags nested as their loops are; what cannot be understood is listed apart. Inside an unknown loop, tags count as outside it. */
export function toTagTree(tags: PlacedTag[], causeway: Known): TagTree {
  const partner = matchLoops(tags)
  const unknown = new Map<number, UnknownTag>()
  const roots: TagNode[] = []
  const open: TagNode[] = []
  tags.forEach((placed, index) => {
    const { raw, name, place, paragraph, beside } = placed
    if (placed.kind === 'close') {
      if (!partner.has(index)) unknown.set(index, { tag: raw, place, index, problem: NOTHING_TO_CLOSE })
      else if (open.at(-1)?.index === partner.get(index)) open.pop()
      return
    }
    const tag = readTag(placed, causeway, open, partner.has(index))
    if ('words' in tag) {
      unknown.set(index, { tag: raw, place, index, problem: tag.words })
      const closing = placed.kind === 'open' ? partner.get(index) : undefined
      if (closing !== undefined) {
        unknown.set(closing, {
          tag: tags[closing]!.raw,
          place: tags[closing]!.place,
          index: closing,
          problem: CLOSES_UNKNOWN,
        })
      }
      return
    }
    const node: TagNode = { raw, name, tag, children: [], index, place, paragraph, ...(beside && { beside }) }
    const parent = open.at(-1)
    ;(parent ? parent.children : roots).push(node)
    if (placed.kind === 'open') open.push(node)
  })
  return { roots, unknown: [...unknown.values()].sort((a, b) => a.index - b.index) }
}

const NOTHING_TO_CLOSE: Words = { zh: '这里没有可结束的循环', en: 'there is no loop to close here' }
const CLOSES_UNKNOWN: Words = { zh: '它所结束的循环无法识别', en: 'the loop it closes is not known' }
const NOT_CLOSED: Words = { zh: '循环没有结束，缺少 {/}', en: 'the loop is not closed: its {/} is missing' }

/** Each opening tag with its closing one, both ways. A closing tag closes the last open one of its part, whatever it is called. */
function matchLoops(tags: PlacedTag[]): Map<number, number> {
  const partner = new Map<number, number>()
  const open: number[] = []
  tags.forEach((tag, index) => {
    if (index > 0 && tags[index - 1]!.part !== tag.part) open.length = 0
    if (tag.kind === 'open') open.push(index)
    const opening = tag.kind === 'close' ? open.pop() : undefined
    if (opening !== undefined) partner.set(opening, index).set(index, opening)
  })
  return partner
}

function readTag(placed: PlacedTag, causeway: Known, open: TagNode[], closed: boolean): ReportTag | TagProblem {
  const { indicators } = causeway
  const around = aroundOf(open)
  if (placed.kind === 'open') {
    if (!closed) return { words: NOT_CLOSED }
    const name = withoutPlace(placed.name)
    const loop = parseFormLoop(name, causeway) ?? parseLoop(name, indicators, around)
    const isNested = 'is' in loop && loop.is === 'categories' && around.categories
    return isNested ? problem('按类别的循环不能互相嵌套', 'a loop over categories cannot be in another') : loop
  }
  const tag = parseFormTag(placed.name, causeway) ?? parseTag(placed.name, indicators, around)
  if (!('is' in tag)) return tag
  if (tag.is === 'and' && open.at(-1)!.children.length > 0)
    return problem('“和”须是循环中的第一个标签', 'and is the first tag within its loop')
  if (tag.is !== 'chart' || placed.inChart) return tag
  return problem(
    '图表标签须写在 Word 图表的标题里，或独占一段',
    'a chart tag goes in the title of a Word chart, or has a paragraph to itself',
  )
}

function aroundOf(open: TagNode[]): Around {
  const records = open.findLast(({ tag }) => tag.is === 'records')?.tag
  return {
    categories: open.some(({ tag }) => tag.is === 'categories'),
    loop: open.some(({ tag }) => tag.is !== 'condition'),
    records: records?.is === 'records' ? records.type : null,
    lines: open.some(({ tag }) => tag.is === 'lines'),
  }
}
