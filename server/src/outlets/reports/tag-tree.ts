import type { Causeway } from '../../figures/causeway.ts'
import { listForms } from '../../figures/forms/find-form.ts'
import { findNearest } from '../../ground/nearest.ts'
import { type Facet, FACETS, parseLoop, parseTag, type ReportTag, type TagProblem } from './report-tag.ts'
import type { Words } from '@causeway/shared/words/words'

const FORM_TAG = /^form:\s*([^/\s]+)\/([^/\s]+)\/([^/\s]+)((?:\s+\S+)*)$/i

/**
 * `form:international-influence/2022/6`: the line of an official table that an indicator fills, on the basis and scope of the line;
 * after a blank `previous` and a facet. Null: no tag of a form.
 */
export function parseFormTag(
  text: string,
  causeway: Pick<Causeway, 'indicators' | 'ownForms'>,
): ReportTag | TagProblem | null {
  const name = text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
  if (!/^form:/i.test(name)) return null
  const [, id = '', editionName = '', number = '', rest = ''] = FORM_TAG.exec(name) ?? []
  if (id === '')
    return problem(
      '报表指标项写作 form:报表/版式/序号，如 form:international-influence/2022/6',
      'a line of a table is written form:ID/EDITION/LINE, as in form:international-influence/2022/6',
    )
  const forms = listForms(causeway)
  const form = forms.find((one) => one.id === id.toLowerCase())
  const edition = form?.editions.find((one) => one.edition === editionName)
  const line = edition?.lines.find((one) => one.number === number)
  if (!line) {
    const known = edition
      ? edition.lines.map((one) => one.number)
      : (form?.editions.map((one) => one.edition) ?? forms.map((one) => one.id))
    const near = form ? known : findNearest(id, known)
    return problem(
      `没有这样的报表指标项${near.length > 0 ? `；可用：${near.join('、')}` : ''}`,
      `there is no such line of a table${near.length > 0 ? `; there are ${near.join(', ')}` : ''}`,
    )
  }
  const declaration = causeway.indicators.find((one) => one.id === line.indicator || one.code === line.indicator)
  if (!declaration)
    return problem(
      '该指标项不由一个指标填写，不能写进报告',
      'no single indicator fills that line: it cannot be in a report',
    )
  const part: Facet = line.part === 'NUMERATOR' ? 'numerator' : line.part === 'DENOMINATOR' ? 'denominator' : 'value'
  let facet: Facet = part
  let back = 0 - (line.yearOffset ?? 0)
  for (const word of rest.toLowerCase().split(' ').filter(Boolean)) {
    const found = FACETS.find((one) => one === word)
    const before = /^previous(\d?)$/.exec(word)
    if (before) back += Number(before[1] || 1)
    else if (!found) return problem(`不认识“${word}”`, `${word} is not known`)
    else facet = found === 'value' || found === 'number' ? (part === 'value' ? found : part) : found
  }
  return {
    is: 'figure',
    figure: {
      declaration,
      ...{ basis: line.basis, at: line.at, scope: line.scope, filter: line.filter },
      back,
      facet,
    },
  }
}

function problem(zh: string, en: string): TagProblem {
  return { words: { zh, en } }
}

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
}

export interface TagNode {
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
    const { raw, name, place } = placed
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
    const node: TagNode = { raw, name, tag, children: [], index, place }
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
  const inCategories = open.some(({ tag }) => tag.is === 'categories')
  if (placed.kind === 'open') {
    if (!closed) return { words: NOT_CLOSED }
    const loop = parseLoop(placed.name, indicators)
    return 'is' in loop && loop.is === 'categories' && inCategories
      ? { words: { zh: '按类别的循环不能互相嵌套', en: 'a loop over categories cannot be in another' } }
      : loop
  }
  const tag = parseFormTag(placed.name, causeway) ?? parseTag(placed.name, indicators, inCategories)
  if (!('is' in tag) || tag.is !== 'chart') return tag
  if (!placed.inChart)
    return { words: { zh: '图表标签须写在 Word 图表的标题里', en: 'a chart tag goes in the title of a Word chart' } }
  return tag
}
