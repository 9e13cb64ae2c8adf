import type { Words } from '@causeway/shared/words/words'
import type { Question } from '../../figures/check-request.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { rowsOf } from './category-rows.ts'
import type { FigureQuery, FigureReader, Span } from './figure-reader.ts'
import { outermost, type ReportAsk, type TagStanding } from './standing.ts'
import type { TagNode, UnknownTag } from './tag-tree.ts'
import { AGAINST, COMPARES, TAG_ARGUMENTS, type FigureTag, type ReportTag } from './tags/kinds.ts'
import { schoolYear } from './write-fact.ts'

/** A figure's sentence tells of this many periods. */
export const SUMMARY_YEARS = 5

export interface Plan {
  unknown: UnknownTag[]
  /** Tags whose question makes no sense. */
  senseless: Set<number>
  questions: Map<string, Question>
}

/** Says what has to be read before anything can be written. What depends on categories is known once these were read: plan again then. */
export function planValues(reader: FigureReader, roots: readonly TagNode[], ask: ReportAsk): Plan {
  const plan: Plan = { unknown: [], senseless: new Set(), questions: new Map() }
  const want = (query: FigureQuery, from: number, to = from) =>
    void plan.questions.set(JSON.stringify(query), reader.want(query, from, to))
  const add = (node: TagNode, standing: TagStanding): void => {
    try {
      addTag(node, standing)
    } catch (error) {
      if (!(error instanceof QuestionError)) throw error
      if (plan.senseless.has(node.index)) return
      plan.senseless.add(node.index)
      plan.unknown.push({ tag: node.raw, place: node.place, problem: withNearest(error), index: node.index })
    }
  }
  const addTag = (node: TagNode, standing: TagStanding): void => {
    const { tag, children } = node
    const inside = (more: Partial<TagStanding>) => {
      for (const child of children) add(child, { ...standing, ...more })
    }
    if (tag.is === 'years') for (const year of yearsOf(ask.year, tag.count)) inside({ year })
    else if (tag.is === 'categories') {
      const query = queryOf(tag.figure)
      const span = spanOfLoop(node, standing, ask)
      want(query, ...span)
      for (const row of rowsOf(reader, tag.figure, query, standing.year - tag.figure.back, span) ?? [null]) {
        if (row !== null && row.figure === null) want(row.own, ...span)
        inside({ category: { tag: tag.figure, query, span, row } })
      }
    } else if (tag.is === 'condition') {
      addFigure(figureAskedBy(tag), standing)
      inside({})
    } else if (tag.is === 'records') {
      reader.wantRecords(tag.type, schoolYear(ask.institution, standing.year)[1])
      inside({})
    } else if (tag.is === 'lines') {
      reader.wantForm(tag.form, tag.edition.edition, standing.year)
      inside({})
    } else if (tag.is === 'chart') addChart(tag, standing)
    else if (tag.is === 'figure') addFigure(tag.figure, standing)
  }
  const addChart = (tag: Extract<ReportTag, { is: 'chart' }>, { year: picked }: TagStanding) => {
    for (const figure of tag.figures) {
      const span = spanOf(picked - figure.back, tag.years)
      const query = queryOf(figure)
      want(query, ...span)
      if (!figure.by) continue
      for (const row of rowsOf(reader, figure, query, span[1], span) ?? [])
        if (row.figure === null) want(row.own, ...span)
    }
  }
  const addFigure = (tag: FigureTag, standing: TagStanding) => {
    const { query, year } = resolve(tag, standing)
    const { facet } = tag
    const [first, last] = yearsReadFor(tag, year)
    const queries = [query, ...(tag.against === undefined ? [] : [{ ...query, release: tag.against }])]
    for (const one of queries) {
      if (!one.by) {
        want(one, first, last)
        continue
      }
      const own = ownQuery(tag, one, standing)
      for (let at = first; at <= last; at++) {
        const span = spanAround(one, at, standing)
        want(one, ...span)
        // A category that a breakdown of another year, or of fewer records, does not have is asked by itself.
        const rows = own && reader.categoriesOf(one, at, span)
        if (rows?.every(({ figure }) => figure.category !== standing.category!.row!.key)) want(own!, at)
      }
    }
    if (facet === 'share') want(wholeOf(query, standing), year)
    if (facet === 'rank' || facet === 'category') want(breakdownOf(query, standing), year)
    const asked = facet === 'category' ? query.filter?.at(-1) : undefined
    if (asked) reader.wantNames(breakdownOf(query, standing), year, asked.in)
    if (facet === 'target' || facet === 'progress') reader.wantTargets(query, year)
    if (facet === 'peer-mean' || facet === 'peer-rank') reader.wantPeers(query, year)
    if (facet === 'list')
      for (const row of rowsOf(reader, tag, query, year) ?? []) if (row.figure === null) want(row.own, year)
  }
  for (const node of roots) add(node, outermost(ask.year))
  return plan
}

/** So many years, up to the last. */
export const spanOf = (last: number, count: number): Span => [last - count + 1, last]

/** The years of a loop over categories: those that it says, and those that are asked within it. */
export function spanOfLoop({ tag, children }: TagNode, { year }: TagStanding, ask: ReportAsk): Span {
  const { back, years = 1 } = (tag as Extract<ReportTag, { is: 'categories' }>).figure
  const asked = [...spanOf(year - back, years), ...yearsWithin(children, year)]
  return [Math.min(...asked), Math.max(...asked)]

  function yearsWithin(nodes: readonly TagNode[], at: number): number[] {
    return nodes.flatMap(({ tag: own, children: inside }) => {
      if (own.is === 'years') return yearsOf(ask.year, own.count).flatMap((one) => yearsWithin(inside, one))
      const figure = own.is === 'figure' || own.is === 'condition' ? figureAskedBy(own) : null
      const isOfLoop = figure?.declaration === null && Object.keys(askedBy(figure)).length === 0
      return [...(isOfLoop ? yearsReadFor(figure, at - back - figure.back) : []), ...yearsWithin(inside, at)]
    })
  }
}

/** Of a condition, what has to be read for it. */
function figureAskedBy(tag: Extract<ReportTag, { is: 'figure' | 'condition' }>): FigureTag {
  if (tag.is === 'figure') return tag.figure
  const { is } = tag.test
  return { ...tag.figure, facet: is === 'reached' ? 'target' : COMPARES.includes(is) ? 'change' : 'value' }
}

/** Of the loop around it, where it asks what that asks; else of the year alone. */
export function spanAround(query: FigureQuery, year: number, { category }: TagStanding): Span {
  const { span } = category ?? {}
  const isOfLoop =
    span && year >= span[0] && year <= span[1] && JSON.stringify(query) === JSON.stringify(category!.query)
  return isOfLoop ? span : [year, year]
}

export const yearsOf = (last: number, count: number) => Array.from({ length: count }, (_, n) => last - count + 1 + n)

/** The years that a figure is read for. */
function yearsReadFor({ facet, since, against }: FigureTag, year: number): Span {
  if (facet === 'summary') return [year - SUMMARY_YEARS + 1, year]
  if (!AGAINST.includes(facet)) return [year, year]
  const before = beforeOf({ since, against }, year)
  return [Math.min(before, year), Math.max(before, year)]
}

/** The year that a change is counted from. */
export function beforeOf({ since, against }: Pick<FigureTag, 'since' | 'against'>, year: number): number {
  return since ?? (against === undefined ? year - 1 : year)
}

export function resolve(tag: FigureTag, { year, category }: TagStanding): { query: FigureQuery; year: number } {
  if (tag.declaration !== null) return { query: queryOf(tag), year: year - tag.back }
  const { tag: loop, query, row } = category!
  const said = askedBy(tag)
  const base = row !== null && row.figure === null ? row.own : query
  const filter = [...(base.filter ?? []), ...(said.filter ?? [])]
  return {
    query: { ...base, ...said, ...(filter.length > 0 && { filter }) },
    year: year - loop.back - tag.back,
  }
}

/** The question of the category of the loop alone, of a year without categories that of the whole; null: the tag is of no category, or of a rest, which is asked so anyway. */
export function ownQuery(tag: FigureTag, { by, ...query }: FigureQuery, { category }: TagStanding): FigureQuery | null {
  const row = category?.row
  if (tag.declaration !== null || !row || row.figure === null || !by) return null
  if (row.key === null) return query
  return { ...query, filter: [...(query.filter ?? []), { dimension: by, in: [row.key] }] }
}

/** What a category is a share of: the same without it. */
export function wholeOf({ by: _by, filter, ...query }: FigureQuery, { category }: TagStanding): FigureQuery {
  const ofRest = category?.row?.figure === null
  const kept = _by === undefined || _by === null || ofRest ? (filter ?? []).slice(0, -1) : (filter ?? [])
  return kept.length > 0 ? { ...query, filter: kept } : query
}

/** What a category is ranked within. */
export function breakdownOf(query: FigureQuery, standing: TagStanding): FigureQuery {
  const dimension = query.by ?? query.filter?.at(-1)?.dimension
  return { ...wholeOf(query, standing), ...(dimension != null && { by: dimension }) }
}

/** What a tag says of the question. */
function askedBy({ declaration: _, ...tag }: FigureTag): Partial<FigureQuery> {
  return Object.fromEntries(TAG_ARGUMENTS.filter((name) => tag[name] != null).map((name) => [name, tag[name]]))
}

/** Two tags that ask the same have the same query, whatever the order in which they say it. */
export function queryOf(tag: FigureTag): FigureQuery {
  return { indicator: tag.declaration!.id, ...askedBy(tag) }
}

/** With what may have been meant; bases and dimensions are in the sentence itself. */
function withNearest({ words, facts }: QuestionError): Words {
  const { nearest, dimensions } = facts
  if (!Array.isArray(nearest) || nearest.length === 0 || dimensions !== undefined) return words
  return { zh: `${words.zh}是否为：${nearest.join('、')}？`, en: `${words.en} Did you mean ${nearest.join(', ')}?` }
}
